"""Colours of a style: contrast, eyes that see red and green as one, grey; near misses beside."""

import pytest

from briefing.model import Place
from briefing.project.style.contrast import examine, ratio
from briefing.project.style.read import read_style

PLACE = Place("styles/house.yaml")
STYLES = ["ministry", "factsheet", "plain", "large", "card"]


def found(**changed: str) -> list[str]:
    style, _ = read_style("ministry", PLACE)
    assert style is not None
    chart = style.colours.chart
    roles = {name: getattr(style.colours, name) for name in ("ink", "muted", "faint", "accent")}
    roles |= {"paper": style.colours.paper, "tint": style.colours.tint}
    roles |= {
        f"chart.{name.replace('_', '.')}": getattr(chart, name)
        for name in ("main", "second", "second_text", "earlier", "other", "other_text", "third")
    }
    roles["chart.paper"] = chart.paper
    roles |= {name.replace("__", "."): colour for name, colour in changed.items()}
    return [f.message for f in examine(roles, dict.fromkeys(roles, PLACE))]


@pytest.mark.parametrize(
    ("one", "other", "size"),
    # The values of WCAG 2.2's own definition, computed apart.
    [("#000000", "#FFFFFF", 21.0), ("#777777", "#FFFFFF", 4.48), ("#767676", "#FFFFFF", 4.54)],
)
def test_contrast_is_that_of_wcag(one: str, other: str, size: float) -> None:
    assert ratio(one, other) == pytest.approx(size, abs=0.01)


@pytest.mark.parametrize("name", STYLES)
def test_the_products_styles_have_no_such_finding(name: str) -> None:
    style, findings = read_style(name, PLACE)
    assert style is not None
    assert findings == ()


def test_faint_text_and_pale_marks_are_found() -> None:
    assert found() == []
    assert any("faint on paper" in m for m in found(faint="#808890"))
    assert not any("on paper" in m for m in found(faint="#5F6B76"))
    assert any("chart.other on chart.paper" in m for m in found(chart__other="#B0B6BC"))


def test_red_and_green_that_one_reader_sees_as_one_are_found() -> None:
    alike = [m for m in found(chart__main="#8A3B12", chart__second="#4F6B12") if "alike" in m]
    assert alike == ["colours: chart.main and chart.second look alike to protanopes"] or alike == [
        "colours: chart.main and chart.second look alike to deuteranopes"
    ]
    # The same red beside a blue.
    assert not any(
        "chart.second" in m for m in found(chart__main="#8A3B12", chart__second="#3F8FD0")
    )


def test_two_marks_of_one_grey_are_found() -> None:
    grey = [m for m in found(chart__main="#B01030", chart__second="#20508A") if "grey" in m]
    assert grey == ["colours: chart.main and chart.second are one grey when printed without colour"]
    assert found(chart__second="#C88418") == []
