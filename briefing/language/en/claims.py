"""The English words that claim something of a figure."""

from briefing.language.claims import Claims

_NUMERALS = {
    **{"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8},
    **{"nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14},
    **{"fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19},
    **{"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70},
    **{"eighty": 80, "ninety": 90},
}
_FOLDS = {
    **{"threefold": 3, "fourfold": 4, "fivefold": 5, "sixfold": 6, "sevenfold": 7},
    **{"eightfold": 8, "ninefold": 9, "tenfold": 10, "twelvefold": 12, "twentyfold": 20},
    **{f"{word}-fold": number for word, number in _NUMERALS.items() if number > 1},
}

_ORDINALS = {
    **{"second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7},
    **{"eighth": 8, "ninth": 9, "tenth": 10},
}
_IN_A_ROW = ("in a row", "running", "straight", "in succession")
_CONSECUTIVE = ("consecutive", "straight", "successive")


def _running(unit: str) -> dict[str, int]:
    """“third consecutive year”, “three years in a row”."""
    several = {word: number for word, number in _NUMERALS.items() if 1 < number <= 20}
    return {
        **{f"{o} {c} {unit}": n for o, n in _ORDINALS.items() for c in _CONSECUTIVE},
        **{f"{o} {unit} {r}": n for o, n in _ORDINALS.items() for r in _IN_A_ROW},
        **{f"{w} {c} {unit}s": n for w, n in several.items() for c in _CONSECUTIVE},
        **{f"{w} {unit}s {r}": n for w, n in several.items() for r in _IN_A_ROW},
    }


CLAIMS = Claims(
    deficits=("deficit", "deficits", "shortfall", "negative balance", "negative trade balance"),
    surpluses=("surplus", "surpluses", "positive balance", "positive trade balance"),
    rises=(
        *("rise", "rises", "rose", "risen", "increase", "increases", "increased"),
        *("grow", "grows", "grew", "grown", "climbed", "jumped", "surged", "soared", "went up"),
        *("widen", "widens", "widened", "expanded", "up from", "up on", "up by", "picked up"),
        *("rising", "increasing", "growing", "rallied", "rebounded", "recovered", "advanced"),
    ),
    falls=(
        *("fall", "falls", "fell", "fallen", "decrease", "decreases", "decreased"),
        *("decline", "declines", "declined", "drop", "drops", "dropped"),
        *("shrank", "shrunk", "slumped", "plunged", "went down", "narrow", "narrows", "narrowed"),
        *("contracted", "slipped", "dipped", "tumbled", "down from", "down on", "down by"),
        *("falling", "declining", "decreasing", "shrinking", "collapsed", "sank", "eased"),
    ),
    steady=("unchanged", "did not change", "stayed the same", "remained the same"),
    largest=("largest", "biggest", "greatest"),
    ordinals={
        **{"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6},
        **{"seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12},
        **{"thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "twentieth": 20},
    },
    ranking=("ranked", "ranks", "rank", "placed", "came"),
    among=("one of the", "among the", "amongst the"),
    ratios={
        **{"doubled": 100, "doubling": 100, "tripled": 200, "trebled": 200, "tripling": 200},
        **{"quadrupled": 300, "quintupled": 400, "halved": -50, "halving": -50, "twofold": 100},
        **{fold: 100 * (times - 1) for fold, times in _FOLDS.items()},
    },
    over=("more than", "over", "at least", "well over", "just over", "a little over"),
    under=("almost", "nearly", "close to", "less than", "just under", "under", "not quite"),
    parts=("share", "shares", "proportion", "percentage", "rate", "ratio", "coverage", "part"),
    points=("percentage points", "percentage point", "points"),
    percents=("percent", "per cent", "pct"),
    stocks=("stock", "stocks"),
    not_stocks=(
        *("stock exchange", "stock exchanges", "stock market", "stock markets"),
        *("stock company", "stock companies", "rolling stock", "in stock", "stock of goods"),
    ),
    flows=("flow", "flows", "inflow", "inflows", "outflow", "outflows"),
    averages=(
        *("a year", "per year", "each year", "every year", "per annum", "annually", "yearly"),
        *("on average", "average annual", "annual average", "compound annual"),
    ),
    not_averages=("a year earlier", "a year before", "a year ago", "a year later", "a year on"),
    compares=(
        *(
            "compared",
            "increase",
            "increased",
            "rise",
            "rose",
            "grew",
            "decrease",
            "decreased",
            "fell",
        ),
        *("decline", "declined", "drop", "dropped", "doubled", "tripled", "halved"),
    ),
    against=("from", "against", "than", "versus", "after"),
    joins=(
        *("and", "but", "while", "whereas", "which", "who", "whose", "where", "when", "that"),
        *("although", "though", "because", "before", "after", "as", "yet", "so", "then"),
    ),
    goes_on=("by", "to", "at", "or", "down", "up", "from"),
    by=("by",),
    to=("to",),
    reaches=("came", "comes", "come", "coming", "amounted", "amounts", "amounting", "added up"),
    of=("of",),
    denies=(
        *("not", "no", "never", "neither", "nor", "without", "hardly", "cannot", "far from"),
        *("didn’t", "doesn’t", "wasn’t", "isn’t", "don’t", "hasn’t", "haven’t", "weren’t"),
    ),
    supposes=(
        *("would", "could", "should", "may", "might", "if", "unless", "will", "shall"),
        *("expected", "forecast", "projected", "target", "planned", "aim", "aims"),
    ),
    balances=("balance", "balances", "net trade", "net exports"),
    negatives=("negative",),
    positives=("positive",),
    starts=("from",),
    above=(
        *("exceeded", "exceeds", "exceeding", "higher than", "larger than", "greater than"),
        *("above", "outweighed", "surpassed", "overtook", "outstripped", "ahead of"),
    ),
    below=("lower than", "smaller than", "below", "fell short of", "short of", "behind"),
    factors={
        **{f"{twice} {to}": 2 for twice in ("twice", "double") for to in ("the", "as", "that")},
        **{
            f"{word} times {to}": number
            for word, number in _NUMERALS.items()
            if number > 1
            for to in ("the", "as", "that", "higher", "larger")
        },
    },
    fractions={
        **{"a half": (1, 2), "one half": (1, 2), "half": (1, 2), "a third": (1, 3)},
        **{"one third": (1, 3), "one-third": (1, 3), "two thirds": (2, 3), "two-thirds": (2, 3)},
        **{"a quarter": (1, 4), "one quarter": (1, 4), "one-quarter": (1, 4)},
        **{"three quarters": (3, 4), "three-quarters": (3, 4), "a fifth": (1, 5)},
        **{"one fifth": (1, 5), "one-fifth": (1, 5), "two fifths": (2, 5), "two-fifths": (2, 5)},
        **{"three fifths": (3, 5), "four fifths": (4, 5), "four-fifths": (4, 5)},
        **{"three-fifths": (3, 5), "a sixth": (1, 6), "a seventh": (1, 7), "an eighth": (1, 8)},
        **{"a tenth": (1, 10), "one tenth": (1, 10), "one-tenth": (1, 10)},
        **{"nine tenths": (9, 10), "nine-tenths": (9, 10)},
    },
    not_fractions=(
        *(
            "a quarter of a century",
            "half of the year",
            "half of the decade",
            "half of the century",
            "half the year",
        ),
        *("first half", "second half", "latter half", "other half", "quarter of a century"),
        *("half of 19*", "half of 20*", "half of January", "half of the 19*", "half of the 20*"),
        *("half the time", "half of the time", "half a century", "half of the month"),
    ),
    part_of=("of", "the"),
    about=("about", "around", "roughly", "some", "approximately", "broadly"),
    peaks=(
        *("peaked", "reached a peak", "reached their peak", "reached its peak", "highest point"),
        *("hit a peak", "at their peak", "at its peak", "a peak of"),
    ),
    troughs=("bottomed out", "reached a low", "hit a low", "lowest point", "a low of"),
    records=(
        *(
            "a record",
            "a new record",
            "record high",
            "record highs",
            "record level",
            "record value",
        ),
        *("all-time high", "highest on record", "highest ever", "largest on record", "most ever"),
        *("never been higher", "never been so high", "never higher", "a historic high"),
    ),
    record_lows=(
        *("record low", "record lows", "all-time low", "lowest on record", "lowest ever"),
        *("never been lower", "smallest on record", "a historic low"),
    ),
    not_records=(
        *("a record of the", "a record of all", "a record of every", "track record"),
        *("off the record", "for the record", "on the record", "a record keep*"),
    ),
    highest=("highest", "largest", "greatest", "strongest", "biggest", "best"),
    lowest=("lowest", "smallest", "weakest", "worst"),
    since=("since",),
    within=("in", "for"),
    spans={
        **{f"{word} years": number for word, number in _NUMERALS.items() if number > 1},
        **{"a decade": 10, "two decades": 20, "a generation": 25},
    },
    terms={
        **{f"{word}-year": number for word, number in _NUMERALS.items() if number > 1},
        **{f"{word} year": number for word, number in _NUMERALS.items() if number > 1},
        **{"decade": 10, "two-decade": 20, "decade-long": 10, "half-decade": 5},
    },
    term_units=("year", "years"),
    month_spans={f"{word} months": number for word, number in _NUMERALS.items() if number > 1},
    month_terms={f"{word}-month": number for word, number in _NUMERALS.items() if number > 1},
    run_years=_running("year"),
    run_months=_running("month"),
    highs=("high", "highs", "peak", "best", "record", "record high"),
    lows=("low", "lows", "trough", "worst", "record low"),
    ranked=(
        *(
            "supplier",
            "suppliers",
            "market",
            "partner",
            "investor",
            "buyer",
            "importer",
            "exporter",
        ),
        *("customer", "destination", "source", "trading partner", "trade partner", "export market"),
        *("foreign investor", "listed source", "donor", "recipient"),
    ),
    stands=(
        "is",
        "was",
        "were",
        "are",
        "stood",
        "stands",
        "remained",
        "remains",
        "finished",
        "turned",
        "became",
    ),
    stands_at=("at its", "at their"),
    fillers=("of", "a", "the"),
    stood_by=("by", "with", "in", "of", "among"),
    numerals=_NUMERALS,
    numeral_joins=("and",),
    single=("a", "an", "half a", "half an"),
    powers={"hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12, "dozen": 1},
    determiners=(
        *("the", "these", "those", "its", "their", "our", "his", "her", "all", "both", "last"),
        *("past", "first", "next", "other", "any", "every", "each", "of", "between", "among"),
        *("previous", "following", "coming", "same", "only", "another", "which", "whose"),
    ),
    no_count=(
        "point",
        "points",
        "years",
        "months",
        "weeks",
        "hours",
        "times",
        "decades",
        "generations",
        "centuries",
    ),
    insertions=("according to", "as reported by", "as measured by", "by the account of"),
)
