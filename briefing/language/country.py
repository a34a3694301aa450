"""Country names from CLDR, by ISO 3166 alpha-3 code."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import cache
from unicodedata import combining, normalize

from msgspec import Struct

from briefing.language.grammars import grammar
from briefing.language.official_names import OFFICIAL
from briefing.language.told import Named, Role
from briefing.model import Text

# CLDR's aliases also map codes that ISO has withdrawn or only reserved, and private ones.
_WITHDRAWN = {"ANT", "BUR", "DDR", "FXX", "NTZ", "SCG", "SUN", "TMP", "YMD", "YUG", "ZAR"}
_RESERVED = {"ASC", "CPT", "DGA", "TAA"}
_PRIVATE = {"AA", "EU", "UN", "ZZ"}
_ARTICLES = frozenset({"the", "of", "la", "le", "les"})
_CODE, _LONGEST = 4, 80  # characters: a mistyped code has no more; of a name, those compared


class CountryName(Struct, frozen=True):
    """What a country is called: `the` is the name as running text has it (“the United States”)."""

    code: str
    name: str
    short: str
    the: str


@cache
def _territories() -> Mapping[str, str]:
    """ISO alpha-3 to alpha-2, the 249 countries of ISO 3166-1, and Kosovo."""
    from babel.core import get_global

    # ISO has no code for Kosovo; the World Bank and others write XKX, CLDR knows XK.
    return {"XKX": "XK"} | {
        code: targets[0]
        for code, targets in get_global("territory_aliases").items()
        if len(code) == 3
        and code.isalpha()
        and code not in _WITHDRAWN | _RESERVED
        and targets[0] not in _PRIVATE
        and (targets[0] == "QA" or targets[0][0] not in "QX")
    }


def is_country(code: str) -> bool:
    """Whether it is an ISO 3166-1 alpha-3 code in force."""
    return code in _territories()


def meant(written: str) -> str:
    """The alpha-3 code that an alpha-2 code, an English name or a near code may mean; else
    nothing."""
    word = written.strip().casefold()
    codes = {alpha2.casefold(): code for code, alpha2 in _territories().items()}
    names = {name.casefold(): code for code in _territories() for name in _called(code)}
    if exact := codes.get(word) or names.get(word):
        return exact
    if len(word) <= _CODE:
        return next(iter(get_close_matches(word.upper(), _territories(), n=1)), "")
    near = get_close_matches(word[:_LONGEST], names, n=1, cutoff=0.8)
    return names[near[0]] if near else ""


def by_name(written: str, languages: Iterable[str] = ()) -> str | None:
    """The alpha-3 code of the country that a file calls so, in any language of the product or in
    one of `languages`; case, accents, dashes, “the” and what stands in brackets or behind a comma
    don't matter. A language is looked into where those before it don't have the name."""
    from briefing.language.grammars import GRAMMARS

    name = folded(written)
    if name in _official():
        return _official()[name]
    asked = (language for language in languages or GRAMMARS if language in GRAMMARS)
    return next((_names(language)[name] for language in asked if name in _names(language)), None)


def near_name(written: str) -> str:
    """The name, as the product writes it in English, that one may be a slip of; else nothing."""
    from briefing.language.grammars import GRAMMARS

    names = [*_official(), *(name for language in GRAMMARS for name in _names(language))]
    near = get_close_matches(folded(written)[:_LONGEST], dict.fromkeys(names), n=1, cutoff=0.75)
    code = by_name(near[0]) if near else None
    return country(code, "en", {}).name if code else ""


def folded(name: str) -> str:
    """A name without case, accents, dashes, apostrophes and “the”: what is left tells it."""
    plain = normalize("NFKD", name.casefold().replace("&", " and "))
    letters = "".join(c if c.isalnum() else " " for c in plain if not combining(c))
    return " ".join(word for word in letters.split() if word not in _ARTICLES)


@cache
def _official() -> Mapping[str, str]:
    """Folded names that offices write, to codes."""
    return {folded(name): code for name, code in OFFICIAL.items()}


@cache
def _names(language: str) -> Mapping[str, str]:
    """Folded names to codes, in a language: CLDR's and those of its grammar."""
    names: dict[str, str] = {}
    for code in _territories():
        known = country(code, language, {})
        for name in (_cldr(code, language), known.name, known.short):
            names.setdefault(folded(name), code)
    return names


def _called(code: str) -> tuple[str, ...]:
    known = country(code, "en", {})
    return known.name, known.short


def country(code: str, language: str, names: Mapping[str, Text]) -> CountryName:
    """The names of a country, or of a code that the project's `names` gives.

    `WLD` is the world; a code that nobody knows is its own name.
    """
    speech = grammar(language)
    known = _known(code, language, names)
    name = known.name
    if not known.own and not is_country(code):
        return CountryName(code, name, name, name)
    short = name if known.own else speech.short_country(code, name)
    return CountryName(code, name, short, speech.named(known, Role.SUBJECT))


def named(
    code: str,
    role: Role,
    language: str,
    names: Mapping[str, Text],
    agreeing: frozenset[str] = frozenset(),
) -> str:
    """A country's name in its part of the sentence: “to the United States”, “с Россией”; as an
    adjective `agreeing` with a gender, a number and a part: “российской”.

    Raises Unwritable for a name of the project's own whose form nobody knows.
    """
    return grammar(language).named(_known(code, language, names), role, agreeing)


def _known(code: str, language: str, names: Mapping[str, Text]) -> Named:
    own = names.get(code)
    if own is not None and language in own:
        return Named(code, own[language].text, True, own[language].forms)
    label = _cldr(code, language) if is_country(code) else code
    return Named(code, grammar(language).country(code, label))


@cache
def _cldr(code: str, language: str) -> str:
    from babel.core import Locale

    return str(Locale(language).territories[_territories()[code]])


def is_named(word: str, language: str, stem: int) -> bool:
    """Whether a word may be a country's name or be made of one: it begins as a name does, with so
    many letters at least, or is a whole one."""
    return word[:stem].casefold() in _stems(language, stem)


@cache
def _stems(language: str, stem: int) -> frozenset[str]:
    """The beginnings of all names of countries in a language."""
    names = (country(code, language, {}).name for code in _territories())
    return frozenset(name[:stem].casefold() for name in names)
