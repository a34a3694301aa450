"""Numbers and amounts in Mongolian: the suffix on the last word, by tables."""

from decimal import Decimal
from functools import cache

from msgspec.structs import replace

from briefing.language.amount import Amount
from briefing.language.mn import dates
from briefing.language.mn.forms import COUNTS, CURRENCIES, MEASURES, Case, inflected
from briefing.language.told import Unwritable
from briefing.model import Dimension, Unit

NBSP = dates.NBSP
_SCALES = {0: "", 3: "мянган", 6: "сая", 9: "тэрбум", 12: "их наяд"}
_MEASURES = {"km": "км", "kg": "кг", "km2": "км²", "hectare": "га", "barrel": "баррель"}
_PERCENT = ("", "хувь")
_POINTS = (f"нэгж{NBSP}", "хувь")
_DAYS = ("", "хоног")
_CASES = {
    "of": Case.GENITIVE,
    "in": Case.DATIVE,
    "to": Case.DATIVE,
    "object": Case.ACCUSATIVE,
    "from": Case.ABLATIVE,
    "by": Case.INSTRUMENTAL,
    "with": Case.COMITATIVE,
}


class Amounts:
    """How Mongolian writes numbers, amounts and units."""

    def number(self, value: Decimal, decimals: int) -> str:
        """“−2,724.8”."""
        return f"{value:,.{decimals}f}".replace("-", "−")

    def digits(self, text: str) -> str:
        """“−2,724.8” as “-2724.8”; a mark (“[low]”) as nothing."""
        return "" if text.startswith("[") else text.replace("−", "-").replace(",", "")

    def amount(self, amount: Amount, counted: bool = False) -> str:
        """“1.6 тэрбум ам.доллар”, “0.6 хувь”, “30 хоног”; `counted`: “120 хүн”."""
        if amount.bound or amount.below:
            less = self._cased(amount, Case.ABLATIVE, counted)
            if less is not None:
                return f"{less} {'их' if amount.bound == '>' else 'бага'}"
            size = self._plain(amount, counted)
            return f"{size} хүрэхгүй" if amount.bound != ">" else f"{size} гаруй"
        size = self._plain(amount, counted)
        # A rate begins with what it is for: the sign stands at its number.
        rate = amount.unit.dimension in (Dimension.PER, Dimension.EXCHANGE)
        return f"−{size}" if amount.value < 0 and not rate else size

    def counts(self, unit: Unit) -> bool:
        """Whether it has the noun of what is counted."""
        return bool(unit.forms("mn")) or unit.code in COUNTS

    def inflected(self, amount: Amount, role: str) -> str:
        """“0.4 хувийг” (object), “79 сая ам.доллараас” (from), “2.7 хувиар” (by)."""
        written = self._cased(amount, _CASES[role], counted=True)
        if written is None:
            raise no_suffix(amount.unit)
        return f"−{written}" if amount.value < 0 else written

    def unit(self, unit: Unit) -> str:
        """“сая ам.доллар”, “%”; its parts hold together."""
        scale = _SCALES[unit.exponent]
        if unit.dimension is Dimension.PERCENT:
            return "%"
        if unit.dimension is Dimension.PER:
            return f"{_each(unit)} {self.unit(unit.amount)}"
        if unit.dimension is Dimension.EXCHANGE:
            price, priced = unit.currencies
            return f"1{NBSP}{_currency(priced)} тутамд {_currency(price)}".replace(" ", NBSP)
        word = _word(unit)
        if word is not None:
            return f"{scale}{NBSP}{''.join(word)}".strip()
        name = {Dimension.MONEY: _currency(unit.code)} if unit.dimension is Dimension.MONEY else {}
        label = name.get(unit.dimension) or _MEASURES.get(unit.code) or _noun(unit)
        if unit.dimension in (Dimension.RATIO, Dimension.DATE):
            return ""
        if unit.dimension is Dimension.RANK:
            return "байр"
        return f"{scale}{NBSP}{label}".strip()

    def _plain(self, amount: Amount, counted: bool = False) -> str:
        """The amount without its sign, in no case."""
        written = self._cased(amount, Case.PLAIN, counted)
        if written is not None:
            return written
        unit, head = amount.unit, self._head(amount)
        if unit.dimension is Dimension.PER:
            size = self._plain(replace(amount, unit=unit.amount), True)
            return f"{_each(unit)} {_minus(amount)}{size}"
        if unit.dimension is Dimension.EXCHANGE:
            price, priced = unit.currencies
            size = f"{_minus(amount)}{head}{NBSP}{_currency(price)}"
            return f"1{NBSP}{_currency(priced)} тутамд {size}"
        if unit.dimension is Dimension.MONEY:
            return f"{head}{NBSP}{_currency(unit.code)}"
        if unit.dimension is Dimension.MEASURE:
            return f"{head}{NBSP}{_MEASURES.get(unit.code, unit.code)}"
        if counted and unit.dimension is Dimension.COUNT:
            return f"{head}{NBSP}{_noun(unit)}"
        return head

    def _cased(self, amount: Amount, case: Case, counted: bool = False) -> str | None:
        """The amount without its sign, its last word in a case; None where no table has it."""
        unit = amount.unit
        word = _word(unit)
        if word is None or (unit.dimension is Dimension.COUNT and not counted):
            return None
        return f"{self._head(amount)}{NBSP}{inflected(word, case)}"

    def _head(self, amount: Amount) -> str:
        digits = self.number(abs(amount.value), amount.decimals)
        scaled = amount.unit.exponent and amount.value
        return f"{digits}{NBSP}{_SCALES[amount.unit.exponent]}" if scaled else digits


def _minus(amount: Amount) -> str:
    return "−" if amount.value < 0 and not (amount.bound or amount.below) else ""


def _each(unit: Unit) -> str:
    """“нэг хүнд”, “1 тонн тутамд”."""
    if unit.each == "person":
        return "нэг хүнд"
    word = MEASURES.get(unit.each)
    named = inflected(word, Case.PLAIN) if word else _MEASURES.get(unit.each, unit.each)
    return f"1{NBSP}{named} тутамд"


def _word(unit: Unit) -> tuple[str, str] | None:
    if unit.dimension is Dimension.MONEY:
        return CURRENCIES.get(unit.code)
    if unit.dimension is Dimension.MEASURE:
        return MEASURES.get(unit.code)
    if unit.dimension is Dimension.COUNT:
        return None if unit.forms("mn") else COUNTS.get(unit.code)
    fixed = {Dimension.PERCENT: _PERCENT, Dimension.POINTS: _POINTS, Dimension.DAYS: _DAYS}
    return fixed.get(unit.dimension)


def _noun(unit: Unit) -> str:
    forms = unit.forms("mn")
    return forms.get("other") or next(iter(forms.values()), unit.code)


def no_suffix(unit: Unit) -> Unwritable:
    """That no table has the suffix of a unit's word."""
    return Unwritable(
        f"the suffix of {unit} is not in the table of Mongolian",
        "print the two values instead: {{ name | from: 2024 }}",
    )


@cache
def _currency(code: str) -> str:
    """A currency's word: the house's form, else CLDR's."""
    if code in CURRENCIES:
        return "".join(CURRENCIES[code])
    from babel.numbers import get_currency_name

    return str(get_currency_name(code, count=5, locale="mn"))
