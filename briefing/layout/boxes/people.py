"""Who is who: a portrait, where there is one, beside name, office and since when."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from briefing.layout.box import Box
from briefing.layout.boxes.picture import Picture
from briefing.layout.pen import Pen
from briefing.layout.text.paragraph import Paragraph
from briefing.layout.text.setting import Setting
from briefing.layout.theme import Look
from briefing.model import Image, Inline, People, Person, Place, Words
from briefing.model.style import TextStyle
from briefing.pdf import Element


@dataclass(frozen=True)
class Entry:
    """One person: a portrait at the left, lines at the right, of which one is `dated`."""

    person: Person
    portrait: Picture | None
    lines: tuple[Paragraph, ...]
    dated: Paragraph


@dataclass(frozen=True)
class PeopleBox:
    """People under one another; their lines begin at one place, beside the portraits if any has
    one."""

    entries: tuple[Entry, ...]
    look: Look
    indent: float
    before: float = 0.0
    after: float = 0.0
    keep: bool = False
    anchors: tuple[str, ...] = ()

    def _height(self, entry: Entry, width: float) -> float:
        lines = sum(line.measure(width - self.indent) for line in entry.lines)
        portrait = entry.portrait
        return max(lines, portrait.measure(self.look.style.timeline.date) if portrait else 0.0)

    def measure(self, width: float) -> float:
        """The people and the white between them."""
        white = (len(self.entries) - 1) * self._gap
        return sum(self._height(entry, width) for entry in self.entries) + white

    @property
    def _gap(self) -> float:
        return 2 * self.look.style.timeline.gap

    def split(self, width: float, height: float) -> tuple[Box, Box] | None:
        """Between two people."""
        used, count = -self._gap, 0
        for entry in self.entries:
            used += self._gap + self._height(entry, width)
            if used > height + 1e-6:
                break
            count += 1
        if not 0 < count < len(self.entries):
            return None
        return (
            replace(self, entries=self.entries[:count], after=0.0),
            replace(self, entries=self.entries[count:], before=0.0),
        )

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Each portrait and the lines beside it."""
        y = top
        for entry in self.entries:
            if entry.portrait is not None:
                entry.portrait.draw(pen, x, y, self.look.style.timeline.date)
            down = y
            for line in entry.lines:
                line.draw(pen, x + self.indent, down, width - self.indent)
                if line is entry.dated and entry.person.since is not None:
                    area = line.area(pen, x + self.indent, down, width - self.indent)
                    pen.print(entry.person.since, entry.person.dated, area)
                down += line.measure(width - self.indent)
            y += self._height(entry, width) + self._gap


def people(
    setting: Setting, content: People, element: Element, place: Place, codes: Mapping[str, str]
) -> PeopleBox:
    """The people as a list; `codes` has each source's code."""
    shown = any(person.portrait for person in content.people)
    entries = tuple(
        _entry(setting, person, element.child("LI").child("LBody"), place, codes)
        for person in content.people
    )
    return PeopleBox(entries, setting.look, setting.look.style.timeline.text if shown else 0.0)


def _entry(
    setting: Setting, person: Person, body: Element, place: Place, codes: Mapping[str, str]
) -> Entry:
    text = setting.text.timeline
    portrait = _portrait(setting, person.portrait, body) if person.portrait else None
    named = [Words(person.name, place)]
    if person.native:
        native = Words(person.native, place, language=person.language)
        named += [Words(" (", place), native, Words(")", place)]
    name = _line(setting, named, text.title, body)
    holds = _line(setting, (Words(person.holds, place),), text.detail, body)
    cited = ", ".join(codes[one] for one in person.sources if one in codes)
    parts = [(person.dated, text.detail), (f" {cited}" if cited else "", text.code)]
    dated = setting.joined(parts, body.child("P"), place)
    credit: tuple[Paragraph, ...] = ()
    if person.portrait is not None:
        credit = (_line(setting, person.portrait.caption, setting.text.exhibit.note, body),)
    return Entry(person, portrait, (name, holds, dated, *credit), dated)


def _line(setting: Setting, inlines: Sequence[Inline], kind: TextStyle, body: Element) -> Paragraph:
    return setting.paragraph(inlines, kind, body.child("P"), hyphenated=False)


def _portrait(setting: Setting, image: Image, body: Element) -> Picture:
    figure = body.child("Figure", alt=image.alt, placement="Block")
    return Picture(image=image, figure=figure, look=setting.look)
