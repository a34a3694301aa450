"""Readings for the tests of a language's sentence parts."""

import re
from decimal import Decimal

from msgspec.structs import replace

from briefing import language
from briefing.language.told import Role
from briefing.model.fact import Comparison, Fact, Reading
from briefing.model.period import Period
from briefing.model.series import Kind
from briefing.model.text import Filter, Phrase, Place
from briefing.model.unit import POINTS, Unit

PLACE = Place("sections/trade.md", 3, 7)
# Each part in a sentence but the adjective, which agrees with what stands by it.
PARTS = tuple(role for role in Role if role is not Role.ADJECTIVE)


def fact(
    value: str, unit: str | Unit = "USD million", period: str = "2025", gender: str = "m"
) -> Fact:
    """A figure, its label of that gender in every language."""
    unit = Unit.parse(unit) if isinstance(unit, str) else unit
    label = {code: Phrase("x", PLACE, gender) for code in language.GRAMMARS}
    return Fact("x", Decimal(value), unit, Period.parse(period), Kind.FLOW, label=label)


def compared(later: Fact, earlier: Fact, growth: str = "") -> Reading:
    """A figure beside an earlier one."""
    assert isinstance(later.value, Decimal)
    assert isinstance(earlier.value, Decimal)
    unit = POINTS if later.unit == Unit.parse("percent") else later.unit
    gap = replace(later, value=later.value - earlier.value, unit=unit)
    rate = replace(fact(growth, "percent"), period=Period.parse("2014..2025")) if growth else None
    return Reading(later, Comparison(earlier, gap, rate))


def said(what: Fact | Reading, asked: str, code: str, dated: bool = False) -> str:
    """What the language writes, its no-break spaces as plain ones."""
    filters = []
    for one in re.split(r", (?=\w+:)", asked):
        name, _, arguments = one.partition(": ")
        filters.append(Filter(name, tuple(arguments.split(", ")) if arguments else (), PLACE))
    made = what if isinstance(what, Reading) else Reading(what)
    written = language.write(made, tuple(filters) if asked else (), code, dated)
    return written.replace("\u00a0", " ").replace("\u202f", " ")
