"""French: narrow no-break spaces, “million” with “de”, articles that elide and contract."""

import re
from decimal import Decimal
from functools import cache

from msgspec.structs import replace

from briefing.language.amount import Amount
from briefing.language.claims import Claims
from briefing.language.fr import adjectives, dates, multiples, names
from briefing.language.fr.captions import FrenchCaptions
from briefing.language.fr.claims import CLAIMS
from briefing.language.fr.vocabulary import VOCABULARY
from briefing.language.fr.words import WORDS
from briefing.language.holding import holding
from briefing.language.multiple import Multiple
from briefing.language.role import Named, Role
from briefing.language.told import Form, Told, told
from briefing.language.unwritable import uninflected
from briefing.language.vocabulary import Vocabulary
from briefing.language.words import Words
from briefing.model import Dimension, Frequency, Period, Unit

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
_PLACES = (
    *("premier", "deuxième", "troisième", "quatrième", "cinquième", "sixième", "septième"),
    *("huitième", "neuvième", "dixième"),
)
# The verb and the noun of a change; “a augmenté” agrees with no subject.
_MOVES = {
    (True, Form.NOUN): "une hausse de",
    (False, Form.NOUN): "une baisse de",
    (True, Form.VERB): "a augmenté de",
    (False, Form.VERB): "a diminué de",
}

# The Imprimerie nationale: no line begins with a sign of two parts, nor ends behind a guillemet.
_HELD = holding(
    "[ ](?=[:;!?»%€])",
    "(?<=«)[ ]",
    r"(?<=nº)[ ](?=\d)",
)


_PERSONS = ("persons", "person")


class French:
    """The grammar of French."""

    @property
    def words(self) -> Words:
        """The fixed words."""
        return WORDS

    @property
    def captions(self) -> FrenchCaptions:
        """What stands around exhibits."""
        return FrenchCaptions(self)

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

    def change(
        self, rise: bool, percent: Amount | None, amount: Amount, form: Form, gender: str
    ) -> str:
        """“une baisse de 31,1 % ou 50 millions de livres”, “a diminué de …”."""
        parts = [percent, amount] if percent else [amount]
        size = ", soit ".join(self.amount(part, counted=True) for part in parts)
        return f"{_MOVES[rise, Form.NOUN if form is Form.NOUN else Form.VERB]} {size}"

    def grown(
        self, ends: tuple[Told, Told], changed: tuple[Amount, Amount], form: Form, gender: str
    ) -> str:
        """“une hausse de 3 millions de dollars à 9,0 milliards de dollars”, “a augmenté de …”."""
        return f"{'une hausse' if form is Form.NOUN else 'a augmenté'} {self.course(*ends)}"

    def widened(self, widens: bool, amount: Amount, form: Form, gender: str) -> str:
        """“un creusement du déficit de 30 millions de dollars”, “a vu son déficit se creuser …”."""
        size = f"de {self.amount(amount, counted=True)}"
        if form is Form.NOUN:
            return f"{'un creusement' if widens else 'une réduction'} du déficit {size}"
        return f"a vu son déficit se {'creuser' if widens else 'réduire'} {size}"

    def unchanged(self, form: Form, gender: str) -> str:
        """“sans changement”, “n’a pas changé”."""
        return "sans changement" if form is Form.NOUN else "n’a pas changé"

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
        return multiples.multiple(multiple)

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
        named = not of_years and not period.is_range
        return f"depuis {'le ' if named else ''}{dates.period(period)}"

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

    def period(self, period: Period, short: bool = False) -> str:
        """“5 novembre 1921”, “janvier-septembre 2025”; `short`: “5 nov. 1921”."""
        return dates.period(period, short)

    def months(self, period: Period) -> str:
        """“janv.-sept.”."""
        return dates.months(period)

    def at(self, period: Period, stock: bool) -> str:
        """“en 2025”, “fin 2012”."""
        return dates.at(period, stock)

    def of(self, period: Period) -> str:
        """“de 2025”."""
        return dates.of(period)

    def timed(self, period: Period, stock: bool, over: int = 0) -> tuple[str, str]:
        """“1,5 milliard de dollars en janvier-septembre 2025”."""
        when = self.run(over, period, inside=True) if over > 1 else dates.at(period, stock)
        return "", f" {when}"

    def run(self, count: int, last: Period, inside: bool) -> str:
        """“quatre trimestres jusqu’au 2e trimestre 2025”; `inside`: “au cours des quatre …”."""
        return f"{'au cours des ' if inside else ''}{dates.run(count, last)}"

    def country(self, code: str, label: str) -> str:
        """“Trinité-et-Tobago”."""
        return names.NAMES.get(code, label)

    def short_country(self, code: str, name: str) -> str:
        """“RD Congo”; else the name."""
        return names.SHORT_NAMES.get(code, name)

    def named(self, name: Named, role: Role, agreeing: frozenset[str] = frozenset()) -> str:
        """“de l’Italie”, “du Japon”, “aux États-Unis”."""
        if role is Role.ADJECTIVE:
            return adjectives.adjective(name, agreeing)
        return names.named(name, role)

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
