"""Bars, lines and areas over periods."""

from collections.abc import Sequence
from decimal import Decimal

from msgspec.structs import replace

from briefing.exhibits import alt_text, amounts, notes, periods
from briefing.exhibits.chosen import Chosen, chosen
from briefing.exhibits.described import described
from briefing.exhibits.frame import Frame
from briefing.exhibits.made import in_percent, indexed, summed
from briefing.exhibits.marked import levels, marked
from briefing.exhibits.selection import Shown, place, statistic
from briefing.model import Chart, Dimension, Exhibit, Fact, Line, Point, Unit

# A line whose lowest value is so large beside its highest is drawn without the part below it.
_FAR_FROM_ZERO = Decimal("0.6")
# Panels whose largest values are so many times apart have scales of their own.
_APART = 10
_PANELS = {"bars": 2, "line": 4}


def over_time(frame: Frame) -> Exhibit:
    """A chart of series over their periods; gaps stay, a part-year is hollow."""
    mode = _mode(frame)
    found = chosen(frame, mode != "grouped")
    shown, facts = _rows(frame, found, mode)
    every = [f for line in facts for f in line]
    unit = amounts.common_unit(frame, every)
    subject = frame.subject({item.key for item in shown} - {""})
    decimals = _all_decimals(frame, facts, unit)
    beside = {item.name for item in found.compared}
    lines = tuple(
        Line(
            item.name,
            item.label,
            _points(frame, row, unit, own, bool(subject) and item.key == subject),
            item.name in beside,
        )
        for item, row, own in zip(shown, facts, decimals, strict=True)
    )
    chart = Chart(
        frame.asked.kind,
        marked(frame, lines),
        _unit(frame, unit),
        mode,
        _totals(frame, facts, unit) if mode == "stacked" else (),
        levels(frame, unit, max(map(max, decimals))),
    )
    told = {
        (f.name, f.period): own
        for row, places in zip(facts, decimals, strict=True)
        for f, own in zip(row, places, strict=True)
    }
    write = alt_text.to_decimals(unit, told)
    return _exhibit(frame, _scaled(frame, chart), found, facts, shown, write)


def _exhibit(
    frame: Frame,
    chart: Chart,
    found: Chosen,
    facts: Sequence[Sequence[Fact]],
    shown: Sequence[Shown],
    write: alt_text.Writer,
) -> Exhibit:
    every = [f for line in facts for f in line]
    labelled = [(item.label, row) for item, row in zip(shown, facts, strict=True)]
    parts = (statistic(frame, shown, len(found.rest)), place(frame, shown), chart.unit)
    return Exhibit(
        name=frame.asked.name,
        kind=frame.asked.kind,
        content=chart,
        subtitle=notes.titled(frame, _own(frame, parts), every),
        says=described(
            frame,
            chart,
            (alt_text.courses(frame, labelled, write), *notes.gaps(frame, labelled)),
        ),
        notes=frame.lines(
            (
                *found.note,
                *notes.scales(frame, chart),
                *notes.gaps(frame, labelled),
                *notes.breaks(frame, labelled),
                *notes.notes(frame, every, notes.printed(chart.lines)),
            )
        ),
        sources=amounts.sources([*every, *(level.fact for level in chart.levels)]),
        wide=frame.asked.wide,
    )


def _own(frame: Frame, parts: tuple[str, ...]) -> tuple[str, ...]:
    """The manifest's own subtitle for statistic and place, where it has one."""
    own = frame.text(frame.asked.subtitle)
    return (own, parts[-1]) if own else parts


def _mode(frame: Frame) -> str:
    """Areas lie on each other; of other charts as the manifest says."""
    mode = frame.asked.mode
    return "stacked" if frame.asked.kind == "area" and mode == "grouped" else mode


def _unit(frame: Frame, unit: Unit) -> str:
    if frame.asked.index is None:
        return frame.speech.unit(unit)
    return f"{frame.speech.period(frame.asked.index, short=True)}\N{NO-BREAK SPACE}= 100"


def _rows(frame: Frame, found: Chosen, mode: str) -> tuple[tuple[Shown, ...], list[list[Fact]]]:
    """What is drawn, with the figures of each: of a stack the rest added up, as shares or an index
    where the manifest asks for it."""
    shown = (*found.shown, *found.compared)
    rows = [[amounts.fact(item, p, periods.at(item, p)) for p in found.span] for item in shown]
    if found.rest:
        rest = [
            [amounts.fact(item, p, periods.at(item, p)) for p in found.span] for item in found.rest
        ]
        shown = (*shown, _others(frame, found.rest[0]))
        rows.append([summed(column) for column in zip(*rest, strict=True)])
    if mode == "percent":
        return shown, in_percent(frame, rows)
    if frame.asked.index is not None:
        return shown, indexed(frame, rows, frame.asked.index)
    return shown, rows


def _others(frame: Frame, like: Shown) -> Shown:
    """What all that a stack leaves out is together called."""
    name = f"{frame.asked.name}: other"
    return Shown(name, frame.captions.forms.others, like.series)


def _scaled(frame: Frame, chart: Chart) -> Chart:
    """The chart with what its axes span: from zero or not, one scale for all panels or one each."""
    drawn = [p.value for p in chart.points if p.value is not None]
    low, high = min(drawn), max(drawn)
    one = len({p.at for line in chart.lines for p in line.points}) == 1
    far = chart.kind == "line" and not one and low > high * _FAR_FROM_ZERO
    if chart.mode != "grouped" or len(chart.lines) <= _PANELS.get(chart.kind, 0):
        return replace(chart, from_zero=not far)
    largest = [max(abs(p.value or Decimal(0)) for p in line.points) for line in chart.lines]
    own = frame.asked.scale == "own" or (
        frame.asked.scale != "shared" and min(largest) * _APART < max(largest)
    )
    return replace(chart, from_zero=not far or own, own_scales=own)


def _totals(frame: Frame, rows: Sequence[Sequence[Fact]], unit: Unit) -> tuple[Point, ...]:
    """What the parts of a stack are in all, where none is missing or below zero."""
    if len(rows) == 1 or any(isinstance(f.value, Decimal) and f.value < 0 for r in rows for f in r):
        return ()
    whole = [
        summed(column) if all(f.value is not None for f in column) else None
        for column in zip(*rows, strict=True)
    ]
    known = [f for f in whole if f is not None]
    if not known:
        return ()
    return _points(frame, known, unit, _decimals(frame, known, unit), False)


def _all_decimals(frame: Frame, rows: Sequence[Sequence[Fact]], unit: Unit) -> list[list[int]]:
    """The decimals of each line; lines that end with values of one size have as many, and of
    shares and ratios all lines."""
    if unit.dimension not in (Dimension.PERCENT, Dimension.RATIO):
        return _as_many(rows, unit, [_decimals(frame, row, unit) for row in rows])
    every = iter(_decimals(frame, [f for row in rows for f in row], unit))
    return [[next(every) for _ in row] for row in rows]


def _as_many(
    rows: Sequence[Sequence[Fact]], unit: Unit, decimals: Sequence[list[int]]
) -> list[list[int]]:
    """As many decimals for each of the lines whose last values have as many digits before the
    point, and one source: 99.20 beside 99.00."""
    found: dict[tuple[object, ...], int] = {}
    sizes = [_size_of_last(row, unit) for row in rows]
    for size, own in zip(sizes, decimals, strict=True):
        found[size] = max(found.get(size, 0), *own, 0)
    return [
        own if len(set(own)) > 1 else [found[size]] * len(own)
        for size, own in zip(sizes, decimals, strict=True)
    ]


def _size_of_last(row: Sequence[Fact], unit: Unit) -> tuple[object, ...]:
    known = [s for s in (amounts.size(f, unit) for f in row) if s is not None]
    return (known[-1].adjusted() if known else None, *sorted({s for f in row for s in f.sources}))


def _decimals(frame: Frame, facts: Sequence[Fact], unit: Unit) -> list[int]:
    wanted = line_decimals(facts, unit)
    return amounts.aligned(frame, facts, unit, lambda _: wanted)


def _points(
    frame: Frame, facts: Sequence[Fact], unit: Unit, decimals: Sequence[int], subject: bool
) -> tuple[Point, ...]:
    return tuple(
        Point(
            value=amounts.size(f, unit),
            text=amounts.to_decimals(frame, f, unit, own),
            fact=f,
            at=f.period,
            label=_months(frame, f),
            status=f.status,
            hollow=f.period is not None and f.period.is_part_year,
            highlighted=subject,
        )
        for f, own in zip(facts, decimals, strict=True)
    )


def _months(frame: Frame, value: Fact) -> str:
    part = value.period is not None and value.period.is_part_year
    return frame.speech.months(value.period) if part and value.period else ""


def line_decimals(facts: Sequence[Fact], unit: Unit) -> int:
    """One decimal for all values of a line, none when its largest has four digits or is a count."""
    if unit.dimension in (Dimension.COUNT, Dimension.DAYS, Dimension.RANK):
        return 0
    if unit.dimension is Dimension.EXCHANGE:
        return amounts.own_decimals(facts)
    sizes = [abs(s) for s in (amounts.size(f, unit) for f in facts) if s is not None]
    return 0 if max(sizes, default=Decimal(0)) >= 1000 else 1
