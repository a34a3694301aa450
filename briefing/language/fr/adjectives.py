"""The adjectives of countries in French: masculine, feminine; the plural takes an s or has one."""

from briefing.language.told import Named, no_adjective

_TABLE = """
AGO angolais angolaise
ALB albanais albanaise
ARE émirien émirienne
ARG argentin argentine
ARM arménien arménienne
AUS australien australienne
AUT autrichien autrichienne
AZE azerbaïdjanais azerbaïdjanaise
BEL belge belge
BGD bangladais bangladaise
BGR bulgare bulgare
BLR biélorusse biélorusse
BRA brésilien brésilienne
CAN canadien canadienne
CHE suisse suisse
CHL chilien chilienne
CHN chinois chinoise
COL colombien colombienne
CUB cubain cubaine
CYP chypriote chypriote
CZE tchèque tchèque
DEU allemand allemande
DNK danois danoise
DZA algérien algérienne
EGY égyptien égyptienne
ESP espagnol espagnole
EST estonien estonienne
FIN finlandais finlandaise
FRA français française
GBR britannique britannique
GEO géorgien géorgienne
GRC grec grecque
HRV croate croate
HUN hongrois hongroise
IDN indonésien indonésienne
IND indien indienne
IRL irlandais irlandaise
IRN iranien iranienne
IRQ irakien irakienne
ISL islandais islandaise
ISR israélien israélienne
ITA italien italienne
JPN japonais japonaise
KAZ kazakh kazakhe
KGZ kirghiz kirghize
KOR sud-coréen sud-coréenne
LTU lituanien lituanienne
LVA letton lettone
MAR marocain marocaine
MEX mexicain mexicaine
MNG mongol mongole
MYS malaisien malaisienne
NGA nigérian nigériane
NLD néerlandais néerlandaise
NOR norvégien norvégienne
NZL néo-zélandais néo-zélandaise
PAK pakistanais pakistanaise
PER péruvien péruvienne
PHL philippin philippine
POL polonais polonaise
PRK nord-coréen nord-coréenne
PRT portugais portugaise
ROU roumain roumaine
RUS russe russe
SAU saoudien saoudienne
SGP singapourien singapourienne
SRB serbe serbe
SVK slovaque slovaque
SVN slovène slovène
SWE suédois suédoise
THA thaïlandais thaïlandaise
TJK tadjik tadjike
TKM turkmène turkmène
TUN tunisien tunisienne
TUR turc turque
UKR ukrainien ukrainienne
USA américain américaine
UZB ouzbek ouzbèke
VNM vietnamien vietnamienne
ZAF sud-africain sud-africaine
"""
_ADJECTIVES = {
    code: (masculine, feminine)
    for code, masculine, feminine in (line.split() for line in _TABLE.strip().splitlines())
}


def adjective(name: Named, agreeing: frozenset[str]) -> str:
    """“italien”, “italienne” (f), “italiens” (pl), “italiennes” (f, pl).

    A project's own has both forms: `adjective: italien italienne`. Raises Unwritable for a name
    that has none.
    """
    own = tuple(name.forms.get("adjective", "").split())
    forms = own or (() if name.own else _ADJECTIVES.get(name.code, ()))
    if not forms:
        raise no_adjective(name, "fr", "italien italienne")
    found = forms[-1] if "f" in agreeing else forms[0]
    return f"{found}s" if "pl" in agreeing and not found.endswith(("s", "x")) else found
