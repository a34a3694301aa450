"""Which text has nothing at its side, so that it is set wide."""

from collections.abc import Iterable, Iterator, Sequence

from briefing.model import (
    Block,
    Chart,
    CodeBlock,
    Container,
    Grid,
    Heading,
    Image,
    Listing,
    MarkdownTable,
    People,
    Placed,
    Role,
    Tiles,
    Timeline,
    every_block,
    flat,
    texts,
)
from briefing.model.style import Style, TextStyle

# A letter's mean width as a share of its size; what white, rules and titles add to exhibits.
_LETTER = 0.47
_FRAME = 72.0
_TOP_LEVEL = 2
# By how much the text must be longer than what is beside it before what follows is set wide.
_SURE = 1.15


def runs(blocks: Sequence[Block], style: Style) -> Iterator[tuple[tuple[Block, ...], bool]]:
    """A section in runs, each from a heading to the next, and whether each is set wide.

    One is that has no aside and beside which none of those before hangs down; heights are
    reckoned from the number of letters.
    """
    hangs = 0.0
    for run in _parted(blocks):
        main, side = _heights(run, style)
        wide = style.column.wide > style.column.main and not side and hangs <= 0
        yield run, wide
        hangs = 0.0 if wide else max(0.0, hangs + side * _SURE - main)


def _parted(blocks: Sequence[Block]) -> Iterator[tuple[Block, ...]]:
    """A run ends before each heading of the first order, unless it is empty."""
    run: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading) and block.level <= _TOP_LEVEL and run:
            yield tuple(run)
            run = []
        run.append(block)
    if run:
        yield tuple(run)


def _heights(run: Iterable[Block], style: Style) -> tuple[float, float]:
    """About how high the text of a run is, and what stands at its side."""
    main = side = 0.0
    for block in run:
        if isinstance(block, Container) and block.role is Role.ASIDE:
            side += style.side.before + _high(block.blocks, style.text.side.body, style.column.side)
        else:
            main += _high((block,), style.text.body, style.column.main)
    return main, side


def _high(blocks: Iterable[Block], kind: TextStyle, width: float) -> float:
    """About how high blocks are, in points."""
    return sum(_of(block, kind, width) for block in every_block(blocks))


def _of(block: Block, kind: TextStyle, width: float) -> float:
    if isinstance(block, Placed):
        content = block.exhibit.content
        if isinstance(content, Grid):
            return _FRAME + len(content.rows) * kind.leading
        if isinstance(content, Timeline):
            return _FRAME + len(content.moments) * 2 * kind.leading
        if isinstance(content, People):
            return _FRAME + len(content.people) * 4 * kind.leading
        return _FRAME + (width / 3 if isinstance(content, Chart | Tiles) else 0.0)
    if isinstance(block, MarkdownTable):
        return (len(block.rows) + 2) * kind.leading
    if isinstance(block, CodeBlock):
        return block.text.count("\n") * kind.leading
    if isinstance(block, Image):
        return width * block.height / max(block.width, 1)
    if isinstance(block, Container | Listing):
        return 0.0
    letters = sum(len(getattr(one, "text", "")) for text in texts(block) for one in flat(text))
    return -(-letters * kind.size * _LETTER // width) * kind.leading + kind.after
