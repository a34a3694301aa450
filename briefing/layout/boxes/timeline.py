"""A timeline: dates, a rail with a marker for each event, and what happened."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from briefing.language import headed
from briefing.layout.box import Box
from briefing.layout.pen import Pen
from briefing.layout.text.paragraph import Paragraph
from briefing.layout.text.setting import Setting
from briefing.layout.theme import Look
from briefing.model import Moment, Place, Timeline
from briefing.pdf import Element


@dataclass(frozen=True)
class Event:
    """One event: its date at the left of the rail, its text at the right. A filled marker says in
    the tree what it means: it is the first part of the text."""

    moment: Moment
    date: Paragraph
    text: Paragraph
    marker: Element | None


@dataclass(frozen=True)
class TimelineBox:
    """Events under one another; the rail runs from the first marker to the last one shown."""

    events: tuple[Event, ...]
    look: Look
    before: float = 0.0
    after: float = 0.0
    keep: bool = False
    anchors: tuple[str, ...] = ()

    def _height(self, event: Event, width: float) -> float:
        text = event.text.measure(width - self.look.style.timeline.text)
        return max(text, event.date.measure(self.look.style.timeline.date))

    def measure(self, width: float) -> float:
        """The events and the white between them."""
        white = (len(self.events) - 1) * self.look.style.timeline.gap
        return sum(self._height(event, width) for event in self.events) + white

    def split(self, width: float, height: float) -> tuple[Box, Box] | None:
        """Between events, two at least on either part."""
        gap = self.look.style.timeline.gap
        least = self.look.style.breaks.lines
        used = -gap
        count = 0
        for event in self.events:
            used += gap + self._height(event, width)
            if used > height + 1e-6:
                break
            count += 1
        count = min(count, len(self.events) - min(least, len(self.events) - 1))
        if count < 1 or count < min(least, len(self.events) - 1):
            return None
        return (
            replace(self, events=self.events[:count], after=0.0),
            replace(self, events=self.events[count:], before=0.0),
        )

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Rail, then markers, then texts."""
        tops = []
        y = top
        for event in self.events:
            tops.append(y)
            y += self._height(event, width) + self.look.style.timeline.gap
        self._draw_rail(pen, x + self.look.style.timeline.rail, tops)
        text = self.look.style.timeline.text
        for event, y in zip(self.events, tops, strict=True):
            width_of_date = self.look.style.timeline.date
            event.date.draw(pen, x, y, width_of_date)
            area = event.date.area(pen, x, y, width_of_date)
            pen.print(event.moment.fact, event.moment.date, area)
            event.text.draw(pen, x + text, y, width - text)

    def _draw_rail(self, pen: Pen, x: float, tops: list[float]) -> None:
        look, canvas = self.look, pen.canvas
        centre = look.style.timeline.centre
        radius = look.style.timeline.marker / 2
        with canvas.artifact():
            canvas.stroke(look.style.colours.muted, look.style.timeline.line)
            canvas.line(x, pen.up(tops[0] + centre), x, pen.up(tops[-1] + centre))
        canvas.stroke(look.style.colours.accent, look.style.timeline.stroke)
        for event, top in zip(self.events, tops, strict=True):
            colours = look.style.colours
            canvas.fill(colours.accent if event.moment.meaning else colours.paper)
            with pen.tag(event.marker):
                canvas.circle(x, pen.up(top + centre), radius, stroke=1, fill=1)


def timeline(
    setting: Setting,
    content: Timeline,
    element: Element,
    place: Place,
    codes: Mapping[str, str],
) -> TimelineBox:
    """The events as a list: the date is the label; `codes` has each source's code."""
    return TimelineBox(
        tuple(_event(setting, m, element.child("LI"), place, codes) for m in content.moments),
        setting.look,
    )


def _event(
    setting: Setting, moment: Moment, item: Element, place: Place, codes: Mapping[str, str]
) -> Event:
    look = setting.look
    date = setting.plain(
        moment.date, setting.text.timeline.date, item.child("Lbl"), place, align="right"
    )
    body = item.child("LBody")
    meaning = moment.meaning
    marker = body.child("Span", actual_text=headed(setting.language, meaning)) if meaning else None
    cited = ", ".join(codes[name] for name in moment.sources if name in codes)
    parts = [
        (moment.head, look.style.text.timeline.title),
        (f" {moment.detail}" if moment.detail else "", look.style.text.timeline.detail),
        (f" {cited}" if cited else "", look.style.text.timeline.code),
    ]
    return Event(moment, date, setting.joined(parts, body, place), marker)
