"""English: British spelling, the product's house style."""

from briefing.language.words import Words
from briefing.model.series import Status

WORDS = Words(
    edition="Edition",
    released="Released",
    next_release="Next release",
    data_to="Data to",
    contact="Contact",
    contents="In this briefing",
    continued="(continued)",
    key_points="Key points",
    draft="DRAFT",
    figure="Figure",
    table="Table",
    source="Source",
    sources="Sources",
    year="Year",
    period="Period",
    provisional="provisional",
    no_later_data="no later figures are published",
    annex="Sources and methods",
    methods="Methods",
    symbols_title="Symbols",
    retrieved="retrieved {date}",
    published="published {date}",
    licence="licence: {licence}",
    basis="Basis",
    derivations="Derived figures",
    rounding="Figures are rounded once, from unrounded values; totals may not sum due to rounding.",
    missing_totals="no total is published for this period",
    marks={
        Status.PROVISIONAL: "provisional",
        Status.REVISED: "revised",
        Status.ESTIMATED: "estimated",
        Status.BREAK: "break in series",
        Status.MISSING: "not available",
        Status.CONFIDENTIAL: "confidential",
        Status.NOT_APPLICABLE: "not applicable",
    },
    symbols=(
        ("[p]", "provisional"),
        ("[r]", "revised"),
        ("[e]", "estimated"),
        ("[b]", "break in series"),
        ("[x]", "not available"),
        ("[c]", "confidential"),
        ("[z]", "not applicable"),
        ("[low]", "more than zero, less than half the last digit shown"),
        ("0", "zero"),
    ),
)

# CLDR writes “&” and technical tails that no running text has.
NAMES = {
    "COD": "Democratic Republic of the Congo",
    "COG": "Republic of the Congo",
    "FSM": "Micronesia",
    "MMR": "Myanmar",
    "HKG": "Hong Kong",
    "MAC": "Macao",
}
SHORT_NAMES = {
    "ARE": "UAE",
    "BIH": "Bosnia",
    "CAF": "Central African Rep.",
    "COD": "DR Congo",
    "COG": "Congo",
    "DOM": "Dominican Rep.",
    "GBR": "UK",
    "PSE": "Palestine",
    "USA": "US",
    "VGB": "Virgin Is. (UK)",
    "VIR": "Virgin Is. (US)",
}
WITH_ARTICLE = frozenset(
    "ARE BHS CAF CCK COD COG COK COM CYM DOM FLK FRO FSM GBR GMB IMN IOT ATF HMD MDV MHL MNP NLD "
    "BES PCN PHL PSE SGS SLB SYC TCA UMI USA VGB VIR ALA".split()
)
ARTICLE = "the"
