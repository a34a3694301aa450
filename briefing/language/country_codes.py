"""Codes of countries as services write them, to ISO 3166 alpha-3 and back."""

from collections.abc import Mapping
from functools import cache

from briefing.language.country import by_name, is_country

# Where UN Comtrade's codes of reporters and partners part from ISO 3166 numeric (M49); its “Other
# Asia, not elsewhere specified” is Taiwan alone.
_COMTRADE = {
    "000": "WLD",
    "251": "FRA",
    "490": "TWN",
    "579": "NOR",
    "699": "IND",
    "757": "CHE",
    "842": "USA",
}
# Its codes for what it can't or may not place: bunkers, free zones, areas not elsewhere specified.
LEFTOVERS = frozenset(
    (
        *("129", "221", "290", "471", "472", "473", "492", "527", "536", "568", "577"),
        *("636", "637", "697", "837", "838", "839", "849", "879", "899"),
    )
)
# Numbers of states that are no more, or had other borders: Ethiopia before 1993, metropolitan
# France, both Germanies, both Yemens, Sudan before 2011.
_WITHDRAWN = frozenset(("230", "249", "278", "280", "720", "736", "886"))
# Eurostat's two letters where they aren't ISO's.
_EUROSTAT = {"EL": "GRC", "UK": "GBR", "XK": "XKX"}
# What the World Bank has written in older files.
_OLDER = {"ROM": "ROU", "ZAR": "COD", "TMP": "TLS", "KSV": "XKX", "WBG": "PSE", "ADO": "AND"}
ALIASES = frozenset(_EUROSTAT) - {"XK"}


def alpha3(key: str, codes: str) -> str | None:
    """The alpha-3 code of a key written in `codes` (alpha3, alpha2, eurostat, m49, comtrade,
    names), else None.

    Comtrade's 0 is the world, `WLD`.
    """
    if codes == "alpha3":
        code = _OLDER.get(key, key)
        return code if is_country(code) else None
    if codes == "alpha2":
        return _by_alpha2().get(key) or (_EUROSTAT[key] if key == "XK" else None)
    if codes == "eurostat":
        return _EUROSTAT.get(key) or _by_alpha2().get(key)
    if codes == "names":
        return by_name(key)
    number = key.zfill(3) if key.isascii() and key.isdigit() else key
    if codes == "comtrade" and number in _COMTRADE:
        return _COMTRADE[number]
    if codes == "comtrade" and number in LEFTOVERS:
        return number
    return _by_number().get(number)


def comtrade_number(code: str) -> str | None:
    """UN Comtrade's number of an alpha-3 code, without zeros before it; None where it has none."""
    return _numbers().get(code)


@cache
def _numbers() -> Mapping[str, str]:
    iso = {code: number for number, code in _by_number().items() if number not in _WITHDRAWN}
    own = {code: number for number, code in _COMTRADE.items()}
    return {code: number.lstrip("0") or "0" for code, number in (iso | own).items()}


@cache
def _by_alpha2() -> Mapping[str, str]:
    from babel.core import get_global

    aliases = get_global("territory_aliases")
    return {targets[0]: code for code, targets in aliases.items() if is_country(code)}


@cache
def _by_number() -> Mapping[str, str]:
    """M49 to alpha-3; withdrawn numbers of one present country lead to that country."""
    from babel.core import get_global

    aliases = get_global("territory_aliases")
    return {
        number: _by_alpha2()[targets[0]]
        for number, targets in aliases.items()
        if number.isdigit() and len(targets) == 1 and targets[0] in _by_alpha2()
    }
