"""A series is never without a name, a part never without a look of its own."""

from collections.abc import Iterable
from itertools import combinations

from msgspec.structs import replace

from briefing.charts.stacks import part_roles
from briefing.model import Place
from briefing.model.exhibit import Chart, Line
from briefing.pdf import load_faces
from briefing.project.style.read import read_style
from tests.charts import sample
from tests.charts.geometry import painted
from tests.charts.sample import MAIN, SIDE

LONG = "Machinery, mechanical appliances, nuclear reactors and boilers; parts thereof and the like"


def line(name: str, values: Iterable[object], first: int = 2010) -> Line:
    points = tuple(sample.point(v, str(first + n)) for n, v in enumerate(values))
    return Line(name, name, points)


def told(page: sample.Page) -> str:
    return " ".join(page.words)


def lies_over(page: sample.Page) -> list[tuple[str, str]]:
    return [
        (a, b)
        for (a, one), (b, other) in combinations(page.texts, 2)
        if one.grown(-0.8).meets(other.grown(-0.8))
    ]


def test_a_name_too_long_for_a_line_is_wrapped_or_stands_in_a_key() -> None:
    lines = (line(LONG, range(30, 45)), line("Wool", range(45, 30, -1)))
    for width in (MAIN, SIDE):
        page = sample.page(Chart("bars", lines, "US$ million"), width)
        assert set(LONG.split()) <= set(told(page).split())
        assert "Wool" in page.words
        assert lies_over(page) == []


def test_the_key_stands_over_the_bars() -> None:
    lines = (line(LONG, [90] * 15), line("Wool of every kind and origin", [88] * 15))
    page = sample.page(Chart("bars", lines, "US$ million"), SIDE)
    first = next(word for word in page.words if word.startswith("Machinery"))
    assert page.box(first).bottom > page.box("50").top + 30
    assert {"kind", "origin"} <= set(told(page).split())


def test_four_parts_have_four_looks_and_their_swatches_stand_by_the_names() -> None:
    names = ("Minerals", "Machinery", "Textiles", "Food")
    lines = tuple(line(name, [40 - 8 * n] * 10) for n, name in enumerate(names))
    chart = Chart("bars", lines, "US$ million", "stacked")
    assert len(set(part_roles(chart))) == 4
    page = sample.page(chart, MAIN, scale=6)
    looks = [page.colours(page.box(name)._replace(left=page.box(name).left - 9)) for name in names]
    strong = [{c for c in look if max(c) - min(c) > 8 or c == (138, 148, 158)} for look in looks]
    assert all(strong)


def test_totals_stand_over_the_peak_and_the_last_bar() -> None:
    lines = (line("A", [10, 30, 20]), line("B", [5, 5, 5]))
    totals = tuple(sample.point(v, str(2010 + n)) for n, v in enumerate((15, 35, 25)))
    page = sample.page(Chart("bars", lines, "x", "stacked", totals), MAIN)
    assert {"35", "25"} <= set(page.words)
    assert "15" not in page.words


def test_lines_that_end_together_and_cross_get_a_panel_each() -> None:
    lines = tuple(
        line(f"Country {n}", [100 + (n * 37 + k * 53) % 40 for k in range(14)] + [100 + n])
        for n in range(4)
    )
    page = sample.page(Chart("line", lines, "US$ million", from_zero=False), MAIN)
    assert page.words.count("2024") == 4
    assert {f"Country {n}" for n in range(4)} <= set(page.words)


def test_a_subject_among_grey_lines_stays_in_one_panel() -> None:
    lines = tuple(
        line(f"Country {n}", [100 + (n * 37 + k * 53) % 40 for k in range(14)] + [90 + 15 * n])
        for n in range(3)
    )
    strong = tuple(replace(p, highlighted=True) for p in lines[1].points)
    chart = Chart("line", (lines[0], replace(lines[1], points=strong), lines[2]), "US$ million")
    assert sample.page(chart, MAIN).words.count("2024") == 1


def test_dashed_lines_show_their_dashes_by_their_names() -> None:
    lines = tuple(line(f"Good {n}", [50 * (n + 1) + k for k in range(12)]) for n in range(4))
    page = sample.page(Chart("line", lines, "US$ million"), MAIN, scale=6)
    box = page.box("Good 3")
    sample_of_it = box._replace(left=box.left - 18, right=box.left - 4)
    assert len(page.colours(sample_of_it)) > 1


def test_a_line_under_another_shows_at_its_rim() -> None:
    lines = (line("Imports", range(100, 115)), line("Exports", range(100, 115)))
    page = sample.page(Chart("line", lines, "US$ million"), MAIN, scale=6)
    whole = page.colours(page.box("2010")._replace(top=page.drawing.height, right=MAIN * 0.6))
    assert (200, 132, 24) in whole


def test_what_is_compared_is_grey() -> None:
    lines = (line("Russia", range(20)), replace(line("China", range(20, 0, -1)), compared=True))
    for kind in ("line", "bars"):
        page = sample.page(Chart(kind, lines, "US$ million"), MAIN, scale=4)
        everything = page.colours(page.box("0")._replace(right=MAIN, top=page.drawing.height))
        assert (138, 148, 158) in everything
        assert (200, 132, 24) not in everything


def test_a_total_stands_over_its_bar_though_its_comma_reaches_below_the_line() -> None:
    lines = tuple(line(name, [3000, 4000 + n]) for n, name in enumerate(("Coal", "Wool")))
    chart = Chart("bars", lines, "US$ million", "stacked")
    totals = (sample.point(6000, "2010"), sample.point(8001, "2011"))
    page = sample.page(replace(chart, totals=totals), MAIN)
    assert "8,001" in page.words


def test_names_of_one_colour_stand_in_a_key() -> None:
    """In black on white only its place says of which bars a name is: a key says more."""
    read, _ = read_style("plain", Place("briefing.yaml"))
    assert read is not None
    faces = load_faces(read.faces, read.fallback)
    lines = (line("Coal", range(30, 45)), line("Wool", range(45, 30, -1)))
    sheet, _ = painted(Chart("bars", lines, "US$ million"), 425, read, faces, "en")
    assert sheet.keyed
    sheet, _ = painted(
        Chart("bars", lines, "US$ million"), MAIN, sample.style(), sample.faces(), "en"
    )
    assert not sheet.keyed
