"""Mongolian, frame by frame: the verb last, the suffix on the last word, by tables."""

import shutil
from datetime import date
from decimal import Decimal

import pytest
from msgspec.structs import replace

from briefing import language
from briefing.language import Unwritable
from briefing.language.amount import Amount
from briefing.language.mn import adjectives
from briefing.language.mn.forms import FORMS
from briefing.language.told import Movement, Role, written
from briefing.model.fact import Fact, Reading
from briefing.model.period import Period
from briefing.model.series import Kind
from briefing.model.unit import PERCENT, RANK, Unit
from tests.language.saying import PARTS, compared, fact, said
from tests.language.test_russian import accepted

FRAMES = [
    (fact("1610.9"), "", "1.6 тэрбум ам.доллар"),
    (fact("297"), "", "297 сая ам.доллар"),
    (fact("3700000", "MNT million"), "", "3.7 их наяд төгрөг"),
    (fact("39098.2", "tonne"), "", "39,098.2 тонн"),
    (fact("2.7", "percent"), "", "2.7 хувь"),
    (fact("1", "days"), "", "1 хоног"),
    (compared(fact("117.8"), fact("100"), "17.8"), "change: verb",
     "17.8 хувиар буюу 18 сая ам.доллараар өссөн"),
    (compared(fact("79"), fact("81"), "-2.7"), "change: then",
     "2.7 хувиар буюу 2 сая ам.доллараар буурч"),
    (compared(fact("117.8"), fact("100"), "17.8"), "change", "17.8 хувийн өсөлт"),
    (compared(fact("79"), fact("81"), "-2.7"), "change", "2.7 хувийн бууралт"),
    (compared(fact("148"), fact("100"), ""), "change: verb", "48 сая ам.доллараар өссөн"),
    (compared(fact("5"), fact("5"), "0"), "change: verb", "өөрчлөгдөөгүй"),
    (compared(fact("2846"), fact("418", period="2005")), "from: 2005",
     "2005 онд 418 сая ам.доллар байсан бол 2025 онд 2.8 тэрбум ам.доллар болсон"),
    (fact("0.4", "percent"), "as: object", "0.4 хувийг"),
    (fact("500"), "as: of", "500 сая ам.долларын"),
    (fact("418"), "as: from", "418 сая ам.доллараас"),
    (fact("146.5"), "as: to", "147 сая ам.долларт"),
    (fact("70", "RUB million"), "as: by", "70 сая рублиэр"),
    (fact("0.04", "percent"), "share", "0.1 хувиас бага"),
    (fact("0.2"), "", "1 сая ам.доллараас бага"),
    (replace(fact("1", "percent"), bound=">"), "", "1 хувиас их"),
    (compared(fact("2.6", "percent"), fact("6.5", "percent")), "points", "3.9 нэгж хувийн бууралт"),
    (replace(fact("2", RANK), of=14), "rank: of", "жагсаасан 14 түншийн дотор 2-р байр"),
    (fact("17", RANK), "rank", "17-р байр"),
    (fact("1", RANK), "rank: largest", "хамгийн том"),
    (fact("2", RANK), "rank: largest", "хоёр дахь том"),
    (fact("11", RANK), "rank: largest", "11 дүгээр том"),
    (fact("12", RANK), "rank: largest", "12 дугаар том"),
    (fact("-220"), "balance", "220 сая ам.долларын алдагдал"),
    (fact("220"), "balance", "220 сая ам.долларын ашиг"),
    (compared(fact("8"), fact("5"), "4.2"), "average: 2014..2025",
     "2014–2025 онд жилд дунджаар 4.2 хувиар"),
    (fact("1", period="2014"), "period: in", "2014 онд"),
    (fact("1", period="2014"), "period: of", "2014 оны"),
    (fact("1", period="2014-09-03"), "period", "2014 оны 9 дүгээр сарын 3"),
    (fact("1", period="2014-09-03"), "period: in", "2014 оны 9 дүгээр сарын 3-ны өдөр"),
    (fact("1", period="2014-10-24"), "period: of", "2014 оны 10 дугаар сарын 24-ний"),
    (fact("1", period="2006-Q3"), "period: of", "2006 оны III улирлын"),
    (fact("1", period="2006-Q3"), "period: in", "2006 оны III улиралд"),
    (fact("1", period="2025-01..2025-09"), "period: in", "2025 оны 1–9 дүгээр сард"),
    (fact("1", period="2025-01..2025-09"), "period: of", "2025 оны 1–9 дүгээр сарын"),
    (replace(fact("1", period="2012"), kind=Kind.STOCK), "period: in", "2012 оны эцэст"),
    (fact("46", "ratio"), "times", "46 дахин"),
    (fact("1.9", "ratio"), "times", "1.9 дахин"),
    (replace(fact("2760", "persons"), stale=date(2014, 5, 1)), "",
     "2,760 (2014 оны 5 дугаар сарын 1-ний байдлаар)"),
]  # fmt: skip
NAMES = [
    ("RUS", "ОХУ|ОХУ-ын|ОХУ-аас|ОХУ руу|ОХУ-тай|ОХУ-д|ОХУ-ын тухай"),
    ("MNG", "Монгол Улс|Монгол Улсын|Монгол Улсаас|Монгол Улс руу|Монгол Улстай|Монгол Улсад|"
            "Монгол Улсын тухай"),
    ("BHS", "Багамын арлууд|Багамын арлуудын|Багамын арлуудаас|Багамын арлууд руу|"
            "Багамын арлуудтай|Багамын арлуудад|Багамын арлуудын тухай"),
    ("GUM", "Гуам|Гуам нутаг дэвсгэрийн|Гуам нутаг дэвсгэрээс|Гуам руу|Гуам нутаг дэвсгэртэй|"
            "Гуам нутаг дэвсгэрт|Гуам нутаг дэвсгэрийн тухай"),
    ("DOM", "Бүгд Найрамдах Доминикан Улс|Бүгд Найрамдах Доминикан Улсын|"
            "Бүгд Найрамдах Доминикан Улсаас|Бүгд Найрамдах Доминикан Улс руу|"
            "Бүгд Найрамдах Доминикан Улстай|Бүгд Найрамдах Доминикан Улсад|"
            "Бүгд Найрамдах Доминикан Улсын тухай"),
    ("JPN", "Япон Улс|Япон Улсын|Япон Улсаас|Япон Улс руу|Япон Улстай|Япон Улсад|Япон Улсын тухай"),
]  # fmt: skip


@pytest.mark.parametrize(("what", "asked", "text"), FRAMES)
def test_every_frame(what: Fact | Reading, asked: str, text: str) -> None:
    assert said(what, asked, "mn") == text


@pytest.mark.parametrize(("code", "forms"), NAMES)
def test_names_in_their_parts(code: str, forms: str) -> None:
    written = [language.named(code, role, "mn", {}) for role in PARTS]
    assert "|".join(written) == forms


def test_a_unit_whose_suffix_no_table_has_stands_in_brackets_or_is_refused() -> None:
    later, earlier = fact("48", "CHF million"), fact("40", "CHF million")
    written = said(compared(later, earlier, "20"), "change: verb", "mn")
    assert written == "20.0 хувиар (8 сая Швейцарийн франк) өссөн"
    with pytest.raises(Unwritable, match="suffix"):
        said(compared(later, earlier), "change: verb", "mn")


# Seen in texts of the statistics office, the central bank and the press; the dictionary lacks them.
_ATTESTED = {"доллараас", "доллараар", "доллартай", "еврогийг", "ОХУ"}


@pytest.mark.skipif(shutil.which("hunspell") is None, reason="hunspell is not installed")
def test_every_form_is_attested_or_in_the_dictionary() -> None:
    table = " ".join(form for forms in FORMS.values() for form in forms)
    texts = " ".join(text for _, _, text in FRAMES).replace("ам.", "")
    accepted(f"{table} {texts}", "mn_MN", _ATTESTED)


@pytest.mark.skipif(shutil.which("hunspell") is None, reason="hunspell is not installed")
def test_every_adjective_is_in_the_dictionary() -> None:
    forms = [language.named(code, Role.ADJECTIVE, "mn", {}) for code in adjectives.KNOWN]
    assert "Оросын" in forms
    accepted(" ".join(forms), "mn_MN", set())


def test_a_tile_says_the_change_as_a_predicate() -> None:
    captions = language.grammar("mn").captions
    percent = Amount(Decimal("2.7"), 1, PERCENT)
    fell = Movement(Period.parse("2024"), rise=False, by=percent)
    assert written(captions.changed(fell)).replace("\u00a0", " ") == "2024 оноос 2.7 хувиар буурсан"
    francs = Amount(Decimal(8), 0, Unit.parse("CHF million"))
    rose = Movement(Period.parse("2025-Q3"), rise=True, by=francs)
    assert written(captions.changed(rose)).replace("\u00a0", " ") == (
        "2025 оны III улирлаас 8 сая Швейцарийн франк хэмжээгээр өссөн"
    )
