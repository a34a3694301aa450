"""The adjectives of countries in Russian: all end alike, so one table of endings declines them.

Every form is in the dictionary of hunspell-ru, which a test asks.
"""

from briefing.language.told import Named, no_adjective

_TABLE = """
AGO ангольский
ALB албанский
ARG аргентинский
ARM армянский
AUS австралийский
AUT австрийский
AZE азербайджанский
BEL бельгийский
BGD бангладешский
BGR болгарский
BLR белорусский
BRA бразильский
CAN канадский
CHE швейцарский
CHL чилийский
CHN китайский
COL колумбийский
CUB кубинский
CYP кипрский
CZE чешский
DEU германский
DNK датский
DZA алжирский
EGY египетский
ESP испанский
EST эстонский
FIN финский
FRA французский
GBR британский
GEO грузинский
GRC греческий
HRV хорватский
HUN венгерский
IDN индонезийский
IND индийский
IRL ирландский
IRN иранский
IRQ иракский
ISL исландский
ISR израильский
ITA итальянский
JPN японский
KAZ казахстанский
KGZ киргизский
KOR южнокорейский
LTU литовский
LVA латвийский
MAR марокканский
MEX мексиканский
MNG монгольский
MYS малайзийский
NGA нигерийский
NLD нидерландский
NOR норвежский
NZL новозеландский
PAK пакистанский
PER перуанский
PHL филиппинский
POL польский
PRK северокорейский
PRT португальский
ROU румынский
RUS российский
SAU саудовский
SGP сингапурский
SRB сербский
SVK словацкий
SVN словенский
SWE шведский
THA таиландский
TJK таджикский
TKM туркменский
TUN тунисский
TUR турецкий
UKR украинский
USA американский
UZB узбекский
VNM вьетнамский
ZAF южноафриканский
"""
_ADJECTIVES = dict(line.split() for line in _TABLE.strip().splitlines())
KNOWN = tuple(_ADJECTIVES)
# By part in the sentence: masculine, feminine, neuter, plural; of things, not of persons.
_ENDINGS = {
    "subject": ("ий", "ая", "ое", "ие"),
    "of": ("ого", "ой", "ого", "их"),
    "from": ("ого", "ой", "ого", "их"),
    "to": ("ий", "ую", "ое", "ие"),
    "object": ("ий", "ую", "ое", "ие"),
    "with": ("им", "ой", "им", "ими"),
    "by": ("им", "ой", "им", "ими"),
    "in": ("ом", "ой", "ом", "их"),
    "about": ("ом", "ой", "ом", "их"),
}
_GENDERS = ("m", "f", "n", "pl")
_STEMS = ("ск", "цк")


def adjective(name: Named, agreeing: frozenset[str]) -> str:
    """“российский”, “российской” (f, of), “российские” (pl).

    Raises Unwritable for a name that has none, and for one of the project's own that declines in
    another way.
    """
    found = name.forms.get("adjective") or ("" if name.own else _ADJECTIVES.get(name.code, ""))
    stem = found.removesuffix("ий")
    if not found or not stem.endswith(_STEMS):
        raise no_adjective(name, "ru", "российский")
    part = next((part for part in _ENDINGS if part in agreeing), "subject")
    gender = "pl" if "pl" in agreeing else next((g for g in _GENDERS if g in agreeing), "m")
    return stem + _ENDINGS[part][_GENDERS.index(gender)]
