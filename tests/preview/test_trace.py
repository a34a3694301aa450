"""From figures on pages to cells."""

import json

from briefing.model.spec import Choices
from briefing.preview.session import Session
from briefing.preview.snapshot import Paper, Snapshot
from briefing.preview.trace import CELLS, figures
from tests.preview.conftest import CASE, ROOT


def paper(project: str) -> Paper:
    shown: list[Snapshot] = []
    Session(project, Choices(), strict=False).refresh(shown.append)
    return shown[-1].papers["en"]


def test_a_fact_has_its_value_source_and_cells() -> None:
    figure = next(f for f in figures(paper(str(CASE)), 1) if f["text"].startswith("US$1.5"))
    (fact,) = figure["facts"]
    assert fact == {
        "name": "imports",
        "label": "Imports from Russia",
        "value": "1,549,318.25 US$\u00a0thousand\u00a0[p]",
        "period": "2014",
        "status": "provisional",
        "reason": "",
        "is": "imports_from[$partner]",
        "sources": [
            {
                "name": "nso",
                "title": "Foreign trade by country",
                "publisher": "National Statistics Office of Mongolia",
                "url": "https://www.1212.mn/",
                "retrieved": "2015-03-01",
            }
        ],
        "cells": [
            {
                "file": "trade.csv",
                "row": 21,
                "column": "value",
                "line": "RUS,2014,import,1549318.25,p",
            }
        ],
        "more": 0,
    }


def test_figures_lie_on_their_pages_and_lead_to_facts() -> None:
    shown = paper(str(CASE))
    found = [figure for page in range(1, shown.pages.count + 1) for figure in figures(shown, page)]
    assert len(found) > 20
    assert {one.text for one in shown.pages.printed} == {figure["text"] for figure in found}
    for figure in found:
        assert figure["facts"]
        for left, bottom, right, top in figure["areas"]:
            assert 0 <= left < right <= 596
            assert 0 <= bottom < top <= 842


def test_the_sample_is_told_in_brief() -> None:
    shown = paper(str(ROOT / "data" / "mongolia-russia"))
    pages = [figures(shown, page) for page in range(1, shown.pages.count + 1)]
    assert max(len(json.dumps(page)) for page in pages) < 400_000
    facts = [fact for page in pages for figure in page for fact in figure["facts"]]
    assert max(len(fact["cells"]) for fact in facts) <= CELLS
    assert all(len(fact["cells"]) == CELLS for fact in facts if fact["more"])
