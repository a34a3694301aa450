"""French: narrow no-break spaces, “million” with “de”, articles that elide and contract."""

from decimal import Decimal

from briefing.language.alike import Alike, holding
from briefing.language.amount import Amount
from briefing.language.fr import adjectives, dates, multiples, names
from briefing.language.fr.amounts import NBSP, Amounts
from briefing.language.fr.captions import FORMS
from briefing.language.fr.claims import CLAIMS
from briefing.language.fr.vocabulary import VOCABULARY
from briefing.language.fr.words import WORDS
from briefing.language.told import Form, Multiple, Told, told
from briefing.model import Frequency, Period

_PLACES = (
    *("premier", "deuxième", "troisième", "quatrième", "cinquième", "sixième", "septième"),
    *("huitième", "neuvième", "dixième"),
)

# The Imprimerie nationale: no line begins with a sign of two parts, nor ends behind a guillemet.
_HELD = holding(
    "[ ](?=[:;!?»%€])",
    "(?<=«)[ ]",
    r"(?<=nº)[ ](?=\d)",
)


class French(Amounts, Alike):
    """The grammar of French."""

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
        """“une baisse de 31,1 % ou 50 millions de livres”, “a diminué de …”."""
        parts = [percent, amount] if percent else [amount]
        size = ", soit ".join(self.amount(part, counted=True) for part in parts)
        if form is Form.NOUN:
            return f"une {'hausse' if rise else 'baisse'} de {size}"
        return f"{_have(gender)} {'augmenté' if rise else 'diminué'} de {size}"

    def grown(
        self, ends: tuple[Told, Told], changed: tuple[Amount, Amount], form: Form, gender: str
    ) -> str:
        """“une hausse de 3 millions de dollars à 9,0 milliards de dollars”, “a augmenté de …”."""
        rise = "une hausse" if form is Form.NOUN else f"{_have(gender)} augmenté"
        return f"{rise} {self.course(*ends)}"

    def widened(self, widens: bool, amount: Amount, form: Form, gender: str) -> str:
        """“un creusement du déficit de 30 millions de dollars”, “a vu son déficit se creuser …”."""
        size = f"de {self.amount(amount, counted=True)}"
        if form is Form.NOUN:
            return f"{'un creusement' if widens else 'une réduction'} du déficit {size}"
        theirs = "leur" if gender == "pl" else "son"
        moved = "creuser" if widens else "réduire"
        return f"{_have(gender)} vu {theirs} déficit se {moved} {size}"

    def unchanged(self, form: Form, gender: str) -> str:
        """“sans changement”, “n’a pas changé”."""
        if form is Form.NOUN:
            return "sans changement"
        return "n’ont pas changé" if gender == "pl" else "n’a pas changé"

    def balance(self, sign: int, amount: Amount) -> str:
        """“un déficit de 2,7 milliards de dollars”, “ni excédent ni déficit”."""
        if sign == 0:
            return "ni excédent ni déficit"
        word = "excédent" if sign > 0 else "déficit"
        return f"un {word} de {self.amount(amount, counted=True)}"

    def points(self, rise: bool, amount: Amount) -> str:
        """“en baisse de 3,9 points de pourcentage”."""
        return f"en {'hausse' if rise else 'baisse'} de {self.amount(amount)}"

    def rank(self, place: int, tied: bool) -> str:
        """“2e”, “2e ex æquo”."""
        return f"{place}{'er' if place == 1 else 'e'}" + (f"{NBSP}ex æquo" if tied else "")

    def largest(self, place: int, tied: bool) -> str:
        """“premier”, “deuxième”, “12e”."""
        word = _PLACES[place - 1] if place <= len(_PLACES) else f"{place}e"
        return word + (f"{NBSP}ex æquo" if tied else "")

    def among(self, place: int, tied: bool, of: int, largest: bool) -> str:
        """“2e sur 14”."""
        written = (self.largest if largest else self.rank)(place, tied)
        return f"{written} sur {self.number(Decimal(of), 0)}"

    def average(self, percent: Amount, years: Period | None) -> str:
        """“en moyenne de 4,2 % par an de 2014 à 2025”."""
        text = f"en moyenne de {self.amount(percent)} par an"
        return text if years is None else f"{text} de {years.start.year} à {years.end.year}"

    def course(self, earlier: Told, later: Told) -> str:
        """“de 418 millions de dollars en 2005 à 2,8 milliards de dollars en 2025”."""
        return f"de {told(self, earlier)} à {told(self, later)}"

    def as_of(self, text: str, day: Period) -> str:
        """“2 760 (au 1er mai 2014)”."""
        return f"{text} (au {dates.period(day)})"

    def times(self, ratio: Amount) -> str:
        """“46 fois”."""
        return f"{self.amount(ratio)}{NBSP}fois"

    def multiple(self, multiple: Multiple, gender: str) -> str:
        """“a doublé”, “a augmenté d’un facteur de près de 10”."""
        return multiples.multiple(multiple, _have(gender))

    def record(self, high: bool, since: Period | None, stock: bool) -> str:
        """“le plus haut niveau depuis 2008”, “un record”."""
        if since is None:
            return "un record" if high else "un record à la baisse"
        return f"le plus {'haut' if high else 'bas'} niveau {self.since(since, stock)}"

    def of_years(self, years: int, high: bool) -> str:
        """“un plus haut de cinq ans”."""
        return f"un plus {'haut' if high else 'bas'} de {dates.counted(years)}{NBSP}ans"

    def since(self, period: Period, stock: bool) -> str:
        """“depuis 2008”."""
        if stock and not period.is_range:
            return f"depuis la fin {dates.of(period)}"
        of_years = period.frequency in (Frequency.YEAR, Frequency.MONTH)
        if dates.several(period):
            return f"depuis les {dates.period(period)}"
        if of_years or period.is_range:
            return f"depuis {dates.period(period)}"
        the = "la" if period.frequency is Frequency.WEEK else "le"
        return f"depuis {the} {dates.period(period)}"

    def run(self, count: int, last: Period, inside: bool) -> str:
        """“quatre trimestres jusqu’au 2e trimestre 2025”; `inside`: “au cours des quatre …”."""
        return f"{'au cours des ' if inside else ''}{dates.run(count, last)}"

    def country(self, code: str, label: str) -> str:
        """“Trinité-et-Tobago”."""
        return names.NAMES.get(code, label)


def _have(gender: str) -> str:
    """“a”, of a plural subject “ont”."""
    return "ont" if gender == "pl" else "a"
