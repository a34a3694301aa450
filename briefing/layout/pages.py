"""The document on its pages: the tree made, everything placed, then drawn once."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeAlias

from msgspec import Struct

from briefing import model
from briefing.layout.arrangement import Arrangement, Part, Seen, arrange
from briefing.layout.box import Stack
from briefing.layout.boxes.framed import Framed
from briefing.layout.boxes.picture import Picture
from briefing.layout.charted import Draws
from briefing.layout.flow.broken import Ended, TooManyPagesError
from briefing.layout.flow.places import Item, Placement
from briefing.layout.length import endless
from briefing.layout.links import Rows, registered
from briefing.layout.parts.contents import text
from briefing.layout.parts.furniture import furniture
from briefing.layout.parts.title import unseen
from briefing.layout.pen import Pen
from briefing.layout.text.abbreviations import Abbreviations
from briefing.layout.text.setting import Setting
from briefing.layout.theme import Look
from briefing.model.style import Style
from briefing.pdf import Faces, Metadata, TaggedCanvas


class Pages(Struct, frozen=True):
    """A finished PDF: its bytes, how many pages it has, which facts stand on which, where what the
    author wrote stands, the page of each place that can be referred to, and how each page was
    ended. Of a sketch only the pages `drawn` (from 1) have anything on them."""

    data: bytes
    count: int
    printed: tuple[model.Printed, ...]
    drawn: frozenset[int] | None = None
    spots: tuple[model.Spot, ...] = ()
    anchors: Mapping[str, int] = {}
    ended: tuple[Ended, ...] = ()


# From the facts printed and all findings of the layout to the files inside the PDF.
Attach: TypeAlias = Callable[
    [tuple[model.Printed, ...], tuple[model.Finding, ...]], Sequence[model.Attachment]
]


def nothing(
    _printed: tuple[model.Printed, ...], _found: tuple[model.Finding, ...]
) -> tuple[model.Attachment, ...]:
    """No files."""
    return ()


def paginate(
    document: model.Document,
    style: Style,
    faces: Faces,
    draws: Draws,
    meta: Metadata,
    profile: str = "ua1+3a",
    attach: Attach = nothing,
    seen: Seen | None = None,
) -> tuple[Pages | None, tuple[model.Finding, ...]]:
    """The document as a tagged PDF; `draws` draws its charts, each once, when its page is drawn;
    `attach` makes the files that go into it when all is drawn. Of a sketch only the
    pages `seen` are drawn, nothing but what is painted is in the file, and what lies behind them
    is where it was before.

    None when a finding is an error: the text holds what no face can set, a table has no room, or
    there are too many pages.
    """
    setting = _setting(document, Look(style, faces))
    page = style.page
    canvas = TaggedCanvas(
        faces, (page.width, page.height), document.language, document.plain_title, profile=profile
    )
    try:
        arrangement = arrange(setting, document, draws, canvas.tree.root, seen)
    except TooManyPagesError:
        return None, (*setting.findings, endless())
    findings = (*setting.findings, *(_crowded(item) for item in arrangement.crowded))
    if model.errors(findings):
        return None, findings
    pen = _pen(canvas, setting, document, arrangement, seen)
    _draw(pen, document, arrangement, seen.pages if seen else None)
    printed, spots = tuple(pen.printed), tuple(pen.spots)
    if seen is not None:
        return Pages(canvas.sketch(), pen.pages, printed, seen.pages, spots), findings
    _close(canvas, document, arrangement)
    findings = (*findings, *pen.findings)
    data = canvas.finish(meta, attach(printed, findings))
    anchors, ended = arrangement.anchors, arrangement.ended
    return Pages(data, pen.pages, printed, spots=spots, anchors=anchors, ended=ended), findings


def _setting(document: model.Document, look: Look) -> Setting:
    """How the document's text is set; figures lead to their rows where the style links them."""
    register = registered(document, look)
    linked = register is not None and look.style.register_linked
    return Setting(
        look,
        document.language,
        dict(document.names),
        rows=Rows(register.numbers) if register and linked else Rows(),
        marks=dict(document.annex.symbols),
        abbreviations=Abbreviations(dict(document.abbreviations)),
    )


def _pen(
    canvas: TaggedCanvas,
    setting: Setting,
    document: model.Document,
    arrangement: Arrangement,
    seen: Seen | None,
) -> Pen:
    """The pen that knows how many pages there are, and where each place is; of a sketch those that
    lie behind stand where they stood before."""
    return Pen(
        canvas,
        setting.look,
        seen.count if seen else arrangement.pages,
        {**(seen.anchors if seen else {}), **arrangement.anchors},
        register=document.register,
        to_note=document.furniture.to_note,
        to_mark=document.furniture.to_mark,
        quiet=not setting.rows.numbers,
    )


def _close(canvas: TaggedCanvas, document: model.Document, arrangement: Arrangement) -> None:
    """What no page shows: a signature that isn't seen, the outline, what pages are called."""
    if document.signature and not document.signature.text:
        unseen(canvas, document.signature)
    for part in arrangement.parts:
        _bookmark(canvas, part)
    canvas.label_pages()


def _draw(
    pen: Pen, document: model.Document, arrangement: Arrangement, only: frozenset[int] | None
) -> None:
    of_page = defaultdict(list)
    for placement in arrangement.placed:
        of_page[placement.page].append(placement)
    for page in range(1, pen.pages + 1):
        pen.page = page
        if only is None or page in only:
            for placement in of_page[page]:
                _stand(pen, placement)
                placement.item.box.draw(pen, placement.x, placement.top, placement.width)
            marking = arrangement.marking if page == 1 else None
            furniture(pen, document.furniture, arrangement.running(page), marking)
        if page < pen.pages:
            pen.canvas.next_page()


def _stand(pen: Pen, placement: Placement) -> None:
    """Notes where an exhibit, table or picture stands; text does so itself, line for line."""
    box, item, width = placement.item.box, placement.item, placement.width
    if item.what and isinstance(box, Framed | Stack | Picture):
        pen.stand(item.place, placement.x, placement.top, width, box.measure(width))


def _bookmark(canvas: TaggedCanvas, part: Part) -> None:
    """A section and the headings of its text, as deep as they go."""
    if part.anchor:
        canvas.bookmark(part.title, part.anchor, 0)
    for heading in _headings(part.blocks):
        title = f"{heading.number}  {text(heading.inlines)}".strip()
        canvas.bookmark(title, heading.anchor, heading.level - 1)


def _headings(blocks: Sequence[model.Block]) -> Iterator[model.Heading]:
    return (block for block in blocks if isinstance(block, model.Heading) and block.anchor)


def _crowded(item: Item) -> model.Finding:
    return model.Finding(
        "B403",
        item.place or model.Place("briefing.yaml"),
        f"{item.what or 'something'} is higher than a page and was made smaller",
        "show less of it, or divide it",
    )
