"""Numbers and amounts in French: narrow no-break spaces, “million” with “de”."""

from decimal import Decimal
from functools import cache

from msgspec.structs import replace

from briefing.language.amount import Amount
from briefing.language.fr import dates
from briefing.language.told import uninflected
from briefing.model import Dimension, Unit

NBSP = dates.NBSP
# CLDR's French separates groups, and a number from %, by the narrow no-break space.
NARROW = "\u202f"
_SCALES = {3: "mille", 6: "million", 9: "milliard", 12: "billion"}
_MEASURES = {
    "km2": ("km²", "km²"),
    "tonne": ("tonne", "tonnes"),
    "hectare": ("hectare", "hectares"),
    "barrel": ("baril", "barils"),
}
_PERSONS = ("persons", "person")


class Amounts:
    """How French writes numbers, amounts and units."""

    def number(self, value: Decimal, decimals: int) -> str:
        """“−2 724,8”, the groups parted by narrow no-break spaces."""
        text = f"{value:,.{decimals}f}".replace("-", "−")
        return text.replace(",", NARROW).replace(".", ",")

    def digits(self, text: str) -> str:
        """“−2 724,8” as “-2724.8”; a mark (“[low]”) as nothing."""
        if text.startswith("["):
            return ""
        return text.replace("−", "-").replace(NARROW, "").replace(",", ".")

    def amount(self, amount: Amount, counted: bool = False) -> str:
        """“1,6 milliard de dollars”, “0,6 %”, “30 jours”; `counted`: “120 personnes”."""
        size = self._sized(amount, counted)
        if amount.bound:
            word = "moins de" if amount.bound == "<" else "plus de"
            return f"{word} {'−' if amount.value < 0 else ''}{size}"
        if amount.below:
            return f"moins de {size}" + (" au-dessous de zéro" if amount.value < 0 else "")
        return f"−{size}" if amount.value < 0 else size

    def counts(self, unit: Unit) -> bool:
        """Whether it has the noun of what is counted."""
        return bool(unit.forms("fr")) or unit.code in _PERSONS

    def inflected(self, amount: Amount, role: str) -> str:
        """Refused: French marks no case on an amount."""
        raise uninflected("French")

    def unit(self, unit: Unit) -> str:
        """“millions de dollars”, “%”; its parts hold together."""
        if unit.dimension is Dimension.PERCENT:
            return "%"
        if unit.dimension is Dimension.PER:
            return f"{self.unit(unit.amount)} par {_each(unit)}"
        if unit.dimension is Dimension.EXCHANGE:
            price, priced = unit.currencies
            return f"{_currency(price, 2)} par {_currency(priced, 1)}".replace(" ", NBSP)
        name = {
            Dimension.MONEY: _currency(unit.code, 2) if unit.dimension is Dimension.MONEY else "",
            Dimension.POINTS: "points de pourcentage",
            Dimension.DAYS: "jours",
            Dimension.RANK: "rang",
            Dimension.MEASURE: _MEASURES.get(unit.code, (unit.code,) * 2)[1],
            Dimension.COUNT: _noun(unit, one=False),
        }.get(unit.dimension, "")
        if unit.exponent == 0:
            return name.replace(" ", NBSP)
        scale = "milliers" if unit.exponent == 3 else f"{_SCALES[unit.exponent]}s"
        return f"{scale} {_with_of(name)}".replace(" ", NBSP)

    def _sized(self, amount: Amount, counted: bool) -> str:
        """The amount without its sign; below two the word is singular (CLDR)."""
        unit, digits = amount.unit, self.number(abs(amount.value), amount.decimals)
        one = abs(amount.value) < 2
        scaled = bool(unit.exponent and amount.value)
        if unit.dimension is Dimension.PERCENT:
            return f"{digits}{NARROW}%"
        if unit.dimension is Dimension.PER:
            return f"{self._sized(replace(amount, unit=unit.amount), True)} par {_each(unit)}"
        if unit.dimension is Dimension.EXCHANGE:
            price, priced = unit.currencies
            return f"{digits}{NBSP}{_currency(price, 1 if one else 2)} par {_currency(priced, 1)}"
        name = self._name(unit, one and not scaled, counted)
        if not scaled:
            return f"{digits}{NBSP}{name}".strip()
        if unit.exponent == 3:
            return f"{digits}{NBSP}mille{NBSP}{name}".strip()
        scale = f"{_SCALES[unit.exponent]}{'' if one else 's'}"
        return f"{digits}{NBSP}{scale} {_with_of(name)}".strip()

    def _name(self, unit: Unit, one: bool, counted: bool) -> str:
        if unit.dimension is Dimension.MONEY:
            return _currency(unit.code, 1 if one else 2)
        if unit.dimension is Dimension.POINTS:
            return f"point{'' if one else 's'} de pourcentage"
        if unit.dimension is Dimension.DAYS:
            return "jour" if one else "jours"
        if unit.dimension is Dimension.MEASURE:
            return _MEASURES.get(unit.code, (unit.code,) * 2)[0 if one else 1]
        return _noun(unit, one) if counted and unit.dimension is Dimension.COUNT else ""


def _each(unit: Unit) -> str:
    """« personne », « tonne »."""
    named = "personne" if unit.each == "person" else unit.each
    return _MEASURES.get(unit.each, (named,))[0]


def _with_of(name: str) -> str:
    """“de dollars”, “d’euros”."""
    if not name:
        return ""
    return f"d’{name}" if name[0] in "aeiouhéè" else f"de {name}"


def _noun(unit: Unit, one: bool) -> str:
    forms = unit.forms("fr")
    if forms:
        return forms.get("one" if one else "other") or forms.get("other", unit.code)
    if unit.code in _PERSONS:
        return "personne" if one else "personnes"
    return unit.code


@cache
def _currency(code: str, count: int) -> str:
    """A currency's word, from CLDR; the dollar as the house writes it."""
    if code == "USD":
        return "dollar" if count == 1 else "dollars"
    from babel.numbers import get_currency_name

    return str(get_currency_name(code, count=count, locale="fr"))
