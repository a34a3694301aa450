"""Sentences that say what an exhibit shows: its alternative text, by the writer of the prose."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import TypeAlias

from msgspec.structs import replace

from briefing import language
from briefing.exhibits.amounts import number, own_decimals, size, sources
from briefing.exhibits.frame import Frame
from briefing.language.amount import Amount, half_up
from briefing.language.told import Counted, Pieces, Told, joined
from briefing.model import RATIO, Dimension, Fact, Node, Period, Unit, call, reference

Writer: TypeAlias = Callable[[Frame, Fact], Told]

# Ends that lie nearer than that share of the larger are much the same.
_NEAR = Decimal("0.1")
_AS_PROSE = (Dimension.RANK, Dimension.DATE)


def told(frame: Frame, fact: Fact) -> Told:
    """A fact as prose tells it, with its period: “US$2.8 billion in 2025”."""
    return language.tell(fact, frame.language)


def to_decimals(unit: Unit, decimals: Mapping[tuple[str, Period | None], int]) -> Writer:
    """How a chart's figures are told: in its unit, to the decimals of their labels (by name and
    period); one that is nothing there, or a rank, as prose tells it."""

    def write(frame: Frame, value: Fact) -> Told:
        shown, own = size(value, unit), decimals.get((value.name, value.period))
        if shown is None or own is None or value.bound or unit.dimension in _AS_PROSE:
            return told(frame, value)
        rounded = half_up(shown, -own)
        if not rounded:
            return told(frame, value)
        return replace(told(frame, value), value=Amount(rounded, own, unit))

    return write


def course(frame: Frame, label: str, facts: Iterable[Fact], write: Writer = told) -> Pieces:
    """Whether a series rises or falls in all, its first, last, highest and lowest; extremes that
    are its ends aren't repeated."""
    known = [f for f in facts if isinstance(f.value, Decimal)]
    if not known:
        return ()
    first, last = known[0], known[-1]
    if len(known) > 1 and first.unit.dimension is not Dimension.RANK:
        trend = frame.speech.words.drawn.courses[direction([number(f) for f in known])]
        label = frame.captions.with_unit(label, trend)
    ends = [write(frame, f) for f in ([first] if first is last else [first, last])]
    highest, lowest = (
        None if extreme is first or extreme is last else write(frame, extreme)
        for extreme in (max(known, key=number), min(known, key=number))
    )
    return frame.captions.course(label, ends, highest, lowest)


def as_labelled(facts: Iterable[Fact], unit: Unit, decimals: Iterable[int]) -> Writer:
    """How these figures are told: in the chart's unit, as their labels are."""
    told_by = zip(facts, decimals, strict=True)
    return to_decimals(unit, {(f.name, f.period): own for f, own in told_by})


def direction(values: Sequence[Decimal]) -> str:
    """Whether values `rise` or `fall` from the first to the last, stay `steady`, or are `mixed`:
    end near where they began and lie far apart between."""
    most = max(abs(value) for value in values)
    apart, spread = values[-1] - values[0], max(values) - min(values)
    if abs(apart) >= _NEAR * max(abs(values[0]), abs(values[-1])) and apart:
        return "rise" if apart > 0 else "fall"
    return "steady" if spread <= _NEAR * most else "mixed"


def courses(
    frame: Frame, lines: Sequence[tuple[str, Sequence[Fact]]], write: Writer = told
) -> Pieces:
    """The course of each of several series, one sentence each."""
    return joined(" ", (course(frame, label, facts, write) for label, facts in lines))


def values(
    frame: Frame, head: str, items: Iterable[tuple[str, Fact]], write: Writer = told
) -> Pieces:
    """“2025: China US$4,656 million, Russia US$2,785 million.”"""
    written = [(name, write(frame, f)) for name, f in items if f.value is not None]
    return frame.captions.values(head, written) if written else ()


def counted(made: Node, facts: Iterable[Fact]) -> Counted:
    """How many figures these are, as a fact that is made of them so; of one period, if they are."""
    known = tuple(facts)
    periods = {f.period for f in known}
    fact = Fact(
        name=str(made),
        value=Decimal(len(known)),
        unit=RATIO,
        period=periods.pop() if len(periods) == 1 else None,
        sources=sources(known),
        derivation=made,
        cells=tuple(dict.fromkeys(cell for f in known for cell in f.cells)),
    )
    return Counted(len(known), fact)


def listed(names: str | Iterable[str], facts: Iterable[Fact]) -> Counted:
    """How many members of a family, or of these series, have a value."""
    of = (names,) if isinstance(names, str) else names
    return counted(call("listed", *(reference(name) for name in of)), facts)


def one_decimal(fact: Fact) -> int:
    """Decimals of a grid's cell: one for money, percentages and ratios, none for counts, a rate of
    exchange its own."""
    if fact.unit.dimension is Dimension.EXCHANGE:
        return own_decimals([fact])
    whole = (Dimension.COUNT, Dimension.RANK, Dimension.DAYS)
    return 0 if fact.unit.dimension in whole else 1
