"""Keys of a family to ISO 3166 alpha-3."""

from collections.abc import Mapping
from functools import cache

from briefing.language import GRAMMARS, country, is_country

# Where UN Comtrade's codes of reporters and partners part from ISO 3166 numeric (M49).
_COMTRADE = {
    "000": "WLD",
    "251": "FRA",
    "579": "NOR",
    "699": "IND",
    "757": "CHE",
    "842": "USA",
}


def alpha3(key: str, codes: str) -> str | None:
    """The alpha-3 code of a key written in `codes` (alpha3, alpha2, m49, comtrade), else None.

    Comtrade's 0 is the world, `WLD`.
    """
    if codes == "alpha3":
        return key if is_country(key) else None
    if codes == "alpha2":
        return _by_alpha2().get(key)
    number = key.zfill(3) if key.isascii() and key.isdigit() else key
    if codes == "comtrade" and number in _COMTRADE:
        return _COMTRADE[number]
    return _by_number().get(number)


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


def named(name: str) -> str | None:
    """The alpha-3 code of a country by its name in a language of the product; else None."""
    return _by_name().get(name.strip().casefold())


@cache
def _by_name() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for code in _by_alpha2().values():
        for language in GRAMMARS:
            known = country(code, language, {})
            for name in (known.name, known.short):
                found.setdefault(name.casefold(), code)
    return found
