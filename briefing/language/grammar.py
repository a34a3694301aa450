"""What a language must be able to say; one folder a language (`en/`) says it."""

import re
from decimal import Decimal
from typing import Protocol

from briefing.language.amount import Amount
from briefing.language.captions import Captions
from briefing.language.claims import Claims
from briefing.language.told import Form, Multiple, Named, Role, Told
from briefing.language.vocabulary import Vocabulary
from briefing.language.words import Words
from briefing.model import Period, Unit


class Grammar(Protocol):
    """The sentence parts of the product in one language.

    They get values, not texts, wherever one stands in a sentence: its case, its plural and its
    place are the grammar's. `gender` is that of the subject, as its label says (`m`, `f`, `n`,
    `pl`, empty where it says none); a language that needs it raises Unwritable without. A no-break
    space stands between a number and its unit, a day and its month.
    """

    @property
    def words(self) -> Words:
        """The fixed words."""

    @property
    def captions(self) -> Captions:
        """What stands around exhibits."""

    @property
    def held(self) -> re.Pattern[str]:
        """Spaces at which no line ends: behind an arrow, and where the language's own rules of
        setting say so (“в|России”, “Source|:”)."""

    @property
    def claims(self) -> Claims:
        """The words that claim something of a figure."""

    @property
    def vocabulary(self) -> Vocabulary:
        """The words by which a figure is told from a date, a name or a rank."""

    def number(self, value: Decimal, decimals: int) -> str:
        """Digits with the language's separators and a true minus: “−2,724.8”."""

    def digits(self, text: str) -> str:
        """A number as `number` writes it, as ASCII digits again; empty for a mark."""

    def amount(self, amount: Amount, counted: bool = False) -> str:
        """A value with its unit: “US$1.6 billion”; a count has its noun only when `counted`."""

    def counts(self, unit: Unit) -> bool:
        """Whether the language has the noun of what a unit counts."""

    def inflected(self, amount: Amount, role: str) -> str:
        """The amount in a case that the language marks on it: of, from, to, by, with, in, object.

        Raises Unwritable in a language that marks none.
        """

    def change(
        self, rise: bool, percent: Amount | None, amount: Amount, form: Form, gender: str
    ) -> str:
        """“a decrease of 2.7% or US$79 million”; a verb: “decreased by …”; no percentage: None."""

    def grown(
        self, ends: tuple[Told, Told], changed: tuple[Amount, Amount], form: Form, gender: str
    ) -> str:
        """“an increase from … to …”, of what grew tenfold and more; or, where the language says it
        better so, its percentage and amount, which `changed` are."""

    def widened(self, widens: bool, amount: Amount, form: Form, gender: str) -> str:
        """“a widening of the deficit by US$30 million”; a verb: “widened by …”."""

    def unchanged(self, form: Form, gender: str) -> str:
        """“unchanged”; as a verb: what the subject takes."""

    def balance(self, sign: int, amount: Amount) -> str:
        """“a deficit of US$2.7 billion”; sign 0: neither."""

    def points(self, rise: bool, amount: Amount) -> str:
        """“down 3.9 percentage points”."""

    def rank(self, place: int, tied: bool) -> str:
        """“2nd”, “joint 3rd”."""

    def largest(self, place: int, tied: bool) -> str:
        """“largest”, “joint third largest”."""

    def among(self, place: int, tied: bool, of: int, largest: bool) -> str:
        """“2nd of 14 listed”; `largest`: “second largest of 14 listed”."""

    def average(self, percent: Amount, years: Period | None) -> str:
        """“an average of 4.2% a year from 2014 to 2025”; None: without the years."""

    def course(self, earlier: Told, later: Told) -> str:
        """“from US$418 million in 2005 to US$2.8 billion in 2025”."""

    def as_of(self, text: str, day: Period) -> str:
        """“2,760 (as of 1 May 2014)”, of what may have changed since; `text` is a phrase that this
        grammar has written."""

    def times(self, ratio: Amount) -> str:
        """“46 times”."""

    def multiple(self, multiple: Multiple, gender: str) -> str:
        """“doubled”, “rose nearly tenfold”, “fell to less than a third”."""

    def record(self, high: bool, since: Period | None, stock: bool) -> str:
        """“the highest since 2008”; without a period “a record”, “a record low”."""

    def of_years(self, years: int, high: bool) -> str:
        """“a five-year high”: the highest, or the lowest, of the last so many years."""

    def since(self, period: Period, stock: bool) -> str:
        """“since 2008”; `stock`: “since the end of 2008”."""

    def unit(self, unit: Unit) -> str:
        """The unit by itself, for a subtitle: “US$ million”, “%”."""

    def period(self, period: Period, short: bool = False) -> str:
        """“5 November 1921”, “January–September 2025”, “2000–2013”; `short`: “5 Nov 1921”."""

    def months(self, period: Period) -> str:
        """The months of a part-year without the year: “Jan–Sept”."""

    def tick(self, period: Period, narrow: bool = False) -> str:
        """What an axis writes under a period whose year stands below: “Jan”, “Q3”, “5”; of a month,
        `narrow`: “J”."""

    def at(self, period: Period, stock: bool) -> str:
        """When something is: “in 2024”, “on 5 November 1921”; `stock`: “at the end of 2012”."""

    def of(self, period: Period) -> str:
        """Whose something is: “of 2024”."""

    def timed(self, period: Period, stock: bool, over: int = 0) -> tuple[str, str]:
        """What stands before and after a value that is of this period, “… in January–September
        2025”, or added up `over` so many, “… in the four quarters to Q2 2025”."""

    def run(self, count: int, last: Period, inside: bool) -> str:
        """So many periods up to one: “four quarters to Q2 2025”; `inside`: “in the four …”."""

    def country(self, code: str, label: str) -> str:
        """The name that running text has, by alpha-3 code and CLDR's label."""

    def short_country(self, code: str, name: str) -> str:
        """The name where room is scarce."""

    def named(self, name: Named, role: Role, agreeing: frozenset[str] = frozenset()) -> str:
        """The name with what its part in the sentence asks for: “the United States”, “to China”;
        as an adjective, with what it agrees with.

        Raises Unwritable for a name whose form nobody knows.
        """
