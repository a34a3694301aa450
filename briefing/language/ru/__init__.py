"""Russian: cases by the unit's word, verbs by the subject's gender, CLDR's separators."""

import re
from decimal import Decimal
from functools import cache

from msgspec.structs import replace

from briefing.language.amount import Amount
from briefing.language.claims import Claims
from briefing.language.holding import holding
from briefing.language.multiple import Multiple
from briefing.language.role import Named, Role
from briefing.language.ru import adjectives, dates, multiples, names
from briefing.language.ru.captions import RussianCaptions
from briefing.language.ru.claims import CLAIMS
from briefing.language.ru.vocabulary import VOCABULARY
from briefing.language.ru.words import WORDS
from briefing.language.told import Form, Told, plain, told
from briefing.language.unwritable import Unwritable, uninflected
from briefing.language.vocabulary import Vocabulary
from briefing.language.words import Words
from briefing.model import Dimension, Period, Unit

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
_TIMES = ("раз", "раза", "раз", "раза")
_POINTS = ("процентный пункт", "процентных пункта", "процентных пунктов", "процентного пункта")
_NOUNS = {"persons": "человек", "person": "человек"}
_CATEGORIES = ("one", "few", "many", "other")
_GENDERS = {"m": 0, "f": 1, "n": 2, "pl": 3}
_ROSE = ("вырос", "выросла", "выросло", "выросли")
_FELL = ("снизился", "снизилась", "снизилось", "снизились")
_WORSENED = ("ухудшился", "ухудшилась", "ухудшилось", "ухудшились")
_IMPROVED = ("улучшился", "улучшилась", "улучшилось", "улучшились")
_STAYED = ("не изменился", "не изменилась", "не изменилось", "не изменились")
_PLACES = (
    *("первое", "второе", "третье", "четвертое", "пятое", "шестое", "седьмое"),
    *("восьмое", "девятое", "десятое"),
)

# After Milchin: no preposition or conjunction of one letter ends a line, nor one that begins a
# sentence, nor the «из» of a narrow column's head; no number stands without its noun, and no dash
# or particle begins a line.
_HELD = holding(
    *(rf"(?<={before}[вкосуиаяВКОСУИАЯ])[ ]" for before in ("^", r"[\s(«]")),
    r"(?<=[\s(«]не)[ ]",
    r"(?<=[\s(«]из)[ ]",
    *(rf"(?<=[.!?:]\s{word})[ ]" for word in ("За", "Из", "На", "Но", "По", "Со")),
    r"(?<=[\d№])[ ](?=[а-яё\d%])",
    r"[ ](?=(?:бы|же|ли)(?!\w))",
    "[ ](?=—)",
)


class Russian:
    """The grammar of Russian."""

    @property
    def words(self) -> Words:
        """The fixed words."""
        return WORDS

    @property
    def captions(self) -> RussianCaptions:
        """What stands around exhibits."""
        return RussianCaptions(self)

    @property
    def held(self) -> re.Pattern[str]:
        """Spaces at which no line ends."""
        return _HELD

    @property
    def claims(self) -> Claims:
        """The words that claim something of a figure."""
        return CLAIMS

    @property
    def vocabulary(self) -> Vocabulary:
        """The words by which a figure is told from a date, a name or a rank."""
        return VOCABULARY

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
        size = self._sized(amount, counted)
        if amount.bound:
            word = "менее" if amount.bound == "<" else "более"
            return f"{word} {'−' if amount.value < 0 else ''}{size}"
        if amount.below:
            return f"менее {size}" + (" ниже нуля" if amount.value < 0 else "")
        return f"−{size}" if amount.value < 0 else size

    def counts(self, unit: Unit) -> bool:
        """Whether it has the noun of what is counted."""
        return bool(unit.forms("ru")) or unit.code in _NOUNS

    def inflected(self, amount: Amount, role: str) -> str:
        """Refused: with “млн” and “%” Russian marks no case on an amount."""
        raise uninflected("Russian")

    def change(
        self, rise: bool, percent: Amount | None, amount: Amount, form: Form, gender: str
    ) -> str:
        """“рост на 25,8 %, или на 48 млн долл. США”, “вырос на …”."""
        parts = [percent, amount] if percent else [amount]
        size = ", или ".join(f"на {self.amount(part, counted=True)}" for part in parts)
        if form is Form.NOUN:
            return f"{'рост' if rise else 'снижение'} {size}"
        return f"{_agreed(_ROSE if rise else _FELL, gender)} {size}"

    def grown(
        self, ends: tuple[Told, Told], changed: tuple[Amount, Amount], form: Form, gender: str
    ) -> str:
        """“рост с 3 млн долл. США до 9,0 млрд долл. США”, “вырос с … до …”."""
        rise = "рост" if form is Form.NOUN else _agreed(_ROSE, gender)
        return f"{rise} {self.course(*ends)}"

    def widened(self, widens: bool, amount: Amount, form: Form, gender: str) -> str:
        """“увеличение дефицита на 30 млн долл. США”, “ухудшилось на 30 млн долл. США”."""
        size = f"на {self.amount(amount, counted=True)}"
        if form is Form.NOUN:
            return f"{'увеличение' if widens else 'сокращение'} дефицита {size}"
        return f"{_agreed(_WORSENED if widens else _IMPROVED, gender)} {size}"

    def unchanged(self, form: Form, gender: str) -> str:
        """“без изменений”, “не изменилась”."""
        return "без изменений" if form is Form.NOUN else _agreed(_STAYED, gender)

    def balance(self, sign: int, amount: Amount) -> str:
        """“дефицит в размере 2,7 млрд долл. США”, “нулевое сальдо”."""
        if sign == 0:
            return "нулевое сальдо"
        word = "профицит" if sign > 0 else "дефицит"
        return f"{word} в размере {self.amount(amount, counted=True)}"

    def points(self, rise: bool, amount: Amount) -> str:
        """“снижение на 3,9 процентного пункта”."""
        return f"{'рост' if rise else 'снижение'} на {self.amount(amount)}"

    def rank(self, place: int, tied: bool) -> str:
        """“2-е место”, “2-е место (совместно)”."""
        return f"{place}-е{NBSP}место" + (" (совместно)" if tied else "")

    def largest(self, place: int, tied: bool) -> str:
        """“второе место”, “12-е место”."""
        word = _PLACES[place - 1] if place <= len(_PLACES) else f"{place}-е"
        return f"{word}{NBSP}место" + (" (совместно)" if tied else "")

    def among(self, place: int, tied: bool, of: int, largest: bool) -> str:
        """“2-е место среди 14 перечисленных”, “второе место среди 14 …”."""
        written = (self.largest if largest else self.rank)(place, tied)
        return f"{written} среди{NBSP}{self.number(Decimal(of), 0)} перечисленных"

    def average(self, percent: Amount, years: Period | None) -> str:
        """“в среднем на 4,2 % в год в 2014–2025 годах”."""
        text = f"в среднем на {self.amount(percent)} в год"
        return text if years is None else f"{text} {dates.at(years)}"

    def course(self, earlier: Told, later: Told) -> str:
        """“с 418 млн долл. США в 2005 году до 2,8 млрд долл. США в 2025 году”."""
        first = told(self, earlier)
        return f"{_since(plain(self, earlier.value))} {first} до {told(self, later)}"

    def as_of(self, text: str, day: Period) -> str:
        """“2 760 (по состоянию на 1 мая 2014 года)”."""
        return f"{text} (по состоянию на {dates.of(day)})"

    def times(self, ratio: Amount) -> str:
        """“в 46 раз”, “в 1,7 раза”."""
        return f"в{NBSP}{self.amount(ratio)}{NBSP}{_counted(ratio, _TIMES)}"

    def multiple(self, multiple: Multiple, gender: str) -> str:
        """“вырос вдвое”, “снизилась более чем втрое”."""
        times = Amount(Decimal(multiple.times), 0, Unit(Dimension.RATIO))
        return multiples.multiple(
            multiple,
            lambda rise: _agreed(_ROSE if rise else _FELL, gender),
            _counted(times, _TIMES),
        )

    def record(self, high: bool, since: Period | None, stock: bool) -> str:
        """“наибольшее значение с 2008 года”, “рекорд”."""
        if since is None:
            return "рекордно высокое значение" if high else "рекордно низкое значение"
        return f"{'наибольшее' if high else 'наименьшее'} значение {self.since(since, stock)}"

    def of_years(self, years: int, high: bool) -> str:
        """«максимум за пять лет», «минимум за 12 лет»."""
        return f"{'максимум' if high else 'минимум'} за{NBSP}{dates.years(years)}"

    def since(self, period: Period, stock: bool) -> str:
        """“с 2008 года”."""
        when = dates.of(period)
        if stock and not period.is_range:
            return f"с{NBSP}конца {when}"
        return f"{_since(when)}{NBSP}{when}"

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

    def period(self, period: Period, short: bool = False) -> str:
        """“5 ноября 1921 года”, “январь–сентябрь 2025 года”; `short`: “5 нояб. 1921”."""
        return dates.period(period, short)

    def months(self, period: Period) -> str:
        """“янв.–сент.”."""
        return dates.months(period)

    def at(self, period: Period, stock: bool) -> str:
        """“в 2025 году”, “на конец 2012 года”."""
        return dates.at(period, stock)

    def of(self, period: Period) -> str:
        """“2025 года”."""
        return dates.of(period)

    def timed(self, period: Period, stock: bool, over: int = 0) -> tuple[str, str]:
        """“1,5 млрд долл. США в январе–сентябре 2025 года”."""
        when = self.run(over, period, inside=True) if over > 1 else dates.at(period, stock)
        return "", f" {when}"

    def run(self, count: int, last: Period, inside: bool) -> str:
        """«четыре квартала по II квартал 2025 года»; `inside`: «за четыре квартала …»."""
        return f"{f'за{NBSP}' if inside else ''}{dates.run(count, last)}"

    def country(self, code: str, label: str) -> str:
        """“Тринидад и Тобаго”."""
        if code == "WLD":
            return "Весь мир"
        known = names.cases().get(code)
        return known.nominative if known else label

    def short_country(self, code: str, name: str) -> str:
        """“США”, “ДР Конго”; else the name."""
        return names.SHORT_NAMES.get(code, name)

    def named(self, name: Named, role: Role, agreeing: frozenset[str] = frozenset()) -> str:
        """“с Россией”, “на Кубе”, “во Франции”."""
        if role is Role.ADJECTIVE:
            return adjectives.adjective(name, agreeing)
        return names.named(name, role)

    def _sized(self, amount: Amount, counted: bool) -> str:
        """The amount without its sign."""
        unit, digits = amount.unit, self.number(abs(amount.value), amount.decimals)
        if unit.dimension is Dimension.PER:
            return f"{self._sized(replace(amount, unit=unit.amount), True)} на {_each(unit)}"
        scaled = bool(unit.exponent and amount.value)
        head = f"{digits}{NBSP}{_SCALES[unit.exponent]}" if scaled else digits
        if unit.dimension is Dimension.MONEY:
            word = _currency(unit.code, 5) if scaled else _counted_currency(unit.code, amount)
            return f"{head}{NBSP}{word.replace(' ', NBSP)}"
        if unit.dimension is Dimension.EXCHANGE:
            price, priced = unit.currencies
            return f"{head}{NBSP}{_counted_currency(price, amount)} за 1 {_currency(priced, 1)}"
        if unit.dimension is Dimension.PERCENT:
            return f"{digits}{NBSP}%"
        if unit.dimension is Dimension.MEASURE:
            forms = _MEASURES[unit.code]
            return f"{head}{NBSP}{forms[2] if scaled else _counted(amount, forms)}"
        if unit.dimension in (Dimension.POINTS, Dimension.DAYS):
            forms = _POINTS if unit.dimension is Dimension.POINTS else _DAYS
            return f"{digits}{NBSP}{_counted(amount, forms)}"
        if counted and unit.dimension is Dimension.COUNT:
            return f"{head}{NBSP}{_noun(unit, 'many' if scaled else category(amount))}"
        return head


def _each(unit: Unit) -> str:
    """«человека», «тонну»: for each of it, in the accusative."""
    named = {"person": "человека", "tonne": "тонну"}.get(unit.each)
    return named or _MEASURES.get(unit.each, (unit.each,))[0]


def category(amount: Amount) -> str:
    """CLDR's plural category: 1, 21 one; 2–4, 22–24 few; 0, 5–20 many; fractions other."""
    if amount.decimals:
        return "other"
    whole = abs(int(amount.value))
    if whole % 10 == 1 and whole % 100 != 11:
        return "one"
    return "few" if whole % 10 in (2, 3, 4) and whole % 100 not in (12, 13, 14) else "many"


def _counted(amount: Amount, forms: tuple[str, ...]) -> str:
    found = forms[_CATEGORIES.index(category(amount))]
    # A bound governs the genitive: “менее 0,1 %”, “менее 1 дня”.
    return forms[3] if found == forms[0] and (amount.below or amount.bound) else found


def _noun(unit: Unit, kind: str) -> str:
    forms = unit.forms("ru")
    if forms:
        return forms.get(kind) or forms.get("many") or forms.get("other", unit.code)
    return _NOUNS.get(unit.code, unit.code)


def _agreed(forms: tuple[str, ...], gender: str) -> str:
    if gender not in _GENDERS:
        raise Unwritable(
            "a Russian verb agrees with its subject, whose gender is not known",
            "say it with the label: label: {ru: {text: Экспорт, gender: m}}; m, f, n or pl",
        )
    return forms[_GENDERS[gender]]


def _since(written: str) -> str:
    """“с”, before a number that begins with a hundred “со”: “со 175,1 млрд”."""
    lead = written.replace(NBSP, " ").split(" ")[0].split(",")[0]
    return "со" if len(lead) == 3 and lead.startswith("1") and lead.isdigit() else "с"


def _counted_currency(code: str, amount: Amount) -> str:
    if code in _CURRENCIES:
        return _CURRENCIES[code]
    number = Decimal("1.5") if amount.decimals else abs(amount.value)
    return _currency(code, number)


@cache
def _currency(code: str, count: int | Decimal) -> str:
    """A currency's word after a count, from CLDR; the dollar as the house writes it."""
    if code in _CURRENCIES:
        return _CURRENCIES[code]
    from babel.numbers import get_currency_name

    name = str(get_currency_name(code, count=count, locale="ru"))
    return name[:1].lower() + name[1:]
