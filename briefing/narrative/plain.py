"""A document as plain text, in reading order: what a person reviews and a PDF must extract to."""

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct, structs

from briefing import language, model


def plain(inlines: Iterable[model.Inline]) -> str:
    """The words and numbers of inlines; a line break is a space."""
    return "".join(
        " " if isinstance(inline, model.Break) else inline.text
        for inline in inlines
        if not isinstance(inline, model.Asked | model.Clause)
    )


def text(document: model.Document, *, annex: str = "", set_in: str = "") -> str:
    """The whole document in reading order, one line a block, row or item, cells apart by tabs.

    A picture or chart is its alternative text in brackets. The contents, which pages make, and what
    stands on every page are left out. `annex` says which annexes the style prints
    (`full`, `short`, `lines`: short, with its figures in lines, or none), `set_in` in which
    families it is set.
    """
    full = annex == "full"
    lines = [*_document(document, document.furniture.to_data if full else "")]
    if annex in ("short", "lines"):
        lines += _brief(document, lined=annex == "lines")
    if full:
        lines += _data(document)
        lines += _register(document)
        lines += _quality(document, set_in)
    return "\n".join(line for line in lines if line) + "\n"


def _document(document: model.Document, to_data: str) -> Iterator[str]:
    furniture, annex = document.furniture, document.annex
    blocks = _Blocks({source.name: source.code for source in annex.sources}, to_data)
    yield from (furniture.marking, furniture.series, furniture.part)
    yield plain(document.title)
    if document.logo is not None:
        yield f"[{document.logo.alt}]"
    if document.opening is not None:
        yield plain(document.opening.standfirst)
    for cell in document.metadata:
        yield f"{cell.label} {cell.value}"
    if document.opening is not None:
        yield from _opening(document.opening, blocks)
    for chapter in document.chapters:
        yield f"{chapter.number} {plain(chapter.title)}"
        yield from blocks.lines(chapter.blocks)
    yield from _annex(annex, document.language)


def _opening(opening: model.Opening, blocks: "_Blocks") -> Iterator[str]:
    if opening.lead is not None:
        yield from blocks.lines((opening.lead,))
    if opening.tiles is not None and isinstance(opening.tiles.exhibit.content, model.Tiles):
        yield from _tiles(opening.tiles.exhibit.content)
    yield plain(opening.title)
    for block in opening.keypoints:
        items = block.items if isinstance(block, model.Listing) else ((block,),)
        for item in items:
            yield from blocks.lines(item)
    if opening.changed is not None:
        yield opening.changed.title
        yield from (f"{words}\t{plain((count,))}" for words, count in opening.changed.counts)
        yield plain(opening.changed.leads)
    if opening.locator is not None:
        yield f"[{opening.locator.alt}]"
        yield opening.locator.note
    if opening.ages is not None:
        yield opening.ages.title
        yield from (f"{span.label}\t{span.last_text}" for span in opening.ages.spans)
        yield opening.ages.note
    yield from blocks.lines(opening.blocks)


class _Blocks(Struct, frozen=True):
    """Blocks as lines; `codes` has each source's code by name, `to_data` leads from a chart to its
    data, `depth` is how many lists they are in."""

    codes: Mapping[str, str]
    to_data: str
    depth: int = 0

    def lines(self, blocks: Iterable[model.Block]) -> Iterator[str]:
        for block in blocks:
            yield from self._block(block)

    def _block(self, block: model.Block) -> Iterator[str]:
        if isinstance(block, model.Heading):
            yield f"{block.number} {plain(block.inlines)}".strip()
        elif isinstance(block, model.Paragraph):
            yield plain(block.inlines)
        elif isinstance(block, model.Listing):
            yield from self._listing(block)
        elif isinstance(block, model.Quote | model.Condition | model.Container):
            yield from self.lines(block.blocks)
        elif isinstance(block, model.Footnote):
            first, *rest = self.lines(block.blocks)
            yield from (f"{block.number} {first}", *rest)
        elif isinstance(block, model.CodeBlock):
            yield block.text
        elif isinstance(block, model.MarkdownTable):
            yield from _table(block)
        elif isinstance(block, model.Image):
            yield from filter(None, (f"[{block.alt}]", plain(block.caption)))
        elif isinstance(block, model.Placed):
            yield from _placed(block, self.codes)
            to_data = self.to_data if block.exhibit.data else ""
            yield " ".join(f"→ {label}" for label, _ in block.related) or to_data

    def _listing(self, listing: model.Listing) -> Iterator[str]:
        bullet = "•" if self.depth % 2 == 0 else "–"
        for number, item in enumerate(listing.items, start=listing.start or 0):
            lines = list(structs.replace(self, depth=self.depth + 1).lines(item))
            mark = bullet if listing.start is None else f"{number}."
            yield f"{mark} {lines[0]}" if lines else mark
            yield from lines[1:]


def _placed(placed: model.Placed, codes: Mapping[str, str]) -> Iterator[str]:
    exhibit = placed.exhibit
    yield placed.label
    yield plain(placed.title)
    yield exhibit.subtitle
    content = exhibit.content
    if isinstance(content, model.Chart):
        yield f"[{placed.alt}]"
    elif isinstance(content, model.Grid):
        yield from _grid(content)
    elif isinstance(content, model.Tiles):
        yield from _tiles(content)
    elif isinstance(content, model.Timeline):
        for moment in content.moments:
            cited = ", ".join(codes[name] for name in moment.sources if name in codes)
            parts = (moment.date, moment.head, moment.detail, cited)
            yield " ".join(part for part in parts if part)
    elif isinstance(content, model.People):
        yield from _people(content, codes)
    elif isinstance(content, model.Changes):
        for column in content.columns:
            yield column.head
            yield from map(plain, column.lines)
    yield from map(plain, exhibit.notes)
    yield placed.source_line


def _people(people: model.People, codes: Mapping[str, str]) -> Iterator[str]:
    for one in people.people:
        yield from (f"[{one.portrait.alt}]",) if one.portrait else ()
        yield f"{one.name} ({one.native})" if one.native else one.name
        yield one.holds
        cited = ", ".join(codes[name] for name in one.sources if name in codes)
        yield f"{one.dated} {cited}".strip()
        yield plain(one.portrait.caption) if one.portrait else ""


def _data(document: model.Document) -> Iterator[str]:
    shown = [p for p in document.exhibits if p.exhibit.data and not p.related]
    if shown:
        yield document.furniture.data
    for placed in shown:
        for grid in placed.exhibit.data:
            yield document.furniture.data_of.format(label=placed.label)
            yield placed.exhibit.subtitle
            yield from _grid(grid)


def _brief(document: model.Document, *, lined: bool) -> Iterator[str]:
    if document.headline is not None:
        yield document.furniture.headline
        yield from document.headline.lines if lined else _grid(document.headline.table)
    if document.quality is not None and document.quality.sentences:
        yield document.quality.title
        yield " ".join(document.quality.sentences)
        for label, value in document.quality.edition[-1:]:
            yield language.headed(document.language, label, value)


def _register(document: model.Document) -> Iterator[str]:
    if document.register is not None:
        yield document.register.title
        yield document.register.note
        yield from _grid(document.register.grid)


def _quality(document: model.Document, set_in: str) -> Iterator[str]:
    quality = document.quality
    if quality is not None:
        yield quality.title
        yield quality.checks_title
        yield from _grid(quality.checks)
        yield from quality.waived
        yield quality.edition_title
        for label, value in (*quality.edition, (quality.set_in, set_in)):
            yield f"{label} {value}"


def _grid(grid: model.Grid) -> Iterator[str]:
    yield "\t".join(column.head for column in grid.columns)
    for row in grid.rows:
        cells = (
            f"{cell.text} {cell.status.marks}" if cell.status and cell.fact else cell.text
            for cell in row.cells
        )
        yield "\t".join((row.head, *cells))


def _tiles(tiles: model.Tiles) -> Iterator[str]:
    for tile in tiles.tiles:
        mark = tile.status.marks
        means = (number.text for number in tile.meaning)
        parts = (tile.label, tile.value, tile.unit, mark, tile.change, *means, tile.age)
        yield " ".join(part for part in parts if part)


def _annex(annex: model.Annex, code: str) -> Iterator[str]:
    yield annex.title
    if annex.sources:
        yield annex.sources_title
    for source in annex.sources:
        yield f"{source.code} {source.text}"
    if annex.bases or annex.methods:
        yield annex.methods_title
    yield from annex.bases
    yield from annex.methods
    if annex.symbols:
        listed = "; ".join(f"{mark} {meaning}" for mark, meaning in annex.symbols)
        yield language.headed(code, annex.symbols_title, f"{listed}.")
    if annex.changed is not None:
        yield annex.changed_title
        yield from _grid(annex.changed)


def _table(table: model.MarkdownTable) -> Iterator[str]:
    if table.caption:
        yield f"{table.label} {plain(table.caption)}"
    for row in (table.head, *table.rows):
        yield "\t".join(plain(cell) for cell in row)
