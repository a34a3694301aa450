"""Claims in words of monthly figures: “the lowest in six months”, “the third month in a row”."""

from pathlib import Path

import pytest

import briefing

# Seen in trade press: nacm.org 2012-11 (“the lowest level in six months”), pattayamail.com 2016-10
# (“the second monthly growth in a row”), news.gov.hk 2004-10 (“for eight months straight”).
MANIFEST = """\
briefing: 1
title: T
period: 2024-12
released: 2025-06-01
languages: [en]
sources: {s: {title: Trade, publisher: P, retrieved: 2025-05-01, basis: b}}
tables:
  exports: {file: t.csv, source: s, period: m, value: v, unit: USD million, kind: flow}
sections: [one]
"""
VALUES = (100, 90, 95, 120, 110, 112, 115, 118, 117, 116, 113, 125)


def found(folder: Path, text: str) -> set[str]:
    (folder / "sections/en").mkdir(parents=True)
    (folder / "briefing.yaml").write_text(MANIFEST, encoding="utf-8")
    rows = "".join(f"2024-{n:02},{v}\n" for n, v in enumerate(VALUES, 1))
    (folder / "t.csv").write_text(f"m,v\n{rows}", encoding="utf-8")
    (folder / "sections/en/one.md").write_text(f"# One\n\n{text}\n", encoding="utf-8")
    return {f.code for f in briefing.check(str(folder)).findings}


@pytest.mark.parametrize(
    "text",
    [
        "Exports dropped to the lowest level in six months, {{ exports 2024-10 }}.",
        "Exports hit a six-month low of {{ exports 2024-10 }}.",
        "Exports reached a six-month high of {{ exports 2024-10 }}.",
        "Exports, {{ exports 2024-09 }}, fell for the third month in a row.",
        "Exports rose for eight consecutive months, to {{ exports 2024-08 }}.",
        "Exports were the highest in three months, {{ exports 2024-10 }}.",
    ],
)
def test_a_false_one_is_caught(tmp_path: Path, text: str) -> None:
    assert found(tmp_path / "p", text) == {"B105"}


@pytest.mark.parametrize(
    "text",
    [
        "Exports dropped to the lowest level in five months, {{ exports 2024-11 }}.",
        "Exports hit a four-month low of {{ exports 2024-11 }}.",
        "Exports reached a six-month high of {{ exports }}.",
        "Exports, {{ exports 2024-11 }}, fell for the third month in a row.",
        "Exports rose for three consecutive months, to {{ exports 2024-08 }}.",
        "Exports were the highest in eleven months, {{ exports }}.",
    ],
)
def test_a_true_one_gives_nothing(tmp_path: Path, text: str) -> None:
    assert found(tmp_path / "p", text) == set()
