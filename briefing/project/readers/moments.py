"""Moments of the clock, which an embargo ends at."""

import re
from datetime import datetime

from briefing.project.readers.refusal import phrase, refuse
from briefing.workspace import shown

MOMENT = r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(Z|[+-][0-9]{2}:[0-9]{2})"
_FORM = re.compile(MOMENT)


def moment(value: object) -> datetime:
    """A minute with its offset from UTC, `2026-12-01T09:30+08:00`; `Z` is UTC."""
    words = phrase(value)
    problem = "is no moment"
    try:
        if _FORM.fullmatch(words.text):
            return datetime.fromisoformat(words.text)
    except ValueError:
        problem = "is no moment of the calendar and clock"
    raise refuse(
        "B035",
        f"“{shown(words.text)}” {problem}",
        "a moment is written with its offset from UTC: 2026-12-01T09:30+08:00",
        words.place,
    )
