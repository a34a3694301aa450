"""What blocks of narrative stand in."""

from dataclasses import dataclass

from briefing.layout.text.paragraph import Bar
from briefing.model.style import Style, TextStyle


@dataclass(frozen=True)
class Inside:
    """What blocks stand in: the kinds of text and of quotations, how far they are indented, bars
    at their left, whether all that is in the side column, and how cross-references say their
    page."""

    kind: TextStyle
    quote: TextStyle
    indent: float = 0.0
    bars: tuple[Bar, ...] = ()
    depth: int = 0
    hyphenated: bool = True
    aside: bool = False
    wide: bool = False
    page: str = ""

    def indented(self, style: Style, step: float) -> float:
        """One step further in, as long as enough of the column is left."""
        column = style.column
        width = column.side if self.aside else column.wide if self.wide else column.main
        deepest = width - min(style.lists.narrowest, width / 2)
        return min(self.indent + step, max(self.indent, deepest))
