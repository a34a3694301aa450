"""Dumbbells: two figures of one thing on one line, by period or by member."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from briefing import model
from briefing.exhibits import alt_text, notes, periods
from briefing.exhibits.amounts import aligned, common_unit, fact, number, size, sources, to_decimals
from briefing.exhibits.chosen import nothing
from briefing.exhibits.described import described
from briefing.exhibits.frame import Frame, Unshowable
from briefing.exhibits.marked import marked
from briefing.exhibits.mirror import both_flows, both_sides, reporters
from briefing.exhibits.over_time import line_decimals
from briefing.exhibits.selection import Shown, families_of, members, place, series_of, statistic
from briefing.language.amount import Amount, half_up
from briefing.language.told import Pieces

_TOP = 10
_BOTH = 2


class _Rows(Struct, frozen=True):
    """The rows of a panel: its head, and the figures of the filled marks, the rings and, of a
    mirror, the gaps; `of` are members that the rows are, else they are periods."""

    head: str
    filled: Sequence[model.Fact]
    rings: Sequence[model.Fact]
    gaps: Sequence[model.Fact] = ()
    of: Sequence[Shown] = ()


class _Made(Struct, frozen=True):
    """All rows, what filled marks and rings are called, and what the subtitle and notes say."""

    panels: Sequence[_Rows]
    names: tuple[str, str]
    measured: tuple[str, ...]
    notes: tuple[str | Pieces, ...] = ()


def dumbbell(frame: Frame) -> model.Exhibit:
    """Rows with a filled mark, a ring and the line between.

    Two families: a row a member. Two series: a row a period. With `mode: flows` the series of a
    mirror: both sides' figures of each flow, and the gap.
    """
    if frame.asked.mode == "flows":
        return _exhibit(frame, _mirrored(frame))
    families = all(phrase.text in frame.facts.families for phrase in frame.asked.show)
    return _exhibit(frame, _of_families(frame) if families else _of_series(frame))


def _mirrored(frame: Frame) -> _Made:
    panels = []
    for flow in both_flows(frame):
        made = [*both_sides(frame, flow)]
        if made:
            own, partner, _, gap = zip(*made, strict=True)
            panels.append(_Rows(flow.own.label, own, partner, gap))
    measured = (frame.captions.listing([rows.head for rows in panels], 0),)
    return _Made(panels, reporters(frame), measured, (frame.captions.forms.mirror_reasons,))


def _of_series(frame: Frame) -> _Made:
    shown = series_of(frame)
    if len(shown) != _BOTH:
        raise Unshowable(_not_two(frame, len(shown)))
    span = [p for p in periods.span(frame, shown) if all(periods.known(i, p) for i in shown)]
    one, other = ([fact(i, p, periods.at(i, p)) for p in span] for i in shown)
    measured = (statistic(frame, shown), place(frame, shown))
    panels = [_Rows("", one, other)] if span else []
    return _Made(panels, (shown[0].label, shown[1].label), measured)


def _of_families(frame: Frame) -> _Made:
    families = families_of(frame)
    if len(families) != _BOTH:
        raise Unshowable(_not_two(frame, len(families)))
    one, other = families
    both = [key for key in one.listed if key in other.members]
    firsts, seconds = members(frame, one, both), members(frame, other, both)
    listed = periods.asked(frame)
    period = listed[-1] if listed else periods.newest(frame, (*firsts, *seconds))
    if period is None:
        raise Unshowable(nothing(frame))
    rows = [
        (
            item,
            fact(item, period, periods.at(item, period)),
            fact(beside, period, periods.at(beside, period)),
        )
        for item, beside in zip(firsts, seconds, strict=True)
        if periods.known(item, period) and periods.known(beside, period)
    ]
    if not rows:
        raise Unshowable(nothing(frame))
    rows.sort(key=lambda row: (-number(row[1]), row[0].key))
    top = rows[: frame.asked.top or _TOP]
    of, filled, rings = zip(*top, strict=True)
    labels = (frame.text(one.label), frame.text(other.label))
    measured = (frame.captions.listing([label for label in labels if label], 0), place(frame, of))
    counted = alt_text.listed((one.name, other.name), (row[1] for row in rows))
    listed_note = (frame.captions.listed(counted, len(top), ""),)
    return _Made([_Rows("", filled, rings, (), of)], labels, measured, listed_note)


def _exhibit(frame: Frame, made: _Made) -> model.Exhibit:
    if not made.panels:
        raise Unshowable(nothing(frame))
    figures = [f for rows in made.panels for f in (*rows.filled, *rows.rings)]
    every = [*figures, *(f for rows in made.panels for f in rows.gaps)]
    unit = common_unit(frame, figures)
    own, written = frame.text(frame.asked.subtitle), frame.speech.unit(unit)
    chart = model.Chart(
        "dumbbell",
        marked(frame, tuple(_lines(frame, made, unit))),
        written,
        frame.asked.mode,
        own_scales=len(made.panels) > 1 and frame.asked.scale != "shared",
    )
    measured = (own,) if own else made.measured
    return model.Exhibit(
        name=frame.asked.name,
        kind=frame.asked.kind,
        content=chart,
        subtitle=notes.titled(frame, (*measured, written), figures),
        says=described(frame, chart, _says(frame, made, unit)),
        notes=frame.lines(
            (
                *notes.scales(frame, chart),
                *made.notes,
                *notes.notes(frame, every, notes.printed(chart.lines)),
            )
        ),
        sources=sources(every),
        wide=frame.asked.wide,
    )


def _parts(frame: Frame, made: _Made, rows: _Rows) -> Iterator[tuple[str, Sequence[model.Fact]]]:
    """What stands in a panel: the filled marks, the rings, the gaps, each by who it is of."""
    yield made.names[0], rows.filled
    yield made.names[1], rows.rings
    if rows.gaps:
        yield frame.captions.forms.gap, rows.gaps


def _says(frame: Frame, made: _Made, unit: model.Unit) -> Iterator[Pieces]:
    """Each side's course over the periods, or its figure of every member."""
    for rows in made.panels:
        for who, facts in _parts(frame, made, rows):
            head = frame.captions.with_unit(rows.head, who) if rows.head else who
            own = model.PERCENT if facts is rows.gaps else unit
            write = alt_text.as_labelled(facts, own, _decimals(frame, facts, own))
            if rows.of:
                named = [(item.label, f) for item, f in zip(rows.of, facts, strict=True)]
                yield alt_text.values(frame, head, named, write)
            else:
                yield alt_text.course(frame, head, facts, write)


def _lines(frame: Frame, made: _Made, unit: model.Unit) -> Iterator[model.Line]:
    """A line a part of each panel, called by the panel and who it is of."""
    for panel, rows in enumerate(made.panels):
        subject = frame.subject([item.key for item in rows.of])
        for who, facts in _parts(frame, made, rows):
            own = model.PERCENT if facts is rows.gaps else unit
            head = frame.captions.with_unit(rows.head, who) if rows.head else who
            points = _points(frame, facts, own, rows.of, subject, facts is rows.gaps)
            name = f"{frame.asked.name} {panel}: {who}"
            yield model.Line(name, head, points, panel=rows.head)


def _points(
    frame: Frame,
    facts: Sequence[model.Fact],
    unit: model.Unit,
    of: Sequence[Shown],
    subject: str,
    signed: bool,
) -> tuple[model.Point, ...]:
    decimals = _decimals(frame, facts, unit)
    points = []
    for row, (f, places) in enumerate(zip(facts, decimals, strict=True)):
        member = of[row] if of else None
        points.append(
            model.Point(
                size(f, unit),
                _signed(frame, f, places) if signed else to_decimals(frame, f, unit, places),
                f,
                None if member else f.period,
                member.label if member else "",
                f.status,
                highlighted=bool(subject) and member is not None and member.key == subject,
                key=member.key if member else "",
            )
        )
    return tuple(points)


def _decimals(frame: Frame, facts: Sequence[model.Fact], unit: model.Unit) -> list[int]:
    wanted = line_decimals(facts, unit)
    return aligned(frame, facts, unit, lambda _: wanted)


def _signed(frame: Frame, gap: model.Fact, decimals: int) -> str:
    """A gap with its unit, and a plus where it is one: “+14.3%”."""
    if not isinstance(gap.value, Decimal):
        return to_decimals(frame, gap, model.PERCENT, decimals)
    rounded = half_up(gap.value, -decimals)
    text = frame.speech.amount(Amount(rounded, decimals, model.PERCENT))
    return f"+{text}" if rounded > 0 else text


def _not_two(frame: Frame, count: int) -> model.Refusal:
    return model.Refusal(
        f"exhibit {frame.asked.name}: a dumbbell has two ends, not {count}",
        "show two series or two families; of a mirror’s four series write mode: flows",
        "B352",
    )
