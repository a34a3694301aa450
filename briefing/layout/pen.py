"""The drawing of a page with lengths from its top left corner."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from msgspec.structs import replace

from briefing import model
from briefing.layout.theme import Look
from briefing.model.style import TextStyle
from briefing.pdf import Element, TaggedCanvas


@dataclass
class Pen:
    """Draws on the canvas; y is measured downwards from the page's top edge, all in points.

    `pages` is the document's count, `anchors` the page (from 1) of every place that can be
    referred to. `register` is that of figures, printed or not; `to_note` and `to_mark` say where
    the numbers of footnotes lead. Where it is `quiet`, figures are no links, and a row leads to
    the paragraph that prints its figure first.
    """

    canvas: TaggedCanvas
    look: Look
    pages: int
    anchors: Mapping[str, int]
    page: int = 1
    printed: list[model.Printed] = field(default_factory=list)
    spots: list[model.Spot] = field(default_factory=list)
    findings: list[model.Finding] = field(default_factory=list)
    register: model.Register | None = None
    to_note: str = "{number}"
    to_mark: str = "{number}"
    quiet: bool = False
    _firsts: set[str] = field(default_factory=set)
    _called: set[int] = field(default_factory=set)
    _links: dict[tuple[int, int], Element] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._numbers = self.register.numbers if self.register else {}

    def up(self, y: float) -> float:
        """The same height measured from the page's bottom edge."""
        return self.look.style.page.height - y

    @contextmanager
    def tag(self, element: Element | None) -> Iterator[None]:
        """What is drawn inside belongs to the element; without one it is decoration."""
        if element is None:
            with self.canvas.artifact():
                yield
        else:
            with self.canvas.tag(element):
                yield

    def text(
        self,
        x: float,
        top: float,
        text: str,
        setting: TextStyle,
        drop: float = 0.0,
        wider: float = 0.0,
    ) -> None:
        """Text on one line whose box begins at `top`; `drop` lowers its baseline, each space is so
        many points `wider`."""
        if not text:
            return
        baseline = self.up(top + self.look.baseline(setting) + drop)
        self.canvas.text(
            x,
            baseline,
            text,
            setting.face,
            setting.size,
            setting.colour,
            tracking=setting.tracking * setting.size,
            word_space=wider,
        )

    def line(self, x: float, top: float, width: float, weight: float, colour: str) -> None:
        """A horizontal rule whose upper edge is at `top`, as decoration."""
        with self.canvas.artifact():
            self.fill(x, top, width, weight, colour)

    def fill(self, x: float, top: float, width: float, height: float, colour: str) -> None:
        """A filled rectangle, within what is open."""
        self.canvas.fill(colour)
        self.canvas.rect(x, self.up(top + height), width, height, stroke=0, fill=1)

    def print(self, fact: model.Fact, text: str, area: model.Area) -> None:
        """Notes that this page shows the fact so, and where its text begins."""
        row = self._numbers.get(fact.key, "")
        self.printed.append(model.Printed(fact, text, self.page, (area,), row))

    def stand(
        self, place: model.Place | None, x: float, top: float, width: float, height: float
    ) -> None:
        """Notes where on this page stands what was written at a place."""
        if place is not None:
            self.spots.append(model.Spot(place, self.page, x, top, width, height))

    def say(self, inlines: tuple[model.Inline, ...]) -> None:
        """Notes the figures of what is said of a picture of this page, for who doesn't see it."""
        for number in model.numbers_in(inlines):
            for fact in number.stated:
                row = self._numbers.get(fact.key, "")
                self.printed.append(model.Printed(fact, number.text, self.page, row=row, alt=True))

    def came(self, fact: model.Fact, element: Element | None, top: float) -> None:
        """Makes the first place of a figure that is no link the one to which its row leads."""
        number = self._numbers.get(fact.key, "") if self.quiet else ""
        if number and element is not None and number not in self._firsts:
            self._firsts.add(number)
            self.canvas.anchor(model.ToFirst(number).anchor, element, self.up(top))

    def go_on(self, facts: tuple[model.Fact, ...], area: model.Area) -> None:
        """Notes where the text of the facts printed last goes on."""
        first = len(self.printed) - len(facts)
        lasts = self.printed[max(first, 0) :]
        if tuple(p.fact for p in lasts) != facts or lasts[-1].page != self.page:
            return
        *before, (left, bottom, right, top) = lasts[-1].areas
        if bottom == area[1]:
            areas = (*before, (left, bottom, max(right, area[2]), top))
        else:
            areas = (*lasts[-1].areas, area)
        self.printed[first:] = [replace(last, areas=areas) for last in lasts]

    def link(self, parent: Element, link: model.Link) -> Element:
        """The Link element of one link of a paragraph, made when its first part is drawn.

        That of a footnote's mark is in a Reference, that of a note's number in a Lbl.
        """
        key = (id(parent), link.number)
        if key not in self._links:
            if isinstance(link.target, model.ToNote):
                parent = parent.child("Reference")
            elif isinstance(link.target, model.ToCall):
                parent = parent.child("Lbl")
            self._links[key] = parent.child("Link")
        return self._links[key]

    def anchor(self, names: tuple[str, ...], element: Element | None, top: float) -> None:
        """Makes a height of this page a place to which links and the outline lead."""
        for name in names:
            if element is not None:
                self.canvas.anchor(name, element, self.up(top))

    def first(self, link: model.Link, element: Element, top: float) -> None:
        """Makes a figure that leads to its row the place to which the row leads, if it is the first
        that does; so with a footnote's mark."""
        match link.target:
            case model.ToNote(number=note) if note not in self._called:
                self._called.add(note)
                self.canvas.anchor(model.ToCall(note).anchor, element, self.up(top))
            case model.ToRow(number=row) if row not in self._firsts:
                self._firsts.add(row)
                self.canvas.anchor(model.ToFirst(row).anchor, element, self.up(top))

    def says(self, target: model.Target, words: str) -> str:
        """Where a link of these words leads, for who doesn't see it."""
        match target:
            case model.ToNote(number=note):
                return self.to_note.format(number=note)
            case model.ToCall(number=note):
                return self.to_mark.format(number=note)
            case model.ToRow(number=row) if self.register is not None:
                return self.register.to_row.format(text=words, number=row)
            case model.ToFirst(number=row) if self.register is not None:
                return self.register.to_first.format(number=row)
        return words

    def leads(self, link: model.Link) -> bool:
        """Whether a link's target is somewhere: outside, or a place of this document."""
        target = link.target
        match target:
            case model.Url():
                return True
            case model.ToCall(number=note):
                return note in self._called
            case model.ToFirst(number=row):
                return row in self._firsts
        if target.anchor in self.anchors:
            return True
        finding = model.Finding(
            "B405",
            link.place,
            f"the link leads to #{target.anchor}, which isn’t in this edition",
            "name a section or an exhibit that this edition has",
        )
        if finding not in self.findings:
            self.findings.append(finding)
        return False
