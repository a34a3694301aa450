"""What each filter of `{{ … }}` writes, for the reference; a test holds it against FILTERS."""

from collections.abc import Mapping

from briefing.model import Explained

FILTERS_DESCRIBED: Mapping[str, tuple[Explained, ...]] = {
    "change": (
        Explained(
            "{{ exports | change }}", "“a decrease of 39.8% or US$40 million”, on a year earlier."
        ),
        Explained(
            "change: verb", "“decreased by 39.8% or US$40 million”; then: “then decreased by …”."
        ),
        Explained("change: bare", "“−39.8%”, for a sentence that has its word."),
        Explained("change: since 2005", "Against that year; with verb or bare after a comma."),
    ),
    "points": (
        Explained("{{ share | points }}", "“down 3.9 percentage points”; a share's change."),
    ),
    "balance": (
        Explained("{{ balance | balance }}", "“a deficit of US$2.7 billion”, or a surplus."),
    ),
    "share": (Explained("{{ export_share | share }}", "“0.6%”; refuses what is no percentage."),),
    "rank": (
        Explained("{{ import_rank | rank }}", "“2nd”."),
        Explained("rank: largest", "“second largest”."),
        Explained("rank: of", "“2nd of 14 listed”; with largest: “second largest of 14 listed”."),
    ),
    "average": (
        Explained(
            "{{ turnover | average: 2014..2025 }}", "“an average of 5.3% a year from 2014 to 2025”."
        ),
        Explained("average: since 2005", "From that year to the latest."),
        Explained("average: 2014..2025, bare", "Without the years."),
    ),
    "times": (
        Explained("{{ ratio | times }}", "“46 times”, of a ratio."),
        Explained("{{ exports | times: since 2015 }}", "“9.8 times” what it was."),
        Explained(
            "times: verb, since 2015", "“rose nearly tenfold”, “more than doubled”, “halved”."
        ),
    ),
    "from": (
        Explained(
            "{{ imports | from: 2005 }}", "“from US$418 million in 2005 to US$2.8 billion in 2025”."
        ),
        Explained("from", "From a year earlier; bare: without the periods."),
    ),
    "growth": (
        Explained("{{ gdp_growth | growth }}", "“a decrease of 1.2%”: a rate that is data itself."),
        Explained("growth: verb", "“decreased by 1.2%”."),
        Explained("growth: bare", "“1.2%”, for a sentence that has its word."),
    ),
    "record": (
        Explained(
            "{{ exports | record }}",
            "“the highest since 2008”, “the lowest since 2016”, “a record”.",
        ),
    ),
    "since": (
        Explained(
            "{{ exports | since }}", "“since 2008”: the last time it was as high, or as low."
        ),
    ),
    "period": (
        Explained("{{ exports | period }}", "The figure's period: “2025”."),
        Explained("period: in", "As when: “in 2025”, «в 2025 году»."),
        Explained("period: of", "As whose: “of 2025”, «2025 года»."),
    ),
    "year": (Explained("{{ opened | year }}", "“2004”: the year of a date, or of the period."),),
    "as": (
        Explained(
            "{{ share | as: object }}",
            "The amount in a case, where the language marks one on it "
            "(Mongolian): of, in, to, object, from, by, with.",
        ),
    ),
    "number": (Explained("{{ meetings | number }}", "“10”: of a count, without its noun."),),
    "exact": (Explained("{{ exports | exact }}", "Unrounded, as the source has it."),),
    "rounded": (Explained("rounded: 2", "To significant digits, 1 to 15."),),
    "decimals": (Explained("decimals: 1", "To decimals, never more than the source has."),),
    "unit": (Explained("unit: USD million", "In that unit."),),
}

NAMES_DESCRIBED: tuple[Explained, ...] = (
    Explained(
        "{{ partner.name }}, {{ partner.short }}, {{ partner.the }}",
        "The country's name, its short "
        "name, and as running text has it (“the United States”); reporter likewise.",
    ),
    Explained("{{ partner.code }}", "Its ISO alpha-3 code."),
    Explained(
        "{{ partner | of }}, | from, | to, | with, | in, | about, | subject",
        "The name in its part of "
        "the sentence: “to the United States”, «с Россией», “au Japon”; with a capital where a "
        "sentence begins.",
    ),
    Explained(
        "{{ partner | adjective: f, of }}",
        "Its adjective, agreeing with a gender or number (m, f, n, "
        "pl) and a part of the sentence: «российской», “italienne”.",
    ),
    Explained(
        "{{ period }}, {{ period.previous }}", "The edition's period, and the one before it."
    ),
    Explained("{{ released }}", "The edition's date."),
    Explained("{{ name }}", "The value of a parameter of your own."),
)

FIGURES_DESCRIBED: tuple[Explained, ...] = (
    Explained(
        "{{ exports }}",
        "The figure of the edition's period, with its unit, as the language writes it.",
    ),
    Explained(
        "{{ exports 2014 }}, {{ exports 2005..2014 }}",
        "Of another period; of a range, added up where it is a flow.",
    ),
    Explained(
        "{{ exports latest }}",
        "The latest that there is, with its period where it is older than the edition's.",
    ),
    Explained("{{ exports_to[CHN] }}, {{ exports_to[$partner] }}", "A member of a family."),
    Explained(
        "{{ max(exports) }}, {{ min(exports) 2010..2020 }}",
        "The highest and the lowest value, within a range where one is given; | period says when.",
    ),
    Explained("{{ exports.period }}, {{ exports.period latest }}", "The period of a value."),
)
