"""Mongolian in Cyrillic: the verb last, the suffix on the last word of an amount, by tables."""

from decimal import Decimal

from briefing.language.alike import Alike, holding
from briefing.language.amount import Amount
from briefing.language.mn import adjectives, dates, multiples, names
from briefing.language.mn.amounts import NBSP, Amounts, no_suffix
from briefing.language.mn.captions import FORMS
from briefing.language.mn.claims import CLAIMS
from briefing.language.mn.forms import Case
from briefing.language.mn.vocabulary import VOCABULARY
from briefing.language.mn.words import WORDS
from briefing.language.told import Form, Multiple, Told, plain
from briefing.model import Period

_PLACES = {
    2: "хоёр дахь",
    3: "гурав дахь",
    4: "дөрөв дэх",
    5: "тав дахь",
    6: "зургаа дахь",
    7: "долоо дахь",
    8: "найм дахь",
    9: "ес дэх",
    10: "арав дахь",
}
_VERBS = {
    (Form.VERB, True): "өссөн",
    (Form.VERB, False): "буурсан",
    (Form.THEN, True): "өсөж",
    (Form.THEN, False): "буурч",
}

# No number stands without the word that it counts or that its suffix hangs on.
_HELD = holding(
    r"(?<=\d)[ ](?=[а-яёөү])",
    r"(?<=№)[ ](?=\d)",
)


class Mongolian(Amounts, Alike):
    """The grammar of Mongolian."""

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
        """“48 сая фунт буюу 25.8 хувийн өсөлт”, “2.7 хувиар буюу 79 сая ам.доллараар буурсан”."""
        if form is Form.NOUN:
            sizes = [self._genitive(part) for part in ([percent] if percent else [amount])]
            return f"{sizes[0]} {'өсөлт' if rise else 'бууралт'}"
        by = self._by(amount)
        if percent is None:
            if by is None:
                raise no_suffix(amount.unit)
            return f"{by} {_VERBS[form, rise]}"
        share = self._by(percent)
        both = f"{share} буюу {by}" if by else f"{share} ({self._plain(amount, counted=True)})"
        return f"{both} {_VERBS[form, rise]}"

    def grown(
        self, ends: tuple[Told, Told], changed: tuple[Amount, Amount], form: Form, gender: str
    ) -> str:
        """“3 сая ам.доллараас 9.0 тэрбум ам.доллар хүртэл өссөн”; both values where
        no table has the case."""
        first, last = (end.value for end in ends)
        if not isinstance(first, Amount) or not isinstance(last, Amount) or first.below:
            return self.course(*ends)
        start = self._cased(first, Case.ABLATIVE, counted=True)
        if start is None:
            return self.course(*ends)
        end = self._plain(last, counted=True)
        if form is Form.NOUN:
            return f"{start} {end} хүртэлх өсөлт"
        return f"{start} {end} хүртэл {_VERBS[form, True]}"

    def widened(self, widens: bool, amount: Amount, form: Form, gender: str) -> str:
        """“алдагдлын 30 сая ам.долларын өсөлт”, “алдагдал нь 30 сая ам.доллараар өссөн”."""
        told = self.change(widens, None, amount, form, gender)
        return f"алдагдлын {told}" if form is Form.NOUN else f"алдагдал нь {told}"

    def unchanged(self, form: Form, gender: str) -> str:
        """“өөрчлөлтгүй”, “өөрчлөгдөөгүй”."""
        if form is Form.THEN:
            return "өөрчлөгдөлгүй"
        return "өөрчлөлтгүй" if form is Form.NOUN else "өөрчлөгдөөгүй"

    def balance(self, sign: int, amount: Amount) -> str:
        """“2.7 тэрбум ам.долларын алдагдал”, “тэнцвэртэй тэнцэл”."""
        if sign == 0:
            return "тэнцвэртэй тэнцэл"
        return f"{self._genitive(amount)} {'ашиг' if sign > 0 else 'алдагдал'}"

    def points(self, rise: bool, amount: Amount) -> str:
        """“3.9 нэгж хувийн бууралт”."""
        return f"{self._genitive(amount)} {'өсөлт' if rise else 'бууралт'}"

    def rank(self, place: int, tied: bool) -> str:
        """“2-р байр”, “2-р байр (хуваасан)”."""
        return f"{place}-р{NBSP}байр" + (" (хуваасан)" if tied else "")

    def largest(self, place: int, tied: bool) -> str:
        """“хамгийн том”, “хоёр дахь том”."""
        word = "хамгийн" if place == 1 else _PLACES.get(place) or dates.ordinal(place)
        return f"{word} том" + (" (байр хуваасан)" if tied else "")

    def among(self, place: int, tied: bool, of: int, largest: bool) -> str:
        """“жагсаасан 14 түншийн дотор 2-р байр”."""
        written = (self.largest if largest else self.rank)(place, tied)
        return f"жагсаасан {self.number(Decimal(of), 0)}{NBSP}түншийн дотор {written}"

    def average(self, percent: Amount, years: Period | None) -> str:
        """“2014–2025 онд жилд дунджаар 4.2 хувиар”."""
        text = f"жилд дунджаар {self._cased(percent, Case.INSTRUMENTAL)}"
        return text if years is None else f"{dates.at(years)} {text}"

    def course(self, earlier: Told, later: Told) -> str:
        """“2005 онд 418 сая ам.доллар байсан бол 2025 онд 2.8 тэрбум ам.доллар болсон”."""
        ends = [
            plain(self, end.value)
            if end.period is None
            else f"{dates.at(end.period, end.stock)} {plain(self, end.value)}"
            for end in (earlier, later)
        ]
        if earlier.period is None:
            return f"өмнө нь {ends[0]} байсан бол {ends[1]} болсон"
        return f"{ends[0]} байсан бол {ends[1]} болсон"

    def as_of(self, text: str, day: Period) -> str:
        """“2,760 (2014 оны 5 дугаар сарын 1-ний байдлаар)”."""
        return f"{text} ({dates.of(day)} байдлаар)"

    def times(self, ratio: Amount) -> str:
        """“46 дахин”."""
        return f"{self.amount(ratio)}{NBSP}дахин"

    def multiple(self, multiple: Multiple, gender: str) -> str:
        """“хоёр дахин өссөн”, “гурав дахинаас илүү буурсан”."""
        return multiples.multiple(multiple)

    def record(self, high: bool, since: Period | None, stock: bool) -> str:
        """“2008 оноос хойших хамгийн өндөр үзүүлэлт”."""
        best = "өндөр" if high else "доод"
        if since is None:
            return f"түүхэн дэх хамгийн {best} үзүүлэлт"
        return f"{self.since(since, stock)} хойших хамгийн {best} үзүүлэлт"

    def of_years(self, years: int, high: bool) -> str:
        """“сүүлийн таван жилийн хамгийн өндөр үзүүлэлт”."""
        best = "өндөр" if high else "доод"
        return f"сүүлийн {dates.counted(years)}{NBSP}жилийн хамгийн {best} үзүүлэлт"

    def since(self, period: Period, stock: bool) -> str:
        """“2008 оноос”."""
        return dates.since(period, stock)

    def timed(self, period: Period, stock: bool, over: int = 0) -> tuple[str, str]:
        """“2025 оны 1–9 дүгээр сард 1.5 тэрбум ам.доллар”."""
        when = dates.run(over, period, inside=True) if over > 1 else dates.at(period, stock)
        return f"{when} ", ""

    def run(self, count: int, last: Period, inside: bool) -> str:
        """“2025 оны II улирал хүртэлх дөрвөн улирал”; `inside`: “… дөрвөн улиралд”."""
        return dates.run(count, last, inside)

    def country(self, code: str, label: str) -> str:
        """“Япон”, “ОХУ”."""
        return names.NAMES.get(code, label)

    def _by(self, amount: Amount) -> str | None:
        """“2.7 хувиар”, “0.1 хувиас бага хэмжээгээр”; None where no table has the case."""
        if amount.below or amount.bound:
            return f"{self.amount(amount, counted=True)} хэмжээгээр"
        return self._cased(amount, Case.INSTRUMENTAL, counted=True)

    def _genitive(self, amount: Amount) -> str:
        if amount.below or amount.bound:
            return self.amount(amount, counted=True)
        written = self._cased(amount, Case.GENITIVE, counted=True)
        return written if written is not None else f"{self._plain(amount, True)} хэмжээний"
