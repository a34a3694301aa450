"""What Mongolian says around exhibits: no suffix is added to a name that an author gave."""

from briefing.language.amount import Amount
from briefing.language.forms import Forms
from briefing.language.mn import dates
from briefing.language.mn.words import WORDS
from briefing.language.told import Speech, Unwritable


def _by(speech: Speech, amount: Amount) -> str:
    """By how much, in the instrumental; where no table has the unit's, its plain form with
    “хэмжээгээр” (by the extent of)."""
    if amount.below or amount.bound:
        return f"{speech.amount(amount)} хэмжээгээр"
    try:
        return speech.inflected(amount, "by")
    except Unwritable:
        return f"{speech.amount(amount)} хэмжээгээр"


FORMS = Forms(
    marks=WORDS.marks,
    number=lambda count: int(count > 1),
    whens={
        "months": lambda period: dates.months(period, short=False),
        "at": dates.at,
        "at_end": lambda period: dates.at(period, stock=True),
        "of": dates.of,
        "since": dates.since,
        "short": lambda period: dates.period(period, short=True),
    },
    by=_by,
    unless_stated="өөрөөр заагаагүй бол {unit}",
    has_status="{when}: {mark}",
    partly="{when} (хэсэгчлэн)",
    instant="{at_end}",
    latest="байгаа хамгийн сүүлийн тоо",
    without="{of} тоог оруулаагүй, масштабыг ойролцоогоор {times} томруулсан",
    two="{first}, {last}",
    more_labels=("{names}, өөр {more}",),
    legend="Дүүргэсэн тэмдэг: {filled}. Хоосон тэмдэг: бусад үйл явдал",
    markers="Дүүргэсэн тэмдэг: {filled}. Хоосон тэмдэг: {ring}.",
    no_figure="Тоо байхгүй",
    others="Бусад",
    own="Өөрийн тоо",
    partners="Түншийн тоо",
    gap="Зөрүү",
    listed=("Жагсаалтад {count}",),
    largest_shown=("; үзүүлсэн нь: хамгийн том нь.", "; үзүүлсэн нь: хамгийн том {shown}."),
    subject_shown=(
        "; үзүүлсэн нь: хамгийн том нь, мөн {subject}.",
        "; үзүүлсэн нь: хамгийн том {shown}, мөн {subject}.",
    ),
    about="{label} — {text}",
    not_listed="{name} жагсаалтад байхгүй.",
    not_to_scale="Хоорондын зай хугацааны урттай тэнцүү биш.",
    not_from_zero="Тэнхлэг тэгээс эхлээгүй.",
    own_scales="График бүр өөрийн масштабтай.",
    off_map="Газрын зурагт байхгүй: {names}.",
    boundaries="Хил нь албан ёсны байр суурийг илэрхийлэхгүй. Зураглал: Natural Earth.",
    cumulative="Тухайн хугацааны урсгалын нийлбэр; үлдэгдэл биш.",
    of_the_listed="Жагсаасан бүгдийн ({count}) нийлбэрт эзлэх хувь.",
    # The definition and the standard reasons (NUMBERS.md §2).
    mirror_reasons=(
        "Зөрүү: импортлогчийн тооноос экспортлогчийн тоог хассан нь; хувиар илэрхийлэхдээ хоёр "
        "тооны дунджид харьцуулсан. Ердийн шалтгаан: үнэлгээ (СИФ ба ФОБ), гарал үүслийн улс "
        "ба сүүлчийн очих улс, бүртгэсэн хугацаа, реэкспорт, бүртгэлийн доод хэмжээ, нууцлал, "
        "валютын ханш."
    ),
    moved={
        "up": "{since} {by} өссөн",
        "down": "{since} {by} буурсан",
        "level": "{of} түвшинд хэвээр",
        "after": "{at} {value} байсан",
        "deficit up": "Алдагдал {since} {by} их",
        "deficit down": "Алдагдал {since} {by} бага",
        "deficit level": "{of} алдагдалтай ойролцоо",
    },
    place=("Жагсаасан {of} дотор {rank}",),
    place_tied=("Жагсаасан {of} дотор {rank}",),
    of_total="Нийт дүнгийн {share}",
    times="{of} үеийнхээс {times} их",
    times_deficit="{of} алдагдлаас {times} их",
    age=("{years} жилийн өмнөх дүн",),
    tile_moved="{label}: {value}; {change}.",
    highest="хамгийн их нь {value}",
    lowest="хамгийн бага нь {value}",
    value="{name} {value}",
    ranked="{name}: {place}.",
    rank="{rank}",
    rank_of="жагсаасан {of} түншийн дотор {rank}",
    event="{count} үйл явдал: {first}.",
    events=("{count} үйл явдал: {first} – {last}.",),
    dated="{short} ({title})",
    compared=("Үзүүлэлт", "Өмнө", "Одоо", "Зөрүү"),
    changes=("Нэмсэн", "Шинэчилсэн", "Зассан", "Хэвээр"),
    none="Байхгүй.",
    unchanged=("{label}: {count} тоо.",),
    more=("{label}: өөр {count} тоо.",),
    revised="{label}: {old} байсан, одоо {new}{change}.",
)
