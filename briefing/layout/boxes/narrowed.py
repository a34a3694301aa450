"""A table too wide for its page: set tighter step by step, then in parts of some of its columns."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple, Protocol

from briefing.layout.box import Box, Stack
from briefing.layout.boxes.table import Table
from briefing.layout.text.setting import Setting
from briefing.model import Place
from briefing.model.style import Style
from briefing.pdf import Element

# Of the white between columns so much is left where it is too much.
_WHITE = 0.65
# Into so many sizes the way is divided down to a style's least.
_SIZES = 4
# In more parts nobody finds a row again.
_MOST_PARTS = 3


class Make(Protocol):
    """Sets a table, or some of its columns, hyphenated or not; with tags under an element, without
    any to see how wide it is."""

    def __call__(
        self,
        setting: Setting,
        element: Element | None,
        *,
        hyphenated: bool = False,
        columns: Sequence[int] | None = None,
    ) -> Table:
        """The table."""
        ...


@dataclass(frozen=True)
class Again:
    """What stands above a later part of a table: its label and that it goes on."""

    words: str
    place: Place

    def box(self, setting: Setting, element: Element) -> Box:
        """The label, as the part's caption."""
        caption = element.child("Caption").child("P")
        label = setting.text.exhibit.label
        return setting.plain(self.words, label, caption, self.place, keep=True)


class _Tightness(NamedTuple):
    """How much of the white between columns is left, and of the size of type."""

    white: float
    size: float


def narrowed(
    setting: Setting, make: Make, element: Element, again: Again | None
) -> Table | Stack | None:
    """The table that is made under an element, no wider than the page: as it is, tighter, or, where
    `again` may stand above a later part, in parts under one another. None, and nothing under the
    element, where it gets no narrower."""
    width, before = setting.look.style.width, len(element.kids)
    known = setting.trial()
    table = make(setting, element)
    if sum(table.least()) <= width:
        return table
    del element.kids[before:]
    setting = replace(setting, abbreviations=known.abbreviations)
    steps = [_tightened(setting, step) for step in _steps(setting.look.style)]
    for tight in steps:
        if sum(make(tight.trial(), None, hyphenated=True).least()) <= width:
            return make(tight, element, hyphenated=True)
    # What is parted has room for the size of the others.
    for tight in (steps[1], steps[-1]) if again is not None else ():
        cuts = _cuts(make(tight.trial(), None, hyphenated=True).least(), width)
        if again is not None and cuts is not None:
            return _parted(tight, make, element, again, cuts)
    return None


def tightest(setting: Setting, make: Make, element: Element) -> Table:
    """The table as narrow as it gets in one part."""
    (*_, last) = _steps(setting.look.style)
    return make(_tightened(setting, last), element, hyphenated=True)


def _steps(style: Style) -> Iterator[_Tightness]:
    """Hyphens first, then less white, then smaller type, down to the style's least."""
    yield _Tightness(1.0, 1.0)
    yield _Tightness(_WHITE, 1.0)
    least = min(1.0, style.grid.least / style.text.grid.cell.size)
    for step in range(1, _SIZES + 1):
        yield _Tightness(_WHITE, 1.0 - (1.0 - least) * step / _SIZES)


def _tightened(setting: Setting, step: _Tightness) -> Setting:
    look = setting.look
    style = look.style.tightened(step.white, step.size)
    return replace(setting, look=type(look)(style, look.faces))


def _parted(
    setting: Setting, make: Make, element: Element, again: Again, cuts: Sequence[int]
) -> Stack:
    """The table in parts, each with the first column and some others; each is one for who hears
    them, too, in the order in which they stand."""
    boxes: list[Box] = []
    tables: list[Table] = []
    for start, end in pairwise(cuts):
        if boxes and element.parent is not None:
            element = element.parent.child("Table")
            boxes.append(again.box(setting, element))
        columns = (0, *range(start, end))
        tables.append(make(setting, element, hyphenated=True, columns=columns))
        boxes.append(replace(tables[-1], before=0.0, after=0.0))
    return Stack(tuple(boxes), before=tables[0].before, after=tables[-1].after)


def _cuts(least: Sequence[float], width: float) -> list[int] | None:
    """Where the fewest parts begin that have room, and the number of columns; parts of about as
    many columns. None where more would be needed than there may be."""
    columns = len(least) - 1
    for parts in range(2, min(columns, _MOST_PARTS) + 1):
        each, more = divmod(columns, parts)
        cuts = [1]
        for part in range(parts):
            cuts.append(cuts[-1] + each + (part < more))
        if all(least[0] + sum(least[start:end]) <= width for start, end in pairwise(cuts)):
            return cuts
    return None
