"""English: British spelling and usage, the product's house style."""

from decimal import Decimal

from briefing.language.alike import Alike, holding
from briefing.language.amount import Amount
from briefing.language.en import adjectives, dates, multiples, names
from briefing.language.en.amounts import NBSP, Amounts
from briefing.language.en.captions import FORMS
from briefing.language.en.claims import CLAIMS
from briefing.language.en.vocabulary import VOCABULARY
from briefing.language.en.words import WORDS
from briefing.language.told import Form, Multiple, Told, told
from briefing.model import Period

_ORDINALS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
]

_HELD = holding()


class English(Amounts, Alike):
    """The grammar of English."""

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
        """“a decrease of 31.1% or £50 million”, “decreased by 31.1% or £50 million”."""
        parts = [percent, amount] if percent else [amount]
        size = " or ".join(self.amount(part, counted=True) for part in parts)
        if form is not Form.NOUN:
            return f"{'increased' if rise else 'decreased'} by {size}"
        return f"{'an increase' if rise else 'a decrease'} of {size}"

    def grown(
        self, ends: tuple[Told, Told], changed: tuple[Amount, Amount], form: Form, gender: str
    ) -> str:
        """“an increase from US$3 million to US$9.0 billion”, “increased from …”."""
        return f"{'an increase' if form is Form.NOUN else 'increased'} {self.course(*ends)}"

    def widened(self, widens: bool, amount: Amount, form: Form, gender: str) -> str:
        """“a widening of the deficit by US$30 million”, “widened by US$30 million”."""
        by = f"by {self.amount(amount, counted=True)}"
        if form is Form.NOUN:
            return f"a {'widening' if widens else 'narrowing'} of the deficit {by}"
        return f"{'widened' if widens else 'narrowed'} {by}"

    def unchanged(self, form: Form, gender: str) -> str:
        """“unchanged”, “remained unchanged”."""
        return "unchanged" if form is Form.NOUN else "remained unchanged"

    def balance(self, sign: int, amount: Amount) -> str:
        """“a deficit of US$2.7 billion”, “neither a surplus nor a deficit”."""
        if sign == 0:
            return "neither a surplus nor a deficit"
        return f"a {'surplus' if sign > 0 else 'deficit'} of {self.amount(amount, counted=True)}"

    def points(self, rise: bool, amount: Amount) -> str:
        """“down 3.9 percentage points”."""
        return f"{'up' if rise else 'down'} {self.amount(amount)}"

    def rank(self, place: int, tied: bool) -> str:
        """“2nd”, “joint 136th”."""
        return f"joint {_ordinal(place)}" if tied else _ordinal(place)

    def largest(self, place: int, tied: bool) -> str:
        """“largest”, “second largest”, “joint third largest”, “12th largest”."""
        joint = "joint " if tied else ""
        if place == 1:
            return f"{joint}largest"
        word = _ORDINALS[place - 1] if place <= len(_ORDINALS) else _ordinal(place)
        return f"{joint}{word} largest"

    def among(self, place: int, tied: bool, of: int, largest: bool) -> str:
        """“2nd of 14 listed”, “second largest of 14 listed”."""
        rank = (self.largest if largest else self.rank)(place, tied)
        return f"{rank} of {self.number(Decimal(of), 0)} listed"

    def average(self, percent: Amount, years: Period | None) -> str:
        """“an average of 4.2% a year from 2014 to 2025”."""
        text = f"an average of {self.amount(percent)} a year"
        if years is None:
            return text
        return f"{text} {self.course(Told(years.opening), Told(years.closing))}"

    def course(self, earlier: Told, later: Told) -> str:
        """“from US$418 million in 2005 to US$2.8 billion in 2025”."""
        return f"from {told(self, earlier)} to {told(self, later)}"

    def as_of(self, text: str, day: Period) -> str:
        """“2,760 (as of 1 May 2014)”."""
        return f"{text} (as of {dates.period(day)})"

    def times(self, ratio: Amount) -> str:
        """“46 times”."""
        return f"{self.amount(ratio)}{NBSP}times"

    def multiple(self, multiple: Multiple, gender: str) -> str:
        """“doubled”, “rose nearly tenfold”, “fell to less than a third”."""
        return multiples.multiple(multiple)

    def record(self, high: bool, since: Period | None, stock: bool) -> str:
        """“the highest since 2008”, “a record”."""
        if since is None:
            return "a record" if high else "a record low"
        return f"the {'highest' if high else 'lowest'} {self.since(since, stock)}"

    def of_years(self, years: int, high: bool) -> str:
        """“a five-year high”, “an 11-year low”."""
        return dates.of_years(years, "high" if high else "low")

    def since(self, period: Period, stock: bool) -> str:
        """“since 2008”."""
        end = "the end of " if stock and not period.is_range else ""
        return f"since {end}{dates.period(period)}"

    def run(self, count: int, last: Period, inside: bool) -> str:
        """“four quarters to Q2 2025”; `inside`: “in the four quarters to Q2 2025”."""
        return f"{'in the ' if inside else ''}{dates.run(count, last)}"

    def country(self, code: str, label: str) -> str:
        """“Trinidad and Tobago”."""
        return names.NAMES.get(code) or label.replace(" & ", " and ")


def _ordinal(place: int) -> str:
    if place % 100 in (11, 12, 13):
        return f"{place}th"
    return f"{place}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(place % 10, 'th') }"
