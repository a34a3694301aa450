"""The second line of a tile: the first of place, record, share and multiple that the facts give."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from msgspec.structs import replace

from briefing import language
from briefing.exhibits import build
from briefing.language.amount import Amount
from briefing.language.told import Movement, Ranked, written
from briefing.model.exhibit import Tile, Tiles
from briefing.model.fact import Facts
from briefing.model.period import Period
from briefing.model.series import Observation
from briefing.model.spec import Spec
from briefing.model.unit import PERCENT, RATIO, Unit

Maker = Callable[..., Spec]
MILLION = Unit.parse("USD million")


def tile(spec: Spec, facts: Facts) -> Tile:
    exhibits, findings = build(spec, facts, ["it"], "en")
    assert findings == ()
    content = exhibits["it"].content
    assert isinstance(content, Tiles)
    return content.tiles[0]


def lines(made: Tile) -> list[str]:
    return [number.text.replace("\u00a0", " ") for number in made.meaning]


def with_exports(facts: Facts, values: dict[int, str]) -> Facts:
    series = facts.series["exports"]
    observations = tuple(
        Observation(Period.year(year), Decimal(value), cells=()) for year, value in values.items()
    )
    alone = replace(series, observations=observations, derivation=None)
    return replace(facts, series={**facts.series, "exports": alone}, families={})


def test_a_member_of_a_family_has_its_place_among_those_listed(spec: Maker, facts: Facts) -> None:
    made = tile(spec("tiles", "imports_from[$partner]"), facts)
    assert lines(made) == ["Second largest of 6 listed"]
    (number,) = made.meaning
    assert number.fact.value == 2
    assert number.fact.of == 6
    assert str(number.fact.derivation) == "rank(imports_from, $partner)"


@pytest.mark.parametrize(
    ("values", "line"),
    [
        # Twice the first known value and more, and neither a record nor the lowest for long.
        ({2021: "10", 2022: "50", 2023: "20", 2024: "60", 2025: "55"}, ["5.5 times that of 2021"]),
        ({2020: "30", 2021: "60", 2022: "57", 2023: "54", 2024: "80", 2025: "55"}, []),
        ({2020: "40", 2021: "60", 2022: "62", 2023: "70", 2024: "80", 2025: "55"},
         ["The lowest since 2020"]),
        ({2021: "40", 2022: "62", 2023: "70", 2024: "80", 2025: "95"}, ["A record"]),
        # Near misses: a low of two years only, a missing year on the way back.
        ({2021: "60", 2022: "62", 2023: "50", 2024: "80", 2025: "55"}, []),
        ({2020: "40", 2022: "62", 2023: "70", 2024: "80", 2025: "55"}, []),
    ],
)  # fmt: skip
def test_a_record_or_a_multiple_where_no_place_is_known(
    spec: Maker, facts: Facts, values: dict[int, str], line: list[str]
) -> None:
    assert lines(tile(spec("tiles", "exports"), with_exports(facts, values))) == line


def test_how_many_times_an_earlier_figure_is_a_fact_of_its_own(spec: Maker, facts: Facts) -> None:
    values = {2021: "10", 2022: "50", 2023: "20", 2024: "60", 2025: "55"}
    (number,) = tile(spec("tiles", "exports"), with_exports(facts, values)).meaning
    assert str(number.fact.derivation) == 'times_since(exports, "2021")'
    assert (number.fact.value, number.fact.unit) == (Decimal("5.5"), RATIO)
    assert number.fact.name != "exports"


def test_a_deficit_that_grew_is_told_as_one(spec: Maker, facts: Facts) -> None:
    made = tile(spec("tiles", "balance"), facts)
    assert lines(made) == ["A deficit 2 times that of 2020"]


def test_an_old_figure_says_its_age_and_no_change(spec: Maker, facts: Facts) -> None:
    made = tile(spec("tiles", "stock_from[$partner]"), facts)
    assert (made.change, made.age) == ("", "13 years old")
    younger = tile(spec("tiles", "stock_from[$partner]", period=2016), facts)
    assert younger.age == ""
    assert younger.change != ""


TIMES = Amount(Decimal("6.4"), 1, RATIO)
SHARE = Amount(Decimal("2.3"), 1, PERCENT)
WIDER = Movement(Period.year(2024), True, Amount(Decimal(84), 0, MILLION), deficit=True)
LEVEL = Movement(Period.year(2024), deficit=True)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("en", ["Second largest of 14 listed", "2.3% of the total", "6.4 times that of 2005",
                "A deficit 6.4 times that of 2005", "Deficit US$84 million wider than in 2024",
                "Deficit little changed from 2024", "21 years old"]),
        ("ru", ["2-е место из 14 в перечне", "2,3 % общего итога",
                "В 6,4 раза больше, чем в 2005 году", "В 6,4 раза больше дефицита 2005 года",
                "Дефицит на 84 млн долл. США больше, чем в 2024 году",
                "Дефицит почти как в 2024 году", "Данным 21 год"]),
        ("fr", ["2e rang sur 14", "2,3 % du total", "6,4 fois le niveau de 2005",
                "Déficit : 6,4 fois le niveau de 2005",
                "Déficit supérieur de 84 millions de dollars à celui de 2024",
                "Déficit proche de celui de 2024", "Chiffre vieux de 21 ans"]),
        ("mn", ["Жагсаасан 14 дотор 2-р байр", "Нийт дүнгийн 2.3 хувь",
                "2005 оны үеийнхээс 6.4 дахин их", "2005 оны алдагдлаас 6.4 дахин их",
                "Алдагдал 2024 оноос 84 сая ам.доллараар их",
                "2024 оны алдагдалтай ойролцоо", "21 жилийн өмнөх дүн"]),
    ],
)  # fmt: skip
def test_each_language_says_the_lines_in_its_own_forms(code: str, said: list[str]) -> None:
    captions = language.grammar(code).captions
    made = [
        captions.place(Ranked(2, False, 14)),
        captions.of_total(SHARE),
        captions.times(TIMES, Period.year(2005), deficit=False),
        captions.times(TIMES, Period.year(2005), deficit=True),
        written(captions.changed(WIDER)),
        written(captions.changed(LEVEL)),
        captions.age(21),
    ]
    assert [" ".join(text.replace("\u00a0", " ").split()) for text in made] == said


def test_russian_counts_years() -> None:
    captions = language.grammar("ru").captions
    found = {years: captions.age(years).rsplit("\u00a0", 1)[1] for years in (5, 11, 21, 22, 111)}
    assert found == {5: "лет", 11: "лет", 21: "год", 22: "года", 111: "лет"}
