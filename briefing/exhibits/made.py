"""Figures that a chart makes of others: sums of what is left out, shares of a period, indices."""

from collections.abc import Sequence
from decimal import Decimal

from msgspec.structs import replace

from briefing import model
from briefing.exhibits.amounts import number, sources
from briefing.exhibits.frame import Frame, Unshowable

_WHOLE = Decimal(100)
Row = Sequence[model.Fact]


def summed(facts: Row) -> model.Fact:
    """The figures of one period added up: those that have a value."""
    known = [f for f in facts if isinstance(f.value, Decimal)]
    if not known:
        return facts[0]
    unit = known[0].unit
    limits = [f.unit.convert(f.resolution, unit) for f in known if f.resolution is not None]
    return replace(
        known[0],
        name=" + ".join(f.name for f in known),
        value=model.added(f.unit.convert(number(f), unit) for f in known),
        status=model.together(*(f.status for f in known)),
        sources=sources(known),
        derivation=model.plus(model.reference(f.name) for f in known),
        cells=tuple(dict.fromkeys(c for f in known for c in f.cells)),
        resolution=max(limits, default=None),
        label=None,
    )


def in_percent(frame: Frame, rows: Sequence[Row]) -> list[list[model.Fact]]:
    """Each figure as a share of what all rows add up to at its period."""
    columns = [_shares(frame, column) for column in zip(*rows, strict=True)]
    return [list(row) for row in zip(*columns, strict=True)]


def _shares(frame: Frame, facts: Row) -> list[model.Fact]:
    known = [f for f in facts if isinstance(f.value, Decimal)]
    if any(number(f) < 0 for f in known):
        raise Unshowable(_below_zero(frame))
    whole = summed(facts)
    if not known or not number(whole):
        return [replace(f, value=None, unit=model.PERCENT, kind=model.Kind.RATIO) for f in facts]
    parts = model.plus(model.reference(f.name) for f in known)
    made = []
    for f in facts:
        value = None
        if isinstance(f.value, Decimal):
            value = model.divide(_WHOLE * f.unit.convert(f.value, whole.unit), number(whole))
        made.append(
            replace(
                f,
                name=f"share({f.name})",
                value=value,
                unit=model.PERCENT,
                kind=model.Kind.RATIO,
                status=whole.status if value is not None else f.status,
                sources=whole.sources,
                derivation=model.call("share", model.reference(f.name), parts),
                cells=tuple(dict.fromkeys((*f.cells, *whole.cells))),
                resolution=None,
            )
        )
    return made


def indexed(frame: Frame, rows: Sequence[Row], base: model.Period) -> list[list[model.Fact]]:
    """Each figure in percent of its own series' figure at the base."""
    return [_indexed(frame, row, base) for row in rows]


def _indexed(frame: Frame, row: Row, base: model.Period) -> list[model.Fact]:
    start = next((f for f in row if f.period == base), None)
    if start is None or not isinstance(start.value, Decimal) or start.value <= 0:
        raise Unshowable(_no_base(frame, row[0].name, base))
    at_base = model.call("at", model.reference(start.name), model.Quoted(str(base)))
    made = []
    for f in row:
        value = (
            model.divide(_WHOLE * f.value, start.value) if isinstance(f.value, Decimal) else None
        )
        steps = (model.Step("*", model.reference(f.name)), model.Step("/", at_base))
        made.append(
            replace(
                f,
                name=f"index({f.name})",
                value=value,
                unit=model.RATIO,
                kind=model.Kind.RATIO,
                derivation=model.Chain(model.Literal(_WHOLE), steps),
                cells=tuple(dict.fromkeys((*f.cells, *start.cells))),
                resolution=None,
            )
        )
    return made


def _below_zero(frame: Frame) -> model.Refusal:
    return model.Refusal(
        f"exhibit {frame.asked.name} has parts below zero",
        "show the parts of one whole, or write mode: stacked, which draws them below zero",
        "B355",
    )


def _no_base(frame: Frame, name: str, base: model.Period) -> model.Refusal:
    return model.Refusal(
        f"exhibit {frame.asked.name}: “{name}” has no figure above zero in {base}, the base of "
        "its index",
        "name a period that every series shown has: index: 2015",
        "B354",
    )
