"""What Mongolian says around exhibits."""

from collections.abc import Sequence

from msgspec import Struct

from briefing.language.amount import Amount
from briefing.language.captions import listed
from briefing.language.mn import dates
from briefing.language.mn.words import WORDS
from briefing.language.told import (
    Counted,
    Movement,
    Pieces,
    Ranked,
    Speech,
    Told,
    alone,
    going_on,
    joined,
    phrase,
    piece,
    worded,
)
from briefing.language.unwritable import Unwritable
from briefing.model import Number, Period, Status


class MongolianCaptions(Struct, frozen=True):
    """Subtitles, notes and alternative text in Mongolian."""

    speech: Speech

    def subtitle(self, parts: Sequence[str], remarks: Sequence[str]) -> str:
        """“Худалдааны эргэлт, сая ам.доллар, 2005–2025; 2025: урьдчилсан дүн”."""
        return "; ".join((", ".join(filter(None, parts)), *remarks))

    def with_unit(self, label: str, unit: str) -> str:
        """“Хамралт, %”."""
        return f"{label}, {unit}"

    def unless_stated(self, unit: str) -> str:
        """“өөрөөр заагаагүй бол сая ам.доллар”."""
        return f"өөрөөр заагаагүй бол {unit}"

    def has_status(self, when: str, status: Status) -> str:
        """“2025: урьдчилсан дүн”."""
        return f"{when}: {WORDS.marks[status]}"

    def partly(self, when: str) -> str:
        """“2023–2025 (хэсэгчлэн)”."""
        return f"{when} (хэсэгчлэн)"

    def instant(self, period: Period) -> str:
        """“2012 оны эцэст”."""
        return dates.at(period, stock=True)

    def latest(self) -> str:
        """“байгаа хамгийн сүүлийн тоо”."""
        return "байгаа хамгийн сүүлийн тоо"

    def mark(self, mark: str, meaning: str) -> str:
        """“[p] урьдчилсан дүн.”"""
        return f"{mark} {meaning}."

    def part_year(self, period: Period) -> str:
        """“2025: 1–9 дүгээр сар.”"""
        return f"{period.end.year}: {dates.months(period, short=False)}."

    def listed(self, count: Counted, shown: int, subject: str) -> Pieces:
        """“Жагсаалтад 14; хамгийн том 6 болон ОХУ-ыг харуулав.”: no suffix on a name."""
        listed = worded("Жагсаалтад {0}", count.pieces)
        if shown >= count.count:
            return (*listed, ".")
        largest = f"хамгийн том {shown}" if shown > 1 else "хамгийн том нь"
        also = f", мөн {subject}" if subject else ""
        return (*listed, f"; үзүүлсэн нь: {largest}{also}.")

    def about(self, label: str, text: Pieces) -> Pieces:
        """“Импорт — жагсаалтад 14.”"""
        return (f"{label} — ", *going_on(text))

    def not_listed(self, name: str) -> str:
        """“ОХУ жагсаалтад байхгүй.”"""
        return f"{name} жагсаалтад байхгүй."

    def placed(self, name: str, rank: Ranked) -> str:
        """“ОХУ, 12-р байр”."""
        return f"{name}, {self.speech.rank(rank.place, rank.tied)}"

    def legend(self, filled: str) -> str:
        """“Дүүргэсэн тэмдэг: гэрээ, тунхаглал. Хоосон тэмдэг: бусад үйл явдал”."""
        return f"Дүүргэсэн тэмдэг: {filled}. Хоосон тэмдэг: бусад үйл явдал"

    def not_to_scale(self) -> str:
        """“Зай нь хугацаатай тэнцүү биш.”"""
        return "Хоорондын зай хугацааны урттай тэнцүү биш."

    def not_from_zero(self) -> str:
        """“Тэнхлэг тэгээс эхлээгүй.”"""
        return "Тэнхлэг тэгээс эхлээгүй."

    def own_scales(self) -> str:
        """“График бүр өөрийн масштабтай.”"""
        return "График бүр өөрийн масштабтай."

    def without(self, period: Period, times: str) -> str:
        """“2016 оны тоог оруулаагүй, масштабыг ойролцоогоор 700 дахин томруулсан”."""
        return f"{dates.of(period)} тоог оруулаагүй, масштабыг ойролцоогоор {times} томруулсан"

    def listing(self, labels: Sequence[str], more: int) -> str:
        """“Ноос, Ноолуур, өөр 3”."""
        named = listed(labels)
        return f"{named}, өөр {more}" if more else named

    def markers(self, filled: str, ring: str) -> str:
        """“Дүүргэсэн тэмдэг: Монгол. Хоосон тэмдэг: ОХУ.”"""
        return f"Дүүргэсэн тэмдэг: {filled}. Хоосон тэмдэг: {ring}."

    def compared(self) -> tuple[str, str, str, str]:
        """“Үзүүлэлт”, “Өмнө”, “Одоо”, “Зөрүү”."""
        return "Үзүүлэлт", "Өмнө", "Одоо", "Зөрүү"

    def no_figure(self) -> str:
        """“Тоо байхгүй”."""
        return "Тоо байхгүй"

    def two(self, first: str, last: str) -> str:
        """“2014, 2024”."""
        return f"{first}, {last}"

    def off_map(self, names: Sequence[str]) -> str:
        """“Газрын зурагт байхгүй: Сингапур, Мальта.”"""
        return f"Газрын зурагт байхгүй: {', '.join(names)}."

    def boundaries(self) -> str:
        """“Хил нь албан ёсны байр суурийг илэрхийлэхгүй. Зураглал: Natural Earth.”"""
        return "Хил нь албан ёсны байр суурийг илэрхийлэхгүй. Зураглал: Natural Earth."

    def others(self) -> str:
        """“Бусад”."""
        return "Бусад"

    def cumulative(self) -> str:
        """“Хугацааны урсгалын нийлбэр; үлдэгдэл биш.”"""
        return "Тухайн хугацааны урсгалын нийлбэр; үлдэгдэл биш."

    def of_the_listed(self, count: Counted) -> Pieces:
        """“Жагсаасан 14-ийн нийлбэрт эзлэх хувь.”"""
        return worded("Жагсаасан бүгдийн ({0}) нийлбэрт эзлэх хувь.", count.pieces)

    def changed(self, movement: Movement) -> Pieces:
        """“2024 оноос 2.7 хувиар буурсан”, “2024 оны түвшинд”."""
        if movement.earlier is not None:
            earlier = piece(self.speech.amount(movement.earlier), movement.fact)
            return worded("{0} {1} байсан", dates.at(movement.since), earlier)
        if movement.deficit and (movement.rise is None or movement.by is None):
            return (f"{dates.of(movement.since)} алдагдалтай ойролцоо",)
        if movement.deficit and movement.by is not None:
            by = piece(_by(self.speech, movement.by), movement.fact)
            how = "их" if movement.rise else "бага"
            return worded("Алдагдал {0} {1} {2}", dates.since(movement.since), by, how)
        if movement.rise is None or movement.by is None:
            return (f"{dates.of(movement.since)} түвшинд хэвээр",)
        by = piece(_by(self.speech, movement.by), movement.fact)
        rose = "өссөн" if movement.rise else "буурсан"
        return worded("{0} {1} {2}", dates.since(movement.since), by, rose)

    def place(self, rank: Ranked) -> str:
        """“Жагсаасан 14 дотор 2-р байр”."""
        return f"Жагсаасан {rank.of} дотор {self.speech.rank(rank.place, rank.tied)}"

    def of_total(self, share: Amount) -> str:
        """“Нийт дүнгийн 2.3 хувь”."""
        return f"Нийт дүнгийн {self.speech.amount(share)}"

    def times(self, ratio: Amount, period: Period, *, deficit: bool) -> str:
        """“2005 оны үеийнхээс 7 дахин их”."""
        than = "алдагдлаас" if deficit else "үеийнхээс"
        return f"{dates.of(period)} {than} {self.speech.times(ratio)} их"

    def age(self, years: int) -> str:
        """“13 жилийн өмнөх дүн”."""
        return f"{years} жилийн өмнөх дүн"

    def tile(self, label: str, value: Told, movement: Movement | None) -> Pieces:
        """“Худалдааны эргэлт: 2025 онд 2.8 тэрбум ам.доллар; 2024 оноос 2.7 хувиар буурсан.”"""
        change = going_on(self.changed(movement)) if movement is not None else ()
        parts = joined("; ", (phrase(self.speech, value), change))
        return worded("{0}: {1}.", label, parts)

    def course(
        self, label: str, ends: Sequence[Told], highest: Told | None, lowest: Told | None
    ) -> Pieces:
        """“Импорт: 2005 онд 418 сая ам.доллар, …; хамгийн их нь …; хамгийн бага нь ….”"""
        parts = [joined(", ", (phrase(self.speech, end) for end in ends))]
        if highest is not None:
            parts.append(("хамгийн их нь ", *phrase(self.speech, highest)))
        if lowest is not None:
            parts.append(("хамгийн бага нь ", *phrase(self.speech, lowest)))
        return worded("{0}: {1}.", label, joined("; ", parts))

    def values(self, head: str, items: Sequence[tuple[str, Told]]) -> Pieces:
        """“2025: БНХАУ 4.7 тэрбум ам.доллар, ОХУ 2.8 тэрбум ам.доллар.”"""
        listed = ((f"{name} ", *alone(self.speech, value)) for name, value in items)
        return worded("{0}: {1}.", head, joined(", ", listed))

    def ranked(self, name: str, rank: Ranked) -> Pieces:
        """“ОХУ: жагсаасан 14 түншийн дотор 2-р байр.”"""
        among = f"жагсаасан {rank.of} түншийн дотор " if rank.of is not None else ""
        place = self.speech.rank(rank.place, rank.tied)
        return worded("{0}: {1}.", name, piece(f"{among}{place}", rank.fact))

    def own(self) -> str:
        """“Өөрийн тоо”."""
        return "Өөрийн тоо"

    def partners(self) -> str:
        """“Түншийн тоо”."""
        return "Түншийн тоо"

    def gap(self) -> str:
        """“Зөрүү”."""
        return "Зөрүү"

    def mirror_reasons(self) -> str:
        """The definition and the standard reasons (NUMBERS.md §2)."""
        return (
            "Зөрүү: импортлогчийн тооноос экспортлогчийн тоог хассан нь; хувиар илэрхийлэхдээ хоёр "
            "тооны дунджид харьцуулсан. Ердийн шалтгаан: үнэлгээ (СИФ ба ФОБ), гарал үүслийн улс "
            "ба сүүлчийн очих улс, бүртгэсэн хугацаа, реэкспорт, бүртгэлийн доод хэмжээ, нууцлал, "
            "валютын ханш."
        )

    def changes(self) -> tuple[str, str, str, str]:
        """The columns' heads."""
        return "Нэмсэн", "Шинэчилсэн", "Зассан", "Хэвээр"

    def none(self) -> str:
        """“Байхгүй.”"""
        return "Байхгүй."

    def added(self, label: str, period: str) -> str:
        """“Худалдааны эргэлт, 2025.”"""
        return f"{self.with_unit(label, period) if period else label}."

    def unchanged(self, label: str, count: Counted) -> Pieces:
        """“Худалдааны эргэлт: 12 тоо.”"""
        return worded("{0}: {1} тоо.", label, count.pieces)

    def more(self, label: str, count: Counted) -> Pieces:
        """“Худалдааны эргэлт: өөр 4 тоо.”"""
        return worded("{0}: өөр {1} тоо.", label, count.pieces)

    def revised(
        self, label: str, unit: str, old: Number, new: Number, percent: Number | None
    ) -> Pieces:
        """“ОХУ-аас оруулсан импорт 2024, сая ам.доллар: 2,824.8 байсан, одоо 2,831.0 (+0.2%).”"""
        head = self.with_unit(label, unit) if unit else label
        change = (" (", percent, ")") if percent else ()
        return (f"{head}: ", old, " байсан, одоо ", new, *change, ".")

    def events(self, count: Counted, first: tuple[Period, str], last: tuple[Period, str]) -> Pieces:
        """“8 үйл явдал: 1921.11.05 (…) – 2019.09.03 (…).”"""
        ends = [f"{dates.period(when, short=True)} ({title})" for when, title in (first, last)]
        span = ends[0] if count.count == 1 else " – ".join(ends)
        return worded("{0} үйл явдал: {1}.", count.pieces, span)


def _by(speech: Speech, amount: Amount) -> str:
    """By how much, in the instrumental; where no table has the unit's, its plain form with
    “хэмжээгээр” (by the extent of)."""
    if amount.below or amount.bound:
        return f"{speech.amount(amount)} хэмжээгээр"
    try:
        return speech.inflected(amount, "by")
    except Unwritable:
        return f"{speech.amount(amount)} хэмжээгээр"
