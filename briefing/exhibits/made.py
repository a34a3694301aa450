"""Figures that a chart makes of others: sums of what is left out, shares of a period, indices."""

from collections.abc import Sequence
from decimal import Decimal

from msgspec.structs import replace

from briefing.exhibits.frame import Frame, Problem, Unshowable
from briefing.exhibits.values import number, sources
from briefing.model.expression import Chain, Literal, Quoted, Step, call, plus, reference
from briefing.model.fact import Fact
from briefing.model.period import Period
from briefing.model.quotient import added, divide
from briefing.model.series import Kind, together
from briefing.model.unit import PERCENT, RATIO

_WHOLE = Decimal(100)
Row = Sequence[Fact]


def summed(facts: Row) -> Fact:
    """The figures of one period added up: those that have a value."""
    known = [f for f in facts if isinstance(f.value, Decimal)]
    if not known:
        return facts[0]
    unit = known[0].unit
    limits = [f.unit.convert(f.resolution, unit) for f in known if f.resolution is not None]
    return replace(
        known[0],
        name=" + ".join(f.name for f in known),
        value=added(f.unit.convert(number(f), unit) for f in known),
        status=together(*(f.status for f in known)),
        sources=sources(known),
        derivation=plus(reference(f.name) for f in known),
        cells=tuple(dict.fromkeys(c for f in known for c in f.cells)),
        resolution=max(limits, default=None),
        label=None,
    )


def in_percent(frame: Frame, rows: Sequence[Row]) -> list[list[Fact]]:
    """Each figure as a share of what all rows add up to at its period."""
    columns = [_shares(frame, column) for column in zip(*rows, strict=True)]
    return [list(row) for row in zip(*columns, strict=True)]


def _shares(frame: Frame, facts: Row) -> list[Fact]:
    known = [f for f in facts if isinstance(f.value, Decimal)]
    if any(number(f) < 0 for f in known):
        raise Unshowable(_below_zero(frame))
    whole = summed(facts)
    if not known or not number(whole):
        return [replace(f, value=None, unit=PERCENT, kind=Kind.RATIO) for f in facts]
    parts = plus(reference(f.name) for f in known)
    made = []
    for f in facts:
        value = None
        if isinstance(f.value, Decimal):
            value = divide(_WHOLE * f.unit.convert(f.value, whole.unit), number(whole))
        made.append(
            replace(
                f,
                name=f"share({f.name})",
                value=value,
                unit=PERCENT,
                kind=Kind.RATIO,
                status=whole.status if value is not None else f.status,
                sources=whole.sources,
                derivation=call("share", reference(f.name), parts),
                cells=tuple(dict.fromkeys((*f.cells, *whole.cells))),
                resolution=None,
            )
        )
    return made


def indexed(frame: Frame, rows: Sequence[Row], base: Period) -> list[list[Fact]]:
    """Each figure in percent of its own series' figure at the base."""
    return [_indexed(frame, row, base) for row in rows]


def _indexed(frame: Frame, row: Row, base: Period) -> list[Fact]:
    start = next((f for f in row if f.period == base), None)
    if start is None or not isinstance(start.value, Decimal) or start.value <= 0:
        raise Unshowable(_no_base(frame, row[0].name, base))
    at_base = call("at", reference(start.name), Quoted(str(base)))
    made = []
    for f in row:
        value = divide(_WHOLE * f.value, start.value) if isinstance(f.value, Decimal) else None
        steps = (Step("*", reference(f.name)), Step("/", at_base))
        made.append(
            replace(
                f,
                name=f"index({f.name})",
                value=value,
                unit=RATIO,
                kind=Kind.RATIO,
                derivation=Chain(Literal(_WHOLE), steps),
                cells=tuple(dict.fromkeys((*f.cells, *start.cells))),
                resolution=None,
            )
        )
    return made


def _below_zero(frame: Frame) -> Problem:
    return Problem(
        "B355",
        f"exhibit {frame.asked.name} has parts below zero",
        "show the parts of one whole, or write mode: stacked, which draws them below zero",
    )


def _no_base(frame: Frame, name: str, base: Period) -> Problem:
    return Problem(
        "B354",
        f"exhibit {frame.asked.name}: “{name}” has no figure above zero in {base}, the base of "
        "its index",
        "name a period that every series shown has: index: 2015",
    )
