"""What stands on every page: marking, running head, foot with page x of y."""

from collections.abc import Sequence
from contextlib import AbstractContextManager

from briefing.layout.pen import Pen
from briefing.model import Furniture
from briefing.model.style import TextStyle
from briefing.pdf import Element

SEPARATOR = " · "


def furniture(pen: Pen, words: Furniture, sections: Sequence[str], marking: Element | None) -> None:
    """Draws the page's furniture; `sections` are those that stand on it, as in its head.

    The marking at the top is content of the element `marking`, where that is given: it is said once
    in the document, to who doesn't see it on each page.
    """
    look = pen.look
    with _said(pen, marking):
        _marking(pen, words.marking, look.style.marking.top)
    if pen.page > 1:
        _head(pen, words.short_title, SEPARATOR.join(sections))
    bottom = look.style.marking.bottom - look.style.text.marking.leading
    with pen.canvas.artifact("Pagination", "Footer", "Bottom"):
        _marking(pen, words.marking, bottom)
    _foot(pen, SEPARATOR.join(part for part in (words.series, words.edition) if part))


def _said(pen: Pen, element: Element | None) -> AbstractContextManager[None]:
    """Within this the head is an element's content, or decoration."""
    if element is None:
        return pen.canvas.artifact("Pagination", "Header", "Top")
    return pen.tag(element)


def _marking(pen: Pen, text: str, top: float) -> None:
    if not text:
        return
    look = pen.look
    setting = look.style.text.marking
    # The tracking behind the last letter would push the word off the middle.
    wide = look.width(text, setting) - setting.tracking * setting.size
    pen.text((look.style.page.width - wide) / 2, top, text, setting)


def _edges(pen: Pen) -> tuple[float, float]:
    look = pen.look
    return look.style.page.left, look.style.page.width - look.style.page.right


def _head(pen: Pen, left_text: str, right_text: str) -> None:
    look = pen.look
    setting = look.style.text.running
    left, right = _edges(pen)
    top = look.style.running.head
    rule = top + setting.leading + look.style.running.drop
    with pen.canvas.artifact("Pagination", "Header", "Top"):
        room = right - left - look.width(left_text, setting) - look.style.column.gutter
        shown = cut(pen, right_text, setting, room)
        pen.fill(left, rule, right - left, look.style.running.rule, look.style.colours.rule)
        pen.text(left, top, left_text, setting)
        pen.text(right - look.width(shown, setting), top, shown, setting)


def _foot(pen: Pen, text: str) -> None:
    look = pen.look
    plain, strong = look.style.text.running, look.style.text.running_page
    left, right = _edges(pen)
    top = look.style.running.foot - plain.leading
    number, rest = str(pen.page), f" / {pen.pages}"
    with pen.canvas.artifact("Pagination", "Footer", "Bottom"):
        pen.text(left, top, text, plain)
        x = right - look.width(rest, plain)
        # In the order in which they are read: several readers don't sort what they extract.
        pen.text(x - look.width(number, strong), top, number, strong)
        pen.text(x, top, rest, plain)


def cut(pen: Pen, text: str, setting: TextStyle, room: float) -> str:
    """The text, or as many of its words as there is room for and an ellipsis."""
    if pen.look.width(text, setting) <= room:
        return text
    words = text.split(" ")
    while words and pen.look.width(" ".join(words) + " …", setting) > room:
        words.pop()
    return " ".join(words) + " …" if words else ""
