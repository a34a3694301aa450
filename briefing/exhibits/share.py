"""Shares: the parts of a whole, at one period or an earlier and a later one."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from msgspec.structs import replace

from briefing import model
from briefing.exhibits import alt_text, notes, periods
from briefing.exhibits.amounts import common_unit, fact, number, printed, sources
from briefing.exhibits.chosen import nothing
from briefing.exhibits.described import described
from briefing.exhibits.frame import Frame, Unshowable
from briefing.exhibits.marked import marked
from briefing.exhibits.selection import Shown, is_family, members, place, series_of, statistic
from briefing.language import groups
from briefing.language.told import Pieces

_WHOLE = Decimal(100)
# Parts that each were rounded to a tenth may add up to a little more than the whole.
_SLACK = Decimal("0.5")
_WHOLES = "show the parts of one whole: shares in per cent, or amounts that add up"
_LEFT = "what the source leaves unsaid is no part: show them as `kind: ranking` or `grid`"
# No series has this name.
_REST = ""


def share(frame: Frame) -> model.Exhibit:
    """Parts in per cent of their whole, the largest first, the rest last; a line a period."""
    asked, listed = frame.asked, (*series_of(frame), *_own_rest(frame))
    span = _periods(frame, listed)
    shown = [item for item in listed if any(_has(item, p) for p in span)]
    parts = {p: _parts(frame, shown, p) for p in span}
    keys = _order(frame, shown, parts[span[-1]])
    labels = {item.name: item.label for item in shown}
    subject = _subject(frame, shown)
    rows = {p: _with_rest(frame, parts[p], keys) for p in span}
    names = [*keys, *sorted({n for row in rows.values() for n in row} - set(keys))]
    labels |= {name: frame.captions.forms.others for name in names if name not in labels}
    every = [row[name] for row in rows.values() for name in names if name in row]
    told = notes.told_of_all(every)
    lines = tuple(
        model.Line(
            str(p), frame.speech.period(p), _points(frame, rows[p], names, labels, subject, told)
        )
        for p in span
    )
    parted = {p: [(labels[n], rows[p][n]) for n in names if n in rows[p]] for p in span}
    sentences = _sentences(frame, parted, every)
    chart = model.Chart(
        asked.kind, marked(frame, lines), frame.speech.unit(model.PERCENT), asked.mode
    )
    marks = notes.notes(frame, every, [p.text for line in lines for p in line.points], told)
    return model.Exhibit(
        name=asked.name,
        kind=asked.kind,
        content=chart,
        subtitle=notes.titled(frame, _subtitle(frame, shown), every),
        says=described(frame, chart, sentences),
        notes=frame.lines((*_whole(frame, shown, parts), *_rounding(frame, lines), *marks)),
        sources=sources(every),
        wide=frame.asked.wide,
    )


def _sentences(
    frame: Frame,
    parted: Mapping[model.Period, Sequence[tuple[str, model.Fact]]],
    every: Sequence[model.Fact],
) -> list[Pieces]:
    """The parts of each period in words, as they are labelled."""
    own = 1 if frame.asked.decimals is None else frame.asked.decimals
    write = alt_text.as_labelled(every, model.PERCENT, [own] * len(every))
    return [
        alt_text.values(frame, frame.speech.period(period), items, write)
        for period, items in parted.items()
    ]


def _own_rest(frame: Frame) -> tuple[Shown, ...]:
    """The source's own “Other”, which `totals:` keeps out of ranks: of shares it is a part."""
    if not is_family(frame):
        return ()
    family = frame.facts.families[frame.asked.show[0].text]
    keys = [
        key for key in sorted(family.totals & set(family.members)) if key.casefold() in groups.RESTS
    ]
    return tuple(members(frame, family, keys))


def _whole(
    frame: Frame, shown: Sequence[Shown], parts: Mapping[model.Period, Mapping[str, model.Fact]]
) -> tuple[Pieces, ...]:
    """What amounts are divided by: the sum of those listed, of the newest period."""
    if all(item.series.unit == model.PERCENT for item in shown):
        return ()
    newest = parts[max(parts)].values()
    asked = frame.asked.show[0].text
    made = [model.reference(item.name) for item in shown if item.name in parts[max(parts)]]
    listed = model.call("listed", model.reference(asked) if is_family(frame) else model.plus(made))
    return (frame.captions.of_the_listed(alt_text.counted(listed, newest)),)


def _rounding(frame: Frame, lines: tuple[model.Line, ...]) -> tuple[str, ...]:
    """That printed parts miss the whole by their rounding, where they do."""
    for line in lines:
        printed_parts = (frame.speech.digits(point.text) for point in line.points)
        if sum((Decimal(part) for part in printed_parts if part), Decimal(0)) != _WHOLE:
            return (frame.speech.words.rounded_sums,)
    return ()


def _subtitle(frame: Frame, shown: Sequence[Shown]) -> tuple[str, ...]:
    """The manifest's own, else what is shared out and where; then the unit."""
    own = frame.text(frame.asked.subtitle)
    named = (own,) if own else (statistic(frame, shown), place(frame, shown))
    return (*named, frame.speech.unit(model.PERCENT))


def _subject(frame: Frame, shown: Sequence[Shown]) -> str | None:
    code = frame.subject({item.key for item in shown})
    return next((item.name for item in shown if code and item.key == code), None)


def _periods(frame: Frame, shown: Sequence[Shown]) -> tuple[model.Period, ...]:
    """Those listed that have a value, else the edition's or the latest."""
    listed = periods.asked(frame)
    if not frame.asked.periods:
        newest = periods.newest(frame, shown)
        listed = (newest,) if newest else ()
    known = tuple(p for p in listed if any(_has(item, p) for item in shown))
    if not known:
        raise Unshowable(nothing(frame))
    return known


def _has(item: Shown, period: model.Period) -> bool:
    observation = item.series.at(period)
    return observation is not None and observation.value is not None


def _parts(frame: Frame, shown: Sequence[Shown], period: model.Period) -> Mapping[str, model.Fact]:
    """The parts' facts in per cent by name; amounts are divided by their sum.

    Such a quotient is made from the cells of all, and is no surer than the least sure of them.
    """
    facts = [fact(item, period, item.series.at(period)) for item in shown if _has(item, period)]
    if not facts:
        return {}
    unit = common_unit(frame, facts)
    if unit.dimension is model.Dimension.PERCENT:
        return {f.name: f for f in facts}
    values = {f.name: f.unit.convert(number(f), unit) for f in facts}
    whole = model.added(values.values())
    if whole <= 0 or min(values.values()) < 0:
        raise Unshowable(_no_whole(frame, "has parts below zero"))
    parts = model.plus(model.reference(name) for name in values)
    status = model.together(*(f.status for f in facts))
    cells = tuple(c for f in facts for c in f.cells)
    return {
        f.name: replace(
            f,
            name=f"part({f.name})",
            value=model.divide(_WHOLE * values[f.name], whole),
            unit=model.PERCENT,
            status=status,
            sources=sources(facts),
            derivation=model.call("share", model.reference(f.name), parts),
            cells=tuple(dict.fromkeys((*f.cells, *cells))),
            resolution=None,
        )
        for f in facts
    }


def _order(frame: Frame, shown: Sequence[Shown], newest: Mapping[str, model.Fact]) -> list[str]:
    """Names from the largest at the newest period, at most `top`; then those not in it."""

    def place(item: Shown) -> tuple[Decimal, str]:
        part = newest.get(item.name)
        return (-part.value if part and isinstance(part.value, Decimal) else _WHOLE, item.name)

    ordered = [item.name for item in sorted(shown, key=place)]
    return ordered[: frame.asked.top] if frame.asked.top else ordered


def _with_rest(
    frame: Frame, parts: Mapping[str, model.Fact], keys: list[str]
) -> dict[str, model.Fact]:
    """The chosen parts and, where they leave a tenth of a per cent or more, the rest."""
    row = {name: parts[name] for name in keys if name in parts}
    values = [f.value for f in row.values() if isinstance(f.value, Decimal)]
    total = model.added(values)
    if total > _WHOLE + _SLACK or min(values, default=Decimal(0)) < 0:
        raise Unshowable(_no_whole(frame, "has parts that are larger than their whole"))
    if _WHOLE - total < Decimal("0.1") or not row:
        return row
    if len(row) == len(parts) and any(
        n.rpartition("[")[2][:-1].casefold() in groups.RESTS for n in row
    ):
        if _WHOLE - total > _SLACK:
            why = f"has parts and a rest of {total:f} per cent in all"
            raise Unshowable(_no_whole(frame, why, _LEFT))
        return row
    first = next(iter(row.values()))
    facts = tuple(parts.values())
    row[_REST] = replace(
        first,
        name=f"{frame.asked.name}: other",
        value=_WHOLE - total,
        status=model.together(*(f.status for f in facts)),
        sources=sources(facts),
        derivation=model.less(
            model.Literal(_WHOLE), model.plus(model.reference(f.name) for f in row.values())
        ),
        cells=tuple(dict.fromkeys(c for f in facts for c in f.cells)),
        resolution=None,
        label=None,
    )
    return row


def _points(
    frame: Frame,
    row: Mapping[str, model.Fact],
    names: Sequence[str],
    labels: Mapping[str, str],
    subject: str | None,
    told: model.Status,
) -> tuple[model.Point, ...]:
    any_fact = next(iter(row.values()))
    asked = frame.asked.decimals
    points = []
    for name in names:
        part = row.get(name) or replace(any_fact, name=name, value=None, cells=(), derivation=None)
        points.append(
            model.Point(
                value=part.value if isinstance(part.value, Decimal) else None,
                text=printed(frame, part, model.PERCENT, 1 if asked is None else asked),
                fact=part,
                label=labels[name],
                status=model.Status.FINAL if part.status is told else part.status,
                highlighted=name == subject,
                key=name.partition("[")[2].removesuffix("]"),
            )
        )
    return tuple(points)


def _no_whole(frame: Frame, why: str, hint: str = _WHOLES) -> model.Refusal:
    return model.Refusal(f"exhibit {frame.asked.name} {why}", hint, "B355")
