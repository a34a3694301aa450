"""The fixed words of the product: what it prints that no author wrote."""

from collections.abc import Mapping
from typing import TypeAlias

from msgspec import Struct

from briefing.language.annexes import QualityWords, RegisterWords
from briefing.language.drawn import DrawnWords
from briefing.language.panels import PanelWords
from briefing.model import Status

# One, few, many of what is counted; a language that counts otherwise repeats a form.
Counted: TypeAlias = tuple[str, str, str]


class SpokenWords(Struct, frozen=True):
    """Words of the speaking card. `numbers` are one, two … as they stand before what they count;
    patterns take `{0}`, an amount its `{number}`, `{scale}` and `{currency}`.

    `parts` say which part of a sum is almost all, most, more than half of it; `below_two` is the
    form that a fraction below two has; `numbers_over` are the numbers as they stand behind `over`,
    where it governs a case.
    """

    title: str
    numbers: tuple[str, ...]
    nearly: str
    over: str
    about: str
    amount: str
    scales: Mapping[int, Counted]
    currencies: Mapping[str, str]
    percent: Counted
    deficit: str
    parts: tuple[str, str, str]
    said: str
    provisional: str
    part_year: str
    old: str
    listed: str
    stock: str
    share: str
    round: str
    below_two: int = 1
    numbers_over: tuple[str, ...] = ()


class LetterWords(Struct, frozen=True):
    """What stands on the pages of a draft, on embargoed or signed ones, and in the mail with an
    edition.

    `until` is filled with `{moment}`, `signed` with `{name}` and `{moment}`, `signature` with
    `{name}`, `moment` with `{date}`, `{time}` and `{zone}`; `subject` with `{title}` and
    `{edition}`, `correction` with `{subject}`, `figure` with `{name}`, `{period}` and `{text}`,
    `before` with `{text}`, `more`, `added`, `gone` and `files` with `{count}`.
    """

    draft: str
    embargo: str
    until: str
    moment: str
    signed: str
    signature: str
    subject: str
    correction: str
    attached: str
    headline: str
    figure: str
    changes: str
    revised: str
    more: str
    added: str
    gone: str
    first: str
    same: str
    sources: str
    sender: str


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
    retrieved_head: str
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
    # beside the first page: how current figures are, what changed, a map of `{first}` and
    # `{second}`, and the `{page}` to which a key point leads
    ages: str
    ages_note: str
    changed: str
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
