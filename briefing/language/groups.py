"""What sources call groups of countries, totals and leftovers, as they publish them."""

import re

from briefing.language.vocabulary import words

# Keys of a table that hold all, or what is left.
TOTALS = frozenset(
    {"total", "totals", "tot", "sum", "all", "_t", "world", "wld", "other", "others", "rest"}
)
# What is left of a whole, as a member of it.
RESTS = frozenset({"other", "others", "rest", "all other", "all others", "other countries"})
# Words that name a group or a leftover among countries called by name, as World Bank, UN and
# statistical offices write them.
GROUPS = re.compile(
    r"\b(?:income|members?|union|euro area|area|areas|arab world|world|others?|rest of|not "
    r"(?:specified|classified|allocated|elsewhere)|unspecified|unallocated|unknown|n\.?e\.?s\.?|"
    r"nes|total|neutral zone|free zones?|bunkers?|special categories|ships?['’]? stores|"
    r"oecd|opec|asean|efta|eu-?2[578]|g7|g20|brics?|cis|mercosur|nafta|gcc|"
    r"developing|developed|least developed|emerging|small states|demographic dividend|fragile|"
    r"(?:sub-?saharan|north(?:ern)?|south(?:ern)?|east(?:ern)?|west(?:ern)?|central|latin|middle)"
    r"(?: east)?(?:ern)? (?:africa|asia|america|europe|east)|asia and pacific|asia & pacific|"
    r"africa|asia|europe|americas?|oceania|caribbean|all countries)\b"
)
# The World Bank's codes of groups by income, region and lending, beside those of countries.
WORLD_BANK = words(
    "AFE AFW ARB CEB CSS EAP EAR EAS ECA ECS EMU EUU FCS HIC HPC IBD IBT IDA IDB IDX INX LAC LCN "
    "LDC LIC LMC LMY LTE MEA MIC MNA NAC OED OSS PRE PSS PST SAS SSA SSF SST TEA TEC TLA TMN TSA "
    "TSS UMC WLD"
)
# Countries whose names hold such a word.
COUNTRIES = frozenset({"south africa", "central african republic", "united states of america"})
# Goods, services and both in the names of series and members, in words and as SDMX codes them.
GOODS = ("goods", "G")
SERVICES = {"goods": "services", "G": "S"}
BOTH: dict[str, tuple[tuple[str, ...], ...]] = {
    "goods": ((), ("total",), ("goods", "services"), ("goods", "and", "services")),
    "G": (("GS",),),
}
