"""What the manifest points out: highlights, words, comparators, levels, an index, shares."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from msgspec.structs import replace

from briefing.exhibits import build
from briefing.model import Chart, Exhibit, Facts, Grid, Period, Phrase, Place, Spec, Unit

Maker = Callable[..., Spec]
PLACE = Place("briefing.yaml", 40, 3)


def made(spec: Spec, facts: Facts) -> Exhibit:
    exhibits, findings = build(spec, facts, ["it"], "en")
    assert findings == ()
    return exhibits["it"]


def refused(spec: Spec, facts: Facts) -> list[tuple[str, str, str]]:
    exhibits, findings = build(spec, facts, ["it"], "en")
    assert exhibits == {}
    return [(f.code, f.message, f.hint) for f in findings]


def chart(exhibit: Exhibit) -> Chart:
    assert isinstance(exhibit.content, Chart)
    return exhibit.content


def said(exhibit: Exhibit) -> str:
    return " ".join("".join(part.text for part in line) for line in exhibit.notes)  # type: ignore[union-attr]


def text(words: str) -> dict[str, Phrase]:
    return {"en": Phrase(words, PLACE)}


def test_highlighted_periods_and_annotated_ones(spec: Maker, facts: Facts) -> None:
    asked = spec("bars", "imports", highlight=("2022",), annotate={"2020": text("low")})
    points = {str(p.at): p for p in chart(made(asked, facts)).lines[0].points}
    assert [at for at, p in points.items() if p.highlighted] == ["2022"]
    assert [(at, p.noted) for at, p in points.items() if p.noted] == [("2020", "low")]


def test_a_highlighted_member_of_a_ranking(spec: Maker, facts: Facts) -> None:
    points = chart(made(spec("ranking", "imports_from", highlight=("JPN",)), facts)).lines[0].points
    assert [p.key for p in points if p.highlighted] == ["JPN"]


@pytest.mark.parametrize("key", ["highlight", "annotate"])
def test_what_points_at_nothing_is_a_finding(spec: Maker, facts: Facts, key: str) -> None:
    value: object = ("1987",) if key == "highlight" else {"1987": text("low")}
    ((code, message, hint),) = refused(spec("bars", "imports", **{key: value}), facts)
    assert (code, "1987" in message) == ("B351", True)
    assert "period of this chart" in hint


def test_a_comparator_is_grey_and_beside_those_shown(spec: Maker, facts: Facts) -> None:
    lines = chart(made(spec("line", "imports_from[RUS]", compare=("CHN",)), facts)).lines
    assert [(line.label, line.compared) for line in lines] == [("Russia", False), ("China", True)]


def test_an_unknown_comparator_is_a_finding(spec: Maker, facts: Facts) -> None:
    ((code, message, _),) = refused(spec("line", "imports", compare=("exprots",)), facts)
    assert code == "B351"
    assert "did you mean" in message


def test_a_level_is_a_fact_in_the_charts_unit(spec: Maker, facts: Facts) -> None:
    target = replace(
        facts.stated["students"],
        name="target",
        value=Decimal(2000),
        unit=Unit.parse("USD million"),
        label=text("Target"),
    )
    known = replace(facts, stated={**facts.stated, "target": target})
    level = chart(made(spec("bars", "imports", reference=(Phrase("target", PLACE),)), known)).levels
    assert [(p.label, p.text, p.value) for p in level] == [("Target", "2,000", Decimal(2000))]
    wrong = spec("bars", "imports", reference=(Phrase("students", PLACE),))
    ((code, message, _),) = refused(wrong, facts)
    assert (code, "persons" in message) == ("B353", True)


def test_an_index_is_a_hundred_at_its_base_and_exact(spec: Maker, facts: Facts) -> None:
    exhibit = made(spec("line", ["imports", "exports"], index=Period.year(2021)), facts)
    for line in chart(exhibit).lines:
        values = {str(p.at): p.value for p in line.points}
        assert values["2021"] == 100
    imports = chart(exhibit).lines[0].points[0]
    assert imports.text == "71.6"
    assert str(imports.fact.derivation) == '100 * imports / at(imports, "2021")'
    assert "2021\u00a0= 100" in exhibit.subtitle
    ((code, message, _),) = refused(spec("line", "exports", index=Period.year(2023)), facts)
    assert (code, "2023" in message) == ("B354", True)


def test_parts_of_a_hundred_add_up(spec: Maker, facts: Facts) -> None:
    lines = chart(made(spec("bars", ["imports", "exports"], mode="percent"), facts)).lines
    for points in zip(*(line.points for line in lines), strict=True):
        known = [p.value for p in points if p.value is not None]
        assert sum(known) == 100


def test_more_parts_than_looks_are_gathered(spec: Maker, facts: Facts) -> None:
    exhibit = made(spec("bars", "imports_from", mode="stacked"), facts)
    lines = chart(exhibit).lines
    assert [line.label for line in lines] == ["China", "Russia", "Japan", "All other"]
    assert "6 are listed; the 3 largest are shown." in said(exhibit)
    (total,) = chart(exhibit).totals
    assert total.value == sum(p.value for line in lines for p in line.points if p.value is not None)


def test_an_axis_far_from_zero_says_so(spec: Maker, facts: Facts) -> None:
    exhibit = made(spec("line", "imports", start=Period.year(2022)), facts)
    assert not chart(exhibit).from_zero
    assert "The axis does not begin at zero." in said(exhibit)
    near = made(spec("line", "imports"), facts)
    assert chart(near).from_zero
    assert "zero" not in said(near)


def test_panels_of_their_own_scales_say_so(spec: Maker, facts: Facts) -> None:
    both = ["imports_from", "stock_from"]
    own = made(spec("ranking", both), facts)
    assert chart(own).own_scales
    assert "Each panel has a scale of its own." in said(own)
    shared = made(spec("ranking", both, scale="shared"), facts)
    assert not chart(shared).own_scales
    assert "scale" not in said(shared)


def test_the_alternative_text_has_the_charts_own_digits(spec: Maker, facts: Facts) -> None:
    says = "".join(p.text for p in made(spec("bars", "imports"), facts).says)  # type: ignore[union-attr]
    assert "US$2,785\u00a0million in 2025" in says
    assert "highest US$2,825\u00a0million in 2024" in says


def test_a_slope_has_two_ends(spec: Maker, facts: Facts) -> None:
    asked = spec("slope", ["imports", "exports"], periods=(Period.year(2020), Period.year(2025)))
    exhibit = made(asked, facts)
    assert [[p.text for p in line.points] for line in chart(exhibit).lines] == [
        ["1,400", "2,785"],
        ["57", "61"],
    ]
    assert "2020 and 2025" in exhibit.subtitle
    three = tuple(Period.year(y) for y in (2020, 2022, 2025))
    ((code, message, _),) = refused(spec("slope", "imports", periods=three), facts)
    assert (code, "two periods, not 3" in message) == ("B352", True)


def test_a_dumbbell_of_series_has_a_row_a_period_that_both_have(spec: Maker, facts: Facts) -> None:
    one, other = chart(made(spec("dumbbell", ["imports", "exports"]), facts)).lines
    assert [str(p.at) for p in one.points] == ["2020", "2021", "2022", "2024", "2025"]
    assert len(other.points) == 5
    ((code, message, _),) = refused(spec("dumbbell", "imports"), facts)
    assert (code, "two ends, not 1" in message) == ("B352", True)


def test_a_map_shows_one_family_of_countries(spec: Maker, facts: Facts) -> None:
    exhibit = made(spec("map", "imports_from"), facts)
    points = chart(exhibit).lines[0].points
    assert [p.key for p in points][:3] == ["CHN", "RUS", "JPN"]
    assert chart(exhibit).about == "MNG"
    assert "Boundaries imply no official position." in said(exhibit)
    ((code, message, _),) = refused(spec("map", "goods"), facts)
    assert (code, "one family of countries" in message) == ("B352", True)


def test_a_grid_can_be_turned(spec: Maker, facts: Facts) -> None:
    turned = made(spec("grid", ["imports", "exports"], transpose=True), facts).content
    assert isinstance(turned, Grid)
    assert [column.head for column in turned.columns][1:3] == ["2020", "2021"]
    assert [row.head for row in turned.rows] == ["Imports from Russia", "Exports to Russia"]
