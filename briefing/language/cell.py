"""Values where room is scarce: grids, axes, labels."""

import datetime
from decimal import Decimal

from briefing.language.amount import half_up
from briefing.language.grammars import grammar
from briefing.model import Dimension, Period, Status, Unit

_WITHOUT_VALUE = {Status.CONFIDENTIAL, Status.NOT_APPLICABLE}


def cell(value: Decimal | None, status: Status, unit: Unit, decimals: int, language: str) -> str:
    """A value as a grid prints it, without unit and status mark: “−2,724.8”, “2nd”.

    A true zero is “0”, a value above it that rounds to it is “[low]”; without a value the mark says
    why: “[x]” missing, “[c]” confidential, “[z]” not applicable.
    """
    if value is None:
        return f"[{status if status in _WITHOUT_VALUE else Status.MISSING}]"
    if value == 0:
        return "0"
    speech = grammar(language)
    if unit.dimension is Dimension.RANK:
        return speech.rank(int(value), tied=False)
    rounded = half_up(value, -decimals)
    if rounded or value > 0:
        return speech.number(rounded, decimals) if rounded else "[low]"
    # Below zero nothing is low: so many decimals as its first digit takes.
    more = -value.adjusted()
    return speech.number(half_up(value, -more), more)


def unit(unit: Unit, language: str) -> str:
    """The unit by itself: “US$ million”, “%”, “km”."""
    return grammar(language).unit(unit)


def period(period: Period, language: str) -> str:
    """“2014”, “January–September 2025”, “2–3 September 2019”."""
    return grammar(language).period(period)


def date(day: datetime.date, language: str) -> str:
    """“24 November 2026”."""
    return grammar(language).period(Period.day(day))
