"""Months and spans of months in words, as offices of four languages write them in cells."""

from pathlib import Path

import pytest

import briefing
from briefing.tables.months import spoken_months


@pytest.mark.parametrize(
    ("written", "period"),
    [
        ("January–September 2025", "2025-01..2025-09"),
        ("Jan-Sep 2025", "2025-01..2025-09"),
        ("Jan.-Sept. 2025", "2025-01..2025-09"),
        ("Jan to Sep 2025", "2025-01..2025-09"),
        ("2025 Jan-Sep", "2025-01..2025-09"),
        ("July 2024 – June 2025", "2024-07..2025-06"),
        ("Q1–Q3 2025", "2025-Q1..2025-Q3"),
        ("2025M01-2025M09", "2025-01..2025-09"),
        ("9M 2025", "2025-01..2025-09"),
        ("январь-сентябрь 2025 г.", "2025-01..2025-09"),
        ("янв.–сент. 2025", "2025-01..2025-09"),
        ("январь–сентябрь 2025 года", "2025-01..2025-09"),
        ("Сентябрь 2025", "2025-09"),
        ("2025 оны 1–9 дүгээр сар", "2025-01..2025-09"),
        ("2025 оны 1-9 сар", "2025-01..2025-09"),
        ("2025 оны 9-р сар", "2025-09"),
        ("janvier-septembre 2025", "2025-01..2025-09"),
        ("janv.-sept. 2025", "2025-01..2025-09"),
        ("août 2025", "2025-08"),
    ],
)
def test_months_in_words(written: str, period: str) -> None:
    assert spoken_months(written) == period


@pytest.mark.parametrize(
    "written",
    [
        "Total 2025",
        "World 2025",
        "13M 2025",
        "Sept-Jan 2025",
        "2025 оны 13 сар",
        "сар 2025",
        "2025",
    ],
)
def test_what_is_no_month_is_none(written: str) -> None:
    assert spoken_months(written) == ""


@pytest.mark.parametrize(
    ("code", "cells", "printed"),
    [
        ("en", ("Jan-Sep 2024", "January–September 2025"), "January–September 2025"),
        ("ru", ("янв.-сент. 2024", "январь-сентябрь 2025 г."), "январь–сентябрь 2025 года"),
        ("mn", ("2024 оны 1-9 сар", "2025 оны 1–9 дүгээр сар"), "2025 оны 1–9 дүгээр сар"),
        ("fr", ("janv.-sept. 2024", "janvier-septembre 2025"), "janvier-septembre 2025"),
    ],
)
def test_they_are_printed_as_the_language_says_them(
    tmp_path: Path, code: str, cells: tuple[str, str], printed: str
) -> None:
    (tmp_path / "briefing.yaml").write_text(
        f"""briefing: 1
title: T
period: 2025-01..2025-09
released: 2025-11-01
languages: [{code}]
sources: {{s: {{title: T, publisher: P, retrieved: 2025-10-01, basis: b}}}}
tables:
  t: {{file: t.csv, source: s, period: when, value: v, unit: USD million, kind: flow,
    delimiter: ";"}}
series: {{exports: {{table: t, label: {{{code}: {{text: L, gender: m}}}}}}}}
exhibits: {{g: {{kind: grid, show: exports, periods: [2024-01..2024-09, 2025-01..2025-09]}}}}
sections: [one]
"""
    )
    (tmp_path / "t.csv").write_text(
        "when;v\n" + "".join(f"{c};{n}\n" for n, c in enumerate(cells, 7))
    )
    section = tmp_path / "sections" / code / "one.md"
    section.parent.mkdir(parents=True)
    section.write_text("# S\n\nX {{ exports }}, {{ exports | period }}.\n\n![G](exhibit:g)\n")
    assert [f.message for f in briefing.check(str(tmp_path)).findings] == []
    outcome = briefing.build(str(tmp_path), str(tmp_path / "out"))
    text = _text(Path(outcome.built[0].path))
    assert printed in text
    assert "2025-01" not in text
    assert ".." not in text


def _text(path: Path) -> str:
    from tests.pdf.structure import structure_text

    return structure_text(path.read_bytes()).replace("\N{NO-BREAK SPACE}", " ")
