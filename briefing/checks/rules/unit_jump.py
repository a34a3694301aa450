"""B110: a unit jump between neighbouring periods."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from briefing.checks.figures import cell_place, stored_series
from briefing.checks.rule import Material, Rule
from briefing.model import Code, Finding, Observation, Place, Series

CODE = Code(
    "unit jump between neighbouring periods",
    "A figure is about a thousand times as large as its neighbours in a series that is steady "
    "otherwise: all other steps are by less than ten times. Of three figures just the middle one, "
    "of two none is told. So is an exact zero after large values.",
    "A source that changes from thousands to millions, or a row pasted from another table, is "
    "read a thousandfold too large or too small.",
    "2012: 1824631.2, 2013: 1616.9, 2014: 1549302.5 (the middle one is in millions)",
    "bring the row to the table's unit, or give the table a column of units: unit: {column: unit}",
)
_LEAST, _MOST = Decimal(300), Decimal(3000)
_STEADY = Decimal(10)
# So many units of the last digit are a large value.
_LARGE = 100_000


def _examine(material: Material) -> Iterator[Finding]:
    for series in stored_series(material.facts):
        for observation in _zeros(series.known):
            message = f"{series.name} {observation.period} is exactly zero after large values"
            hint = "look whether the value is missing: a missing one is declared under `missing:`"
            where = cell_place(observation.cells, Place(material.spec.file))
            about = (series.name, series.name.partition("[")[0])
            yield Finding("B110", where, message, hint, about)
        for observation in _jumps(series.known):
            message = (
                f"{series.name} {observation.period} is about a thousand times "
                f"{_than(series, observation)} than its neighbours"
            )
            hint = "look whether this row is in another unit than the table's"
            where = cell_place(observation.cells, Place(material.spec.file))
            about = (series.name, series.name.partition("[")[0])
            yield Finding("B110", where, message, hint, about)


def _zeros(known: Sequence[Observation]) -> Iterator[Observation]:
    """A zero after at least two large values that are near each other."""
    for number, observation in enumerate(known):
        if observation.value != 0:
            continue
        before = [abs(o.value) for o in known[:number] if o.value is not None]
        if len(before) < 2 or not all(before):
            continue
        steps = [later / earlier for earlier, later in pairwise(before)]
        worth = observation.resolution or Decimal(1)
        if before[-1] >= _LARGE * worth and all(1 / _STEADY < s < _STEADY for s in steps):
            yield observation


def _jumps(known: Sequence[Observation]) -> Iterator[Observation]:
    """The observations at which the unit changes; one for a slip of a single row."""
    sizes = [abs(o.value) for o in known if o.value]
    if len(sizes) != len(known):
        return
    steps = [later / earlier for earlier, later in pairwise(sizes)]
    jumps = [n for n, step in enumerate(steps) if _is_jump(step)]
    steady = all(1 / _STEADY < step < _STEADY for n, step in enumerate(steps) if n not in jumps)
    if not jumps or not steady or len(jumps) > 2:
        return
    if len(jumps) == 1 and len(known) > 3:
        # The last step into one odd row at an end, or a change of unit from here on.
        yield known[jumps[0]] if jumps[0] == 0 else known[jumps[0] + 1]
    elif len(jumps) == 2 and _is_back(*(steps[n] for n in jumps)):
        yield known[jumps[0] + 1]


def _is_jump(step: Decimal) -> bool:
    return _LEAST <= max(step, 1 / step) <= _MOST


def _is_back(first: Decimal, second: Decimal) -> bool:
    """Whether the second jump undoes the first."""
    return (first > 1) != (second > 1)


def _than(series: Series, odd: Observation) -> str:
    others = [abs(o.value) for o in series.known if o is not odd and o.value is not None]
    middle = sorted(others)[len(others) // 2]
    assert odd.value is not None
    return "larger" if abs(odd.value) > middle else "smaller"


RULE = Rule(CODE, _examine, looks="series")
