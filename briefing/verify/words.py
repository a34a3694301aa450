"""Words and sense: nothing run together, lost, said twice or said without meaning."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from briefing.pdf.reading.content import Run
from briefing.pdf.reading.file import Fault, File
from briefing.pdf.reading.nodes import BLOCKS, PARTS, Node, own
from briefing.verify.tables import rows

# Lines of code break anywhere.
_CODE = frozenset(("Code",))
_HEADINGS = ("H", "H1", "H2", "H3", "H4", "H5", "H6")
_EXCERPT = 24
# Beyond this share of the type's size two pieces on a line are apart.
_GAP = 0.18
# A piece whose baseline is further off than this share stands on another line.
_DROP = 0.3
# A string of so many characters without a space is no word but an address, or won't fit a line.
_LONG = 24
_BREAK = re.compile(r"[^\S\u00a0\u202f]")
_FILE_NAME = re.compile(r"\S+\.(png|jpe?g|gif|svg|tiff?|bmp|pdf)\Z", re.IGNORECASE)
_ONLY_NAMES = frozenset(("figure", "image", "picture", "chart", "graphic", "photo", "diagram"))


def run_together(file: File) -> Iterator[Fault]:
    """B503: pieces of one element that stand apart on the page but not in its text."""
    for node in file.elements():
        if node.role not in BLOCKS or node.around("Figure", "Formula") is not None:
            continue
        runs = [(c.page, run) for c in own(node, _CODE) for run in file.runs(c) if run.text]
        line = ""
        for (page, one), (other_page, other) in pairwise(runs):
            line += one.text
            below = page != other_page or _lower(one, other)
            moved = page != other_page or _apart(one, other)
            divided = below and _divided(line, other.text)
            if moved and _glued(one.text, other.text) and not divided:
                yield Fault(
                    "B503",
                    f"words run together: “{_tail(one.text)}” and “{_head(other.text)}”",
                    other_page,
                    "Keep the space at a line’s end and between pieces.",
                )
            line = "" if below else line


def _lower(one: Run, other: Run) -> bool:
    return abs(one.y - other.y) > _DROP * max(one.size, other.size)


def _apart(one: Run, other: Run) -> bool:
    return abs(other.x - one.end) >= _GAP * max(one.size, other.size)


def _glued(one: str, other: str) -> bool:
    return one[-1:].isalnum() and other[:1].isalnum() and not _is_ideograph(one[-1], other[0])


def _is_ideograph(*characters: str) -> bool:
    return any("\u2e80" <= c <= "\ud7ff" or c >= "\uf900" for c in characters)


def _divided(line: str, other: str) -> bool:
    """Whether what meets there is one long string, which may be divided anywhere."""
    before, after = _BREAK.split(line)[-1], _BREAK.split(other)[0]
    return before == line.lstrip() or len(before + after) >= _LONG


def _tail(text: str) -> str:
    return text[-_EXCERPT:]


def _head(text: str) -> str:
    return text[:_EXCERPT]


def lost(file: File) -> Iterator[Fault]:
    """B504: elements that hold what isn't there, or what another holds."""
    if file.tree is None:
        return
    painted = {(page.number, mcid) for page in file.pages for mcid in page.marks}
    held = Counter((c.page, c.mcid) for c in file.tree.content())
    for (page, mcid), times in held.items():
        if times > 1:
            message = f"mark {mcid} is content of {times} elements"
        elif (page, mcid) not in painted:
            message = f"mark {mcid} is content of an element, but isn’t on the page"
        else:
            continue
        yield Fault("B504", message, page, "Let each mark be content of one element.")


def loose(file: File) -> Iterator[Fault]:
    """B501: text that stands in a list or table but in no item or cell, items of labels only."""
    for node in file.elements():
        if node.role not in PARTS:
            continue
        if node.role == "LI" and (labels := _labels_alone(file, node)):
            yield Fault(
                "B501",
                f"an item holds the labels “{_head(labels)}” and no body",
                node.page(),
                "Put what the item says into an LBody.",
            )
        text = "".join(run.text for c in node.marks for run in file.runs(c)).strip()
        if text:
            yield Fault(
                "B501",
                f"{node.role} holds the text “{_head(text)}” itself",
                node.page(),
                "Put it into an item’s LBody, a cell, or a caption.",
            )


def _labels_alone(file: File, item: Node) -> str:
    """What an item says in several labels, where it holds nothing else; one alone is an item that
    is empty."""
    labels = list(item.children)
    if len(labels) < 2 or any(node.role != "Lbl" for node in labels):
        return ""
    return "".join(map(file.text, labels)).strip()


def headed(file: File) -> Iterator[Fault]:
    """B502: in any profile, headings that skip a level, and empty ones; a title is above H2 as H1
    is."""
    level = 0
    for node in file.elements("Title", *_HEADINGS):
        if not file.text(node).strip() and node.get("/ActualText") is None:
            yield Fault("B502", "a heading is empty", node.page(), "Give it text, or leave it out.")
        if node.role == "H":
            continue
        if node.role == "Title":
            level = 1
            continue
        own = int(node.role[1])
        # PDF/UA-1 has a clause for it.
        if own > level + 1 and file.is_pdf2:
            before = f"after H{level}" if level else "as the first heading"
            message = f"{node.role} stands {before}"
            yield Fault("B502", message, node.page(), "Go down one level at a time, from H1.")
        level = own


def repeated(file: File) -> Iterator[Fault]:
    """B506: a head row that is content on two pages, or comes again as a row."""
    for table in file.elements("Table"):
        heads: list[str] = []
        for row in rows(table):
            cells = list(row.children)
            text = "\t".join(file.text(cell).strip() for cell in cells)
            is_head = bool(cells) and all(cell.role == "TH" for cell in cells)
            pages = {content.page for content in row.content()}
            if text.strip() and (text in heads or (is_head and len(pages) > 1)):
                yield Fault(
                    "B506",
                    f"the head “{_head(text)}” is tagged twice",
                    max(pages, default=0),
                    "Mark the repeated head as an artifact.",
                )
            if is_head:
                heads.append(text)


def senseless(file: File) -> Iterator[Fault]:
    """B507: alternative texts that are empty, a name, or the caption again."""
    for node in file.elements("Figure"):
        if node.get("/Alt") is None or next(node.content(), None) is None:
            continue
        alt = _bare(str(node.get("/Alt")))
        caption = _bare(_caption(file, node))
        if not alt:
            message = "an alternative text is empty"
        elif _FILE_NAME.match(str(node.get("/Alt")).strip()) or alt in _ONLY_NAMES:
            message = f"the alternative text “{_head(alt)}” says nothing"
        elif caption and (alt in caption):
            message = "an alternative text only repeats the caption"
        else:
            continue
        yield Fault("B507", message, node.page(), "Say in a sentence what the figure shows.")


def _caption(file: File, figure: Node) -> str:
    """The text of the figure's caption: within it, or beside it."""
    kids = list(figure.children) + (list(figure.parent.children) if figure.parent else [])
    return " ".join(file.text(kid) for kid in kids if kid.role == "Caption")


def _bare(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
