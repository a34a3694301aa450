"""What Russian says around exhibits."""

from collections.abc import Sequence

from msgspec import Struct

from briefing.language.amount import Amount
from briefing.language.captions import listed
from briefing.language.ru import dates
from briefing.language.ru.words import WORDS
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
from briefing.model import Number, Period, Status

_NBSP = "\u00a0"


class RussianCaptions(Struct, frozen=True):
    """Subtitles, notes and alternative text in Russian."""

    speech: Speech

    def subtitle(self, parts: Sequence[str], remarks: Sequence[str]) -> str:
        """“Товарооборот, млн долл. США, 2005–2025; 2025: предварительные данные”."""
        return "; ".join((", ".join(filter(None, parts)), *remarks))

    def with_unit(self, label: str, unit: str) -> str:
        """“Покрытие, %”."""
        return f"{label}, {unit}"

    def unless_stated(self, unit: str) -> str:
        """“млн долл. США, если не указано иное”."""
        return f"{unit}, если не указано иное"

    def has_status(self, when: str, status: Status) -> str:
        """“2025: предварительные данные”."""
        return f"{when}: {WORDS.marks[status]}"

    def partly(self, when: str) -> str:
        """“2023–2025 (частично)”."""
        return f"{when} (частично)"

    def instant(self, period: Period) -> str:
        """“на конец 2012 года”."""
        return dates.at(period, stock=True)

    def latest(self) -> str:
        """“последние имеющиеся данные”."""
        return "последние имеющиеся данные"

    def mark(self, mark: str, meaning: str) -> str:
        """“[p] предварительные данные.”"""
        return f"{mark} {meaning}."

    def part_year(self, period: Period) -> str:
        """“2025: январь–сентябрь.”"""
        return f"{period.end.year}: {dates.months(period, short=False)}."

    def listed(self, count: Counted, shown: int, subject: str) -> Pieces:
        """“Перечислено 14, показаны 6 крупнейших, а также Россия.”"""
        listed = worded("Перечислено {0}", count.pieces)
        if shown >= count.count:
            return (*listed, ".")
        one = shown % 10 == 1 and shown % 100 != 11
        largest = f"{shown}\u00a0крупнейший" if one else f"{shown}\u00a0крупнейших"
        if subject:
            return (*listed, f", показаны {largest}, а также {subject}.")
        return (*listed, f", {'показан' if one else 'показаны'} {largest}.")

    def about(self, label: str, text: Pieces) -> Pieces:
        """“Импорт: перечислено 14.”"""
        return (f"{label}: ", *going_on(text))

    def not_listed(self, name: str) -> str:
        """“Россия не указана.”: said without a verb that would have to agree."""
        return f"{name}: в перечне нет."

    def placed(self, name: str, rank: Ranked) -> str:
        """“Россия, 12-е место”."""
        return f"{name}, {self.speech.rank(rank.place, rank.tied)}"

    def legend(self, filled: str) -> str:
        """“Закрашенный знак: договор или декларация. Незакрашенный: другое событие”."""
        return f"Закрашенный знак: {filled}. Незакрашенный: другое событие"

    def not_to_scale(self) -> str:
        """“Интервалы не в масштабе.”"""
        return "Интервалы не в масштабе."

    def not_from_zero(self) -> str:
        """“Ось начинается не с нуля.”"""
        return "Ось начинается не с нуля."

    def own_scales(self) -> str:
        """“У каждого графика свой масштаб.”"""
        return "У каждого графика свой масштаб."

    def without(self, period: Period, times: str) -> str:
        """“Без 2016 года: масштаб увеличен примерно в 700 раз”."""
        return f"Без {dates.of(period)}: масштаб увеличен примерно {times}"

    def listing(self, labels: Sequence[str], more: int) -> str:
        """“Шерсть, Кашемир и еще 3”."""
        named = listed(labels)
        return f"{named} и\u00a0еще {more}" if more else named

    def markers(self, filled: str, ring: str) -> str:
        """“Точка: Монголия. Кружок: Россия.”"""
        return f"Точка: {filled}. Кружок: {ring}."

    def compared(self) -> tuple[str, str, str, str]:
        """“Показатель”, “Было”, “Стало”, “Разница”."""
        return "Показатель", "Было", "Стало", "Разница"

    def no_figure(self) -> str:
        """“Нет данных”."""
        return "Нет данных"

    def two(self, first: str, last: str) -> str:
        """“2014 и 2024”."""
        return f"{first} и\u00a0{last}"

    def off_map(self, names: Sequence[str]) -> str:
        """“На карте нет: Сингапур, Мальта.”"""
        return f"На карте нет: {', '.join(names)}."

    def boundaries(self) -> str:
        """“Границы не выражают официальной позиции. Контуры: Natural Earth.”"""
        return "Границы не выражают официальной позиции. Контуры: Natural Earth."

    def others(self) -> str:
        """“Прочие”."""
        return "Прочие"

    def cumulative(self) -> str:
        """“Потоки, сложенные за период; это не накопленный запас.”"""
        return "Потоки, сложенные за период; это не накопленный объем на дату."

    def of_the_listed(self, count: Counted) -> Pieces:
        """“Доли в сумме по 14 перечисленным.”"""
        return worded("Доли от суммы перечисленных (всего {0}).", count.pieces)

    def changed(self, movement: Movement) -> Pieces:
        """“На 2,7 % меньше, чем в 2024 году”, “Столько же, сколько в 2024 году”."""
        when = dates.at(movement.since)
        if movement.earlier is not None:
            earlier = piece(self.speech.amount(movement.earlier), movement.fact)
            return worded("Против {0} {1}", earlier, when)
        if movement.deficit and (movement.rise is None or movement.by is None):
            return (f"Дефицит почти как {when}",)
        if movement.deficit and movement.by is not None:
            by = piece(self.speech.amount(movement.by), movement.fact)
            more = "больше" if movement.rise else "меньше"
            return worded("Дефицит на {0} {1}, чем {2}", by, more, when)
        if movement.rise is None or movement.by is None:
            return (f"Столько же, сколько {when}",)
        size = self.speech.amount(movement.by)
        if movement.by.below:
            less = piece(f"менее чем на {size.removeprefix('менее ')}", movement.fact)
            word = "Рост" if movement.rise else "Снижение"
            return worded("{0} {1} по сравнению {2}", word, less, dates.since(movement.since))
        by = piece(size, movement.fact)
        return worded("На {0} {1}, чем {2}", by, "больше" if movement.rise else "меньше", when)

    def place(self, rank: Ranked) -> str:
        """“2-е место из 14 в перечне”."""
        return f"{self.speech.rank(rank.place, rank.tied)} из{_NBSP}{rank.of} в перечне"

    def of_total(self, share: Amount) -> str:
        """“2,3 % общего итога”."""
        return f"{self.speech.amount(share)} общего итога"

    def times(self, ratio: Amount, period: Period, *, deficit: bool) -> str:
        """“В 7 раз больше, чем в 2005 году”, “В 7 раз больше дефицита 2005 года”."""
        size = self.speech.times(ratio)
        less = f"дефицита {dates.of(period)}" if deficit else f", чем {dates.at(period)}"
        return f"{size[:1].upper()}{size[1:]} больше{' ' if deficit else ''}{less}"

    def age(self, years: int) -> str:
        """“Данным 13 лет”."""
        return f"Данным {years}{_NBSP}{_years(years)}"

    def tile(self, label: str, value: Told, movement: Movement | None) -> Pieces:
        """“Товарооборот: 2,8 млрд долл. США в 2025 году, на 2,7 % меньше, чем в 2024 году.”"""
        change = going_on(self.changed(movement)) if movement is not None else ()
        parts = joined(", ", (phrase(self.speech, value), change))
        return worded("{0}: {1}.", label, parts)

    def course(
        self, label: str, ends: Sequence[Told], highest: Told | None, lowest: Told | None
    ) -> Pieces:
        """“Импорт: 418 млн долл. США в 2005 году, …; наибольшее значение: …; наименьшее: ….”"""
        parts = [joined(", ", (phrase(self.speech, end) for end in ends))]
        if highest is not None:
            parts.append(("наибольшее значение: ", *phrase(self.speech, highest)))
        if lowest is not None:
            parts.append(("наименьшее значение: ", *phrase(self.speech, lowest)))
        return worded("{0}: {1}.", label, joined("; ", parts))

    def values(self, head: str, items: Sequence[tuple[str, Told]]) -> Pieces:
        """“2025: Китай — 4,7 млрд долл. США, Россия — 2,8 млрд долл. США.”"""
        listed = ((f"{name} — ", *alone(self.speech, value)) for name, value in items)
        return worded("{0}: {1}.", head, joined("; ", listed))

    def ranked(self, name: str, rank: Ranked) -> Pieces:
        """“Россия: второе место среди 14 перечисленных.”"""
        of = f" среди\u00a0{rank.of} перечисленных" if rank.of is not None else ""
        place = self.speech.rank(rank.place, rank.tied)
        return worded("{0}: {1}.", name, piece(f"{place}{of}", rank.fact))

    def own(self) -> str:
        """“Собственные данные”."""
        return "Собственные данные"

    def partners(self) -> str:
        """“Данные партнера”."""
        return "Данные партнера"

    def gap(self) -> str:
        """“Расхождение”."""
        return "Расхождение"

    def mirror_reasons(self) -> str:
        """The definition and the standard reasons (NUMBERS.md §2)."""
        return (
            "Расхождение: данные импортера минус данные экспортера; в процентах от среднего двух "
            "значений. Обычные причины: стоимостная оценка (СИФ и ФОБ), страна происхождения и "
            "страна последнего назначения, время учета, реэкспорт, пороги учета, "
            "конфиденциальность, валютные курсы."
        )

    def changes(self) -> tuple[str, str, str, str]:
        """The columns' heads."""
        return "Добавлено", "Пересмотрено", "Исправлено", "Без изменений"

    def none(self) -> str:
        """“Нет.”"""
        return "Нет."

    def added(self, label: str, period: str) -> str:
        """“Товарооборот, 2025.”"""
        return f"{self.with_unit(label, period) if period else label}."

    def unchanged(self, label: str, count: Counted) -> Pieces:
        """“Товарооборот: 12 значений.”"""
        return worded("{0}: {1} {2}.", label, count.pieces, _values(count.count))

    def more(self, label: str, count: Counted) -> Pieces:
        """“Товарооборот: еще 4 значения.”"""
        return worded("{0}: еще {1} {2}.", label, count.pieces, _values(count.count))

    def revised(
        self, label: str, unit: str, old: Number, new: Number, percent: Number | None
    ) -> Pieces:
        """“Импорт из России 2024, млн долл. США: было 2 824,8, стало 2 831,0 (+0,2 %).”"""
        head = self.with_unit(label, unit) if unit else label
        change = (" (", percent, ")") if percent else ()
        return (f"{head}: было ", old, ", стало ", new, *change, ".")

    def events(self, count: Counted, first: tuple[Period, str], last: tuple[Period, str]) -> Pieces:
        """“Событий: 8, с 5 ноября 1921 года (…) по 3 сентября 2019 года (…).”"""
        ends = [f"{dates.period(when, short=True)} ({title})" for when, title in (first, last)]
        span = ends[0] if count.count == 1 else " — ".join(ends)
        return worded("Событий: {0}; {1}.", count.pieces, span)


def _years(count: int) -> str:
    if count % 10 == 1 and count % 100 != 11:
        return "год"
    return "года" if count % 10 in (2, 3, 4) and count % 100 not in (12, 13, 14) else "лет"


def _values(count: int) -> str:
    if count % 10 == 1 and count % 100 != 11:
        return "значение"
    few = count % 10 in (2, 3, 4) and count % 100 not in (12, 13, 14)
    return "значения" if few else "значений"
