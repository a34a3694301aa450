"""The fixed words of the product: what it prints that no author wrote."""

from collections.abc import Mapping

from msgspec import Struct

from briefing.language.annexes import QualityWords, RegisterWords
from briefing.language.drawn import DrawnWords
from briefing.language.letters import LetterWords
from briefing.language.panels import PanelWords
from briefing.language.spoken import SpokenWords
from briefing.model import Status


class Words(Struct, frozen=True):
    """Fixed words and phrases in one language.

    `marks` says what each status mark stands for; `symbols` the other marks of a grid, in order of
    printing. Phrases with `{…}` are filled by `str.format`, `said` with
    `{label}` and `{text}`.
    """

    # the title block and the furniture of a page
    edition: str
    released: str
    next_release: str
    data_to: str
    contact: str
    contents: str
    continued: str
    key_points: str
    draft: str
    # what joins a label to what it says, and items of a list that hold commas
    said: str
    apart: str
    # exhibits and sources
    figure: str
    table: str
    source: str
    sources: str
    year: str
    period: str
    country: str
    item: str
    provisional: str
    no_later_data: str
    enlarged: str
    drawn: DrawnWords
    rounded_sums: str
    # the annex
    annex: str
    methods: str
    symbols_title: str
    retrieved: str
    retrieved_on: str
    published: str
    licence: str
    basis: str
    rounding: str
    missing_totals: str
    listed: str
    listed_all: str
    total: str
    # the data behind the figures, and the files inside the PDF; `{label}` is a figure's
    data: str
    data_of: str
    to_data: str
    record: str
    headline: str
    # beside the first page: how current figures are, a map of `{first}` and `{second}`, and the
    # `{page}` to which a key point leads
    ages: str
    ages_note: str
    map_of: str
    map_note: str
    page: str
    # footnotes: where a mark leads, and the number of a note; `{number}` is the note's
    to_note: str
    to_mark: str
    # how an indicator is computed; `{0}`, `{1}` are its arguments, written
    formulas: Mapping[str, str]
    # the same without signs, as sentences say it: signs, `negative`, and the formulas that have any
    sentences: Mapping[str, str]
    marks: Mapping[Status, str]
    # what stands for what: for who hears the text read
    abbreviations: Mapping[str, str]
    symbols: tuple[tuple[str, str], ...]
    # annexes of their own
    register: RegisterWords
    quality: QualityWords
    # an embargo, and the mail with an edition
    letter: LetterWords
    # what is said aloud
    spoken: SpokenWords
    # countries side by side, people, coming days, lines to take
    panels: PanelWords
