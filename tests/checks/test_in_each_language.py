"""The rules in Mongolian and Russian: planted faults, and near misses that give nothing.

Each sentence is added to a new project of `briefing init`, whose exports rose by 8.0 percent and
imports by 3.2 percent in 2025, with a deficit of 228 million dollars, a share of exports of 20.9
percent and the second place among markets.
"""

from pathlib import Path

import pytest

import briefing
from briefing.project.schema import schema
from briefing.starter.project import Answers, project

RULES = {"B101", "B105", "B107", "B108", "B109", "B111", "B116", "B122", "B123"}
LABEL = "{ru: Показатель, mn: Үзүүлэлт, fr: Indicateur}"
FACTS = """\
facts:
  stock: {value: 300, unit: USD million, period: 2025, kind: stock, source: example, label: @}
  inflow: {value: 40, unit: USD million, period: 2025, kind: flow, source: example, label: @}
  inflow_total: {value: 900, unit: USD million, period: 2000..2025, kind: cumulative flow,
    source: example, label: @}
  part: {value: 30, unit: USD million, period: 2025-01..2025-09, kind: flow,
    source: example, label: @}
  part_before: {value: 28, unit: USD million, period: 2024-01..2024-09, kind: flow,
    source: example, label: @}
  summed: {value: 800, unit: USD million, period: 2000..2025, kind: flow, source: example, label: @}
  share_fall: {value: 3.9, unit: percent, period: 2025, source: example, label: @}
  double: {value: 2, unit: ratio, period: 2025, source: example, label: @}
  triple: {value: 3, unit: ratio, period: 2025, source: example, label: @}
  valid: {value: 12, unit: persons, period: 2024, valid: 2027-06-30, source: example, label: @}
"""
FAULTS = {
    "ru": [
        ("B105", "Экспорт вырос седьмой год подряд, до {{ exports }}."),
        ("B101", "Экспорт составил 61,6 млн долларов."),
        ("B101", "В стране побывало 2014 туристов из Японии."),
        ("B101", "Доля достигла 14,7 %."),
        ("B101", "Страна занимает 5-е место."),
        ("B101", "Подписано 12 соглашений."),
        ("B101", "Экспорт вырос на 1500 тонн."),
        ("B105", "Экспорт сократился на {{ exports | change: bare }}."),
        ("B105", "Экспорт снизился ({{ exports | change: bare }})."),
        ("B105", "Экспорт сократился, по данным таможни, на {{ exports | change: bare }}."),
        ("B105", "Падение импорта равно {{ imports | change: bare }}."),
        ("B105", "Профицит торговли составил {{ balance }}."),
        ("B105", "Положительное сальдо равнялось {{ balance }}."),
        ("B105", "Экспорт не изменился ({{ exports | change }})."),
        ("B105", "Япония — крупнейший рынок: {{ export_rank | rank }}."),
        ("B105", "Япония занимает третье место, {{ export_rank | rank }}."),
        ("B105", "Третий по величине рынок имеет {{ export_rank | rank }}."),
        ("B105", "Экспорт удвоился ({{ triple | times }})."),
        ("B105", "Экспорт вырос вдвое, {{ triple | times }}."),
        ("B105", "Экспорт утроился ({{ double | times }})."),
        ("B105", "Экспорт {{ exports 2023 }} был пятилетним минимумом."),
        ("B105", "Экспорт достиг минимума за пять лет, {{ exports }}."),
        ("B105", "Экспорт, {{ exports 2020 }}, был максимумом с 2018 года."),
        ("B107", "Доля снизилась на {{ share_fall }}."),
        ("B107", "Доля страны выросла на {{ share_fall }}."),
        ("B107", "Показатель равен {{ export_share }} процентных пунктов."),
        ("B107", "Доля изменилась: {{ export_share | points: since 2024 }} процентов."),
        ("B108", "Экспорт снизился с {{ exports 2024 }} до {{ part }}."),
        ("B108", "По сравнению с прошлым годом, когда было {{ exports 2024 }}, теперь {{ part }}."),
        ("B109", "Накопленный объем инвестиций составил {{ inflow_total }}."),
        ("B109", "Накопленные инвестиции равны {{ inflow }}."),
        ("B109", "Приток за год составил {{ stock }}."),
        ("B111", "Здесь учились {{ expired }} студентов."),
        ("B116", "Импорт рос на {{ imports | change: since 2018, bare }} в год."),
        ("B116", "Ежегодно поступало {{ summed }}."),
        ("B105", "Сальдо было положительным, {{ balance }}."),
        ("B105", "Экспорт сократился с {{ exports 2024 }} до {{ exports }}."),
        ("B105", "Экспорт вырос в десять раз, с {{ exports 2024 }} до {{ exports }}."),
        ("B105", "Страна берет половину экспорта, {{ export_share }}."),
        ("B105", "Экспорт за год вырос на треть ({{ exports | change: bare }})."),
        ("B105", "Экспорт достиг пика в 2019 году и равен {{ exports }}."),
        ("B122", "Экспорт вырос в десять раз."),
        ("B122", "Экспорт достиг пика в прошлом году."),
        ("B101", "Экспорт составил шестьдесят миллионов долларов."),
        ("B101", "Подписано двенадцать соглашений."),
        ("B123", "Экспорт составил {{ exports }} долларов."),
        ("B116", "С 2018 по 2024 год рост шел {{ imports | average: 2018..2025 }}."),
    ],
    "mn": [
        ("B105", "Экспорт долоон жил дараалан өсөж, {{ exports }} болсон."),
        ("B105", "Экспорт 2018 оноос хойших хамгийн бага буюу {{ exports }} байв."),
        ("B105", "Экспорт 2018 оноос хойших хамгийн өндөр буюу {{ exports 2020 }} байв."),
        ("B105", "Экспорт таван жилийн доод үзүүлэлт болох {{ exports }} хүрсэн."),
        ("B105", "Экспорт сүүлийн таван жилийн хамгийн бага буюу {{ exports }} байв."),
        ("B105", "2025 онд экспорт сүүлийн таван жилийн хамгийн бага буюу {{ exports }} байв."),
        ("B101", "Экспорт 61.6 сая ам.доллар болсон."),
        ("B101", "Японоос 2014 жуулчин иржээ."),
        ("B101", "Эзлэх хувь 14.7 хувь болсон."),
        ("B101", "Япон Улс 5-р байр эзэлсэн."),
        ("B101", "Нийт 12 гэрээ байгуулсан."),
        ("B101", "Экспорт 1500 тонноор өссөн."),
        ("B105", "Экспорт {{ exports | change: bare }} буурсан."),
        ("B105", "Экспортын бууралт {{ exports | change: bare }} байв."),
        ("B105", "Импорт багассан нь {{ imports | change: bare }}."),
        ("B105", "Худалдаа {{ balance }} ашигтай гарсан."),
        ("B105", "Илүүдэл {{ balance }} болжээ."),
        ("B105", "Экспорт өөрчлөгдөөгүй, {{ exports | change }}."),
        ("B105", "Япон Улс хамгийн том зах зээл: {{ export_rank | rank }}."),
        ("B105", "Япон Улс гуравдугаар байр, {{ export_rank | rank }}."),
        ("B105", "Гурав дахь том зах зээл нь {{ export_rank | rank }}."),
        ("B105", "Экспорт хоёр дахин өссөн, {{ triple | times }}."),
        ("B105", "Экспорт гурав дахин нэмэгдсэн, {{ double | times }}."),
        ("B105", "Тэнцэл {{ balance }} алдагдалтай гарсан."),
        ("B107", "Эзлэх хувь {{ share_fall | as: by }} буурсан."),
        ("B107", "Эзлэх хувь нь {{ share_fall | as: by }} өссөн байна."),
        ("B107", "Үзүүлэлт {{ export_share }} нэгж хувь байна."),
        ("B107", "Эзлэх хувийн өөрчлөлт {{ export_share | points: since 2024 }} хувь."),
        ("B108", "Экспорт {{ exports 2024 }} байсан бол {{ part }} болж буурсан."),
        ("B108", "Өмнөх оны {{ exports 2024 }} дүнтэй харьцуулахад {{ part }} болсон."),
        ("B109", "Хөрөнгө оруулалтын үлдэгдэл {{ inflow_total }} болсон."),
        ("B109", "Үлдэгдлийн хэмжээ {{ inflow }} байна."),
        ("B109", "Жилийн урсгал {{ stock }} болсон."),
        ("B111", "Энд {{ expired }} оюутан суралцсан."),
        ("B116", "Импорт жилд дунджаар {{ imports | change: since 2018, bare }} өссөн."),
        ("B116", "Жил бүр {{ summed }} орж ирсэн."),
        ("B105", "Эзлэх хувь нь дөрөвний гурав, {{ export_share }} байна."),
        ("B105", "Экспорт арав дахин өссөн, {{ triple | times }}."),
        ("B122", "Экспорт арав дахин өссөн."),
        ("B122", "Экспортын гуравны нэг нь нүүрс."),
        ("B101", "Экспорт жаран сая ам.доллар болсон."),
        ("B123", "Экспорт {{ exports }} ам.доллар болсон."),
        ("B116", "2018 оноос 2024 он хүртэл импорт {{ imports | average: 2018..2025 }} өссөн."),
    ],
}
EXPIRED = """\
  expired: {value: 12, unit: persons, period: 2024, valid: 2025-06-30, source: example, label: @}
"""
NEAR_MISSES = {
    "ru": [
        "Экспорт вырос пятый год подряд, до {{ exports }}.",
        "Экспорт достиг пятилетнего максимума, {{ exports }}.",
        "Экспорт, {{ exports 2020 }}, был на минимуме за два года.",
        "Экспорт достиг максимума с 2018 года, {{ exports }}.",
        "Экспорт вырос с {{ exports 2024 }} до {{ exports }}.",
        "Сальдо было отрицательным, {{ balance }}.",
        "Страна берет пятую часть экспорта, {{ export_share }}.",
        "Две стороны встречались два раза в год и двадцать лет подряд.",
        "Во второй половине 2024 года торговля шла хуже; четверть века назад тоже.",
        "Соглашение подписано 5 ноября 1921 года.",
        "В 2014 году состоялся визит.",
        "Визиты прошли 2–3 сентября 2019 года.",
        "В январе–июле 2018 года данных не было.",
        "В 2000–2013 годах учились студенты.",
        "Это записано в статье 5 договора.",
        "Принята резолюция 1325 и закон № 44-ФЗ.",
        "Отмечено 75-летие победы и 100-я годовщина.",
        "Страны группы G20 и стандарт BPM6 здесь не описаны.",
        "В 1990-е годы торговля упала.",
        "Экспорт вырос на {{ exports | change: bare }}.",
        "Экспорт вырос, по данным таможни, на {{ exports | change: bare }}.",
        "Спрос сократился, по данным таможни, а экспорт вырос на {{ exports | change: bare }}.",
        "Экспорт {{ exports | change: verb }}.",
        "Экспорт не снизился: {{ exports | change: bare }}.",
        "Если бы экспорт снизился на {{ exports | change: bare }}, дефицит был бы больше.",
        "Дефицит торговли составил {{ balance | balance }}.",
        "Отрицательное сальдо равнялось {{ balance }}.",
        "Япония — один из крупнейших рынков, {{ export_rank | rank }}.",
        "Япония занимает второе место, {{ export_rank | rank }}.",
        "Второй по величине рынок имеет {{ export_rank | rank }}.",
        "Экспорт удвоился ({{ double | times }}).",
        "Экспорт утроился ({{ triple | times }}).",
        "Доля изменилась: {{ export_share | points: since 2024 }}.",
        "Доля составила {{ export_share }}.",
        "С {{ part_before }} показатель вырос до {{ part }}.",
        "За девять месяцев поступило {{ part }}. За весь год экспорт составил {{ exports }}.",
        "Накопленный объем инвестиций составил {{ stock }}.",
        "Приток за год составил {{ inflow }}.",
        "Запасы угля растут, приток составил {{ inflow }}.",
        "Здесь учились {{ valid }} студентов.",
        "Импорт рос {{ imports | average: 2018..2025 }}.",
        "С 2018 по 2025 год рост шел {{ imports | average: 2018..2025 }}.",
    ],
    "mn": [
        "Экспорт таван жил дараалан өсөж, {{ exports }} болсон.",
        "Экспорт 2018 оноос хойших хамгийн өндөр үзүүлэлт болох {{ exports }} хүрсэн.",
        "Экспорт таван жилийн дээд үзүүлэлт болох {{ exports }} хүрсэн.",
        "Экспорт сүүлийн хоёр жилийн хамгийн бага буюу {{ exports 2020 }} байв.",
        "Эзлэх хувь нь тавны нэг, {{ export_share }} байна.",
        "Хоёр улс таван жилийн хөтөлбөртэй.",
        "Хоёр тал арван удаа уулзсан.",
        "Хэлэлцээрт 1921 оны 11 дүгээр сарын 5-ны өдөр гарын үсэг зурсан.",
        "2014 онд айлчлал болсон.",
        "Айлчлал 2019 оны 9 дүгээр сарын 2–3-ны өдөр болов.",
        "2018 оны 1–7 дугаар сард мэдээ байгаагүй.",
        "2000–2013 онд оюутнууд суралцсан.",
        "Үүнийг гэрээний 5 дугаар зүйлд заасан.",
        "Тогтоол № 1325 гарчээ.",
        "Ялалтын 75 жилийн ойг тэмдэглэв.",
        "G20 бүлэг, BPM6 стандартыг энд тайлбарлаагүй.",
        "1990-ээд онд худалдаа багассан.",
        "Экспорт {{ exports | change: bare }} өссөн.",
        "Экспорт {{ exports | change: verb }}.",
        "Экспорт {{ exports | change: then }}, {{ exports }} болсон.",
        "Экспорт буураагүй, {{ exports | change: bare }}.",
        "Хэрэв экспорт буурсан бол {{ exports | change: bare }} гэж бичих байв.",
        "Худалдаанд {{ balance | balance }} гарсан.",
        "Алдагдал {{ balance | balance }} юм.",
        "Япон Улс хамгийн том зах зээлүүдийн нэг, {{ export_rank | rank }}.",
        "Япон Улс хоёрдугаар байр, {{ export_rank | rank }}.",
        "Хоёр дахь том зах зээл нь {{ export_rank | rank }}.",
        "Экспорт хоёр дахин өссөн, {{ double | times }}.",
        "Экспорт гурав дахин нэмэгдсэн, {{ triple | times }}.",
        "Эзлэх хувийн өөрчлөлт: {{ export_share | points: since 2024 }}.",
        "Нийт экспортын {{ export_share | as: object }} эзэлсэн.",
        "Өмнө нь {{ part_before }} байсан бол {{ part }} болж өссөн.",
        "Есөн сард {{ part }} орсон. Бүтэн жилийн экспорт {{ exports }} болсон.",
        "Хөрөнгө оруулалтын үлдэгдэл {{ stock }} болсон.",
        "Жилийн урсгал {{ inflow }} болсон.",
        "Энд {{ valid }} оюутан суралцсан.",
        "Импорт {{ imports | average: 2018..2025 }} өссөн.",
        "2018 оноос 2025 он хүртэл импорт {{ imports | average: 2018..2025 }} өссөн.",
    ],
}


def codes(folder: Path, code: str, sentence: str) -> set[str]:
    files = project(Answers("MNG", "JPN", (code,), "ministry"), schema().encode())
    for path, content in files.items():
        file = folder / "p" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        text = content.decode()
        if path == "briefing.yaml":
            text = text.replace(
                "facts:\n", (FACTS + (EXPIRED if "expired" in sentence else "")).replace("@", LABEL)
            )
        if path.endswith("trade.md"):
            text += f"\n{sentence}\n"
        file.write_text(text, encoding="utf-8")
    found = briefing.check(str(folder / "p")).findings
    errors = {f.code for f in found if f.code not in RULES and f.code != "B120"}
    assert not errors, [f.message for f in found]
    return {f.code for f in found} & RULES


@pytest.mark.parametrize(
    ("code", "rule", "sentence"), [(c, rule, s) for c in FAULTS for rule, s in FAULTS[c]]
)
def test_a_planted_fault_is_caught(tmp_path: Path, code: str, rule: str, sentence: str) -> None:
    assert codes(tmp_path, code, sentence) == {rule}


@pytest.mark.parametrize(
    ("code", "sentence"),
    [(c, sentence) for c, listed in NEAR_MISSES.items() for sentence in listed],
)
def test_a_near_miss_gives_none(tmp_path: Path, code: str, sentence: str) -> None:
    assert codes(tmp_path, code, sentence) == set()


def test_twenty_five_and_more_of_each() -> None:
    assert all(len(listed) >= 25 for listed in (*FAULTS.values(), *NEAR_MISSES.values()))
