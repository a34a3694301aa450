"""Slopes: what several series had at two times, and which rose."""

from collections.abc import Sequence

from briefing import model
from briefing.exhibits import alt_text, notes, periods
from briefing.exhibits.amounts import aligned, common_unit, fact, size, sources, to_decimals
from briefing.exhibits.chosen import last, nothing
from briefing.exhibits.described import described
from briefing.exhibits.frame import Frame, Unshowable
from briefing.exhibits.made import in_percent
from briefing.exhibits.marked import marked
from briefing.exhibits.over_time import line_decimals
from briefing.exhibits.selection import Shown, is_family, place, series_of, statistic

_MOST = 8


def slope(frame: Frame) -> model.Exhibit:
    """A line a series from an earlier to a later period; those without both are noted as missing.

    The periods are the two that the manifest lists, else the first and the last of the span.
    """
    shown = series_of(frame)
    ends = _ends(frame, shown)
    known = [item for item in shown if all(periods.known(item, p) for p in ends)]
    if not known:
        raise Unshowable(nothing(frame))
    subject = frame.subject({item.key for item in known} - {""})
    largest = sorted(known, key=lambda item: (-last(item, ends), item.key))
    top = largest[: frame.asked.top or _MOST]
    chosen = [i for i in largest if i in top or (subject and i.key == subject)]
    rows = [[fact(item, p, periods.at(item, p)) for p in ends] for item in chosen]
    if frame.asked.mode == "percent":
        rows = in_percent(frame, rows)
    lines, unit = _lines(frame, chosen, rows, subject)
    return _exhibit(frame, lines, unit, (chosen, known, top), rows, ends)


def _lines(
    frame: Frame,
    chosen: Sequence[Shown],
    rows: Sequence[Sequence[model.Fact]],
    subject: str,
) -> tuple[tuple[model.Line, ...], model.Unit]:
    """A line a series, and the unit of all; each end has as many decimals as tell its values
    apart."""
    unit = common_unit(frame, [f for row in rows for f in row])
    columns = [_texts(frame, column, unit) for column in zip(*rows, strict=True)]
    found = []
    for at, (item, row) in enumerate(zip(chosen, rows, strict=True)):
        strong = bool(subject) and item.key == subject
        points = (
            model.Point(size(f, unit), columns[n][at], f, f.period, "", f.status, False, strong)
            for n, f in enumerate(row)
        )
        found.append(model.Line(item.name, item.label, tuple(points)))
    return marked(frame, found), unit


def _exhibit(
    frame: Frame,
    lines: tuple[model.Line, ...],
    unit: model.Unit,
    found: tuple[Sequence[Shown], Sequence[Shown], Sequence[Shown]],
    rows: Sequence[Sequence[model.Fact]],
    ends: tuple[model.Period, model.Period],
) -> model.Exhibit:
    """The exhibit of those chosen, of all that are known and of the largest among them."""
    chosen, known, top = found
    every = [f for row in rows for f in row]
    own, written = frame.text(frame.asked.subtitle), frame.speech.unit(unit)
    named = (own,) if own else (statistic(frame, chosen), place(frame, chosen))
    newest = (fact(item, ends[1], periods.at(item, ends[1])) for item in known)
    counted = alt_text.listed(frame.asked.show[0].text, newest)
    listed = (frame.captions.listed(counted, len(top), ""),) if is_family(frame) else ()
    pairs = list(zip(chosen, rows, strict=True))
    said = []
    for n, period in enumerate(ends):
        items = [(item.label, row[n]) for item, row in pairs]
        column = [f for _, f in items]
        write = alt_text.as_labelled(column, unit, _decimals(frame, column, unit))
        said.append(alt_text.values(frame, frame.speech.period(period), items, write))
    chart = model.Chart("slope", lines, written)
    return model.Exhibit(
        name=frame.asked.name,
        kind=frame.asked.kind,
        content=chart,
        subtitle=notes.titled(frame, (*named, written), every),
        says=described(frame, chart, said),
        notes=frame.lines((*listed, *notes.notes(frame, every, notes.printed(lines)))),
        sources=sources(every),
        wide=frame.asked.wide,
    )


def _ends(frame: Frame, shown: Sequence[Shown]) -> tuple[model.Period, model.Period]:
    span = periods.span(frame, shown)
    if frame.asked.periods and len(span) != 2:
        raise Unshowable(
            model.Refusal(
                f"exhibit {frame.asked.name}: a slope has two periods, not {len(span)}",
                "name an earlier and a later period: periods: [2014, 2024]",
                "B352",
            )
        )
    known = [p for p in span if any(periods.known(item, p) for item in shown)]
    if len(known) < 2:
        raise Unshowable(nothing(frame))
    return known[0], known[-1]


def _decimals(frame: Frame, facts: Sequence[model.Fact], unit: model.Unit) -> list[int]:
    wanted = line_decimals(facts, unit)
    return aligned(frame, facts, unit, lambda _: wanted)


def _texts(frame: Frame, facts: Sequence[model.Fact], unit: model.Unit) -> list[str]:
    decimals = _decimals(frame, facts, unit)
    return [to_decimals(frame, f, unit, own) for f, own in zip(facts, decimals, strict=True)]
