from collections.abc import Callable
from decimal import Decimal

import pytest
from msgspec.structs import replace

from briefing.exhibits import build
from briefing.model.exhibit import Exhibit, Tile, Tiles
from briefing.model.fact import Facts
from briefing.model.series import Status
from briefing.model.spec import Spec
from tests.exhibits.words import says

Maker = Callable[..., Spec]


def made(spec: Spec, facts: Facts) -> Exhibit:
    exhibits, findings = build(spec, facts, ["it"], "en")
    assert findings == ()
    return exhibits["it"]


def tile(spec: Spec, facts: Facts) -> Tile:
    content = made(spec, facts).content
    assert isinstance(content, Tiles)
    return content.tiles[0]


@pytest.mark.parametrize(
    ("name", "label", "value", "unit", "change", "years"),
    [
        ("turnover", "Trade turnover, 2025", "2,846", "US$\u00a0million", "Down 2.7% on 2024",
         ("2020", "2025")),
        ("imports", "Imports from Russia, 2025", "2,785", "US$\u00a0million", "Down 1.4% on 2024",
         ("2020", "2025")),
        ("exports", "Exports to Russia, 2025", "60.7", "US$\u00a0million", "Down 39.8% on 2024",
         ("2020", "2025")),
        ("balance", "Goods balance, 2025", "−2,725", "US$\u00a0million",
         "Deficit little changed from 2024", ("2020", "2025")),
        ("export_share", "Russia’s share of exports, 2024", "0.64", "%",
         "Down 0.1\u00a0percentage points on 2023", ("2023", "2024")),
        ("inflow", "Net inflow, Jan–Sept 2025", "1,536", "US$\u00a0million", "", ("2023", "2024")),
        ("students", "Mongolian students in Russia, 2000–2013", "2,760", "persons", "", ("", "")),
        ("stock_from[$partner]", "Russia, 2012", "296", "US$\u00a0million", "",
         ("2011", "2012")),
    ],
)  # fmt: skip
def test_tiles(
    spec: Maker,
    facts: Facts,
    name: str,
    label: str,
    value: str,
    unit: str,
    change: str,
    years: tuple[str, str],
) -> None:
    made = tile(spec("tiles", name), facts)
    assert (made.label, made.value, made.unit, made.change) == (label, value, unit, change)
    assert (made.first, made.last) == years


def test_a_deficit_is_wider_or_narrower_by_an_amount(spec: Maker, facts: Facts) -> None:
    # 2023 has no balance, so 2024 has nothing to compare with
    assert tile(spec("tiles", "balance", period=2024), facts).change == ""
    assert tile(spec("tiles", "balance", period=2021), facts).change == (
        "Deficit US$500\u00a0million wider than in 2020"
    )


@pytest.mark.parametrize(
    ("value", "text"), [("0.0333", "less than 0.1"), ("0.004", "less than 0.1"), ("0", "0")]
)
def test_a_share_below_a_tenth_prints_as_in_the_text(
    spec: Maker, facts: Facts, value: str, text: str
) -> None:
    series = facts.series["export_share"]
    low = replace(
        series,
        observations=tuple(
            replace(o, value=Decimal(value), resolution=None) for o in series.observations
        ),
    )
    known = replace(facts, series={**facts.series, "export_share": low})
    assert tile(spec("tiles", "export_share"), known).value == text


def test_status_sparkline_and_the_facts_of_the_change(spec: Maker, facts: Facts) -> None:
    made = tile(spec("tiles", "exports"), facts)
    assert made.status is Status.PROVISIONAL
    assert [point.value is None for point in made.spark] == [False] * 3 + [True, False, False]
    assert [fact.name for fact in made.changed] == ["growth(exports)"]
    assert len(made.changed[0].cells) == 2


@pytest.mark.parametrize(("top", "count"), [(2, 2), (9, 3)])
def test_of_many_figures_the_first_that_have_a_value_are_tiles(
    spec: Maker, facts: Facts, top: int, count: int
) -> None:
    names = ["turnover", "exports", "imports"]
    content = made(spec("tiles", names, top=top), facts).content
    assert isinstance(content, Tiles)
    assert [tile.fact.name for tile in content.tiles] == names[:count]


def test_a_figure_unknown_in_this_edition_is_left_out(spec: Maker, facts: Facts) -> None:
    content = made(spec("tiles", ["unknown_yet", "imports"]), facts).content
    assert isinstance(content, Tiles)
    assert [made.fact.name for made in content.tiles] == ["imports"]


def test_says_each_tile_as_prose(spec: Maker, facts: Facts) -> None:
    said = says(made(spec("tiles", ["turnover", "balance"], period=2021), facts))
    assert said.replace("\u00a0", " ") == (
        "Trade turnover: US$2.1 billion in 2021, up 41.9% on 2020. "
        "Goods balance: −US$1.8 billion in 2021, deficit US$500 million wider than in 2020."
    )
