"""No text of an enclosed CSV runs as a formula where a spreadsheet opens it; numbers stay so."""

import csv
from io import StringIO
from pathlib import Path

import pytest

import briefing
from briefing.pdf.reading.attached import attachments
from tests.pdf.structure import structure_text

MANIFEST = """briefing: 1
title: T
period: 2025
released: 2026-11-24
languages: [en]
sources: {s: {title: T, publisher: P, retrieved: 2025-01-01, basis: b}}
tables: {t: {file: t.csv, source: s, period: year, value: value, unit: USD million, kind: flow,
  codes: none}}
series: {f: {table: t, by: who, label: By partner}}
exhibits: {r: {kind: ranking, show: f, top: 20}}
sections: [one]
"""
SIGNS = ("=1+1", "+1", "-2", "@SUM(A1)", "a;=1+1", "–3", "1=1", "a - b")

VALUES = (-31, -17, 5, 12, 26, 41, 58, 77)


def enclosed(folder: Path, names: tuple[str, ...]) -> tuple[list[dict[str, str]], str]:
    """The rows of the ranking's CSV, and what the pages say."""
    (folder / "sections/en").mkdir(parents=True)
    (folder / "briefing.yaml").write_text(MANIFEST, "utf-8")
    rows = "".join(f'"{name}",2025,{n}\n' for name, n in zip(names, VALUES, strict=True))
    (folder / "t.csv").write_text(f"who,year,value\n{rows}", "utf-8")
    (folder / "sections/en/one.md").write_text("# One\n\n![All of them](exhibit:r)\n", "utf-8")
    outcome = briefing.build(str(folder), str(folder / "out"))
    assert outcome.built, [f.message for f in outcome.findings]
    data = Path(outcome.built[0].path).read_bytes()
    text = attachments(data)["r.csv"].decode("utf-8-sig")
    return list(csv.DictReader(StringIO(text))), structure_text(data)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[dict[str, str]], str]:
    return enclosed(tmp_path_factory.mktemp("formulas"), SIGNS)


@pytest.mark.parametrize("name", ["=1+1", "+1", "-2", "@SUM(A1)"])
def test_a_text_that_begins_as_a_formula_gets_an_apostrophe(
    built: tuple[list[dict[str, str]], str], name: str
) -> None:
    rows, _ = built
    assert f"'{name}" in {row["label"] for row in rows}
    assert name not in {row["label"] for row in rows}


def test_so_does_what_stands_behind_a_semicolon(
    built: tuple[list[dict[str, str]], str],
) -> None:
    """Spreadsheets of many countries part a line there."""
    assert "a;'=1+1" in {row["label"] for row in built[0]}


@pytest.mark.parametrize("name", ["–3", "1=1", "a - b"])
def test_other_texts_stay(built: tuple[list[dict[str, str]], str], name: str) -> None:
    assert name in {row["label"] for row in built[0]}


def test_numbers_below_zero_stay_numbers(built: tuple[list[dict[str, str]], str]) -> None:
    assert {row["value"] for row in built[0]} == {str(n) for n in VALUES}


def test_the_page_prints_the_label_as_it_is(built: tuple[list[dict[str, str]], str]) -> None:
    assert "=1+1" in built[1]
    assert "'" not in built[1]
