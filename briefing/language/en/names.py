"""What English calls countries where it differs from CLDR's label, and which take an article."""

from collections.abc import Mapping

from briefing.language.told import Named, Role

# CLDR writes labels for lists; running text wants a name.
NAMES = {
    "COD": "Democratic Republic of the Congo",
    "COG": "Republic of the Congo",
    "FSM": "Micronesia",
    "HKG": "Hong Kong",
    "MAC": "Macao",
    "MMR": "Myanmar",
    "WLD": "World",
}
SHORT_NAMES: Mapping[str, str] = {
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
# A name that holds one of these words takes “the”; of the others, only those listed.
_COMMON_NOUNS = frozenset(
    {
        "Emirates",
        "Federation",
        "Islands",
        "Isle",
        "Kingdom",
        "Lands",
        "Republic",
        "States",
        "Territories",
        "Territory",
        "Union",
    }
)
_WITH_ARTICLE = frozenset(
    {"Bahamas", "Caribbean Netherlands", "Comoros", "Gambia", "Maldives", "Netherlands"}
    | {"Philippines", "Seychelles"}
)

# Two places, of which the second alone has a common noun.
_WITHOUT_ARTICLE = frozenset(
    {"Heard Island and McDonald Islands", "South Georgia and South Sandwich Islands"}
)


def named(name: Named, role: Role) -> str:
    """“the Russian Federation”, “with China”."""
    if role.value in name.forms:
        return name.forms[role.value]
    article = _with_article(name.name)
    return article if role is Role.SUBJECT else f"{role.value} {article}"


def _with_article(name: str) -> str:
    """The name as running text has it: “the Russian Federation”, “China”."""
    if name in _WITHOUT_ARTICLE:
        return name
    if name in _WITH_ARTICLE or not _COMMON_NOUNS.isdisjoint(name.split()):
        return f"the {name}"
    return name
