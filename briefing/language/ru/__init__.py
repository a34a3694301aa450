"""Russian: cases by the unit's word, verbs by the subject's gender, CLDR's separators."""

from decimal import Decimal

from briefing.language.alike import Alike, holding
from briefing.language.amount import Amount
from briefing.language.ru import adjectives, dates, multiples, names
from briefing.language.ru.amounts import NBSP, Amounts, form_for
from briefing.language.ru.captions import FORMS
from briefing.language.ru.claims import CLAIMS
from briefing.language.ru.vocabulary import VOCABULARY
from briefing.language.ru.words import WORDS
from briefing.language.told import Form, Multiple, Told, Unwritable, dated, plain
from briefing.model import Dimension, Period, Unit

_TIMES = ("раз", "раза", "раз", "раза")
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


class Russian(Amounts, Alike):
    """The grammar of Russian."""

    words = WORDS
    claims = CLAIMS
    vocabulary = VOCABULARY
    held = _HELD
    dates = dates
    names = names
    adjectives = adjectives
    forms = FORMS

    def change(
        self, rise: bool, percent: Amount | None, amount: Amount, form: Form, gender: str
    ) -> str:
        """“рост на 25,8 %, или на 48 млн долл. США”, “вырос на …”."""
        parts = [percent, amount] if percent else [amount]
        size = ", или ".join(self.by(part, counted=True) for part in parts)
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
        size = self.by(amount, counted=True)
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
        return f"{word} в размере {self.genitive(amount, counted=True)}"

    def points(self, rise: bool, amount: Amount) -> str:
        """“снижение на 3,9 процентного пункта”."""
        return f"{'рост' if rise else 'снижение'} {self.by(amount)}"

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
        text = f"в среднем {self.by(percent)} в год"
        return text if years is None else f"{text} {dates.at(years)}"

    def course(self, earlier: Told, later: Told) -> str:
        """“с 418 млн долл. США в 2005 году до 2,8 млрд долл. США в 2025 году”."""
        ends = [
            self.genitive(end.value) if isinstance(end.value, Amount) else plain(self, end.value)
            for end in (earlier, later)
        ]
        first, last = (
            text if end.period is None else dated(self, text, end.period, end.stock, end.over)
            for text, end in zip(ends, (earlier, later), strict=True)
        )
        return f"{_since(ends[0])} {first} до {last}"

    def as_of(self, text: str, day: Period) -> str:
        """“2 760 (по состоянию на 1 мая 2014 года)”."""
        return f"{text} (по состоянию на {dates.of(day)})"

    def times(self, ratio: Amount) -> str:
        """“в 46 раз”, “в 1,7 раза”."""
        return f"в{NBSP}{self.amount(ratio)}{NBSP}{form_for(ratio, _TIMES)}"

    def multiple(self, multiple: Multiple, gender: str) -> str:
        """“вырос вдвое”, “снизилась более чем втрое”."""
        times = Amount(Decimal(multiple.times), 0, Unit(Dimension.RATIO))
        return multiples.multiple(
            multiple,
            lambda rise: _agreed(_ROSE if rise else _FELL, gender),
            form_for(times, _TIMES),
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
        second = when.replace(NBSP, " ").startswith(("II ", "2 ", "2-й ", "2–"))
        return f"{'со' if second else _since(when)}{NBSP}{when}"

    def run(self, count: int, last: Period, inside: bool) -> str:
        """«четыре квартала по II квартал 2025 года»; `inside`: «за четыре квартала …»."""
        return f"{f'за{NBSP}' if inside else ''}{dates.run(count, last)}"

    def country(self, code: str, label: str) -> str:
        """“Тринидад и Тобаго”."""
        if code == "WLD":
            return "Весь мир"
        known = names.cases().get(code)
        return known.nominative if known else label


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
