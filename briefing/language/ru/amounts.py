"""Numbers and amounts in Russian: the unit’s word in the case that its number asks for."""

from decimal import Decimal
from enum import Enum, auto
from functools import cache

from msgspec.structs import replace

from briefing.language.amount import Amount
from briefing.language.ru import dates
from briefing.language.told import uninflected
from briefing.model import Dimension, Unit

NBSP = dates.NBSP
_SCALES = {0: "", 3: "тыс.", 6: "млн", 9: "млрд", 12: "трлн"}
# The house's form; all others are CLDR's words.
_CURRENCIES = {"USD": "долл. США"}
# Nouns for 1, for 2 to 4, for 5 and more; a fraction takes the second singular genitive.
_MEASURES = {
    "km": ("км",) * 4,
    "kg": ("кг",) * 4,
    "km2": ("км²",) * 4,
    "tonne": ("тонна", "тонны", "тонн", "тонны"),
    "hectare": ("гектар", "гектара", "гектаров", "гектара"),
    "barrel": ("баррель", "барреля", "баррелей", "барреля"),
    "MW": ("МВт",) * 4,
    "GWh": ("ГВт·ч",) * 4,
}
_DAYS = ("день", "дня", "дней", "дня")
_POINTS = ("процентный пункт", "процентных пункта", "процентных пунктов", "процентного пункта")
_PERSONS = ("человек", "человека", "человек", "человека")
_NOUNS = {"persons": _PERSONS, "person": _PERSONS}
_CATEGORIES = ("one", "few", "many", "other")
# What one of it is behind «на»; all others stay as they are.
_ONE_BY = {"тонна": "тонну", "человек": "человека"}


class Governed(Enum):
    """The case that the words before an amount ask of its noun: none, «с» and «до», «на»."""

    NONE = auto()
    GENITIVE = auto()
    ACCUSATIVE = auto()


class Amounts:
    """How Russian writes numbers, amounts and units."""

    def number(self, value: Decimal, decimals: int) -> str:
        """“−2 724,8”, the groups parted by no-break spaces."""
        text = f"{value:,.{decimals}f}".replace("-", "−")
        return text.replace(",", NBSP).replace(".", ",")

    def digits(self, text: str) -> str:
        """“−2 724,8” as “-2724.8”; a mark (“[low]”) as nothing."""
        if text.startswith("["):
            return ""
        return text.replace("−", "-").replace(NBSP, "").replace(",", ".")

    def amount(self, amount: Amount, counted: bool = False) -> str:
        """“1,6 млрд долл. США”, “4 709,6 км”, “0,6 %”, “30 дней”; `counted`: “120 человек”."""
        governed = amount.bound or amount.below
        size = self._sized(amount, counted, Governed.GENITIVE if governed else Governed.NONE)
        if amount.bound:
            word = "менее" if amount.bound == "<" else "более"
            return f"{word} {'−' if amount.value < 0 else ''}{size}"
        if amount.below:
            return f"менее {size}" + (" ниже нуля" if amount.value < 0 else "")
        return f"−{size}" if amount.value < 0 else size

    def by(self, amount: Amount, counted: bool = False) -> str:
        """“на 25,8 %”, “на 22 человека”, “менее чем на 0,1 процентного пункта”."""
        size = self._sized(amount, counted, Governed.ACCUSATIVE)
        if amount.bound or amount.below:
            return f"{'более' if amount.bound == '>' else 'менее'} чем на {size}"
        return f"на {'−' if amount.value < 0 else ''}{size}"

    def genitive(self, amount: Amount, counted: bool = False) -> str:
        """“5 дней”, “21 дня”: behind “с”, “до”, “в размере”."""
        if amount.bound or amount.below:
            return self.amount(amount, counted)
        size = self._sized(amount, counted, Governed.GENITIVE)
        return f"−{size}" if amount.value < 0 else size

    def counts(self, unit: Unit) -> bool:
        """Whether it has the noun of what is counted."""
        return bool(unit.forms("ru")) or unit.code in _NOUNS

    def inflected(self, amount: Amount, role: str) -> str:
        """Refused: with “млн” and “%” Russian marks no case on an amount."""
        raise uninflected("Russian")

    def unit(self, unit: Unit) -> str:
        """“млн долл. США”, “млн тонн”, “%”; its parts hold together."""
        scale = _SCALES[unit.exponent]
        if unit.dimension is Dimension.MONEY:
            return f"{scale}{NBSP}{_currency(unit.code, 5)}".strip().replace(" ", NBSP)
        if unit.dimension is Dimension.PER:
            return f"{self.unit(unit.amount)} на {_each(unit)}"
        if unit.dimension is Dimension.EXCHANGE:
            price, priced = unit.currencies
            return f"{_currency(price, 5)} за 1 {_currency(priced, 1)}".replace(" ", NBSP)
        if unit.dimension is Dimension.PERCENT:
            return "%"
        if unit.dimension is Dimension.POINTS:
            return f"п.{NBSP}п."
        if unit.dimension is Dimension.MEASURE:
            return f"{scale}{NBSP}{_MEASURES[unit.code][2]}".strip()
        if unit.dimension is Dimension.COUNT:
            return f"{scale}{NBSP}{_noun(unit, 'many')}".strip()
        return {Dimension.DAYS: "дней", Dimension.RANK: "место"}.get(unit.dimension, "")

    def _sized(self, amount: Amount, counted: bool, case: Governed) -> str:
        """The amount without its sign."""
        unit, digits = amount.unit, self.number(abs(amount.value), amount.decimals)
        if unit.dimension is Dimension.PER:
            size = self._sized(replace(amount, unit=unit.amount), True, case)
            return f"{size} на {_each(unit)}"
        scaled = bool(unit.exponent and amount.value)
        head = f"{digits}{NBSP}{_SCALES[unit.exponent]}" if scaled else digits
        if unit.dimension is Dimension.MONEY:
            word = _currency(unit.code, 5) if scaled else _counted_currency(unit.code, amount, case)
            return f"{head}{NBSP}{word.replace(' ', NBSP)}"
        if unit.dimension is Dimension.EXCHANGE:
            price, priced = unit.currencies
            word = _counted_currency(price, amount, case)
            return f"{head}{NBSP}{word} за 1 {_currency(priced, 1)}"
        if unit.dimension is Dimension.PERCENT:
            return f"{digits}{NBSP}%"
        if unit.dimension is Dimension.MEASURE:
            forms = _MEASURES[unit.code]
            return f"{head}{NBSP}{forms[2] if scaled else form_for(amount, forms, case)}"
        if unit.dimension in (Dimension.POINTS, Dimension.DAYS):
            forms = _POINTS if unit.dimension is Dimension.POINTS else _DAYS
            return f"{digits}{NBSP}{form_for(amount, forms, case)}"
        if counted and unit.dimension is Dimension.COUNT:
            word = _noun(unit, "many" if scaled else category(amount, case))
            one_by = not scaled and case is Governed.ACCUSATIVE and category(amount) == "one"
            return f"{head}{NBSP}{_ONE_BY.get(word, word) if one_by else word}"
        return head


def _each(unit: Unit) -> str:
    """«человека», «тонну»: for each of it, in the accusative."""
    named = {"person": "человека", "tonne": "тонну"}.get(unit.each)
    return named or _MEASURES.get(unit.each, (unit.each,))[0]


def category(amount: Amount, case: Governed = Governed.NONE) -> str:
    """CLDR's plural category: 1, 21 one; 2–4, 22–24 few; 0, 5–20 many; fractions other. In the
    genitive 1 and 21 take what fractions do (“менее 1 дня”), 2 to 4 what many do (“до 2 дней”)."""
    if amount.decimals:
        return "other"
    genitive = case is Governed.GENITIVE
    whole = abs(int(amount.value))
    if whole % 10 == 1 and whole % 100 != 11:
        return "other" if genitive else "one"
    if genitive:
        return "many"
    return "few" if whole % 10 in (2, 3, 4) and whole % 100 not in (12, 13, 14) else "many"


def form_for(amount: Amount, forms: tuple[str, ...], case: Governed = Governed.NONE) -> str:
    """The form of a noun after an amount."""
    found = forms[_CATEGORIES.index(category(amount, case))]
    one_by = case is Governed.ACCUSATIVE and category(amount) == "one"
    return _ONE_BY.get(found, found) if one_by else found


def _noun(unit: Unit, kind: str) -> str:
    forms = unit.forms("ru")
    if forms:
        return forms.get(kind) or forms.get("many") or forms.get("other", unit.code)
    known = _NOUNS.get(unit.code)
    return known[_CATEGORIES.index(kind)] if known else unit.code


def _counted_currency(code: str, amount: Amount, case: Governed) -> str:
    kind = category(amount, case)
    return _currency(code, {"other": Decimal("1.5"), "many": 5}.get(kind, abs(amount.value)))


@cache
def _currency(code: str, count: int | Decimal) -> str:
    """A currency's word after a count, from CLDR; the dollar as the house writes it."""
    if code in _CURRENCIES:
        return _CURRENCIES[code]
    from babel.numbers import get_currency_name

    name = str(get_currency_name(code, count=count, locale="ru"))
    return name[:1].lower() + name[1:]
