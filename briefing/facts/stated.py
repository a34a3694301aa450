"""Facts that a source states, as the manifest writes them."""

from datetime import date
from decimal import Decimal

from briefing import model
from briefing.facts.at_period import over
from briefing.figures import NoValueError, Quantity, RefusedError

_BOUNDS = ("<", ">")


def state(spec: model.Spec, stated: model.FactSpec) -> model.Fact:
    """The fact: a decimal, perhaps with a bound, or a date as a Period.

    One that the edition doesn't know yet has no value, and says so; one that is valid no longer
    says as of when it held. Raises RefusedError for a value that its unit doesn't fit.
    """
    value, bound = _read(stated)
    reason = _unknown(spec, stated, value)
    cell = model.CellRef(
        stated.value.place.file, stated.value.place.line, model.stated_column(stated.name)
    )
    return model.Fact(
        name=stated.name,
        value=None if reason else value,
        unit=stated.unit,
        period=stated.period,
        kind=stated.kind,
        status=model.Status.MISSING if reason else model.Status.FINAL,
        reason=reason,
        sources=(stated.source,) if stated.source else (),
        cells=(cell,),
        resolution=model.resolution(value) if isinstance(value, Decimal) else None,
        bound=bound,
        label=stated.label,
        stale=_stale(spec, stated),
        as_of=stated.as_of,
    )


def disagreement(fact: model.Fact, computed: Quantity) -> str:
    """What sets a stated fact apart from what it should equal; nothing when they agree.

    They agree when they differ by at most half the stated value's last digit. Raises NoValueError
    when there is nothing to compare with, RefusedError when the units don't go together.
    """
    value = _compared(fact, computed)
    assert isinstance(fact.value, Decimal)
    if fact.bound:
        holds = value < fact.value if fact.bound == "<" else value > fact.value
    else:
        holds = 2 * abs(value - fact.value) <= (fact.resolution or 0)
    if holds:
        return ""
    return f"{fact.bound}{fact.value} is stated, but the data give {value:.8g} {fact.unit}"


def _read(stated: model.FactSpec) -> tuple[Decimal | model.Period, str]:
    text = stated.value.text.strip()
    try:
        if stated.unit.dimension is model.Dimension.DATE:
            return model.Period.parse(text), ""
        bound = text[:1] if text.startswith(_BOUNDS) else ""
        return model.number(text.removeprefix(bound)), bound
    except ValueError as error:
        hint = 'write a number such as 1610.9 or "<1"'
        if stated.unit.dimension is model.Dimension.DATE:
            hint = "write a date: 2019-09-03, 2019-09, 2019 or a range 2019-09-02..2019-09-03"
        raise RefusedError("B260", f"fact {stated.name}: {error}", hint) from None


def _unknown(spec: model.Spec, stated: model.FactSpec, value: Decimal | model.Period) -> str:
    """Why the edition doesn't know the fact, or nothing."""
    for name, values in stated.when.items():
        if spec.parameters.get(name) not in values:
            return f"it holds where {name} is {' or '.join(values)}"
    if stated.period is not None and stated.period.end > spec.period.end:
        return f"its period, {stated.period}, ends after this edition’s, {spec.period}"
    if isinstance(value, model.Period) and value.end > spec.period.end:
        return f"its date, {value}, is after this edition’s period, {spec.period}"
    if stated.as_of is not None and spec.released is not None and stated.as_of > spec.released:
        return f"it is known as of {stated.as_of}, after this edition’s release, {spec.released}"
    return ""


def _stale(spec: model.Spec, stated: model.FactSpec) -> date | None:
    """As of when a fact holds whose validity ended before the edition's date; None: it is valid."""
    today, valid = spec.released, stated.valid
    if valid is None or today is None or today <= valid.end:
        return None
    return stated.checked or stated.as_of or valid.end


def _compared(fact: model.Fact, computed: Quantity) -> Decimal:
    """The computed value at the fact's period and in its unit."""
    if isinstance(computed, model.Family):
        message = f"fact {fact.name}: `equals` is a family, not one value"
        raise RefusedError("B255", message, "name one of its members, or sum(…) it")
    if isinstance(computed, model.Series):
        if fact.period is None:
            message = f"fact {fact.name}: `equals` is a series, but the fact has no period"
            raise RefusedError("B255", message, "give the fact its `period:`")
        computed = over(computed, fact.period, computed.name or "the expression")
    if not isinstance(computed.value, Decimal) or fact.unit.dimension is model.Dimension.DATE:
        raise NoValueError(computed.reason or "a date equals no amount", "")
    if {computed.unit, fact.unit} == {model.RATIO, model.PERCENT}:
        factor = 100 if fact.unit == model.PERCENT else Decimal("0.01")
        return computed.value * factor
    if not computed.unit.converts_to(fact.unit):
        message = f"fact {fact.name}: {fact.unit} is stated, `equals` gives {computed.unit}"
        raise RefusedError("B255", message, "both must be of one unit (only the scale converts)")
    return computed.unit.convert(computed.value, fact.unit)
