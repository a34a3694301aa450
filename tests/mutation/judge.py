"""Whether one changed cell changes just what is made from it."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import zip_longest
from pathlib import Path

from briefing.model.fact import Fact
from briefing.model.series import Observation
from briefing.model.table import CellRef
from tests.mutation.cells import Cell, changed, copied
from tests.mutation.editions import Edition, Printed, Sample

_NUMBER = re.compile(r"[−-]?[0-9,]+(\.[0-9]+)?")


def judged(folder: Path, wanted: Iterable[Cell]) -> Iterator[str]:
    """What is wrong when each of these cells changes by itself; an empty folder is taken for a
    copy of the sample."""
    copy = copied(folder)
    sample = Sample(copy)
    before = sample.edition()
    for cell in wanted:
        file = copy / cell.file
        held = file.read_bytes()
        file.write_bytes(changed(held, cell))
        for fault in faults(before, sample.edition(), cell):
            yield f"{cell.file}:{cell.row} {cell.column}: {fault}"
        file.write_bytes(held)


def faults(before: Edition, after: Edition, cell: Cell) -> Iterator[str]:
    """What differs and isn't made from the cell; what is read from it and stays."""
    yield from _values(before, after, cell)
    yield from _printed(before, after, cell)
    for old, new in zip_longest(before.words, after.words):
        if old != new:
            yield f"outside of figures and exhibits stands “{new}” for “{old}”"
            break
    yield from _exhibits(before, after, cell)


def _values(before: Edition, after: Edition, cell: Cell) -> Iterator[str]:
    differ = {
        key
        for key in before.values.keys() | after.values.keys()
        if before.values.get(key) != after.values.get(key)
    }
    for key in differ:
        if not _from(cell, before.values.get(key), after.values.get(key)):
            yield f"{' '.join(key)} differs"
    if cell.is_value:
        ref = CellRef(cell.place, cell.row, cell.column)
        for key in before.read_from.get(ref, set()) - differ:
            yield f"{' '.join(key)} stays"


def _printed(before: Edition, after: Edition, cell: Cell) -> Iterator[str]:
    """Figures side by side; where a ranking's order changed, those of each fact."""
    differ = [pair for pair in zip_longest(before.printed, after.printed) if not _same(*pair)]
    if all(_from(cell, *(f for one in pair if one for f in one.facts)) for pair in differ):
        return
    old, new = _by_fact(before.printed, cell), _by_fact(after.printed, cell)
    touched = _touched(before, after, cell)
    for key in old.keys() | new.keys():
        was, now = Counter(old.get(key)), Counter(new.get(key))
        # An earlier year's figure is printed or not, as the change from it is one or nothing.
        stays = was <= now or now <= was
        # A column has as many decimals as tell its neighbours apart, the changed one among them.
        stays = stays or (key[-1] in touched and _rounded(old.get(key, []), new.get(key, [])))
        if not stays:
            yield f"“{' '.join(key)}” is printed otherwise: {old.get(key)}, {new.get(key)}"


def _rounded(was: Sequence[str], now: Sequence[str]) -> bool:
    """Whether the texts are the same, or one number with more and with fewer decimals."""
    return len(was) == len(now) and all(
        old == new or _is_number(old, new) for old, new in zip(was, now, strict=True)
    )


def _is_number(one: str, other: str) -> bool:
    """Whether two texts are a number rounded to different decimals."""
    found = [_NUMBER.fullmatch(text) for text in (one, other)]
    if None in found:
        return False
    values = [Decimal(text.replace("−", "-").replace(",", "")) for text in (one, other)]
    halves = [Decimal(5).scaleb(int(value.as_tuple().exponent) - 1) for value in values]
    return halves[0] != halves[1] and abs(values[0] - values[1]) <= sum(halves)


def _same(old: Printed | None, new: Printed | None) -> bool:
    return None not in (old, new) and (old.text, old.exhibit) == (new.text, new.exhibit)


def _by_fact(printed: Iterable[Printed], cell: Cell) -> Mapping[tuple[str, ...], list[str]]:
    """What is printed of each fact at each place, those made from the cell left out."""
    found: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for one in printed:
        if not _from(cell, *one.facts):
            found[(*one.facts[0].key, one.exhibit)].append(one.text)
    return found


def _exhibits(before: Edition, after: Edition, cell: Cell) -> Iterator[str]:
    """The words of an exhibit (subtitle, notes, alternative text) stay, unless a fact in it is made
    from the cell."""
    differ = [name for name in before.shown if before.shown[name] != after.shown.get(name)]
    if not differ:
        return
    touched = _touched(before, after, cell)
    yield from (f"exhibit {name} says otherwise" for name in differ if name not in touched)


def _touched(before: Edition, after: Edition, cell: Cell) -> set[str]:
    """The exhibits that show what is made from the cell."""
    return {p.exhibit for e in (before, after) for p in e.printed if _from(cell, *p.facts)}


def _from(cell: Cell, *made: Fact | Observation | None) -> bool:
    """Whether one of them is made from the cell; words bear on what their row holds."""
    for ref in (ref for one in made if one is not None for ref in one.cells):
        at_cell = not cell.is_value or ref.column == cell.column
        if ref.row == cell.row and ref.file == cell.place and at_cell:
            return True
    return False
