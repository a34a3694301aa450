"""Sentences that offices, ministries and agencies published, made again from their figures.

Each is quoted with its source; the figures, periods and names in it are written by the grammar.
What the house writes in one way and its sources in several (“миллиарда долларов”, “$”, “проц.”) is
evened out in the quotation first, by the list of its language; the words between are the source's.
"""

import re

import pytest

from briefing import language
from briefing.language.told import Role
from tests.language.saying import compared, fact, said

RU_XINHUA = "Customs of Mongolia, by Xinhua, http://russian.news.cn/2018-08/09/c_137379257.htm"
RU_BANK = "Bank of Russia, by Prime, https://afnfn.com/news/i/211128"
RU_CB = "Bank of Russia, https://bigness.ru/news/2009-07-09/oborot/91471"
RU_FTS = (
    "Federal Customs Service of Russia, "
    "http://finomenov.ru/finance/38515-import-iz-dalnego-zarubezhya-v-yanvare-vyros-na-267.html"
)
RU_NSO = "Statistics committee of Mongolia, by Montsame, https://baikal-daily.ru/news/15/479629"
RU_PEOPLE = (
    "Statistics committee of Mongolia, "
    "http://russian.peopledaily.com.cn/n3/2018/0930/c31520-9505132.html"
)
RU_COAL = (
    "Customs of Mongolia, https://finance.rambler.ru/markets/43147008-za-pervye-desyat-mesyatsev-"
    "etogo-goda-mongoliya-eksportirovala-32-3-mln-tonn-uglya/"
)
RU_BELARUS = "Statistics committee of Belarus, https://regnum.ru/news/1221035.html"
RU_MINISTRY = "Ministry of Economic Development of Russia, monitor of 2009, of the frames' sources"
RU_UNCTAD = "UNCTAD, by Anadolu, https://www.aa.com.tr/ru/экономика/…/2121648"
MN_BANK = "Bank of Mongolia, https://neelttei.mn/6529/"
MN_BALANCE = "Bank of Mongolia, http://www.dorgio.mn/p/88503"
MN_CHAMBER = "Deputy Prime Minister to parliament, http://ubchamber.mn/more/2290"
MN_LOANS = "Bank of Mongolia, https://admin.dnn.mn/wp/category/news/ediin_zasag/page/299"
MN_COAL = "Statistics office of Mongolia, https://dorgio.mn/p/76277"
MN_CUSTOMS = "Customs of Mongolia, http://mglpress.mn/s/12435/"
MN_HORSES = "Statistics office of Mongolia, https://m.arslan.mn/social/news/27267.shtml_history"
MN_DEBT = "Statistics office of Mongolia, https://www.dorgio.mn/index.php/p/147280"
FR_CUSTOMS = (
    "Douanes françaises, https://francais.rt.com/france/109333-france-deficit-commercial-sur-biens"
    "-99-6-milliards"
)
FR_2019 = (
    "Douanes françaises, analyse annuelle 2019, https://fdocuments.fr/document/le-chiffre-du-"
    "commerce-extrieur-directrice-de-la-publication-isabelle-braun-lemaire.html"
)
FR_2024 = (
    "Douanes françaises, https://www.lejournaldesentreprises.com/article/en-2024-la-france-"
    "redresse-son-deficit-commercial-grace-une-baisse-des-importations-2112974"
)
FR_2015 = "Douanes françaises, nº 275, https://deploy.abcdocz.com/doc/1416876/"
FR_JAPAN = "Ministère japonais des Finances, https://jeuneafrique.com/130967/archives-thematique/"
FR_INSEE = "Insee, https://www.insee.fr/fr/statistiques/4277817?sommaire=4318291"
FR_CHINA = "Douanes chinoises, https://japoninfos.com/?p=19166"
FR_OMC = "OMC, https://www.firstonline.info/fr/cina-giappone-i-legami-sono-piu-forti-degli-attriti/"


def of(value: str, unit: str = "USD million", period: str = "2025", asked: str = "exact") -> str:
    """A figure as “asked|code” that the test writes in the language of its sentence."""
    return f"{value}|{unit}|{period}|{asked}"


def name(code: str, role: str, *agreeing: str) -> str:
    return f"@{code}|{role}|{','.join(agreeing)}"


PUBLISHED = [
    ("ru", RU_XINHUA,
     "В январе-июле 2018 года внешнеторговый оборот Монголии составил 7,38 млрд долларов США, что "
     "на 26 процентов больше, чем за аналогичный период прошлого года.",
     "{} внешнеторговый оборот {} составил {}, что на {} больше, чем за аналогичный период "
     "прошлого года.",
     (of("1", period="2018-01..2018-07", asked="period: in"), name("MNG", "of"),
      of("7.38", "USD billion"), of("26", "percent"))),
    ("ru", RU_XINHUA,
     "положительное сальдо торгового баланса достигло 851 млн долларов США",
     "положительное сальдо торгового баланса достигло {}", (of("851"),)),
    ("ru", RU_XINHUA,
     "Доля Китая во внешнеторговом обороте Монголии с начала 2018 года составляет 61 проц, а доля "
     "России -- 16 проц.",
     "Доля {} во внешнеторговом обороте {} с начала {} составляет {}, а доля {} — {}.",
     (name("CHN", "of"), name("MNG", "of"), of("1", period="2018", asked="period: of"),
      of("61", "percent"), name("RUS", "of"), of("16", "percent"))),
    ("ru", RU_MINISTRY,
     "уменьшилось в 1,7 раза — до 99,5 млрд долларов со 175,1 млрд долларов",
     "уменьшилось {} — до {} со {}",
     (of("1.7", "ratio", asked="times"), of("99.5", "USD billion"), of("175.1", "USD billion"))),
    ("ru", RU_BANK,
     "Положительное сальдо внешнеторгового баланса РФ сократилось на 37,1% по сравнению с "
     "аналогичным периодом 2014 года и составило 10,7 миллиарда долларов",
     "Положительное сальдо внешнеторгового баланса РФ сократилось на {} по сравнению с аналогичным "
     "периодом {} и составило {}",
     (of("37.1", "percent"), of("1", period="2014", asked="period: of"), of("10.7",
      "USD billion"))),
    ("ru", RU_BELARUS,
     "объем белорусской внешней торговли в период с января по сентябрь текущего года равняется "
     "$35,04 млрд.",
     "объем {} внешней торговли в период с января по сентябрь текущего года равняется {}.",
     (name("BLR", "adjective", "f", "of"), of("35.04", "USD billion"))),
    ("ru", RU_CB,
     "В мае 2009 года внешнеторговый оборот составил $36,6 млрд, что в 1,8 раза меньше, чем год "
     "назад.",
     "{} внешнеторговый оборот составил {}, что {} меньше, чем год назад.",
     (of("1", period="2009-05", asked="period: in"), of("36.6", "USD billion"),
      of("1.8", "ratio", asked="times"))),
    ("ru", RU_COAL,
     "Монголия экспортировала 32,3 млн тонн угля на общую сумму 2,7 млрд долларов США.",
     "{} экспортировала {} угля на общую сумму {}.",
     (name("MNG", "subject"), of("32300000", "tonne", asked="rounded: 3"), of("2.7",
      "USD billion"))),
    ("ru", RU_FTS,
     "Доля машин и оборудования выросла с 47,4% до 50,7%",
     "Доля машин и оборудования выросла {}",
     (of("50.7 47.4", "percent", asked="from: bare"),)),
    ("ru", RU_UNCTAD,
     "в 2019 году объем прямых иностранных инвестиций достиг 1,5 трлн долларов",
     "{} объем прямых иностранных инвестиций достиг {}",
     (of("1", period="2019", asked="period: in"), of("1500000", asked=""))),
    ("ru", RU_NSO,
     "в 4,3 раза больше, чем за аналогичный период прошлого года",
     "{} больше, чем за аналогичный период прошлого года",
     (of("4.3", "ratio", asked="times"),)),
    ("ru", RU_PEOPLE,
     "Внешнеторговый оборот Монголии в январе-августе 2018 года достиг 8,5 млрд долларов, что на "
     "23,7 проц. больше",
     "Внешнеторговый оборот {} {} достиг {}, что на {} больше",
     (name("MNG", "of"), of("1", period="2018-01..2018-08", asked="period: in"), of("8.5",
      "USD billion"),
      of("23.7", "percent"))),
    ("mn", MN_BANK,
     "2021 оны байдлаар төлбөрийн тэнцэл 220 сая ам.долларын алдагдалтай гарсан.",
     "{} байдлаар төлбөрийн тэнцэл {}тай гарсан.",
     (of("1", period="2021", asked="period: of"), of("-220", asked="balance"))),
    ("mn", MN_BANK,
     "валютын нөөц 4.5 тэрбум ам.доллар байсан бол энэ оны мөн үед 4.3 тэрбум ам.доллар болсон.",
     "валютын нөөц {} байсан бол энэ оны мөн үед {} болсон.", (of("4.5", "USD billion"), of("4.3",
      "USD billion"))),
    ("mn", MN_BALANCE,
     "төлбөрийн тэнцэл 87.6 сая ам.долларын алдагдалтай гарсан нь өмнөх сараас 20 хувиар буурсан "
     "дүн болж байна.",
     "төлбөрийн тэнцэл {} алдагдалтай гарсан нь өмнөх сараас {} буурсан дүн болж байна.",
     (of("87.6", asked="exact, as: of"), of("20", "percent", asked="exact, as: by"))),
    ("mn", MN_BALANCE,
     "гадаад худалдааны тэнцэл 352 сая ам.долларын ашигтай гарчээ.",
     "гадаад худалдааны тэнцэл {}тай гарчээ.", (of("352", asked="balance"),)),
    ("mn", MN_CHAMBER,
     "2017 онд 3.7 их наяд төгрөгт хүрч, өмнөх оноос 5.9 хувиар нэмэгджээ.",
     "{} {} хүрч, өмнөх оноос {} нэмэгджээ.",
     (of("1", period="2017", asked="period: in"), of("3700000", "MNT million", asked="as: to"),
      of("5.9", "percent", asked="as: by"))),
    ("mn", MN_CHAMBER,
     "экспортын орлогын 8.4 хувийг бүрдүүлж байна.",
     "экспортын орлогын {} бүрдүүлж байна.", (of("8.4", "percent", asked="as: object"),)),
    ("mn", MN_CHAMBER,
     "махны экспортын хэмжээ өмнөх оны түвшнээс даруй 1.9 дахин нэмэгджээ.",
     "махны экспортын хэмжээ өмнөх оны түвшнээс даруй {} нэмэгджээ.",
     (of("1.9", "ratio", asked="times"),)),
    ("mn", MN_LOANS,
     "Хугацаа хэтэрсэн зээл нийт зээлийн 2.4 хувийг эзэлж байна.",
     "Хугацаа хэтэрсэн зээл нийт зээлийн {} эзэлж байна.",
     (of("2.4", "percent", asked="as: object"),)),
    ("mn", MN_COAL,
     "Монголын нүүрсний экспорт 79.5 хувиар өссөн.", "{} нүүрсний экспорт {} өссөн.",
     (name("MNG", "adjective"), of("79.5", "percent", asked="as: by"))),
    ("mn", MN_CUSTOMS,
     "БНХАУ-аас 35.2 хувийг нь импортолжээ.", "{} {} нь импортолжээ.",
     (name("CHN", "from"), of("35.2", "percent", asked="as: object"))),
    ("mn", MN_HORSES,
     "өмнөх онтой харьцуулахад 14.4 хувиар өссөн байна.",
     "өмнөх онтой харьцуулахад {} өссөн байна.", (of("14.4", "percent", asked="as: by"),)),
    ("mn", MN_DEBT,
     "Монгол Улсын нийт гадаад өр 33.8 тэрбум ам.доллар болсныг дуулгалаа.",
     "{} нийт гадаад өр {} болсныг дуулгалаа.", (name("MNG", "of"), of("33.8", "USD billion"))),
    ("fr", FR_CUSTOMS,
     "Le déficit commercial de la France sur les biens a atteint 99,6 milliards d'euros en 2023",
     "Le déficit commercial {} sur les biens a atteint {} {}",
     (name("FRA", "of"), of("99.6", "EUR billion"), of("1", period="2023", asked="period: in"))),
    ("fr", FR_CUSTOMS,
     "les importations françaises ont représenté 731 milliards d'euros, en recul de 7,1% sur une "
     "année.",
     "les importations {} ont représenté {}, en recul de {} sur une année.",
     (name("FRA", "adjective", "f", "pl"), of("731", "EUR billion"), of("7.1", "percent"))),
    ("fr", FR_2019,
     "En 2019, les exportations françaises ralentissent (+ 3,3 % de croissance après + 3,9 % en "
     "2018).",
     "{}, les exportations {} ralentissent (+ {} de croissance après + {} {}).",
     (of("1", period="2019", asked="period: in"), name("FRA", "adjective", "f", "pl"),
      of("3.3", "percent"), of("3.9", "percent"), of("1", period="2018", asked="period: in"))),
    ("fr", FR_2024,
     "les exportations baissent légèrement de 1,6 % en 2024.",
     "les exportations baissent légèrement de {} {}.",
     (of("1.6", "percent"), of("1", period="2024", asked="period: in"))),
    ("fr", FR_2024, "Elles atteignent 598,3 milliards d'euros.", "Elles atteignent {}.",
     (of("598.3", "EUR billion"),)),
    ("fr", FR_2024,
     "Le solde commercial de la France s'élève à -81 milliards d'euros en 2024",
     "Le solde commercial {} s’élève à {} {}",
     (name("FRA", "of"), of("-81", "EUR billion"),
      of("1", period="2024", asked="period: in"))),
    ("fr", FR_2015,
     "Le déficit se réduit de 1,4 milliard d’euros", "Le déficit se réduit de {}",
     (of("1.4", "EUR billion"),)),
    ("fr", FR_JAPAN,
     "La part de la Chine représente 20,1 % du commerce extérieur japonais, contre 18,6 %",
     "La part {} représente {} du commerce extérieur {}, contre {}",
     (name("CHN", "of"), of("20.1", "percent"), name("JPN", "adjective"), of("18.6", "percent"))),
    ("fr", FR_INSEE,
     "les exportations de biens et services décélèrent un peu (+ 3,5 % en volume, après + 3,9 %)",
     "les exportations de biens et services décélèrent un peu (+ {} en volume, après + {})",
     (of("3.5", "percent"), of("3.9", "percent"))),
    ("fr", FR_CHINA,
     "Les échanges commerciaux avec la Chine ont chuté de 3,9 %",
     "Les échanges commerciaux {} ont chuté de {}",
     (name("CHN", "with"), of("3.9", "percent"))),
    ("fr", FR_OMC,
     "les importations chinoises en provenance du Japon ont diminué en 2013",
     "les importations {} en provenance {} ont diminué {}",
     (name("CHN", "adjective", "f", "pl"), name("JPN", "from"),
      of("1", period="2013", asked="period: in"))),
    ("fr", FR_OMC, "les exportations du Japon", "les exportations {}", (name("JPN", "of"),)),
]  # fmt: skip
# What the house writes in one way: a pattern in the quotation, and the house's form.
HOUSE = {
    "ru": (
        (r"\$([\d,]+) (млрд|млн)", r"\1 \2 долл. США"),
        (r"миллиарда", "млрд"),
        (r"долларов(?: США)?", "долл. США"),
        (r" ?(?:процентов|процента|проц(?:\.(?= ))?)", " %"),
        (r"(\d)%", r"\1 %"),
        (r"(январе)-(июле|августе)", r"\1–\2"),
        (r" -- ", " — "),
    ),
    "mn": (),
    "fr": ((r"'", "’"), (r"(\d)%", r"\1 %"), (r" -(?=\d)", " −")),
}


def written(what: str, code: str) -> str:
    if what.startswith("@"):
        country, role, agreeing = what[1:].split("|")
        given = frozenset(filter(None, agreeing.split(",")))
        return language.named(country, Role(role), code, {}, given)
    value, unit, period, asked = what.split("|")
    later, _, earlier = value.partition(" ")
    if earlier:
        return said(compared(fact(later, unit), fact(earlier, unit)), asked, code)
    return said(fact(later, unit, period), asked, code)


@pytest.mark.parametrize(
    ("code", "quoted", "sentence", "parts"), [(c, q, s, p) for c, _, q, s, p in PUBLISHED]
)
def test_a_published_sentence(
    code: str, quoted: str, sentence: str, parts: tuple[str, ...]
) -> None:
    for pattern, form in HOUSE[code]:
        quoted = re.sub(pattern, form, quoted)
    made = sentence.format(*(written(part, code) for part in parts))
    assert made[:1].upper() + made[1:] == quoted[:1].upper() + quoted[1:]


def test_each_language_has_ten_and_each_its_source() -> None:
    for code in HOUSE:
        assert sum(c == code for c, *_ in PUBLISHED) >= 10
    assert all("http" in source or "frames" in source for _, source, *_ in PUBLISHED)
