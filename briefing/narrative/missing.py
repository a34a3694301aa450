"""What stands in a draft in the place of what could not be had: its name in brackets."""

from collections.abc import Collection

from msgspec.structs import replace

from briefing import model


def gap(name: str, place: model.Place) -> model.Inline:
    """The words for a fact, an exhibit or a picture that is missing."""
    return model.Words(f"[{name}]", place)


def filled(blocks: tuple[model.Block, ...]) -> tuple[model.Block, ...]:
    """The blocks with a paragraph for each exhibit that wasn't made and each picture without
    bytes."""
    return model.rebuilt(blocks, _filled)


def _filled(block: model.Block) -> tuple[model.Block, ...]:
    if isinstance(block, model.Placement):
        return (model.Paragraph((gap(f"exhibit:{block.exhibit}", block.place),), block.place),)
    if isinstance(block, model.Image) and not block.width:
        return (model.Paragraph((gap(block.path, block.place),), block.place),)
    return (block,)


def without(document: model.Document, places: Collection[model.Place]) -> model.Document:
    """The document with a line in brackets for each block that can't be laid out: those that stand
    at the places, or in whose text these are."""
    start = document.opening

    def change(block: model.Block) -> tuple[model.Block, ...]:
        here = _place(block)
        if here is None or not any(_holds(block, here, place) for place in places):
            return (block,)
        name = f"exhibit:{block.exhibit.name}" if isinstance(block, model.Placed) else _named(here)
        return (model.Paragraph((gap(name, here),), here),)

    def kept(placed: model.Placed | None) -> model.Placed | None:
        return placed if placed is None or change(placed) == (placed,) else None

    if start is not None:
        lead = {getattr(inline, "place", None) for inline in start.standfirst}
        there = next((place for place in places if place in lead), None)
        start = replace(
            start,
            standfirst=(gap(_named(there), there),) if there else start.standfirst,
            lead=kept(start.lead),
            tiles=kept(start.tiles),
            keypoints=model.rebuilt(start.keypoints, change),
            blocks=model.rebuilt(start.blocks, change),
        )
    chapters = tuple(replace(c, blocks=model.rebuilt(c.blocks, change)) for c in document.chapters)
    return replace(document, opening=start, chapters=chapters)


def _place(block: model.Block) -> model.Place | None:
    return getattr(block, "place", None)


def _named(place: model.Place) -> str:
    return f"{place.file}:{place.line}"


def _holds(block: model.Block, here: model.Place, place: model.Place) -> bool:
    """Whether what is at the place stands in just this block."""
    if model.children(block):
        return False
    if (here.file, here.line) == (place.file, place.line):
        return True
    return place in {getattr(inline, "place", None) for inline in model.inlines_of(block)}
