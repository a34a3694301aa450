"""Alternative texts: the kind of chart, its course, extremes, gaps, panels and crossings, in the
units of the chart; not what title and subtitle say already."""

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

import pytest

from briefing import model
from briefing.exhibits.alt_text import direction
from briefing.language import GRAMMARS
from briefing.model.panels import crossings, second_panel
from briefing.model.spec import Choices
from briefing.run.examine import examine
from briefing.workspace import Workspace

CHARTS = Path(__file__).parents[1] / "projects" / "charts"
KINDS = {
    "map": "Shaded map.",
    "marks": "Map with circles.",
    "slope": "Slope chart.",
    "mirror": "Dumbbell chart. Panels: 2.",
    "area": "Area chart.",
    "percent": "Bar chart of parts of 100%.",
    "turnover": "Bar chart.",
    "indexed": "Line chart.",
    "ranked": "Ranking by bars. Panels: 2.",
}


def alts(project: Path, language: str) -> Mapping[str, model.Placed]:
    found = examine(Workspace(str(project)), Choices(languages=(language,)))
    (document,) = found.documents
    placed = (p for p in document.exhibits if isinstance(p.exhibit.content, model.Chart))
    return {p.exhibit.name: p for p in placed}


@pytest.fixture(scope="module")
def english() -> Mapping[str, model.Placed]:
    return alts(CHARTS / "kinds", "en")


@pytest.mark.parametrize("name", KINDS)
def test_the_kind_of_chart_is_said_first(english: Mapping[str, model.Placed], name: str) -> None:
    assert english[name].alt.startswith(KINDS[name])


@pytest.mark.parametrize("language", ["en", "fr", "mn", "ru"])
def test_each_chart_says_its_kind_and_not_its_title(language: str) -> None:
    words = GRAMMARS[language].words.drawn
    for name, placed in alts(CHARTS / "kinds", language).items():
        assert placed.alt.startswith(tuple(words.kinds.values())), name
        title = "".join(part.text for part in placed.title if isinstance(part, model.Words))
        assert len(title) < 20 or title not in placed.alt
        assert placed.exhibit.subtitle not in placed.alt


def test_course_extremes_and_their_dates_are_in_the_charts_unit(
    english: Mapping[str, model.Placed],
) -> None:
    alt = english["turnover"].alt.replace("\u00a0", " ")
    assert "Trade turnover, rising overall: US$1,927 million in 2012" in alt
    assert "lowest US$918 million in 2016" in alt
    assert "billion" not in " ".join(placed.alt for placed in english.values())


def test_a_second_panel_and_scales_of_its_own_are_said(
    english: Mapping[str, model.Placed],
) -> None:
    assert "Second panel, at a larger scale: Exports to Russia." in english["pair"].alt
    assert "Each panel has a scale of its own." in english["ranked"].alt
    assert "scale" not in english["shared"].alt


def test_hard_charts_say_gaps_outliers_and_axes() -> None:
    bars, lines = alts(CHARTS / "bars", "en"), alts(CHARTS / "lines", "en")
    assert any("not available" in placed.alt for placed in bars.values())
    assert any("without this value" in placed.alt for placed in bars.values())
    assert any("does not begin at zero" in p.alt for p in lines.values())
    assert any(" cross" in placed.alt for placed in lines.values())


@pytest.mark.parametrize(
    ("values", "course"),
    [
        ((1, 2), "rise"),
        ((100, 91), "steady"),
        ((100, 90), "fall"),
        ((100, 300, 101), "mixed"),
        ((-390, -2700), "fall"),
        ((0, 0), "steady"),
        ((0, 5), "rise"),
        ((-5, 5), "rise"),
    ],
)
def test_a_course_is_told_by_its_ends(values: tuple[int, ...], course: str) -> None:
    assert direction([Decimal(value) for value in values]) == course


def line(name: str, *values: int | None) -> model.Line:
    def point(year: int, value: int | None) -> model.Point:
        own = None if value is None else Decimal(value)
        fact = model.Fact(name, own, model.Unit.parse("USD million"), model.Period.year(year))
        return model.Point(own, str(value), fact, model.Period.year(year))

    points = (point(2010 + at, value) for at, value in enumerate(values))
    return model.Line(name, name, tuple(points))


def test_crossings_are_between_the_years_in_which_the_order_changes() -> None:
    found = crossings(line("a", 1, 2, None, 5, 5, 1), line("b", 3, 3, 4, 4, 5, 2))
    assert [(str(a), str(b)) for a, b in found] == [("2011", "2013"), ("2013", "2015")]
    # Lines that touch without crossing.
    assert crossings(line("a", 1, 3, 1), line("b", 3, 3, 3)) == ()


@pytest.mark.parametrize(
    ("lines", "second"),
    [
        ((line("a", 100, 200), line("b", 5, 8)), "b"),
        ((line("a", 100, 200), line("b", 5, 20)), None),
        ((line("a", 5, 6, 7, 8, 900),), "a"),
        ((line("a", 5, 6, 7, 8, 150),), None),
    ],
)
def test_a_panel_at_a_larger_scale_is_for_what_vanishes(
    lines: tuple[model.Line, ...], second: str | None
) -> None:
    found = second_panel(model.Chart("bars", lines, "US$ million"))
    assert (found and found.name) == second
    assert second_panel(model.Chart("share", lines, "%")) is None
