"""What Russian calls countries, in five cases with their prepositions.

`countries.csv` is a closed table: names of CLDR (ru), cases made with a morphological dictionary,
each row read by hand, those in doubt marked `review`; no native reader has confirmed it. Its rules
are those of the Russian classifier of the countries of the world (OKSM) as far as they go.
"""

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from msgspec import Struct

from briefing.language.told import Named, Role, Unwritable

SHORT_NAMES: Mapping[str, str] = {
    "CAF": "ЦАР",
    "COD": "ДР Конго",
    "DOM": "Доминик. Респ.",
    "GBR": "Великобритания",
    "KOR": "Респ. Корея",
    "USA": "США",
    "VGB": "Виргинские о-ва (Брит.)",
    "VIR": "Виргинские о-ва (США)",
}
_VOWELS = "АЭИОУаэиоу"


class Cases(Struct, frozen=True):
    """One name in its cases, and what stands before it for “in” and “with”."""

    nominative: str
    genitive: str
    dative: str
    accusative: str
    instrumental: str
    prepositional: str
    within: str
    beside: str


@cache
def cases() -> Mapping[str, Cases]:
    """By alpha-3 code."""
    text = (files("briefing.language.ru") / "countries.csv").read_text(encoding="utf-8")
    rows = csv.reader(text.splitlines()[1:])
    return {row[0]: Cases(*row[1:9]) for row in rows}


def named(name: Named, role: Role) -> str:
    """“Россия”, “России”, “из России”, “в Россию”, “с Россией”, “во Франции”, “о Кубе”.

    Raises Unwritable for a name of the project's own whose case nobody knows.
    """
    if role.value in name.forms:
        return name.forms[role.value]
    if role is Role.SUBJECT:
        return name.name
    known = cases().get(name.code)
    if known is None or name.name != known.nominative:
        same = next((c for c in cases().values() if c.nominative == name.name), None)
        if same is None:
            raise Unwritable(
                f"the case of “{name.name}” for “{role}” is not known in Russian",
                f"give it: names: {{{name.code}: {{ru: {{text: {name.name}, {role}: …}}}}}}",
            )
        known = same
    return _in_case(known, role)


def _in_case(name: Cases, role: Role) -> str:
    if role is Role.OF:
        return name.genitive
    if role is Role.FROM:
        return f"{'с' if name.within == 'на' else 'из'} {name.genitive}"
    if role is Role.TO:
        return f"{name.within} {name.accusative}"
    if role is Role.WITH:
        return f"{name.beside} {name.instrumental}"
    if role is Role.IN:
        return f"{name.within} {name.prepositional}"
    before = "об" if name.prepositional[0] in _VOWELS else "о"
    return f"{before} {name.prepositional}"
