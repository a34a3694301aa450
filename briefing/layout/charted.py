"""Which charts a document needs, and how wide each is drawn."""

from collections.abc import Mapping

from briefing.model import Chart, Container, Document, Placed, Role, every_block
from briefing.model.style import Style


def charts(document: Document, style: Style) -> Mapping[str, tuple[Chart, float]]:
    """Each placed chart by its anchor, with its width in points.

    In an aside it is as wide as the side column, a wide one as the page, else as the main column.
    """
    aside = _in_asides(document)
    found: dict[str, tuple[Chart, float]] = {}
    for placed in document.exhibits:
        chart, in_aside = placed.exhibit.content, placed.anchor in aside
        if isinstance(chart, Chart):
            column = style.column.side if in_aside else style.column.main
            width = style.width if placed.exhibit.wide and not in_aside else column
            found[placed.anchor] = (chart, width)
    return found


def _in_asides(document: Document) -> frozenset[str]:
    """The anchors of the exhibits that stand in the side column."""
    blocks = every_block(document.blocks)
    asides = (b for b in blocks if isinstance(b, Container) and b.role is Role.ASIDE)
    inner = (block for aside in asides for block in every_block(aside.blocks))
    return frozenset(block.anchor for block in inner if isinstance(block, Placed))
