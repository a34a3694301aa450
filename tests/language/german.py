"""German, as far as tests need it: that another language is one folder and one line.

The words around exhibits are English; the sentence parts are German: the number before its unit,
scales that inflect by number, the verb “um”, ordinals with a point, prepositions by period.
"""

import re
from decimal import Decimal

from msgspec.structs import replace

from briefing.language.alike import holding
from briefing.language.amount import Amount
from briefing.language.captions import Captions
from briefing.language.claims import Claims
from briefing.language.en.captions import FORMS
from briefing.language.en.claims import CLAIMS
from briefing.language.en.vocabulary import VOCABULARY
from briefing.language.en.words import WORDS
from briefing.language.told import Form, Multiple, Named, Role, Told, told, uninflected
from briefing.language.vocabulary import Vocabulary
from briefing.language.words import Words
from briefing.model.period import Frequency, Period
from briefing.model.unit import Dimension, Unit

NBSP = "\u00a0"
_SCALES = {
    3: ("Tausend", "Tausend"),
    6: ("Million", "Millionen"),
    9: ("Milliarde", "Milliarden"),
    12: ("Billion", "Billionen"),
}
_CURRENCIES = {"USD": "US-Dollar", "EUR": "Euro", "GBP": "Pfund"}
_MONTHS = ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September"]
_MONTHS += ["Oktober", "November", "Dezember"]
_ORDINALS = ["", "zweit", "dritt", "viert", "fünft"]
_WITH_ARTICLE = {"Vereinigte Staaten": "die Vereinigten Staaten", "Schweiz": "die Schweiz"}


class German:
    """The grammar of German."""

    @property
    def words(self) -> Words:
        return replace(WORDS, source="Quelle", sources="Quellen", figure="Abbildung")

    @property
    def captions(self) -> Captions:
        return Captions(self, FORMS)

    @property
    def held(self) -> re.Pattern[str]:
        return holding()

    @property
    def claims(self) -> Claims:
        return replace(
            CLAIMS,
            deficits=("defizit",),
            surpluses=("überschuss",),
            rises=("stieg", "zunahme"),
            falls=("sank", "rückgang"),
            joins=("und", "aber", "während"),
        )

    @property
    def vocabulary(self) -> Vocabulary:
        return replace(VOCABULARY, months=frozenset(_MONTHS), ordinals=frozenset({"."}))

    def number(self, value: Decimal, decimals: int) -> str:
        text = f"{value:,.{decimals}f}".replace("-", "−")
        return text.translate(str.maketrans(",.", ".,"))

    def digits(self, text: str) -> str:
        if text.startswith("["):
            return ""
        return text.translate(str.maketrans({"−": "-", ".": None, ",": "."}))

    def amount(self, amount: Amount, counted: bool = False) -> str:
        size = self._sized(amount, counted)
        if amount.bound:
            return f"{'weniger' if amount.bound == '<' else 'mehr'} als {size}"
        if amount.below:
            return f"weniger als {size}"
        return f"−{size}" if amount.value < 0 else size

    def of_years(self, years: int, high: bool) -> str:
        return f"{'Höchst' if high else 'Tiefst'}stand seit {years} Jahren"

    def counts(self, unit: Unit) -> bool:
        return True

    def run(self, count: int, last: Period, inside: bool) -> str:
        return f"{count} Perioden bis {self.period(last)}"

    def inflected(self, amount: Amount, role: str) -> str:
        raise uninflected("German")

    def change(
        self, rise: bool, percent: Amount | None, amount: Amount, form: Form, gender: str
    ) -> str:
        parts = [self.amount(a, counted=True) for a in (percent, amount) if a is not None]
        size = f"um {' oder '.join(parts)}"
        if form is not Form.NOUN:
            return f"{'stieg' if rise else 'sank'} {size}"
        return f"{'eine Zunahme' if rise else 'ein Rückgang'} {size}"

    def grown(
        self, ends: tuple[Told, Told], changed: tuple[Amount, Amount], form: Form, gender: str
    ) -> str:
        return self.change(True, *changed, form, gender)

    def widened(self, widens: bool, amount: Amount, form: Form, gender: str) -> str:
        return self.change(widens, None, amount, form, gender)

    def unchanged(self, form: Form, gender: str) -> str:
        return "unverändert" if form is Form.NOUN else "blieb unverändert"

    def balance(self, sign: int, amount: Amount) -> str:
        if sign == 0:
            return "weder ein Überschuss noch ein Defizit"
        written = self.amount(amount, counted=True)
        return f"ein {'Überschuss' if sign > 0 else 'Defizit'} von {written}"

    def points(self, rise: bool, amount: Amount) -> str:
        return f"{self.amount(amount)} {'mehr' if rise else 'weniger'}"

    def rank(self, place: int, tied: bool) -> str:
        return f"gemeinsam {place}." if tied else f"{place}."

    def largest(self, place: int, tied: bool) -> str:
        word = f"{_ORDINALS[place - 1]}größter" if place <= len(_ORDINALS) else f"{place}.-größter"
        return f"gemeinsam {word}" if tied else word

    def among(self, place: int, tied: bool, of: int, largest: bool) -> str:
        rank = (self.largest if largest else self.rank)(place, tied)
        return f"{rank} von {of} aufgeführten"

    def average(self, percent: Amount, years: Period | None) -> str:
        text = f"durchschnittlich {self.amount(percent)} im Jahr"
        return f"{text} von {years.start.year} bis {years.end.year}" if years else text

    def course(self, earlier: Told, later: Told) -> str:
        return f"von {told(self, earlier)} auf {told(self, later)}"

    def as_of(self, text: str, day: Period) -> str:
        return f"{text} (Stand: {self.period(day)})"

    def times(self, ratio: Amount) -> str:
        return f"{self.amount(ratio)}{NBSP}Mal"

    def multiple(self, multiple: Multiple, gender: str) -> str:
        verb = "gestiegen" if multiple.rise else "gefallen"
        return f"auf das {multiple.times}-Fache {verb}"

    def record(self, high: bool, since: Period | None, stock: bool) -> str:
        level = "höchste" if high else "niedrigste"
        return f"der {level} Wert" + ("" if since is None else f" {self.since(since, stock)}")

    def since(self, period: Period, stock: bool) -> str:
        return f"seit {self.period(period)}"

    def unit(self, unit: Unit) -> str:
        if unit.dimension is Dimension.PERCENT:
            return "%"
        scale = _SCALES[unit.exponent][1] if unit.exponent else ""
        return f"{scale}{NBSP}{_CURRENCIES.get(unit.code, unit.code)}".strip()

    def period(self, period: Period, short: bool = False) -> str:
        if period.is_range:
            first, last = (Period(period.frequency, n, n) for n in (period.first, period.last))
            if period.is_part_year:
                return f"{_month(first)}–{self.period(last)}"
            return f"{self.period(first)}–{self.period(last)}"
        year = str(period.start.year)
        if period.frequency is Frequency.DAY:
            return f"{period.start.day}.{NBSP}{_month(period)} {year}"
        if period.frequency is Frequency.MONTH:
            return f"{_month(period)} {year}"
        quarter = f"{(period.start.month + 2) // 3}. Quartal {year}"
        return quarter if period.frequency is Frequency.QUARTER else year

    def months(self, period: Period) -> str:
        return f"{_MONTHS[period.start.month - 1]}–{_MONTHS[period.end.month - 1]}"

    def tick(self, period: Period, narrow: bool = False) -> str:
        month = _month(period)
        return month[:1] if narrow else month[:3]

    def at(self, period: Period, stock: bool) -> str:
        if stock:
            return f"Ende {self.period(period)}"
        before = {Frequency.DAY: "am", Frequency.YEAR: "im Jahr"}.get(period.frequency, "im")
        return f"{before} {self.period(period)}"

    def of(self, period: Period) -> str:
        return f"von {self.period(period)}"

    def timed(self, period: Period, stock: bool, over: int = 0) -> tuple[str, str]:
        if over > 1:
            return "", f" in {self.run(over, period, inside=True)}"
        return "", f" {self.at(period, stock)}"

    def country(self, code: str, label: str) -> str:
        return label

    def short_country(self, code: str, name: str) -> str:
        return name

    def named(self, name: Named, role: Role, agreeing: frozenset[str] = frozenset()) -> str:
        return _WITH_ARTICLE.get(name.name, name.name)

    def _sized(self, amount: Amount, counted: bool) -> str:
        unit, size = amount.unit, abs(amount.value)
        parts = [self.number(size, amount.decimals)]
        if unit.exponent:
            parts.append(_SCALES[unit.exponent][0 if size == 1 and not amount.decimals else 1])
        if unit.dimension is Dimension.MONEY:
            parts.append(_CURRENCIES.get(unit.code, unit.code))
        elif unit.dimension is Dimension.PERCENT:
            parts.append("%")
        elif unit.dimension is Dimension.POINTS:
            parts.append("Prozentpunkt" if size == 1 and not amount.decimals else "Prozentpunkte")
        elif unit.dimension is Dimension.DAYS:
            parts.append("Tag" if size == 1 else "Tage")
        elif unit.dimension is Dimension.MEASURE or counted:
            parts.append(unit.code)
        return NBSP.join(parts)


def _month(period: Period) -> str:
    return _MONTHS[period.start.month - 1]
