"""Calendars: the visits, releases and anniversaries that lie ahead."""

from briefing.exhibits import alt_text, notes
from briefing.exhibits.amounts import sources
from briefing.exhibits.frame import Frame
from briefing.model import DATE, DateSpec, Exhibit, Fact, Moment, Occasion, Timeline


def calendar(frame: Frame) -> Exhibit:
    """The coming days of the kinds asked for, the nearest first; visits have a filled marker where
    others stand among them."""
    asked = frame.asked.occasions
    days = [day for day in frame.spec.calendar.values() if not asked or day.kind in asked]
    mixed = len({day.kind is Occasion.VISIT for day in days}) > 1
    moments = tuple(_moment(frame, day, mixed) for day in days)
    facts = [moment.fact for moment in moments]
    first, last = ((day.when, frame.text(day.what)) for day in (days[0], days[-1]))
    own = frame.text(frame.asked.subtitle)
    legend = frame.captions.legend(_called(frame, Occasion.VISIT).lower()) if mixed else ""
    return Exhibit(
        name=frame.asked.name,
        kind=frame.asked.kind,
        content=Timeline(moments),
        subtitle=frame.captions.subtitle((own, legend), ()),
        says=frame.inlines(frame.captions.events(alt_text.listed("calendar", facts), first, last)),
        notes=frame.lines(notes.notes(frame, ())),
        sources=sources(facts),
        wide=frame.asked.wide,
    )


def _moment(frame: Frame, day: DateSpec, mixed: bool) -> Moment:
    kind = _called(frame, day.kind)
    where = frame.text(day.where)
    return Moment(
        date=frame.speech.period(day.when, short=True),
        title=frame.text(day.what),
        detail=f"{kind}, {where}." if where else f"{kind}.",
        meaning=kind.lower() if mixed and day.kind is Occasion.VISIT else "",
        sources=(day.source,),
        fact=Fact(f"calendar[{day.name}]", day.when, DATE, day.when, sources=(day.source,)),
    )


def _called(frame: Frame, kind: Occasion) -> str:
    return frame.speech.words.panels.occasions[kind]
