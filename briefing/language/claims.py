"""The words of a language that claim something of a figure: a closed list, published."""

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct

_NONE: Mapping[str, int] = MappingProxyType({})
_NO_PARTS: Mapping[str, tuple[int, int]] = MappingProxyType({})


class Claims(Struct, frozen=True):
    """Words and phrases in lower case, in one language.

    `deficits` and `surpluses` claim a sign; `rises`, `falls` and `steady` a direction; `largest`,
    with one of `ordinals` before it, a rank, as does an ordinal after `ranking`, but not after
    `among`; `ratios` a growth in percent, that `over` and `under` put above and below. `parts` are
    nouns of what is measured in percent, `points` and `percents` its two units. `stocks` and
    `flows` claim a kind, `not_stocks` only look so. `averages` claim a growth or an amount a year,
    `not_averages` only look so; `compares` set one period against another, as does a word of
    `against` just before a figure.

    `places` are nouns that an ordinal before them makes a rank, as “место” and “байр” do;
    `among_after` are words behind the largest that make it one of several. `verb_last` says that
    the figure stands before its word. `*` in a word stands for any letters.

    `balances` are nouns of what is a deficit or a surplus; `negatives` and `positives` claim its
    sign. `starts` stand before the earlier of two figures; `above` and `below` between two of
    which the first is the larger, or the smaller. `factors` say how many times one is another,
    `fractions` which part (numerator and denominator), before `part_of` or after `by`;
    `not_fractions` only look so; `about` loosens both. `peaks` and `troughs` claim the highest and
    the lowest of a series, `records` and `record_lows` that none before was so; `not_records` only
    look so. `highest` and `lowest` claim it with `since` and a year, or `within` some `spans`
    (words for so many years); `since_after` stands behind the year in a language that sets both
    before the word. `terms` (words, or digits with one of `term_units`) claim so many years before
    one of `highs` or `lows` (“a five-year high”); `month_spans` and `month_terms` are the same of
    months. `run_years` and `run_months` claim a direction so many times running (“for the third
    consecutive year”). `ranked` are nouns of whom the largest is a
    rank; an ordinal alone behind `stands` is one, before the end or one of `stood_by`; `stands_at`
    (“at its”) may follow these, `fillers` stand before a figure that a fraction is of.

    `numerals` and `powers` (of ten) are numbers in words, which `numeral_joins` join and of which
    a `single` (“half a”) may stand before; after `determiners`, and before `no_count`, they count
    nothing.

    `joins` begin a new clause; after a comma `goes_on` don't, and an insertion between two commas
    that begins with one of `insertions` (“according to …”) leaves its clause whole. `by`, `to` and
    `of` stand between a word and its figure; `reaches` take a `to` of their own. A clause with one
    of `denies` or `supposes` claims nothing.
    """

    deficits: tuple[str, ...]
    surpluses: tuple[str, ...]
    rises: tuple[str, ...]
    falls: tuple[str, ...]
    steady: tuple[str, ...]
    largest: tuple[str, ...]
    ordinals: Mapping[str, int]
    ranking: tuple[str, ...]
    among: tuple[str, ...]
    ratios: Mapping[str, int]
    over: tuple[str, ...]
    under: tuple[str, ...]
    parts: tuple[str, ...]
    points: tuple[str, ...]
    percents: tuple[str, ...]
    stocks: tuple[str, ...]
    not_stocks: tuple[str, ...]
    flows: tuple[str, ...]
    averages: tuple[str, ...]
    not_averages: tuple[str, ...]
    compares: tuple[str, ...]
    against: tuple[str, ...]
    joins: tuple[str, ...]
    goes_on: tuple[str, ...]
    by: tuple[str, ...]
    to: tuple[str, ...]
    reaches: tuple[str, ...]
    of: tuple[str, ...]
    denies: tuple[str, ...]
    supposes: tuple[str, ...]
    places: tuple[str, ...] = ()
    among_after: tuple[str, ...] = ()
    verb_last: bool = False
    balances: tuple[str, ...] = ()
    negatives: tuple[str, ...] = ()
    positives: tuple[str, ...] = ()
    starts: tuple[str, ...] = ()
    above: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    factors: Mapping[str, int] = _NONE
    fractions: Mapping[str, tuple[int, int]] = _NO_PARTS
    not_fractions: tuple[str, ...] = ()
    part_of: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    peaks: tuple[str, ...] = ()
    troughs: tuple[str, ...] = ()
    records: tuple[str, ...] = ()
    record_lows: tuple[str, ...] = ()
    not_records: tuple[str, ...] = ()
    highest: tuple[str, ...] = ()
    lowest: tuple[str, ...] = ()
    since: tuple[str, ...] = ()
    since_after: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    terms: Mapping[str, int] = _NONE
    term_units: tuple[str, ...] = ()
    month_spans: Mapping[str, int] = _NONE
    month_terms: Mapping[str, int] = _NONE
    run_years: Mapping[str, int] = _NONE
    run_months: Mapping[str, int] = _NONE
    highs: tuple[str, ...] = ()
    lows: tuple[str, ...] = ()
    spans: Mapping[str, int] = _NONE
    stands_at: tuple[str, ...] = ()
    fillers: tuple[str, ...] = ()
    stood_by: tuple[str, ...] = ()
    numeral_joins: tuple[str, ...] = ()
    single: tuple[str, ...] = ()
    ranked: tuple[str, ...] = ()
    stands: tuple[str, ...] = ()
    numerals: Mapping[str, int] = _NONE
    powers: Mapping[str, int] = _NONE
    determiners: tuple[str, ...] = ()
    no_count: tuple[str, ...] = ()
    insertions: tuple[str, ...] = ()
