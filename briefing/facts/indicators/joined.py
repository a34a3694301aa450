"""joined(x, y): one measure from two tables, y's where x has no value."""

from decimal import Decimal

from msgspec.structs import replace

from briefing.figures import Quantity, RefusedError, agree
from briefing.model import Fact, Family, Observation, Series, Unit


def joined(x: Quantity, y: Quantity) -> Quantity:
    """x with y's observation at each period at which x has no value, in x's unit.

    Each observation keeps its own cells, sources, status and last digit. Of families also the
    members that only y has.
    """
    if isinstance(x, Series) and isinstance(y, Series):
        return _series(x, y)
    if isinstance(x, Fact) and isinstance(y, Fact):
        agree((x, y), "joined")
        return x if x.value is not None else _at(y, x.unit)
    if isinstance(x, Family) and isinstance(y, Family):
        members = {key: _member(key, x, y) for key in sorted({*x.members, *y.members})}
        countries = x.countries and y.countries
        return replace(x, members=members, totals=x.totals | y.totals, countries=countries)
    message = "joined wants two series, two families or two values"
    raise RefusedError("B254", message, "name a member of the family: joined(a[CHN], b)")


def _member(key: str, x: Family, y: Family) -> Series:
    first, second = x.members.get(key), y.members.get(key)
    if first is not None and second is not None:
        return _series(first, second)
    if first is not None:
        return first
    assert second is not None
    other = next(iter(x.members.values()), second)
    return _series(replace(second, unit=other.unit, observations=()), second)


def _series(x: Series, y: Series) -> Series:
    agree((x, y), "joined")
    known = {o.period: o for o in x.observations}
    for o in y.observations:
        if o.period not in known or known[o.period].value is None:
            known[o.period] = _converted(o, y.unit, x.unit)
    return replace(x, observations=tuple(known[period] for period in sorted(known)))


def _converted(o: Observation, unit: Unit, to: Unit) -> Observation:
    value = None if o.value is None else unit.convert(o.value, to)
    exact = None if o.resolution is None else unit.convert(o.resolution, to)
    return replace(o, value=value, resolution=exact)


def _at(fact: Fact, to: Unit) -> Fact:
    value = fact.value
    if isinstance(value, Decimal):
        value = fact.unit.convert(value, to)
    exact = None if fact.resolution is None else fact.unit.convert(fact.resolution, to)
    return replace(fact, unit=to, value=value, resolution=exact)
