"""Numbers and amounts in English: signs before them, words for their scale and unit."""

from decimal import Decimal
from functools import cache

from msgspec.structs import replace

from briefing.language.amount import Amount
from briefing.language.en import dates
from briefing.language.told import uninflected
from briefing.model import Dimension, Unit

NBSP = dates.NBSP
_SCALES = {0: "", 3: "thousand", 6: "million", 9: "billion", 12: "trillion"}
_MEASURES = {
    "km2": ("km²", "km²"),
    "tonne": ("tonne", "tonnes"),
    "hectare": ("hectare", "hectares"),
    "barrel": ("barrel", "barrels"),
}


class Amounts:
    """How English writes numbers, amounts and units."""

    def number(self, value: Decimal, decimals: int) -> str:
        """“−2,724.8”."""
        return f"{value:,.{decimals}f}".replace("-", "−")

    def digits(self, text: str) -> str:
        """“−2,724.8” as “-2724.8”; a mark (“[low]”) as nothing."""
        return "" if text.startswith("[") else text.replace("−", "-").replace(",", "")

    def amount(self, amount: Amount, counted: bool = False) -> str:
        """“US$1.6 billion”, “4,709.6 km”, “0.6%”, “30 days”; `counted`: “120 persons”."""
        size = self._sized(amount, abs(amount.value), counted)
        if amount.bound:
            word = "less" if amount.bound == "<" else "more"
            return f"{word} than {'−' if amount.value < 0 else ''}{size}"
        if amount.below:
            less = f"less than {size}"
            return f"{less} below zero" if amount.value < 0 else less
        return f"−{size}" if amount.value < 0 else size

    def counts(self, unit: Unit) -> bool:
        """Always: a count is called by its noun."""
        return True

    def inflected(self, amount: Amount, role: str) -> str:
        """Refused: English marks no case on an amount."""
        raise uninflected("English")

    def unit(self, unit: Unit) -> str:
        """“US$ million”, “million tonnes”, “%”; its parts hold together."""
        scale = _SCALES[unit.exponent]
        if unit.dimension is Dimension.MONEY:
            return f"{_symbol(unit.code).strip(NBSP)}{NBSP}{scale}".strip()
        if unit.dimension is Dimension.EXCHANGE:
            price, priced = unit.currencies
            return f"{_symbol(price).strip(NBSP)}{NBSP}per{NBSP}{_currency(priced)}"
        if unit.dimension is Dimension.PERCENT:
            return "%"
        if unit.dimension is Dimension.PER:
            return f"{self.unit(unit.amount)} per {_each(unit)}"
        if unit.dimension is Dimension.MEASURE:
            return f"{scale}{NBSP}{_MEASURES.get(unit.code, (unit.code,) * 2)[1]}".strip()
        if unit.dimension is Dimension.COUNT:
            return f"{scale}{NBSP}{_noun(unit, one=False)}".strip()
        return unit.dimension.value

    def _sized(self, amount: Amount, size: Decimal, counted: bool) -> str:
        """The amount without its sign."""
        unit, digits = amount.unit, self.number(size, amount.decimals)
        if unit.dimension is Dimension.PER:
            return f"{self._sized(replace(amount, unit=unit.amount), size, True)} per {_each(unit)}"
        scale = f"{NBSP}{_SCALES[unit.exponent]}" if unit.exponent and size else ""
        one = size == 1 and not amount.decimals and not scale
        if unit.dimension is Dimension.MONEY:
            return f"{_symbol(unit.code)}{digits}{scale}"
        if unit.dimension is Dimension.EXCHANGE:
            price, priced = unit.currencies
            return f"{_symbol(price)}{digits} per {_currency(priced)}"
        if unit.dimension is Dimension.PERCENT:
            return f"{digits}%"
        if unit.dimension is Dimension.POINTS:
            return f"{digits}{NBSP}percentage point{'' if one else 's'}"
        if unit.dimension is Dimension.DAYS:
            return f"{digits}{NBSP}day{'' if one else 's'}"
        if unit.dimension is Dimension.MEASURE:
            forms = _MEASURES.get(unit.code, (unit.code,) * 2)
            return f"{digits}{scale}{NBSP}{forms[0 if one else 1]}"
        noun = f"{NBSP}{_noun(unit, one)}" if counted and unit.dimension is Dimension.COUNT else ""
        return f"{digits}{scale}{noun}"


def _each(unit: Unit) -> str:
    """“person”, “km²”."""
    return _MEASURES.get(unit.each, (unit.each,))[0]


def _noun(unit: Unit, one: bool) -> str:
    forms = unit.forms("en")
    if forms:
        return forms.get("one" if one else "other", unit.code)
    return unit.code.removesuffix("s") if one else unit.code


@cache
def _symbol(code: str) -> str:
    """The sign before an amount: “US$”, “€”; letters take a no-break space: “MNT ”."""
    if code == "USD":
        return "US$"
    from babel.core import Locale

    symbol = str(Locale("en").currency_symbols.get(code, code))
    return f"{symbol}{NBSP}" if symbol[-1].isalpha() else symbol


@cache
def _currency(code: str) -> str:
    """One unit of a currency in words: “US dollar”, “euro”."""
    from babel.numbers import get_currency_name

    return str(get_currency_name(code, count=1, locale="en"))
