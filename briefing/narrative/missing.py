"""What stands in a draft in the place of what could not be had: its name in brackets."""

from briefing.model import Block, Image, Inline, Paragraph, Place, Placement, Words, rebuilt


def gap(name: str, place: Place) -> Inline:
    """The words for a fact, an exhibit or a picture that is missing."""
    return Words(f"[{name}]", place)


def filled(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks with a paragraph for each exhibit that wasn't made and each picture without
    bytes."""
    return rebuilt(blocks, _filled)


def _filled(block: Block) -> tuple[Block, ...]:
    if isinstance(block, Placement):
        return (Paragraph((gap(f"exhibit:{block.exhibit}", block.place),), block.place),)
    if isinstance(block, Image) and not block.width:
        return (Paragraph((gap(block.path, block.place),), block.place),)
    return (block,)
