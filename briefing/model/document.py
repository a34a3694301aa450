"""The briefing in one language, whole, before anything is drawn."""

from collections.abc import Mapping

from msgspec import Struct

from briefing.model.block import Block, Placed
from briefing.model.exhibit import Grid
from briefing.model.fact import Fact
from briefing.model.front import Ages, Changed, Locator
from briefing.model.inline import Image, Inline, Words
from briefing.model.text import Place
from briefing.model.walk import every_block


class Register(Struct, frozen=True):
    """The facts that the text and the tiles print, in order of first printing.

    Each row of the grid is a fact, its head the fact's number: F1, F2 … `places` has the number of
    the row that a fact's first text leads to: its own, or that of the fact stated first in it;
    empty where the fact is only said of pictures.
    `to_row` and `to_first` say where the links between a printed figure and its row lead
    (`{text}`, `{number}`).
    """

    title: str
    grid: Grid
    facts: tuple[Fact, ...]
    places: tuple[str, ...]
    note: str
    to_row: str
    to_first: str

    @property
    def numbers(self) -> Mapping[tuple[str, str, str], str]:
        """The number of each fact, by the fact's key."""
        rows = zip(self.facts, self.grid.rows, strict=True)
        return {fact.key: row.head for fact, row in rows}


class Quality(Struct, frozen=True):
    """Which checks ran and what came of each; of what the edition was made, as label and value.

    The digest stands in two halves, of 32 digits each. `set_in` labels the faces, which only the
    layout knows. `sentences` say in short which checks ran and what came of them.
    """

    title: str
    checks_title: str
    checks: Grid
    waived: tuple[str, ...]
    edition_title: str
    edition: tuple[tuple[str, str], ...]
    set_in: str
    sentences: tuple[str, ...] = ()


class Metadatum(Struct, frozen=True):
    """One cell of the title block: `Released`, `24 November 2026`."""

    label: str
    value: str


class Opening(Struct, frozen=True):
    """The first page: standfirst, lead exhibit, tiles, key points and any further blocks, beside
    them a map, how current the figures are, and what changed since an earlier edition."""

    name: str
    title: tuple[Inline, ...]
    anchor: str
    standfirst: tuple[Inline, ...]
    tiles: Placed | None
    keypoints: tuple[Block, ...]
    blocks: tuple[Block, ...]
    lead: Placed | None = None
    locator: Locator | None = None
    ages: Ages | None = None
    changed: Changed | None = None


class Chapter(Struct, frozen=True):
    """A numbered section."""

    name: str
    number: str
    title: tuple[Inline, ...]
    anchor: str
    blocks: tuple[Block, ...]
    place: Place


class CitedSource(Struct, frozen=True):
    """A line of the list of sources: its code (`S1`) and what the annex prints of it, in which the
    host, or all of it, leads to its address."""

    code: str
    name: str
    told: tuple[Words, ...]
    url: str
    publisher: str = ""
    title: str = ""
    licence: str = ""

    @property
    def text(self) -> str:
        """All that is printed of it."""
        return "".join(words.text for words in self.told)


class Annex(Struct, frozen=True):
    """Sources and methods, made from the manifest; `bases` say on what basis values stand,
    `changed` which figures differ from an earlier edition's, where nothing else in the document
    does."""

    title: str
    sources_title: str
    sources: tuple[CitedSource, ...]
    methods_title: str
    methods: tuple[str, ...]
    symbols_title: str
    symbols: tuple[tuple[str, str], ...]
    bases: tuple[str, ...] = ()
    changed_title: str = ""
    changed_anchor: str = ""
    changed: Grid | None = None


class Furniture(Struct, frozen=True):
    """What stands on each page and the fixed words of the layout, in the document's language.

    `data` heads the data behind the figures, `data_of` is filled with a figure's label, `to_data`
    leads to it, `headline` heads the figures of the first page, and `record` says what the
    edition's record is. `page` is filled with the page to which a key point leads, `to_note` and
    `to_mark` with a footnote's number: they say where its mark and its own number lead.
    """

    marking: str
    series: str
    part: str
    short_title: str
    edition: str
    contents: str
    continued: str
    source: str
    sources: str
    data: str = ""
    data_of: str = ""
    to_data: str = ""
    record: str = ""
    headline: str = ""
    page: str = ""
    to_note: str = "{number}"
    to_mark: str = "{number}"


class Signature(Struct, frozen=True):
    """What says who signed the document and when; `text` stands on the first page, empty for an
    invisible signature, `label` is what the field is called."""

    text: str
    label: str


class Passage(Struct, frozen=True):
    """What a section says, a paragraph, item, heading or title of an exhibit a text; a figure of
    data stands in braces."""

    name: str
    title: str
    paragraphs: tuple[str, ...]


class Headline(Struct, frozen=True):
    """The figures of the first page: as a table, and in a line each where there is no room for it,
    without when their sources were retrieved, which the list of sources says."""

    table: Grid
    lines: tuple[str, ...]


class Document(Struct, frozen=True):
    """Everything that a PDF prints, in reading order.

    `names` are titles and publishers of sources in another language, each with its language, and
    `abbreviations` what each stands for. For
    the record it has its words by section, and in `labels` what each fact is called, by its name.
    `headline` has the figures of the first page, for an annex that is short, `card` what is said
    aloud of them.
    """

    language: str
    title: tuple[Inline, ...]
    plain_title: str
    description: str
    metadata: tuple[Metadatum, ...]
    opening: Opening | None
    chapters: tuple[Chapter, ...]
    annex: Annex
    furniture: Furniture
    register: Register | None = None
    headline: Headline | None = None
    quality: Quality | None = None
    signature: Signature | None = None
    names: tuple[tuple[str, str], ...] = ()
    abbreviations: tuple[tuple[str, str], ...] = ()
    prose: tuple[Passage, ...] = ()
    labels: Mapping[str, str] = {}
    card: tuple[Block, ...] = ()
    logo: Image | None = None

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks of the first page, with lead, tiles and key points, and of the chapters."""
        start = self.opening
        leads = (start.lead,) if start and start.lead else ()
        tiles = (start.tiles,) if start and start.tiles else ()
        first = (*leads, *tiles, *start.keypoints, *start.blocks) if start else ()
        return (*first, *(block for chapter in self.chapters for block in chapter.blocks))

    @property
    def exhibits(self) -> tuple[Placed, ...]:
        """All exhibits, in reading order."""
        return tuple(block for block in every_block(self.blocks) if isinstance(block, Placed))
