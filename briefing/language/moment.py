"""Moments of the clock as texts name them."""

from datetime import datetime, timedelta

from briefing.language.cell import date
from briefing.language.grammars import grammar


def moment(when: datetime, language: str) -> str:
    """“1 December 2026, 09:30 UTC+8”, in the offset that the moment has."""
    words = grammar(language).words.letter
    return words.moment.format(
        date=date(when.date(), language), time=f"{when:%H:%M}", zone=_zone(when.utcoffset())
    )


def _zone(offset: timedelta | None) -> str:
    """`UTC`, `UTC+8`, `UTC−3:30`."""
    minutes = int(offset / timedelta(minutes=1)) if offset else 0
    if not minutes:
        return "UTC"
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'+' if minutes > 0 else '−'}{hours}" + (f":{rest:02}" if rest else "")
