"""The page as it is drawn: everything painted is tagged, or said to be decoration."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from functools import wraps
from typing import Any

from briefing.model.attachment import Attachment
from briefing.model.link import Target
from briefing.pdf.assembly import Fields, assemble, sketch
from briefing.pdf.content import Line, Part, paints, written
from briefing.pdf.embed import Fonts
from briefing.pdf.fonts import Face, Faces, Word
from briefing.pdf.images import Picture, add, read
from briefing.pdf.marks import Artifact, Marked, Marks, artifact
from briefing.pdf.metadata import Metadata
from briefing.pdf.navigation import Bookmark, Destination, Label, Navigation, allowed
from briefing.pdf.profiles import PROFILES
from briefing.pdf.shaping import TOKENS
from briefing.pdf.surface import Surface
from briefing.pdf.svg import is_svg
from briefing.pdf.tree import Element, Tree

_STRAY = Artifact("/Artifact BMC")
_PAINTING = "line lines grid bezier arc rect ellipse wedge circle roundRect drawPath doForm shade"


class UnmarkedPaintError(AssertionError):
    """Something was painted outside every mark: a fault of the layout."""


class TaggedCanvas(Surface):
    """Draws pages in points from the bottom left and makes one conforming file of them.

    All that is painted stands within `tag` or `artifact`; what doesn't is caught, counted, and
    makes `finish` fail. `tree` may be made before the canvas; by default the canvas has its own.
    """

    def __init__(
        self,
        faces: Faces,
        page_size: tuple[float, float],
        language: str,
        title: str,
        *,
        tree: Tree | None = None,
        profile: str = "ua1+3a",
    ) -> None:
        self.faces = faces
        self.language = language
        self.tree = tree or Tree()
        self.tree.root.attributes["title"] = title
        self.stray = 0
        self._profile = PROFILES[profile]
        self._marks = Marks(self.tree)
        self._fonts = Fonts()
        self._pictures: dict[str, str] = {}
        super().__init__(page_size)
        self._navigation = Navigation(self._doc)
        self._fields = Fields(self._doc)

    @property
    def is_pdf2(self) -> bool:
        """Whether the tags are those of PDF 2.0."""
        return self._profile.is_pdf2

    @contextmanager
    def tag(self, element: Element) -> Iterator[None]:
        """What is painted inside is the element's content. Says nothing within an artifact."""
        with self._marked(element):
            yield

    @contextmanager
    def artifact(
        self, kind: str = "Layout", subtype: str = "", attached: str = ""
    ) -> Iterator[None]:
        """What is painted inside is decoration: `Layout`, `Page`, or `Pagination` with `Header` or
        `Footer` attached to `Top` or `Bottom`."""
        with self._marked(artifact(kind, subtype, attached)):
            yield

    @contextmanager
    def _marked(self, what: Marked) -> Iterator[None]:
        if self._formData is not None:
            raise ValueError("a form has no marks of its own: tag where it is used")
        self._marks.begin(self._code, what)
        yield
        self._marks.end(self._code)

    @contextmanager
    def _caught(self) -> Iterator[None]:
        """Wraps paint that nobody marked, so that the file conforms all the same."""
        if self._marks.covered or self._formData is not None:
            yield
            return
        self.stray += 1
        with self._marked(_STRAY):
            yield

    def text(
        self,
        x: float,
        baseline: float,
        text: str,
        face: Face | str,
        size: float,
        colour: str,
        tracking: float = 0.0,
        word_space: float = 0.0,
    ) -> None:
        """Paints one line of text; `tracking` points follow each glyph, `word_space` each U+0020.

        Raises MissingCharacterError for a character that no face has.
        """
        chosen = self.faces[face] if isinstance(face, str) else face
        parts = self._set(chosen, text, word_space * 1000 / size)
        if parts:
            width = chosen.width(text, size, tracking) + word_space * text.count(" ")
            self._letter(Line(x, baseline, width, size, tracking, parts), colour)

    def word(self, x: float, baseline: float, word: Word, size: float, colour: str) -> None:
        """Paints what is shaped already."""
        width = word.width * size / 1000
        self._letter(Line(x, baseline, width, size, 0.0, self._fonts.encode(word)), colour)

    def _letter(self, line: Line, colour: str) -> None:
        self.fill(colour)
        with self._caught():
            self._code.append(line)

    def _set(self, face: Face, text: str, word_space: float) -> tuple[Part, ...]:
        """The line in parts; a new one where font or rise changes."""
        parts: list[Part] = []
        wider = f"{-word_space:.1f}" if word_space else ""
        name, rise, arrays = "", 0.0, [""]
        for token in TOKENS.findall(text):
            spaces = len(token) if token[0] == " " else 0
            for font, lift, array in self._fonts.encode(face.word(" " if spaces else token)):
                if font != name or lift != rise:
                    parts.append(Part(name, rise, "".join(arrays)))
                    name, rise, arrays = font, lift, []
                arrays.append((array + wider) * spaces if spaces else array)
        parts.append(Part(name, rise, "".join(arrays)))
        return tuple(p._replace(array=p.array.replace(")(", "")) for p in parts if p.array)

    def addLiteral(self, s: object, escaped: int = 1) -> None:  # noqa: N802
        """Operators as they stand; what they set of the graphics state is not known afterwards."""
        with self._caught() if paints(str(s)) else nullcontext():
            super().addLiteral(s, escaped)

    def image(self, data: bytes, x: float, y: float, width: float, height: float) -> None:
        """Paints a PNG, JPEG or SVG into that box (left, bottom, width, height in points).

        The same samples stand in the file once; an SVG is drawn as vectors. Raises
        UnusableImageError.
        """
        if is_svg(data):
            # ReportLab's renderer of shapes is loaded only where there are any.
            from briefing.pdf import vectors

            with self._caught():
                vectors.paint(self, vectors.read(data), x, y, width, height)
            return
        self.picture(read(data), x, y, width, height)

    def picture(self, picture: Picture, x: float, y: float, width: float, height: float) -> None:
        """Paints samples into that box, as `image` does."""
        name = add(self._doc, picture)
        box = " ".join(map(written, (width, 0, 0, height, x, y)))
        with self._caught():
            self._formsinuse.append(name)
            self._code.append(f"q {box} cm /{self._doc.getXObjectName(name)} Do Q")

    def link(
        self,
        rects: list[tuple[float, float, float, float]],
        target: Target,
        element: Element,
        contents: str,
    ) -> None:
        """Makes boxes (left, bottom, right, top on the page) lead to `https:…`, `mailto:…` or an
        anchor; `element` is the Link, `contents` says in words where it leads.

        Raises ValueError for any other target.
        """
        if not allowed(target):
            raise ValueError(f"a link can't lead to {target!r}")
        for rect in rects:
            name = self._navigation.reserve()
            key = self.tree.annotate(element, name)
            self._navigation.link(name, self.tree.page, rect, target, contents, key)

    def signature(
        self, rectangle: tuple[float, float, float, float], element: Element, label: str
    ) -> None:
        """The file's field for a signature, on this page (left, bottom, right, top; all 0 for one
        that isn't seen); `element` is the Form, `label` says what it is."""
        name = self._fields.reserve()
        # ISO 14289-2, 8.9.2.4.13: what isn't seen is an artifact; ISO 14289-1, 7.18.4 tags all.
        tagged = any(rectangle) or not self._profile.is_pdf2
        key = self.tree.annotate(element, name) if tagged else None
        self._fields.keep(self.tree.page, rectangle, label, key)

    def anchor(self, name: str, element: Element, y: float) -> None:
        """Names a place of this page, `y` points above its foot, for links and bookmarks."""
        if name in self._navigation.anchors:
            raise ValueError(f"#{name} stands twice in the document")
        self._navigation.anchors[name] = Destination(self.tree.page, y, element)

    def bookmark(self, title: str, anchor: str, level: int) -> None:
        """Adds an entry to the outline, levels from 0; the anchor may come later."""
        self._navigation.bookmarks.append(Bookmark(title, anchor, level))

    def label_pages(
        self, page: int = 1, style: str = "D", prefix: str = "", number: int = 1
    ) -> None:
        """How viewers call the pages from that one (from 1) on: style `D`, `r`, `R`, `a`, `A` or
        none, after a prefix, beginning with a number."""
        self._navigation.labels.append(Label(page - 1, style, prefix, number))

    def next_page(self) -> None:
        """Ends this page and begins the next. Raises AssertionError when a mark is still open."""
        if not self._marks.balanced:
            raise AssertionError("a mark is open at the end of the page")
        self.add_page(
            {
                "StructParents": self.tree.page,
                "Tabs": "/S",
                **self._navigation.annotations(self.tree.page, self._fields.names(self.tree.page)),
            }
        )
        self._marks.next_page()
        self.tree.next_page()

    showPage = next_page  # noqa: N815

    def finish(self, record: Metadata, attachments: Sequence[Attachment] = ()) -> bytes:
        """Ends the last page (if anything is on it) and writes the file with these files inside;
        the canvas is done.

        Raises UnmarkedPaintError when something was painted outside every mark.
        """
        if self._code or self.tree.pages[-1] or len(self.tree.pages) == 1:
            self.next_page()
        if self.stray:
            raise UnmarkedPaintError(f"{self.stray} operations were painted outside every mark")
        self.tree.pages.pop()
        return assemble(
            self._doc,
            self.tree,
            self._navigation,
            self._fields,
            self._fonts,
            self._profile,
            self.language,
            record,
            attachments,
        )

    def sketch(self) -> bytes:
        """Ends the last page, blank or not, and writes a file that is only looked at: what is
        painted, without tags, links and metadata. The canvas is done."""
        self.next_page()
        self._navigation.void()
        return sketch(self._doc, self._fonts)


def _guarded(name: str) -> Callable[..., Any]:
    """The canvas's painting method, with what nobody marked caught."""
    original = getattr(Surface, name)

    @wraps(original)
    def paint(self: TaggedCanvas, *arguments: Any, **named: Any) -> Any:
        with self._caught():
            return original(self, *arguments, **named)

    return paint


for _name in _PAINTING.split():
    setattr(TaggedCanvas, _name, _guarded(_name))
