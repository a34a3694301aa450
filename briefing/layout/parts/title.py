"""The head of the first page: series line, title, standfirst, metadata, a field for a signature."""

from dataclasses import dataclass, field, replace

from briefing.layout.box import Abreast, Box, Solid, Stack
from briefing.layout.boxes.columns import squeeze
from briefing.layout.pen import Pen
from briefing.layout.text.paragraph import Paragraph
from briefing.layout.text.setting import Setting
from briefing.layout.theme import Look
from briefing.model import Document, Furniture, Image, Metadatum, Place, Signature
from briefing.pdf import Element, TaggedCanvas

# A label has a space behind it.
_EXACT = 0.5


@dataclass(frozen=True)
class SeriesLine(Solid):
    """A rule with a coloured tab, and under it, where the briefing is of a series, the series at
    the left and its part at the right."""

    texts: tuple[Paragraph, ...] = field(kw_only=True)
    look: Look = field(kw_only=True)

    @property
    def _white(self) -> float:
        return self.look.style.text.series.before

    def measure(self, width: float) -> float:
        """The rule, the white below it, one line."""
        rule = self.look.style.series.rule
        return rule + max((self._white + t.measure(width) for t in self.texts), default=0.0)

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Rule, tab, texts."""
        rule = self.look.style.series.rule
        tab = self.look.style.series.tab.width, self.look.style.series.tab.height
        with pen.canvas.artifact():
            pen.fill(x, top, width, rule, self.look.style.colours.ink)
            pen.fill(x, top, *tab, self.look.style.colours.accent)
        for text in self.texts:
            text.draw(pen, x, top + rule + self._white, width)


@dataclass(frozen=True)
class Narrow(Solid):
    """A paragraph narrower than its column, unless it then has more than `lines` lines."""

    paragraph: Paragraph = field(kw_only=True)
    width: float = field(kw_only=True)
    lines: int = field(kw_only=True)

    def _own(self, width: float) -> float:
        own = min(width, self.width)
        return own if len(self.paragraph.lines(own)) <= self.lines else width

    def measure(self, width: float) -> float:
        """The paragraph's height at its own width."""
        return self.paragraph.measure(self._own(width))

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """The paragraph, flush left."""
        self.paragraph.draw(pen, x, top, self._own(width))


@dataclass(frozen=True)
class Logo(Solid):
    """A picture as large as the style lets it be."""

    image: Image = field(kw_only=True)
    figure: Element = field(kw_only=True)
    look: Look = field(kw_only=True)

    def size(self) -> tuple[float, float]:
        """Width and height in points."""
        most = self.look.style.logo
        scale = min(most.width / self.image.width, most.height / self.image.height)
        return self.image.width * scale, self.image.height * scale

    def measure(self, width: float) -> float:  # noqa: ARG002
        """Its height."""
        return self.size()[1]

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """The picture, flush right."""
        wide, high = self.size()
        left, bottom = x + width - wide, pen.up(top + high)
        with pen.canvas.tag(self.figure):
            pen.canvas.image(self.image.data, left, bottom, wide, high)
        self.figure.enclose((left, bottom, left + wide, bottom + high))


@dataclass(frozen=True)
class Band(Solid):
    """Boxes on a band of the accent's colour."""

    inner: Stack = field(kw_only=True)
    look: Look = field(kw_only=True)

    def measure(self, width: float) -> float:
        """The boxes and the white around them."""
        band = self.look.style.band
        return band.top + self.inner.measure(width - 2 * band.side) + band.bottom

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """The band, then the boxes."""
        band = self.look.style.band
        with pen.canvas.artifact():
            pen.fill(x, top, width, self.measure(width), self.look.style.colours.accent)
        self.inner.draw(pen, x + band.side, top + band.top, width - 2 * band.side)


@dataclass(frozen=True)
class MetadataStrip(Solid):
    """Cells of a label over a value, side by side between two rules."""

    labels: tuple[Paragraph, ...] = field(kw_only=True)
    values: tuple[Paragraph, ...] = field(kw_only=True)
    look: Look = field(kw_only=True)

    def _cells(self, width: float) -> list[tuple[float, float]]:
        """Left edge and width of each cell: the style's places, or equal ones when there are more;
        where one would break there, such as leave each the same white, or break as few as can be.

        The last of four or five stands over the side column.
        """
        count, strip = len(self.labels), self.look.style.metadata
        places = [strip.first, strip.second, strip.third, strip.fourth, strip.fifth]
        if count <= len(places):
            lefts = places[:count]
            if count == len(places) - 1 and self.look.style.opening.beside:
                lefts[-1] = places[-1]
        else:
            lefts = [index * width / count for index in range(count)]
        gap = self.look.style.metadata.gap
        pairs = zip(self.labels, self.values, strict=True)
        needs = [max(label.natural(), value.natural()) + _EXACT for label, value in pairs]
        rights = [*(left - gap for left in lefts[1:]), width]
        cells = [(left, right - left) for left, right in zip(lefts, rights, strict=True)]
        if all(need <= wide for need, (_, wide) in zip(needs, cells, strict=True)):
            return cells
        white = max(gap, (width - sum(needs)) / max(count - 1, 1))
        room = width - (count - 1) * white
        if sum(needs) > room:
            pairs = zip(self.labels, self.values, strict=True)
            least = [max(label.narrowest(), value.narrowest()) for label, value in pairs]
            needs = [*squeeze(least, needs, room)]
        return [(sum(needs[:i]) + i * white, need) for i, need in enumerate(needs)]

    def measure(self, width: float) -> float:
        """Two rules, the white inside them, labels and the highest value."""
        rule, pad = self.look.style.metadata.rule, self.look.style.metadata.pad
        label, value = self._heights(width)
        return 2 * rule + 2 * pad + label + self.look.style.metadata.line + value

    def _heights(self, width: float) -> tuple[float, float]:
        cells = self._cells(width)
        label = max(p.measure(w) for p, (_, w) in zip(self.labels, cells, strict=True))
        value = max(p.measure(w) for p, (_, w) in zip(self.values, cells, strict=True))
        return label, value

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """Rules, then each cell's label and value."""
        rule, pad = self.look.style.metadata.rule, self.look.style.metadata.pad
        bottom = top + self.measure(width) - rule
        pen.line(x, top, width, rule, self.look.style.colours.rule)
        pen.line(x, bottom, width, rule, self.look.style.colours.rule)
        upper = top + rule + pad
        lower = upper + self._heights(width)[0] + self.look.style.metadata.line
        for cell, label, value in zip(self._cells(width), self.labels, self.values, strict=True):
            label.draw(pen, x + cell[0], upper, cell[1])
            value.draw(pen, x + cell[0], lower, cell[1])


def title_block(setting: Setting, document: Document, parent: Element, place: Place) -> Stack:
    """Everything above the tiles; the title is the first heading of the document."""
    look = setting.look
    boxes: list[Box] = [_series(setting, document.furniture, parent, place)]
    boxes.append(
        setting.paragraph(document.title, setting.text.title, parent.child("Title"), balanced=True)
    )
    if document.logo is not None:
        boxes[-1] = _beside_logo(setting, boxes[-1], document.logo, parent)
    if look.style.band.printed:
        white = look.style.text.standfirst.before
        boxes = [Band(after=white, inner=Stack(tuple(boxes)), look=look)]
    standfirst = document.opening.standfirst if document.opening else ()
    if standfirst:
        made = setting.paragraph(
            standfirst, setting.text.standfirst, parent.child("P"), hyphenated=False
        )
        width, lines = look.style.standfirst.width, look.style.standfirst.lines
        boxes.append(Narrow(after=made.after, paragraph=made, width=width, lines=lines))
    if document.metadata:
        boxes.append(_strip(setting, document.metadata, parent.child("Div"), place))
    if document.signature and document.signature.text:
        boxes.append(signed(setting, document.signature, parent, place))
    return Stack(tuple(boxes), after=look.style.metadata.after)


def _beside_logo(setting: Setting, title: Box, image: Image, parent: Element) -> Box:
    """The title with the logo at the right of its column."""
    style = setting.look.style
    figure = parent.child("Figure", alt=image.alt, placement="Block")
    made = Logo(image=image, figure=figure, look=setting.look)
    room = style.width - 2 * style.band.side * style.band.printed
    own = room - made.size()[0] - style.column.gutter
    held = Abreast(Stack((title,)), Stack((made,)), style.column.gutter, own)
    return replace(held, before=title.before, after=title.after)


def _series(setting: Setting, words: Furniture, parent: Element, place: Place) -> SeriesLine:
    texts = []
    if words.series:
        texts.append(setting.plain(words.series, setting.text.series, parent.child("P"), place))
    if words.part:
        part = parent.child("P")
        texts.append(
            setting.plain(words.part, setting.text.series_part, part, place, align="right")
        )
    return SeriesLine(texts=tuple(texts), look=setting.look)


def _strip(
    setting: Setting, metadata: tuple[Metadatum, ...], parent: Element, place: Place
) -> MetadataStrip:
    elements = [parent.child("P") for _ in metadata]
    return MetadataStrip(
        labels=tuple(
            setting.plain(datum.label + " ", setting.text.metadata.label, element, place)
            for datum, element in zip(metadata, elements, strict=True)
        ),
        values=tuple(
            setting.plain(datum.value, setting.text.metadata.value, element, place)
            for datum, element in zip(metadata, elements, strict=True)
        ),
        look=setting.look,
    )


@dataclass(frozen=True)
class Signed(Solid):
    """The line; a click on it shows the signature."""

    line: Paragraph = field(kw_only=True)
    form: Element = field(kw_only=True)
    label: str = field(kw_only=True)

    def measure(self, width: float) -> float:
        """The line's height."""
        return self.line.measure(width)

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        """The text, then the field."""
        self.line.draw(pen, x, top, width)
        bottom = pen.up(top + self.line.measure(width))
        pen.canvas.signature((x, bottom, x + width, pen.up(top)), self.form, self.label)


def signed(setting: Setting, signature: Signature, parent: Element, place: Place) -> Signed:
    """The line of a visible signature."""
    block = parent.child("Div")
    line = setting.plain(signature.text, setting.text.metadata.value, block.child("P"), place)
    return Signed(
        before=setting.look.style.metadata.pad,
        line=line,
        form=block.child("Form"),
        label=signature.label,
    )


def unseen(canvas: TaggedCanvas, signature: Signature) -> None:
    """The field of an invisible signature, on the page that is open."""
    canvas.signature((0, 0, 0, 0), canvas.tree.root.child("Form"), signature.label)
