"""The map of two countries: their land, what lies around it, and the names."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from msgspec import structs

from briefing.geography import Map, Name, mapped
from briefing.geography.clipping import Outline
from briefing.layout.box import Box, Solid, Stack
from briefing.layout.boxes.picture import Picture
from briefing.layout.pen import Pen
from briefing.layout.text.setting import Setting
from briefing.layout.theme import Look
from briefing.model import Locator, Place
from briefing.model.style import TextStyle
from briefing.pdf import Element

# A name needs that much more than its letters beside and above itself.
_AIR = 1.15


@dataclass(frozen=True)
class MapBox(Solid):
    """The part of the world that a map shows, as wide as its column: one's own land dark, the
    other's light, names where their land has room for them."""

    locator: Locator = field(kw_only=True)
    figure: Element = field(kw_only=True)
    look: Look = field(kw_only=True)
    share: float = 1.0

    def measure(self, width: float) -> float:  # noqa: ARG002
        """Its share of the style's height."""
        return self.look.style.locator.height * self.share

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Water, lands, borders, names, as one Figure."""
        height = self.measure(width)
        names = tuple(self._room(code, name) for code, name in self._ours())
        shown = mapped(self.locator.first, self.locator.second, width, height, names)
        bottom = pen.up(top + height)
        self.figure.enclose((x, bottom, x + width, bottom + height))
        if shown is None:
            return
        with pen.canvas.tag(self.figure):
            pen.fill(x, top, width, height, self.look.style.colours.tint)
            pen.canvas.saveState()
            pen.canvas.translate(x, bottom)
            frame = pen.canvas.beginPath()
            frame.rect(0, 0, width, height)
            pen.canvas.clipPath(frame, stroke=0, fill=0)
            self._draw_lands(pen, shown)
            pen.canvas.restoreState()
            for name, place, setting in self._names(shown):
                wide = self.look.width(name, setting)
                left = x + place[0] - wide / 2
                pen.text(left, pen.up(bottom + place[1]) - setting.leading / 2, name, setting)

    def _draw_lands(self, pen: Pen, shown: Map) -> None:
        colours = self.look.style.colours
        ours = {self.locator.first: colours.accent, self.locator.second: colours.chart.earlier}
        for land in shown.lands:
            pen.canvas.fill(ours.get(land.code, colours.paper))
            _trace(pen, land.outlines, filled=True)
        pen.canvas.stroke(colours.chart.other, self.look.style.locator.line)
        for land in shown.lands:
            _trace(pen, land.borders, filled=False)

    def _ours(self) -> Iterator[tuple[str, str]]:
        pair = (self.locator.first, self.locator.second)
        return ((code, name) for code, name in self.locator.names if code in pair)

    def _room(self, code: str, name: str) -> Name:
        """What a name wants, its letters close to each other."""
        setting = structs.replace(self.look.style.text.locator.name, tracking=0.0)
        return Name(code, self.look.width(name.upper(), setting) * _AIR, setting.size * _AIR)

    def _names(self, shown: Map) -> Iterator[tuple[str, tuple[float, float], TextStyle]]:
        """The names for which there is room, the two countries' first, none over another."""
        text = self.look.style.text.locator
        taken: list[tuple[float, float, float, float]] = []
        for code, name in self.locator.names:
            setting = text.own if code == self.locator.first else text.name
            written = name.upper()
            wide, high = self.look.width(written, setting) * _AIR, setting.size * _AIR
            place = shown.place(code, wide, high)
            is_ours = code in (self.locator.first, self.locator.second)
            if place is None and is_ours:
                setting, room = structs.replace(setting, tracking=0.0), self._room(code, name)
                wide, place = room.width, shown.place(code, room.width, room.height)
            if place is None and is_ours:
                place, setting = shown.near(code, wide, high), text.name
            if place is None:
                continue
            box = place[0] - wide / 2, place[1] - high / 2, place[0] + wide / 2, place[1] + high / 2
            if not any(_meet(box, other) for other in taken):
                taken.append(box)
                yield written, place, setting


def lower(box: Box, share: float) -> Box:
    """The box, if it is a map's at that share of the style's height, or else as it is."""
    if isinstance(box, Stack) and box.boxes and isinstance(box.boxes[0], MapBox):
        return replace(box, boxes=(replace(box.boxes[0], share=share), *box.boxes[1:]))
    return box


def _meet(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    """Whether two boxes overlap."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _trace(pen: Pen, outlines: Iterable[Outline], *, filled: bool) -> None:
    path = pen.canvas.beginPath()
    for outline in outlines:
        path.moveTo(*(round(part, 2) for part in outline[0]))
        for point in outline[1:]:
            path.lineTo(*(round(part, 2) for part in point))
        if filled:
            path.close()
    pen.canvas.drawPath(path, stroke=0 if filled else 1, fill=1 if filled else 0)


def locator(setting: Setting, content: Locator, parent: Element, place: Place) -> Box:
    """The map with its note, or the project's own picture of one."""
    look = setting.look
    figure = parent.child("Figure", alt=content.alt, placement="Block")
    if content.picture is not None:
        return Picture(image=content.picture, figure=figure, look=look)
    box = MapBox(locator=content, figure=figure, look=look, after=look.style.locator.after)
    for _, name in content.names:
        setting.check(name.upper(), look.style.text.locator.name.face, place)
    note = setting.plain(content.note, setting.text.exhibit.note, parent.child("P"), place)
    return Stack((box, note))
