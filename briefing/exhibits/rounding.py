"""Whether printed parts add up to the printed total beside them."""

import re
from collections.abc import Sequence
from decimal import Decimal

from briefing.exhibits.frame import Frame
from briefing.exhibits.shown import Shown
from briefing.model.fact import Fact

_TERM = re.compile(r"\s*([+-]?)\s*([^\W\d]\w*)\s*")


def sums_differ(
    frame: Frame,
    shown: Sequence[Shown],
    columns: Sequence[Sequence[Fact]],
    rows: Sequence[Sequence[str]],
) -> bool:
    """Whether, in any row, a column that adds up others printed beside it misses their sum."""
    places = {item.name: number for number, item in enumerate(shown)}
    for number, item in enumerate(shown):
        terms = _terms(item.series.derivation)
        if len(terms) < 2 or not all(name in places for _, name in terms):
            continue
        for index, row in enumerate(rows):
            involved = [columns[number][index], *(columns[places[n]][index] for _, n in terms)]
            if any(f.value is None for f in involved):
                continue
            total = sum((sign * _read(frame, row[places[n]]) for sign, n in terms), Decimal(0))
            if total != _read(frame, row[number]):
                return True
    return False


def _terms(derivation: str) -> list[tuple[int, str]]:
    """Signs and names of a plain sum (`exports - imports`); nothing for any other expression."""
    terms, position = [], 0
    while position < len(derivation):
        match = _TERM.match(derivation, position)
        if match is None or (position and not match[1]):
            return []
        terms.append((-1 if match[1] == "-" else 1, match[2]))
        position = match.end()
    return terms


def _read(frame: Frame, text: str) -> Decimal:
    """A printed value as a number; one too small to print counts as nothing."""
    digits = frame.speech.digits(text)
    return Decimal(digits) if digits else Decimal(0)
