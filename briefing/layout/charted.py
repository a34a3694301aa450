"""Which charts a document needs, and how wide each is drawn."""

from collections.abc import Mapping

from briefing.layout.wide import runs
from briefing.model import Chart, Container, Document, Placed, Role, every_block
from briefing.model.style import Style


def charts(document: Document, style: Style) -> Mapping[str, tuple[Chart, float]]:
    """Each placed chart by its anchor, with its width in points.

    In an aside it is as wide as the side column, a wide one and one in wide text as the page, else
    as the main column.
    """
    aside, wide = _in_asides(document), _in_wide(document, style)
    found: dict[str, tuple[Chart, float]] = {}
    for placed in document.exhibits:
        chart, in_aside = placed.exhibit.content, placed.anchor in aside
        if isinstance(chart, Chart):
            column = style.column.side if in_aside else style.column.main
            over = placed.exhibit.wide or placed.anchor in wide
            width = style.width if over and not in_aside else column
            found[placed.anchor] = (chart, width)
    return found


def _in_asides(document: Document) -> frozenset[str]:
    """The anchors of the exhibits that stand in the side column."""
    blocks = every_block(document.blocks)
    asides = (b for b in blocks if isinstance(b, Container) and b.role is Role.ASIDE)
    inner = (block for aside in asides for block in every_block(aside.blocks))
    return frozenset(block.anchor for block in inner if isinstance(block, Placed))


def _in_wide(document: Document, style: Style) -> frozenset[str]:
    """The anchors of the exhibits that stand in wide text."""
    chapters = (runs(chapter.blocks, style) for chapter in document.chapters)
    wide = (block for chapter in chapters for run, is_wide in chapter if is_wide for block in run)
    return frozenset(block.anchor for block in every_block(wide) if isinstance(block, Placed))
