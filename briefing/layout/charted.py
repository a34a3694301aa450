"""Which charts a document needs, and how wide each is drawn."""

from collections.abc import Iterator, Mapping

from briefing.model.block import Block, Condition, Container, Listing, Placed, Quote, Role
from briefing.model.document import Document
from briefing.model.exhibit import Chart
from briefing.model.style import Style


def charts(document: Document, style: Style) -> Mapping[str, tuple[Chart, float]]:
    """Each placed chart by its anchor, with its width in points.

    In an aside it is as wide as the side column, a wide one as the page, else as the main column.
    """
    measures = style.measures
    full = measures["page.width"] - measures["page.left"] - measures["page.right"]
    found: dict[str, tuple[Chart, float]] = {}
    for placed, in_aside in _placed(_blocks(document), in_aside=False):
        chart = placed.exhibit.content
        if isinstance(chart, Chart):
            column = measures["column.side" if in_aside else "column.main"]
            width = full if placed.exhibit.wide and not in_aside else column
            found[placed.anchor] = (chart, width)
    return found


def _blocks(document: Document) -> tuple[Block, ...]:
    opening = document.opening
    first = (*opening.keypoints, *opening.blocks) if opening else ()
    return (*first, *(block for chapter in document.chapters for block in chapter.blocks))


def _placed(blocks: tuple[Block, ...], *, in_aside: bool) -> Iterator[tuple[Placed, bool]]:
    for block in blocks:
        if isinstance(block, Placed):
            yield block, in_aside
        elif isinstance(block, Container):
            within = in_aside or block.role is Role.ASIDE
            yield from _placed(block.blocks, in_aside=within)
        elif isinstance(block, Quote | Condition):
            yield from _placed(block.blocks, in_aside=in_aside)
        elif isinstance(block, Listing):
            for item in block.items:
                yield from _placed(item, in_aside=in_aside)
