"""Arithmetic on values with units, periods and keys, exactly."""

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from typing import TypeAlias, TypeVar

from msgspec import Struct, structs

from briefing import model
from briefing.figures.between import Undefined

_MOST_MAGNITUDE = 60
Part = TypeVar("Part")

# What an expression works on: a series, a series for each key, or one value.
Quantity: TypeAlias = model.Series | model.Family | model.Fact
Single: TypeAlias = model.Series | model.Fact


Formula: TypeAlias = Callable[[Sequence[Decimal]], Decimal | Undefined]
# From the operands' resolutions and values; all operands have a value.
Resolve: TypeAlias = Callable[[Sequence[Decimal | None], Sequence[Decimal]], Decimal | None]


def unlimited(_own: Sequence[Decimal | None], _values: Sequence[Decimal]) -> None:
    """A result whose digits the sources' last digits don't limit by themselves."""


def as_coarsest(own: Sequence[Decimal | None], _values: Sequence[Decimal]) -> Decimal | None:
    """A result of the operands' unit, as exact as the least exact of them."""
    return coarsest(own)


class Plan(Struct, frozen=True):
    """How operands of known units combine: `formula` on their values, each in its own unit."""

    unit: model.Unit
    kind: model.Kind | None
    formula: Formula
    resolution: Resolve = unlimited


class Made(Struct, frozen=True):
    """What came of a formula, with all that it was made of."""

    value: Decimal | None
    status: model.Status
    reason: str
    cells: tuple[model.CellRef, ...]
    sources: tuple[str, ...]
    resolution: Decimal | None

    def at(self, period: model.Period) -> model.Observation:
        """It as the observation of a period."""
        return model.Observation(
            period, self.value, self.status, self.reason, self.cells, self.sources, self.resolution
        )


def combine(items: Sequence[model.Observation | model.Fact], plan: Plan) -> Made:
    """The formula on the items' values.

    A missing item makes the result missing, with its reason; the worst status counts; cells and
    sources unite. An undefined result is *not applicable*, with its reason.
    """
    cells = united(item.cells for item in items)
    sources = united(item.sources for item in items)
    lacking = [item for item in items if item.value is None]
    if lacking:
        status = model.together(*(item.status for item in lacking))
        return Made(None, status, lacking[0].reason, cells, sources, None)
    values = [item.value for item in items if isinstance(item.value, Decimal)]
    result = _computed(plan.formula, values)
    if isinstance(result, Undefined):
        return Made(None, model.Status.NOT_APPLICABLE, result.reason, cells, sources, None)
    status = model.together(*(item.status for item in items))
    resolution = plan.resolution([item.resolution for item in items], values)
    return Made(result, status, "", cells, sources, resolution)


def _computed(formula: Formula, values: Sequence[Decimal]) -> Decimal | Undefined:
    try:
        result = formula(values)
    except ArithmeticError:
        return Undefined("the result is out of range")
    if isinstance(result, Decimal) and result and abs(result.adjusted()) > _MOST_MAGNITUDE:
        return Undefined("the result is out of range")
    return result


def apply(plan: Callable[[Sequence[Single]], Plan], *operands: Quantity) -> Quantity:
    """Operands combined: families on the keys that all have, series on the periods that all have.

    A single value goes with every period and key. `plan` may refuse the operands' units.
    """
    families = [operand for operand in operands if isinstance(operand, model.Family)]
    if not families:
        return _single(plan, [o for o in operands if not isinstance(o, model.Family)])
    shared = [key for key in families[0].members if all(key in f.members for f in families)]
    members: dict[str, model.Series] = {}
    for key in shared:
        row = [o.members[key] if isinstance(o, model.Family) else o for o in operands]
        member = _single(plan, row)
        if isinstance(member, model.Series):
            members[key] = member
    totals = frozenset().union(*(family.totals for family in families)) & members.keys()
    return model.Family("", members, totals, countries=all(family.countries for family in families))


def _single(plan: Callable[[Sequence[Single]], Plan], operands: Sequence[Single]) -> Single:
    made = plan(operands)
    by_period = [
        {o.period: o for o in operand.observations}
        if isinstance(operand, model.Series)
        else operand
        for operand in operands
    ]
    dated = [rows for rows in by_period if isinstance(rows, dict)]
    if not dated:
        facts = [operand for operand in operands if isinstance(operand, model.Fact)]
        return _value(combine(facts, made), made, facts)
    observations = tuple(
        combine([r[period] if isinstance(r, dict) else r for r in by_period], made).at(period)
        for period in dated[0]
        if all(period in rows for rows in dated)
    )
    return model.Series("", made.unit, made.kind or model.Kind.RATIO, observations)


def _value(made: Made, plan: Plan, facts: Sequence[model.Fact]) -> model.Fact:
    periods = {fact.period for fact in facts if fact.period is not None}
    return model.Fact(
        name="",
        value=made.value,
        unit=plan.unit,
        period=periods.pop() if len(periods) == 1 else None,
        kind=plan.kind,
        status=made.status,
        reason=made.reason,
        sources=made.sources,
        cells=made.cells,
        resolution=made.resolution,
    )


def coarsest(resolutions: Iterable[Decimal | None]) -> Decimal | None:
    """The largest of the resolutions that are known: what a sum can be exact to."""
    return max((r for r in resolutions if r is not None), default=None)


def total(items: Sequence[model.Observation]) -> Made:
    """The sum of observations of one unit."""
    ratio = Plan(model.RATIO, None, lambda values: sum(values, Decimal()), as_coarsest)
    return combine(items, ratio)


def each(quantity: Quantity, make: Callable[[model.Series], model.Series]) -> Quantity:
    """A series, or every member of a family, made into another. One value stays as it is."""
    if isinstance(quantity, model.Series):
        return make(quantity)
    if isinstance(quantity, model.Family):
        members = {key: make(series) for key, series in quantity.members.items()}
        return structs.replace(quantity, members=members)
    return quantity


def united(parts: Iterable[tuple[Part, ...]]) -> tuple[Part, ...]:
    """All the parts hold, each once, as they come."""
    return tuple(dict.fromkeys(item for part in parts for item in part))
