"""What Russian says around exhibits."""

from briefing.language.amount import Amount
from briefing.language.forms import Forms
from briefing.language.ru import dates
from briefing.language.ru.words import WORDS
from briefing.language.told import Speech


def _by(speech: Speech, amount: Amount) -> str:
    """By how much; less than is printed is said before “на”, not behind it."""
    written = speech.amount(amount)
    return f"менее чем на {written.removeprefix('менее ')}" if amount.below else written


FORMS = Forms(
    marks=WORDS.marks,
    number=dates.number,
    whens={
        "months": lambda period: dates.months(period, short=False),
        "at": dates.at,
        "at_end": lambda period: dates.at(period, stock=True),
        "of": dates.of,
        "with": dates.since,
        "short": lambda period: dates.period(period, short=True),
    },
    by=_by,
    items="; ",
    unless_stated="{unit}, если не указано иное",
    has_status="{when}: {mark}",
    partly="{when} (частично)",
    instant="{at_end}",
    latest="последние имеющиеся данные",
    without="Без {of}: масштаб увеличен примерно {times}",
    two="{first} и\u00a0{last}",
    more_labels=("{names} и\u00a0еще {more}",),
    legend="Закрашенный знак: {filled}. Незакрашенный: другое событие",
    markers="Точка: {filled}. Кружок: {ring}.",
    no_figure="Нет данных",
    others="Прочие",
    own="Собственные данные",
    partners="Данные партнера",
    gap="Расхождение",
    listed=("Перечислено {count}",),
    largest_shown=(
        ", показан {shown}\u00a0крупнейший.",
        ", показаны {shown}\u00a0крупнейших.",
    ),
    subject_shown=(
        ", показаны {shown}\u00a0крупнейший, а также {subject}.",
        ", показаны {shown}\u00a0крупнейших, а также {subject}.",
    ),
    about="{label}: {text}",
    # Without a verb that would have to agree.
    not_listed="{name}: в перечне нет.",
    not_to_scale="Интервалы не в масштабе.",
    not_from_zero="Ось начинается не с нуля.",
    own_scales="У каждого графика свой масштаб.",
    off_map="На карте нет: {names}.",
    boundaries="Границы не выражают официальной позиции. Контуры: Natural Earth.",
    cumulative="Потоки, сложенные за период; это не накопленный объем на дату.",
    of_the_listed="Доли от суммы перечисленных (всего {count}).",
    # The definition and the standard reasons (NUMBERS.md §2).
    mirror_reasons=(
        "Расхождение: данные импортера минус данные экспортера; в процентах от среднего двух "
        "значений. Обычные причины: стоимостная оценка (СИФ и ФОБ), страна происхождения и "
        "страна последнего назначения, время учета, реэкспорт, пороги учета, "
        "конфиденциальность, валютные курсы."
    ),
    moved={
        "up": "На {by} больше, чем {at}",
        "up, hardly": "Рост {by} по сравнению {with}",
        "down": "На {by} меньше, чем {at}",
        "down, hardly": "Снижение {by} по сравнению {with}",
        "level": "Столько же, сколько {at}",
        "after": "Против {value} {at}",
        "deficit up": "Дефицит на {by} больше, чем {at}",
        "deficit up, hardly": "Дефицит {by} больше, чем {at}",
        "deficit down": "Дефицит на {by} меньше, чем {at}",
        "deficit down, hardly": "Дефицит {by} меньше, чем {at}",
        "deficit level": "Дефицит почти как {at}",
    },
    place=("{rank} из\u00a0{of} в перечне",),
    place_tied=("{rank} из\u00a0{of} в перечне",),
    of_total="{share} общего итога",
    times="{Times} больше, чем {at}",
    times_deficit="{Times} больше дефицита {of}",
    age=(
        "Данным {years}\u00a0год",
        "Данным {years}\u00a0года",
        "Данным {years}\u00a0лет",
    ),
    highest="наибольшее значение: {value}",
    lowest="наименьшее значение: {value}",
    value="{name} — {value}",
    ranked="{name}: {place}.",
    rank="{rank}",
    rank_of="{rank} среди\u00a0{of} перечисленных",
    event="Событий: {count}; {first}.",
    events=("Событий: {count}; {first} — {last}.",),
    dated="{short} ({title})",
    compared=("Показатель", "Было", "Стало", "Разница"),
    changes=("Добавлено", "Пересмотрено", "Исправлено", "Без изменений"),
    none="Нет.",
    unchanged=(
        "{label}: {count} значение.",
        "{label}: {count} значения.",
        "{label}: {count} значений.",
    ),
    more=(
        "{label}: еще {count} значение.",
        "{label}: еще {count} значения.",
        "{label}: еще {count} значений.",
    ),
    revised="{label}: было {old}, стало {new}{change}.",
)
