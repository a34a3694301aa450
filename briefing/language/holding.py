"""Spaces at which no line ends."""

import re

_ARROW = "(?<=→)[ ]"


def holding(*patterns: str) -> re.Pattern[str]:
    """A pattern of the spaces that a language holds, and of that behind an arrow of a reference."""
    return re.compile("|".join((_ARROW, *patterns)))
