"""Which text has nothing at its side."""

from collections.abc import Iterable, Iterator, Sequence

from briefing import model
from briefing.model.style import Style, TextStyle

# A letter's mean width as a share of its size; what white, rules and titles add to exhibits.
_LETTER = 0.47
_FRAME = 72.0
_TOP_LEVEL = 2
# By how much the text must be longer than what is beside it before what follows is set wide.
_SURE = 1.15


def runs(
    blocks: Sequence[model.Block], style: Style
) -> Iterator[tuple[tuple[model.Block, ...], bool]]:
    """A section in runs, each from a heading or after an exhibit to the next, and whether nothing
    stands beside each, so that it is set wide or in both columns.

    One is so that has no aside and beside which none of those before hangs down; heights are
    reckoned from the number of letters.
    """
    hangs = 0.0
    for run in _parted(blocks):
        main, side = _heights(run, style)
        alone = not style.column.single and not side and hangs <= 0
        yield run, alone
        hangs = 0.0 if alone else max(0.0, hangs + side * _SURE - main)


def _parted(blocks: Sequence[model.Block]) -> Iterator[tuple[model.Block, ...]]:
    """A run ends before each heading of the first order and after each exhibit, where another
    measure isn't seen beside the one before; not with a heading, nor where it is empty."""
    run: list[model.Block] = []
    for block in blocks:
        if run and isinstance(block, model.Heading) and block.level <= _TOP_LEVEL:
            yield tuple(run)
            run = []
        run.append(block)
        if isinstance(block, model.Placed | model.MarkdownTable):
            yield tuple(run)
            run = []
    if run:
        yield tuple(run)


def _heights(run: Iterable[model.Block], style: Style) -> tuple[float, float]:
    """About how high the text of a run is, and what stands at its side."""
    main = side = 0.0
    for block in run:
        if isinstance(block, model.Container) and block.role is model.Role.ASIDE:
            side += style.side.before + _high(block.blocks, style.text.side.body, style.column.side)
        else:
            main += _high((block,), style.text.body, style.column.main)
    return main, side


def _high(blocks: Iterable[model.Block], kind: TextStyle, width: float) -> float:
    """About how high blocks are, in points."""
    return sum(_of(block, kind, width) for block in model.every_block(blocks))


def _of(block: model.Block, kind: TextStyle, width: float) -> float:
    if isinstance(block, model.Placed):
        content = block.exhibit.content
        if isinstance(content, model.Grid):
            return _FRAME + len(content.rows) * kind.leading
        if isinstance(content, model.Timeline):
            return _FRAME + len(content.moments) * 2 * kind.leading
        if isinstance(content, model.People):
            return _FRAME + len(content.people) * 4 * kind.leading
        return _FRAME + (width / 3 if isinstance(content, model.Chart | model.Tiles) else 0.0)
    if isinstance(block, model.MarkdownTable):
        return (len(block.rows) + 2) * kind.leading
    if isinstance(block, model.CodeBlock):
        return block.text.count("\n") * kind.leading
    if isinstance(block, model.Image):
        return width * block.height / max(block.width, 1)
    if isinstance(block, model.Container | model.Listing):
        return 0.0
    letters = sum(
        len(getattr(one, "text", "")) for text in model.texts(block) for one in model.flat(text)
    )
    return -(-letters * kind.size * _LETTER // width) * kind.leading + kind.after
