"""From figures on pages to cells."""

import json

from briefing.model.spec import Choices
from briefing.preview.session import Session
from briefing.preview.snapshot import Paper, Snapshot
from briefing.preview.trace import CELLS, traces
from tests.preview.conftest import CASE, ROOT


def paper(project: str) -> Paper:
    shown: list[Snapshot] = []
    Session(project, Choices(), strict=False).refresh(shown.append)
    return shown[-1].papers["en"]


def test_a_fact_has_its_value_source_and_cells() -> None:
    traced = traces(paper(str(CASE)))
    fact = next(f for f in traced["facts"] if (f["name"], f["period"]) == ("imports", "2014"))
    assert fact == {
        "name": "imports",
        "label": "Imports from Russia",
        "value": "1549318.25 USD thousand",
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
    traced = traces(shown)
    assert len(traced["figures"]) == shown.pages.count
    figures = [figure for page in traced["figures"] for figure in page]
    assert len(figures) > 20
    for figure in figures:
        assert 0 <= figure["fact"] < len(traced["facts"])
        for left, bottom, right, top in figure["areas"]:
            assert 0 <= left < right <= 596
            assert 0 <= bottom < top <= 842
    assert set(range(len(traced["facts"]))) == {f["fact"] for f in figures}


def test_the_sample_is_told_in_brief() -> None:
    traced = traces(paper(str(ROOT / "data" / "mongolia-russia")))
    assert len(json.dumps(traced)) < 400_000
    assert max(len(fact["cells"]) for fact in traced["facts"]) <= CELLS
    many = [fact for fact in traced["facts"] if fact["more"]]
    assert all(len(fact["cells"]) == CELLS for fact in many)
