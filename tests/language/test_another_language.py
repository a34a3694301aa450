"""Another language is one folder and one line of GRAMMARS: German, through the whole pipeline."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from msgspec.structs import replace

import briefing
from briefing import language
from briefing.language.grammar import Grammar
from briefing.model.fact import Comparison, Fact, Reading
from briefing.model.period import Period
from briefing.model.series import Kind
from briefing.model.text import Filter, Place
from briefing.model.unit import POINTS, RANK, Unit
from tests.language.german import German
from tests.pdf.structure import structure_text

PLACE = Place("sections/de/handel.md", 3, 7)
MANIFEST = """\
briefing: 1
title: {de: "Mongolei und {{ partner.the }}"}
parameters: {reporter: MNG, partner: USA}
period: 2014
released: 2015-03-31
languages: [de]
sources:
  nso: {title: {de: Außenhandel}, publisher: {de: Statistikamt}, url: "https://www.1212.mn/",
        retrieved: 2015-03-01, basis: {de: "jeweilige Preise; Ausfuhr fob, Einfuhr cif"}}
tables:
  trade: {file: trade.csv, source: nso, period: year, value: value, unit: USD thousand, kind: flow}
series:
  exports_to: {table: trade, by: partner, where: {flow: export}, label: {de: Ausfuhr}}
  exports: {is: "exports_to[$partner]", label: {de: "Ausfuhr in {{ partner.the }}"}}
  place: {is: "rank(exports_to, $partner)", label: {de: Rang}}
exhibits:
  flows: {kind: grid, show: [exports], periods: [2013, 2014], unit: USD million}
sections: [handel]
"""
TRADE = """\
partner,flow,year,value
USA,export,2013,1549318
USA,export,2014,1020986
CHN,export,2014,5073399
"""
SECTION = """\
# Handel

Die Ausfuhr in {{ partner.the }} {{ exports | change: verb }} auf {{ exports }}:
{{ exports | from }},
{{ place | rank: largest, of }} Abnehmer.

![Ausfuhr](exhibit:flows)
"""


@pytest.fixture(autouse=True)
def german(monkeypatch: pytest.MonkeyPatch) -> Grammar:
    grammar = German()
    monkeypatch.setitem(language.GRAMMARS, "de", grammar)
    return grammar


def _fact(value: str, unit: str | Unit = "USD million", period: str = "2025") -> Fact:
    unit = Unit.parse(unit) if isinstance(unit, str) else unit
    return Fact("x", Decimal(value), unit, Period.parse(period), Kind.FLOW)


def _compared(later: Fact, earlier: Fact, growth: str = "") -> Reading:
    assert isinstance(later.value, Decimal)
    assert isinstance(earlier.value, Decimal)
    unit = POINTS if later.unit == Unit.parse("percent") else later.unit
    gap = replace(later, value=later.value - earlier.value, unit=unit)
    rate = replace(_fact(growth, "percent"), period=Period.parse("2014..2025")) if growth else None
    return Reading(later, Comparison(earlier, gap, rate))


@pytest.mark.parametrize(
    ("reading", "asked", "text"),
    [
        (_fact("1610.9"), "", "1,6 Milliarden US-Dollar"),
        (_fact("1"), "", "1 Million US-Dollar"),
        (_fact("0.2"), "", "weniger als 1 Million US-Dollar"),
        (_fact("0.04", "percent"), "share", "weniger als 0,1 %"),
        (_compared(_fact("234", "GBP million"), _fact("186", "GBP million"), "25.8"), "change",
         "eine Zunahme um 25,8 % oder 48 Millionen Pfund"),
        (_compared(_fact("111"), _fact("161"), "-31.1"), "change: verb",
         "sank um 31,1 % oder 50 Millionen US-Dollar"),
        (_compared(_fact("6", "days"), _fact("5", "days")), "change: verb", "stieg um 1 Tag"),
        (_compared(_fact("5"), _fact("5"), "0"), "change: verb", "blieb unverändert"),
        (_fact("-2724.8"), "balance", "ein Defizit von 2,7 Milliarden US-Dollar"),
        (_compared(_fact("2.6", "percent"), _fact("6.5", "percent")), "points",
         "3,9 Prozentpunkte weniger"),
        (replace(_fact("3", RANK), tied=True, of=14), "rank: of",
         "gemeinsam 3. von 14 aufgeführten"),
        (replace(_fact("2", RANK), of=14), "rank: largest", "zweitgrößter"),
        (_compared(_fact("8"), _fact("5"), "4.2"), "average: 2014..2025",
         "durchschnittlich 4,2 % im Jahr von 2014 bis 2025"),
        (_compared(_fact("2846"), _fact("418", period="2005")), "from: 2005",
         "von 418 Millionen US-Dollar im Jahr 2005 auf 2,8 Milliarden US-Dollar im Jahr 2025"),
        (_fact("45.9", "ratio"), "times", "46 Mal"),
        (_fact("1", period="2025-01..2025-09"), "period", "Januar–September 2025"),
        (replace(_fact("2760", "persons"), stale=date(2014, 5, 1)), "",
         "2.760 (Stand: 1. Mai 2014)"),
    ],
)  # fmt: skip
def test_every_sentence_part(reading: Fact | Reading, asked: str, text: str) -> None:
    name, _, arguments = asked.partition(": ")
    filters = (Filter(name, tuple(arguments.split(", ")) if arguments else (), PLACE),)
    made = reading if isinstance(reading, Reading) else Reading(reading)
    written = language.write(made, filters if asked else (), "de")
    assert written.replace("\u00a0", " ") == text


def test_a_whole_briefing(tmp_path: Path) -> None:
    (tmp_path / "p/sections/de").mkdir(parents=True)
    files = {"briefing.yaml": MANIFEST, "trade.csv": TRADE, "sections/de/handel.md": SECTION}
    for name, text in files.items():
        (tmp_path / "p" / name).write_text(text, encoding="utf-8")
    outcome = briefing.build(str(tmp_path / "p"), str(tmp_path / "out"))
    assert outcome.findings == ()
    text = structure_text(Path(outcome.built[0].path).read_bytes()).replace("\u00a0", " ")
    assert (
        "Die Ausfuhr in die Vereinigten Staaten sank um 34,1 % oder 528 Millionen US-Dollar auf "
        "1,0 Milliarden US-Dollar: von 1,5 Milliarden US-Dollar im Jahr 2013 auf 1,0 Milliarden "
        "US-Dollar im Jahr 2014, zweitgrößter von 2 aufgeführten Abnehmer."
    ) in " ".join(text.split())
    assert "1.549,3" in text
    assert "Quelle: Statistikamt" in text
