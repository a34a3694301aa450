"""Slopes, dumbbells, areas, parts of a hundred and maps, read back."""

from msgspec.structs import replace

from briefing.model.exhibit import Chart, Line
from tests.charts import sample
from tests.charts.sample import FULL, MAIN, SIDE
from tests.charts.test_named import lies_over

PETROL, OCHRE = (15, 76, 107), (200, 132, 24)


def two(name: str, earlier: object, later: object) -> Line:
    return Line(
        name,
        name,
        (sample.point(earlier, "2014", decimals=1), sample.point(later, "2024", decimals=1)),
    )


def test_a_slope_names_both_ends_and_nothing_lies_over_anything() -> None:
    parts = (
        ("Minerals", 83, 87.2),
        ("Stones", 7, 5.8),
        ("Textiles", 5.9, 2.6),
        ("All other", 4.1, 4.4),
    )
    chart = Chart("slope", tuple(two(*part) for part in parts), "%")
    for width, times in ((MAIN, 2), (SIDE, 1)):
        page = sample.page(chart, width)
        assert {"2014", "2024", "83.0", "87.2", "4.1", "4.4"} <= set(page.words)
        assert page.words.count("Stones") == times
        assert lies_over(page) == []


def test_a_dumbbell_has_a_key_rows_and_gaps() -> None:
    def line(name: str, values: list[object], panel: str) -> Line:
        points = tuple(sample.point(v, str(2010 + n)) for n, v in enumerate(values))
        return Line(f"{panel} {name}", f"{panel}, {name}", points, panel=panel)

    gaps = line("Gap", [-40, 10], "Exports")
    gaps = replace(
        gaps,
        points=tuple(
            replace(p, text=t) for p, t in zip(gaps.points, ("−40.0%", "+10.0%"), strict=True)
        ),
    )
    lines = (line("Mongolia", [60, 90], "Exports"), line("Russia", [40, 99], "Exports"), gaps)
    page = sample.page(Chart("dumbbell", lines, "x", "flows"), MAIN, 4)
    assert {"Mongolia", "Russia", "Exports", "2010", "2011", "−40.0%", "+10.0%"} <= set(page.words)
    row = page.box("2010")._replace(left=30, right=MAIN - 40)
    assert {PETROL, OCHRE} <= page.colours(row)


def test_marks_of_equal_figures_are_both_seen() -> None:
    points = (sample.point(50, label="A"),)
    chart = Chart("dumbbell", (Line("a", "Own", points), Line("b", "Other", points)), "x")
    page = sample.page(chart, MAIN, 6)
    assert {PETROL, OCHRE} <= page.colours(page.box("A")._replace(left=40, right=MAIN))


def test_an_area_is_broken_where_a_part_is_missing() -> None:
    def line(name: str, values: list[object]) -> Line:
        return Line(name, name, tuple(sample.point(v, str(2010 + n)) for n, v in enumerate(values)))

    whole = Chart("area", (line("A", [5] * 9), line("B", [3] * 9)), "x", "stacked")
    broken = Chart(
        "area", (line("A", [5] * 4 + [None] + [5] * 4), line("B", [3] * 9)), "x", "stacked"
    )
    at = [sample.page(chart, MAIN, 4) for chart in (whole, broken)]
    middle = at[0].box("2")._replace(left=MAIN * 0.45, right=MAIN * 0.48)
    assert PETROL in at[0].colours(middle)
    assert PETROL not in at[1].colours(middle)
    assert {"A", "B"} <= set(at[0].words)


def test_parts_of_a_hundred_fill_the_panel() -> None:
    lines = tuple(
        Line(n, n, tuple(sample.point(v, str(2010 + k)) for k in range(6)))
        for n, v in (("A", 70), ("B", 30))
    )
    page = sample.page(Chart("bars", lines, "%", "percent"), MAIN)
    assert {"0", "25", "50", "75", "100"} <= set(page.words)


def countries() -> Line:
    figures = (
        ("China", "CHN", 4656),
        ("Russia", "RUS", 2785),
        ("Japan", "JPN", 1095),
        ("Germany", "DEU", 273),
    )
    return Line("m", "Imports", tuple(sample.point(v, label=n, key=k) for n, k, v in figures))


def test_a_map_has_shades_a_key_and_names_where_they_fit() -> None:
    page = sample.page(Chart("map", (countries(),), "x", about="MNG"), FULL, 3)
    assert {"China", "4,656", "Russia", "No figure"} <= set(page.words)
    inside = page.box("4,656")
    assert PETROL in page.colours(inside._replace(top=inside.bottom, bottom=inside.bottom - 3))
    narrow = sample.page(Chart("map", (countries(),), "x", about="MNG"), SIDE)
    assert all(box.right <= SIDE + 1 for _, box in narrow.texts)
    assert lies_over(narrow) == []


def test_circles_are_named_beside_them() -> None:
    page = sample.page(Chart("map", (countries(),), "x", "marks", about="MNG"), FULL, 3)
    assert {"China", "4,656"} <= set(page.words)
    assert "No figure" not in page.words
    assert lies_over(page) == []


def test_a_map_of_unknown_places_is_no_crash() -> None:
    line = Line("m", "x", (sample.point(3, label="Atlantis", key="ATL"),))
    assert sample.page(Chart("map", (line,), "x"), MAIN).words == ()
