"""The figures that the rules set against each other: values with what rounding leaves open."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from msgspec import Struct

from briefing import model
from briefing.figures import change

_FEWEST, _MOST = 8, 34


class Figure(Struct, frozen=True):
    """A value in its unit; it may be off by `half`, half the worth of its last digit."""

    value: Decimal
    unit: model.Unit
    half: Decimal
    cells: tuple[model.CellRef, ...]

    def within(self, unit: model.Unit) -> "Figure":
        """The figure in another scale of its unit."""
        value, half = (self.unit.convert(v, unit) for v in (self.value, self.half))
        return Figure(value, unit, half, self.cells)


def figure(found: model.Observation | model.Fact, unit: model.Unit) -> Figure | None:
    """The figure that an observation in that unit, or a fact, has; None without a value."""
    if not isinstance(found.value, Decimal):
        return None
    return Figure(found.value, unit, (found.resolution or Decimal(0)) / 2, found.cells)


def figures(facts: model.Facts, name: str) -> Mapping[model.Period | None, Figure]:
    """The figures of a series, a fact or a member (`exports_to[CHN]`) by period, with a value."""
    found = named(facts, name)
    if found is None:
        return {}
    if isinstance(found, model.Fact):
        own = figure(found, found.unit)
        return {} if own is None or found.bound else {found.period: own}
    return of_series(found)


def of_series(series: model.Series) -> Mapping[model.Period | None, Figure]:
    """A series' figures by period."""
    made = ((o.period, figure(o, series.unit)) for o in series.observations)
    return {period: own for period, own in made if own is not None}


def named(facts: model.Facts, name: str) -> model.Series | model.Fact | None:
    """What bears the name; None for a family and where there is nothing."""
    called = model.reference(name)
    if called.key:
        family = facts.families.get(called.name)
        return family.members.get(called.key) if family else None
    return facts.series.get(name) or facts.stated.get(name)


def apart(one: Figure, others: Sequence[Figure]) -> Decimal:
    """One less the others' sum, in one's unit; zero where rounding explains it, or units differ."""
    if not all(other.unit.converts_to(one.unit) for other in others):
        return Decimal(0)
    like = [other.within(one.unit) for other in others]
    difference = change(model.added(other.value for other in like), one.value)
    tolerance = model.added((one.half, *(other.half for other in like)))
    return difference if abs(difference) > tolerance else Decimal(0)


def cell_place(cells: Sequence[model.CellRef], otherwise: model.Place) -> model.Place:
    """Where the one cell of a stored figure stands; for others the given place."""
    if len(cells) != 1:
        return otherwise
    return model.Place(cells[0].file, cells[0].row)


def stored_families(facts: model.Facts) -> Iterator[model.Family]:
    """The families that are cut from a table."""
    for family in facts.families.values():
        if not any(member.derivation for member in family.members.values()):
            yield family


def stored_series(facts: model.Facts) -> Iterator[model.Series]:
    """All series that are cut from a table, members of families too."""
    yield from (series for series in facts.series.values() if not series.derivation)
    for family in stored_families(facts):
        yield from family.members.values()


def told_apart(one: Decimal, other: Decimal) -> tuple[str, str]:
    """Two values that differ, with as many digits as tell them apart, at least eight."""
    for digits in range(_FEWEST, _MOST + 1):
        texts = [f"{Decimal(f'{value:.{digits}g}'):f}" for value in (one, other)]
        if texts[0] != texts[1]:
            break
    return texts[0], texts[1]


def written(value: Decimal) -> str:
    """A value for a message: at most eight significant digits, no exponent."""
    text = f"{value:.8g}"
    return f"{Decimal(text):f}"
