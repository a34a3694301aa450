"""Maps: a figure for each country, as shades or as circles."""

from collections.abc import Iterator, Sequence

from briefing import model
from briefing.exhibits import alt_text, amounts, notes, periods
from briefing.exhibits.chosen import nothing
from briefing.exhibits.described import described
from briefing.exhibits.frame import Frame, Unshowable
from briefing.exhibits.marked import marked
from briefing.exhibits.over_time import line_decimals
from briefing.exhibits.selection import Shown, families_of, members, place
from briefing.geography import countries

# So many figures are told in words; the table behind the map has all.
_TOLD = 10


def world_map(frame: Frame) -> model.Exhibit:
    """One family of countries at one period, the largest first."""
    families = families_of(frame)
    if len(families) != 1 or not families[0].countries:
        raise Unshowable(_not_countries(frame))
    (family,) = families
    shown = members(frame, family, family.listed)
    listed = periods.asked(frame)
    period = listed[-1] if listed else periods.newest(frame, shown)
    if period is None:
        raise Unshowable(nothing(frame))
    pairs = [(item, amounts.fact(item, period, item.series.at(period))) for item in shown]
    known = [(item, f) for item, f in pairs if f.value is not None]
    if not known:
        raise Unshowable(nothing(frame))
    known.sort(key=lambda pair: (-amounts.number(pair[1]), pair[0].key))
    return _exhibit(frame, family, known, period)


def _exhibit(
    frame: Frame,
    family: model.Family,
    known: Sequence[tuple[Shown, model.Fact]],
    period: model.Period,
) -> model.Exhibit:
    facts = [f for _, f in known]
    unit, told = amounts.common_unit(frame, facts), notes.told_of_all(facts)
    label, written = frame.text(family.label), frame.speech.unit(unit)
    points = tuple(_points(frame, family, known, unit, told))
    lines = marked(frame, (model.Line(family.name, label, points),))
    own = frame.text(frame.asked.subtitle)
    named = (own,) if own else (label, place(frame, [item for item, _ in known]))
    when = frame.speech.period(period)
    head = frame.captions.with_unit(label, when) if label else when
    largest = [(frame.full_name(item.key), f) for item, f in known[:_TOLD]]
    chart = model.Chart("map", lines, written, frame.asked.mode, about=_reporter(frame))
    write = alt_text.as_labelled(facts, unit, _decimals(frame, facts, unit))
    return model.Exhibit(
        name=frame.asked.name,
        kind=frame.asked.kind,
        content=chart,
        subtitle=notes.titled(frame, (*named, written), facts),
        says=described(frame, chart, [alt_text.values(frame, head, largest, write)]),
        notes=frame.lines(
            (
                frame.captions.listed(alt_text.listed(family.name, facts), len(known), ""),
                *_off_map(frame, known),
                frame.captions.forms.boundaries,
                *notes.notes(frame, facts, [], told),
            )
        ),
        sources=amounts.sources(facts),
        wide=frame.asked.wide,
    )


def _points(
    frame: Frame,
    family: model.Family,
    known: Sequence[tuple[Shown, model.Fact]],
    unit: model.Unit,
    told: model.Status,
) -> Iterator[model.Point]:
    facts = [f for _, f in known]
    decimals = _decimals(frame, facts, unit)
    subject = frame.subject(family.members)
    for (item, f), own in zip(known, decimals, strict=True):
        yield model.Point(
            amounts.size(f, unit),
            amounts.to_decimals(frame, f, unit, own),
            f,
            label=item.label,
            status=model.Status.FINAL if f.status is told else f.status,
            highlighted=item.key == subject,
            key=item.key,
        )


def _decimals(frame: Frame, facts: Sequence[model.Fact], unit: model.Unit) -> list[int]:
    wanted = line_decimals(facts, unit)
    return amounts.aligned(frame, facts, unit, lambda _: wanted)


def _off_map(frame: Frame, known: Sequence[tuple[Shown, model.Fact]]) -> tuple[str, ...]:
    """Which of them are too small for the map."""
    on_map = {country.code for country in countries()}
    off = [item.label for item, _ in known if item.key not in on_map]
    return (frame.captions.off_map(off),) if off else ()


def _reporter(frame: Frame) -> str:
    return frame.spec.parameters.get("reporter", "")


def _not_countries(frame: Frame) -> model.Refusal:
    return model.Refusal(
        f"exhibit {frame.asked.name}: a map shows one family of countries",
        "show a family that is cut by a column of country codes: show: exports_to",
        "B352",
    )
