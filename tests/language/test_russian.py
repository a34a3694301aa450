"""Russian, frame by frame: each was read in a published text or follows a cited rule."""

import re
import shutil
import subprocess
from datetime import date

import pytest
from msgspec.structs import replace

from briefing import language
from briefing.language import Unwritable
from briefing.language.ru import adjectives, names
from briefing.language.told import Role
from briefing.model.fact import Fact, Reading
from briefing.model.period import Period
from briefing.model.series import Kind
from briefing.model.text import Phrase, Place
from briefing.model.unit import RANK
from tests.language.saying import PARTS, compared, fact, said

FRAMES = [
    (fact("1610.9"), "", "1,6 млрд долл. США"),
    (fact("1"), "", "1 млн долл. США"),
    (fact("28500", "tonne"), "", "28 500 тонн"),
    (fact("21", "tonne"), "", "21 тонна"),
    (fact("22", "tonne"), "", "22 тонны"),
    (fact("11", "tonne"), "", "11 тонн"),
    (fact("2.7", "percent"), "", "2,7 %"),
    (fact("-2.7", "percent"), "", "−2,7 %"),
    (fact("1", "days"), "", "1 день"),
    (fact("30", "days"), "", "30 дней"),
    (fact("42", "days"), "", "42 дня"),
    (fact("2760", "persons"), "", "2 760"),
    (compared(fact("117.8"), fact("100"), "17.8"), "change: verb",
     "вырос на 17,8 %, или на 18 млн долл. США"),
    (compared(fact("117.8", gender="f"), fact("100"), "17.8"), "change: verb",
     "выросла на 17,8 %, или на 18 млн долл. США"),
    (compared(fact("117.8", gender="n"), fact("100"), "17.8"), "change: verb",
     "выросло на 17,8 %, или на 18 млн долл. США"),
    (compared(fact("117.8", gender="pl"), fact("100"), "17.8"), "change: verb",
     "выросли на 17,8 %, или на 18 млн долл. США"),
    (compared(fact("234"), fact("186"), "25.8"), "change",
     "рост на 25,8 %, или на 48 млн долл. США"),
    (compared(fact("111"), fact("161"), "-31.1"), "change: then",
     "снизился на 31,1 %, или на 50 млн долл. США"),
    (compared(fact("5", gender="f"), fact("5"), "0"), "change: verb", "не изменилась"),
    (compared(fact("5"), fact("5"), "0"), "change", "без изменений"),
    (fact("1.7", "ratio"), "times", "в 1,7 раза"),
    (fact("46", "ratio"), "times", "в 46 раз"),
    (fact("22", "ratio"), "times", "в 22 раза"),
    (compared(fact("2846"), fact("418", period="2005")), "from: 2005",
     "с 418 млн долл. США в 2005 году до 2,8 млрд долл. США в 2025 году"),
    (compared(fact("99.5", "percent"), fact("175.1", "percent")), "from: bare",
     "со 175,1 % до 99,5 %"),
    (compared(fact("1.2", "percent", "2025-Q2"), fact("3.2", "percent", "2022-Q1")), "from",
     "с 3,2 % в I квартале 2022 года до 1,2 % во II квартале 2025 года"),
    (fact("0.04", "percent"), "share", "менее 0,1 %"),
    (replace(fact("1", "percent"), bound=">"), "", "более 1 %"),
    (compared(fact("2.6", "percent"), fact("6.5", "percent")), "points",
     "снижение на 3,9 процентного пункта"),
    (compared(fact("8.5", "percent"), fact("6.5", "percent")), "points",
     "рост на 2,0 процентного пункта"),
    (replace(fact("2", RANK), of=14), "rank: of", "2-е место среди 14 перечисленных"),
    (replace(fact("2", RANK), of=14), "rank: largest, of", "второе место среди 14 перечисленных"),
    (replace(fact("3", RANK), tied=True), "rank", "3-е место (совместно)"),
    (fact("-2724.8"), "balance", "дефицит в размере 2,7 млрд долл. США"),
    (fact("851"), "balance", "профицит в размере 851 млн долл. США"),
    (fact("0"), "balance", "нулевое сальдо"),
    (compared(fact("8"), fact("5"), "4.2"), "average: 2014..2025",
     "в среднем на 4,2 % в год в 2014–2025 годах"),
    (fact("1", period="2018-01..2018-07"), "period: in", "в январе–июле 2018 года"),
    (fact("1", period="2022-Q1"), "period: in", "в I квартале 2022 года"),
    (fact("1", period="2025"), "period: of", "2025 года"),
    (fact("1", period="2014-09-03"), "period", "3 сентября 2014 года"),
    (fact("1", period="2019-09-02..2019-09-03"), "period", "2–3 сентября 2019 года"),
    (fact("1", period="2000..2013"), "period: in", "в 2000–2013 годах"),
    (replace(fact("1", period="2012"), kind=Kind.STOCK), "period: in", "на конец 2012 года"),
    (replace(fact("2760", "persons"), stale=date(2014, 5, 1)), "",
     "2 760 (по состоянию на 1 мая 2014 года)"),
]  # fmt: skip
NAMES = [
    ("RUS", "Россия|России|из России|в Россию|с Россией|в России|о России"),
    ("CHN", "Китай|Китая|из Китая|в Китай|с Китаем|в Китае|о Китае"),
    ("FRA", "Франция|Франции|из Франции|во Францию|с Францией|во Франции|о Франции"),
    ("CUB", "Куба|Кубы|с Кубы|на Кубу|с Кубой|на Кубе|о Кубе"),
    ("CHE", "Швейцария|Швейцарии|из Швейцарии|в Швейцарию|со Швейцарией|в Швейцарии|о Швейцарии"),
    ("ITA", "Италия|Италии|из Италии|в Италию|с Италией|в Италии|об Италии"),
    ("KOR", "Республика Корея|Республики Корея|из Республики Корея|в Республику Корея|"
            "с Республикой Корея|в Республике Корея|о Республике Корея"),
    ("ARE", "ОАЭ|ОАЭ|из ОАЭ|в ОАЭ|с ОАЭ|в ОАЭ|об ОАЭ"),
]  # fmt: skip


@pytest.mark.parametrize(("what", "asked", "text"), FRAMES)
def test_every_frame(what: Fact | Reading, asked: str, text: str) -> None:
    assert said(what, asked, "ru") == text


@pytest.mark.parametrize(("code", "forms"), NAMES)
def test_names_in_their_parts(code: str, forms: str) -> None:
    written = [language.named(code, role, "ru", {}) for role in PARTS]
    assert "|".join(written) == forms


def test_a_verb_without_the_subject_s_gender_is_refused() -> None:
    with pytest.raises(Unwritable) as refused:
        said(compared(fact("2", gender=""), fact("1"), "100"), "change: verb", "ru")
    assert "gender" in refused.value.hint


def test_a_name_of_the_project_s_own_has_the_forms_that_it_gives() -> None:
    place = Place("briefing.yaml")
    own = {"ru": Phrase("Российская Федерация", place, "", {"of": "Российской Федерации"})}
    assert language.named("RUS", Role.OF, "ru", {"RUS": own}) == "Российской Федерации"
    with pytest.raises(Unwritable, match="Российская Федерация"):
        language.named("RUS", Role.WITH, "ru", {"RUS": own})


def test_every_country_has_its_cases() -> None:
    table = names.cases()
    assert len(table) == 250
    for code, row in table.items():
        assert language.is_country(code)
        assert row.within in ("в", "во", "на")
        assert row.beside in ("с", "со")


def test_a_value_dated() -> None:
    written = said(fact("1500", period="2025-01..2025-09"), "", "ru", dated=True)
    assert written == "1,5 млрд долл. США в январе–сентябре 2025 года"
    assert language.grammar("ru").months(Period.parse("2025-01..2025-09")) == "янв.–сент."


def test_an_adjective_agrees_with_what_stands_by_it() -> None:
    def adjective(*agreeing: str) -> str:
        return language.named("RUS", Role.ADJECTIVE, "ru", {}, frozenset(agreeing))

    forms = [adjective(gender) for gender in ("m", "f", "n", "pl")]
    assert forms == ["российский", "российская", "российское", "российские"]
    assert [adjective("f", part) for part in ("of", "to", "with", "about")] == [
        *("российской", "российскую", "российской", "российской")
    ]
    assert [adjective("pl", part) for part in ("of", "with")] == ["российских", "российскими"]
    own = {"ru": Phrase("РФ", Place("briefing.yaml"), "", {"adjective": "российский"})}
    given = frozenset({"n", "of"})
    assert language.named("RUS", Role.ADJECTIVE, "ru", {"RUS": own}, given) == "российского"
    with pytest.raises(Unwritable, match="Тувалу") as refused:
        language.named("TUV", Role.ADJECTIVE, "ru", {})
    assert "adjective: российский" in refused.value.hint


@pytest.mark.skipif(shutil.which("hunspell") is None, reason="hunspell is not installed")
def test_every_form_of_every_adjective_is_in_the_dictionary() -> None:
    forms = []
    for code in adjectives.KNOWN:
        for gender in ("m", "f", "n", "pl"):
            for part in ("subject", "of", "object", "with", "about"):
                agreeing = frozenset({gender, part})
                forms.append(language.named(code, Role.ADJECTIVE, "ru", {}, agreeing))
    accepted(" ".join(forms), "ru_RU", set())


# Abbreviations that the dictionary lacks; each stands in the frames' sources.
_ATTESTED = {"млн", "млрд", "трлн", "тыс", "долл", "США", "ОАЭ", "КНДР", "профицит"}


@pytest.mark.skipif(shutil.which("hunspell") is None, reason="hunspell is not installed")
def test_every_form_is_attested_or_in_the_dictionary() -> None:
    texts = [text for _, _, text in FRAMES]
    accepted(" ".join(texts), "ru_RU", _ATTESTED)


def accepted(text: str, dictionary: str, attested: set[str]) -> None:
    words = sorted(set(re.findall(r"[А-ЯЁӨҮа-яёөү]{3,}", text)) - attested)
    run = subprocess.run(
        ["hunspell", "-d", dictionary, "-l"],
        input="\n".join(words), capture_output=True, text=True, check=False,
        env={"LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"},
    )  # fmt: skip
    if "Can't open" in run.stderr:
        pytest.skip(f"no dictionary {dictionary}")
    assert run.stdout.split() == []
