"""From figures on pages to cells."""

import json
from pathlib import Path

import pytest

from briefing.model.spec import Choices
from briefing.preview.session import Session
from briefing.preview.snapshot import Paper, Snapshot
from briefing.preview.trace import CELLS, figures
from tests.preview.conftest import CASE, ROOT
from tests.services.replies import comtrade, json_stat
from tests.tables.test_hostile import workbook


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
                "place": "trade.csv, line 21, value",
                "line": "RUS,2014,import,1549318.25,p",
            }
        ],
        "more": 0,
    }


def test_figures_lie_on_their_pages_and_lead_to_facts() -> None:
    shown = paper(str(CASE))
    found = [figure for page in range(1, shown.pages.count + 1) for figure in figures(shown, page)]
    assert len(found) > 20
    assert {one.text for one in shown.pages.printed if not one.alt} == {
        figure["text"] for figure in found
    }
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


def _cell(file: str, format: str, data: bytes, folder: Path, **keys: str) -> str:
    """The place of the figure of a project with one table, as the preview tells it."""
    lines = "".join(f"    {key}: {value}\n" for key, value in keys.items())
    (folder / "sections" / "en").mkdir(parents=True)
    (folder / file).write_bytes(data)
    (folder / "sections/en/a.md").write_text("# A\n\nGoods came to {{ exports }}.\n", "utf-8")
    (folder / "briefing.yaml").write_text(
        "briefing: 1\ntitle: {en: T}\nperiod: 2014\nreleased: 2026-11-29\nlanguages: [en]\n"
        "sources:\n  nso: {title: {en: Trade}, publisher: {en: Office}, retrieved: 2026-04-15,\n"
        "    basis: {en: current US dollars}}\n"
        f"tables:\n  exports:\n    file: {file}\n    format: {format}\n    source: nso\n"
        f"    unit: USD million\n    kind: flow\n{lines}"
        "sections: [a]\n",
        "utf-8",
    )
    shown = paper(str(folder))
    found = [figure for page in (1, 2) for figure in figures(shown, page)]
    places = {cell["place"] for figure in found for f in figure["facts"] for cell in f["cells"]}
    (place,) = places
    return str(place)


def test_a_cell_is_found_where_its_format_counts(tmp_path: Path) -> None:
    rows = [("year", "value"), ("2013", "1"), ("2014", "61.6")]
    book = workbook(
        (
            "Trade by year",
            "visible",
            "".join(
                f'<row r="{n}"><c r="A{n}" t="inlineStr"><is><t>{year}</t></is></c>'
                f'<c r="B{n}" t="inlineStr"><is><t>{value}</t></is></c></row>'
                for n, (year, value) in enumerate(rows, 1)
            ),
        )
    )
    keys = {"period": "year", "value": "value"}
    told = _cell("a.xlsx", "xlsx", book, tmp_path / "a", **keys)
    assert told == "a.xlsx, sheet Trade by year, row 3, value"
    reply = comtrade([{"period": "2013"}, {"period": "2014", "primaryValue": 61.6}])
    keys = {"period": "period", "value": "primaryValue"}
    told = _cell("b.json", "comtrade", reply, tmp_path / "b", **keys)
    assert told == "b.json, record 2, primaryValue"
    reply = json_stat({"Year": {"0": "2013", "1": "2014"}}, [1, 61.6])
    keys = {"period": "Year label", "value": "value"}
    assert _cell("c.json", "json-stat", reply, tmp_path / "c", **keys) == "c.json, value 2"
    duckdb = pytest.importorskip("duckdb")
    stored = tmp_path / "d.parquet"
    duckdb.sql("select * from (values ('2013', 1.0), ('2014', 61.6)) t(year, value)").write_parquet(
        str(stored)
    )
    keys = {"period": "year", "value": "value"}
    told = _cell("d.parquet", "parquet", stored.read_bytes(), tmp_path / "d", **keys)
    assert told == "d.parquet, row 2, value"
