"""The English words that claim something of a figure."""

from briefing.language.claims import Claims

CLAIMS = Claims(
    deficits=("deficit", "deficits", "shortfall"),
    surpluses=("surplus", "surpluses"),
    rises=(
        *("rise", "rises", "rose", "risen", "increase", "increases", "increased"),
        *("grow", "grows", "grew", "grown", "climbed", "jumped", "surged", "soared", "went up"),
        *("widen", "widens", "widened", "expanded"),
    ),
    falls=(
        *("fall", "falls", "fell", "fallen", "decrease", "decreases", "decreased"),
        *("decline", "declines", "declined", "drop", "drops", "dropped"),
        *("shrank", "shrunk", "slumped", "plunged", "went down", "narrow", "narrows", "narrowed"),
        *("contracted", "slipped", "dipped", "tumbled"),
    ),
    steady=("unchanged", "did not change", "stayed the same", "remained the same"),
    largest=("largest", "biggest", "greatest"),
    ordinals={
        **{"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6},
        **{"seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10},
    },
    ranking=("ranked", "ranks", "rank", "placed", "came"),
    among=("one of the", "among the", "amongst the"),
    ratios={
        **{"doubled": 100, "doubling": 100, "tripled": 200, "trebled": 200, "tripling": 200},
        **{"quadrupled": 300, "halved": -50, "halving": -50},
    },
    over=("more than", "over"),
    under=("almost", "nearly", "close to", "less than"),
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
        *("although", "though", "because", "before", "after", "as", "yet", "so", "then", "with"),
    ),
    goes_on=("by", "to", "at", "or", "down", "up"),
    by=("by",),
    to=("to",),
    reaches=("came", "comes", "come", "coming", "amounted", "amounts", "amounting", "added up"),
    of=("of",),
    denies=(
        *("not", "no", "never", "neither", "nor", "without", "hardly", "cannot"),
        *("didn’t", "doesn’t", "wasn’t", "isn’t", "don’t", "hasn’t", "haven’t", "weren’t"),
    ),
    supposes=(
        *("would", "could", "should", "may", "might", "if", "unless", "will", "shall"),
        *("expected", "forecast", "projected", "target", "planned", "aim", "aims"),
    ),
)
