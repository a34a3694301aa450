"""The adjectives of countries in English, as the World Factbook gives them."""

from briefing.language.told import Named, no_adjective

_TABLE = """
AGO Angolan
ALB Albanian
ARE Emirati
ARG Argentine
ARM Armenian
AUS Australian
AUT Austrian
AZE Azerbaijani
BEL Belgian
BGD Bangladeshi
BGR Bulgarian
BLR Belarusian
BRA Brazilian
CAN Canadian
CHE Swiss
CHL Chilean
CHN Chinese
COL Colombian
CUB Cuban
CYP Cypriot
CZE Czech
DEU German
DNK Danish
DZA Algerian
EGY Egyptian
ESP Spanish
EST Estonian
FIN Finnish
FRA French
GBR British
GEO Georgian
GRC Greek
HRV Croatian
HUN Hungarian
IDN Indonesian
IND Indian
IRL Irish
IRN Iranian
IRQ Iraqi
ISL Icelandic
ISR Israeli
ITA Italian
JPN Japanese
KAZ Kazakh
KGZ Kyrgyz
KOR South Korean
LTU Lithuanian
LVA Latvian
MAR Moroccan
MEX Mexican
MNG Mongolian
MYS Malaysian
NGA Nigerian
NLD Dutch
NOR Norwegian
NZL New Zealand
PAK Pakistani
PER Peruvian
PHL Philippine
POL Polish
PRK North Korean
PRT Portuguese
ROU Romanian
RUS Russian
SAU Saudi
SGP Singaporean
SRB Serbian
SVK Slovak
SVN Slovenian
SWE Swedish
THA Thai
TJK Tajik
TKM Turkmen
TUN Tunisian
TUR Turkish
UKR Ukrainian
USA American
UZB Uzbek
VNM Vietnamese
ZAF South African
"""
_ADJECTIVES = dict(line.split(maxsplit=1) for line in _TABLE.strip().splitlines())


def adjective(name: Named, _: frozenset[str] = frozenset()) -> str:
    """“Russian”, whatever it agrees with. Raises Unwritable for a name that has none."""
    found = name.forms.get("adjective") or ("" if name.own else _ADJECTIVES.get(name.code, ""))
    if not found:
        raise no_adjective(name, "en", "Russian")
    return found
