"""Country names from CLDR, by ISO 3166 alpha-3 code."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from briefing.language import en
from briefing.model.text import Text

# CLDR's aliases also map codes that ISO has withdrawn or only reserved, and private ones.
_NO_COUNTRY = frozenset("ANT BUR DDR FXX NTZ SCG SUN TMP YMD YUG ZAR ASC CPT DGA TAA".split())
_PRIVATE = frozenset({"AA", "EU", "UN", "ZZ"})


@dataclass(frozen=True, slots=True)
class CountryName:
    """What a country is called: `the` is the name as running text has it (“the United States”)."""

    code: str
    name: str
    short: str
    the: str


@cache
def _territories() -> Mapping[str, str]:
    """ISO alpha-3 to alpha-2, the 249 countries of ISO 3166-1."""
    from babel.core import get_global

    return {
        code: targets[0]
        for code, targets in get_global("territory_aliases").items()
        if len(code) == 3
        and code.isalpha()
        and code not in _NO_COUNTRY
        and targets[0] not in _PRIVATE
        and (targets[0] == "QA" or targets[0][0] not in "QX")
    }


def is_country(code: str) -> bool:
    """Whether it is an ISO 3166-1 alpha-3 code in force."""
    return code in _territories()


def country(code: str, language: str, names: Mapping[str, Text]) -> CountryName:
    """The names of a country, or of a code that the project's `names` gives.

    A code that neither knows is its own name.
    """
    own = names.get(code)
    if own is not None and language in own:
        name = own[language].text
        return CountryName(code, name, name, name)
    if not is_country(code):
        return CountryName(code, code, code, code)
    name = en.NAMES.get(code) or _cldr(code, language).replace(" & ", " and ")
    short = en.SHORT_NAMES.get(code, name)
    the = f"{en.ARTICLE} {name}" if code in en.WITH_ARTICLE else name
    return CountryName(code, name, short, the)


@cache
def _cldr(code: str, language: str) -> str:
    from babel.core import Locale

    return str(Locale(language).territories[_territories()[code]])
