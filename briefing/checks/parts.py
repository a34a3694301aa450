"""What a document holds: its texts, its numbers, its exhibits, its sections."""

from collections.abc import Iterator

from briefing import model


def numbers(document: model.Document) -> Iterator[model.Number]:
    """The numbers that a document's titles and text print, alternative texts among it."""
    inlines = [i for title in _titles(document) for i in title]
    inlines += (i for block in model.every_block(document.blocks) for i in model.inlines_of(block))
    return (inline for inline in inlines if isinstance(inline, model.Number))


def texts(document: model.Document) -> Iterator[tuple[tuple[model.Inline, ...], bool]]:
    """The inlines of each title, paragraph, cell and alternative text in the author's own words,
    and whether they are an exhibit's title: no quotations, and nothing that the product words."""
    yield from ((title, False) for title in _titles(document))
    for block in model.every_block(document.blocks, lambda block: not model.is_quoted(block)):
        if isinstance(block, model.Placed):
            yield block.title, True
        else:
            yield from ((text, False) for text in model.texts(block))


def exhibits(document: model.Document) -> Iterator[model.Placed]:
    """The exhibits that a document shows."""
    return iter(document.exhibits)


def by_section(
    document: model.Document,
) -> Iterator[tuple[str, model.Place, tuple[model.Block, ...]]]:
    """Each section's name, where it begins, and its blocks with each block in them."""
    opening = document.opening
    if opening is not None:
        tiles = (opening.tiles,) if opening.tiles else ()
        first = tuple(model.every_block((*tiles, *opening.keypoints, *opening.blocks)))
        place = next((b.place for b in first), model.Place(""))
        yield opening.name, place, (_text(opening.title), _text(opening.standfirst), *first)
    for chapter in document.chapters:
        inner = tuple(model.every_block(chapter.blocks))
        yield chapter.name, chapter.place, (_text(chapter.title), *inner)


def _text(inlines: tuple[model.Inline, ...]) -> model.Block:
    return model.Paragraph(inlines, model.Place(""))


def _titles(document: model.Document) -> Iterator[tuple[model.Inline, ...]]:
    """The document's title, the sections', and the standfirst."""
    yield document.title
    if document.opening is not None:
        yield document.opening.title
    yield from (chapter.title for chapter in document.chapters)
    if document.opening is not None:
        yield document.opening.standfirst
