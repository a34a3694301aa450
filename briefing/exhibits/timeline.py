"""Timelines: dated events in order."""

from collections.abc import Mapping

from briefing.exhibits import alt_text, notes
from briefing.exhibits.amounts import sources
from briefing.exhibits.chosen import nothing
from briefing.exhibits.frame import Frame, Unshowable
from briefing.exhibits.selection import events_of
from briefing.model import DATE, Event, Exhibit, Fact, Moment, Period, Timeline


def timeline(frame: Frame) -> Exhibit:
    """The events that `where` keeps, between `from` and `to`, filled as the manifest says."""
    events = [event for event in events_of(frame) if _kept(frame, event)]
    if not events:
        raise Unshowable(nothing(frame))
    moments = tuple(_moment(frame, event) for event in events)
    facts = [moment.fact for moment in moments]
    first, last = (
        (event.period, event.title.get(frame.language, "")) for event in (events[0], events[-1])
    )
    counted = alt_text.listed(frame.asked.show[0].text, facts)
    return Exhibit(
        name=frame.asked.name,
        kind=frame.asked.kind,
        content=Timeline(moments),
        subtitle=_subtitle(frame, events),
        says=frame.inlines(frame.captions.events(counted, first, last)),
        notes=frame.lines((frame.captions.forms.not_to_scale, *notes.notes(frame, ()))),
        sources=sources(facts),
        wide=frame.asked.wide,
    )


def _kept(frame: Frame, event: Event) -> bool:
    start, end = frame.asked.start, frame.asked.end
    inside = (start is None or event.period.end >= start.start) and (
        end is None or event.period.start <= end.end
    )
    return inside and _matches(frame, event, frame.asked.where)


def _matches(frame: Frame, event: Event, where: Mapping[str, tuple[str, ...]]) -> bool:
    return all(
        event.cells.get(column, "") in [_filled(frame, word) for word in words]
        for column, words in where.items()
    )


def _filled(frame: Frame, word: str) -> str:
    return frame.spec.parameters.get(word[1:], word) if word.startswith("$") else word


def _moment(frame: Frame, event: Event) -> Moment:
    filled = frame.asked.filled
    return Moment(
        date=frame.speech.period(event.period, short=True),
        title=event.title.get(frame.language, ""),
        detail=event.detail.get(frame.language, ""),
        meaning=frame.text(filled.label)
        if filled is not None and _matches(frame, event, filled.where)
        else "",
        sources=event.sources,
        fact=Fact(
            name=f"{frame.asked.show[0].text}[{event.origin.row}]",
            value=event.period,
            unit=DATE,
            period=event.period,
            sources=event.sources,
            cells=(event.origin,),
        ),
    )


def _subtitle(frame: Frame, events: list[Event]) -> str:
    """The manifest's own, with what the markers mean, else with the years."""
    own = frame.text(frame.asked.subtitle)
    filled = frame.asked.filled
    if filled is not None:
        legend = frame.captions.legend(frame.text(filled.label))
        return frame.captions.subtitle((own, legend) if own else (legend,), ())
    years = Period.parse(f"{events[0].period.start.year:04}..{events[-1].period.end.year:04}")
    return frame.captions.subtitle((own, frame.speech.period(years)), ())
