"""The data of a chart as grids: nothing of it is left out, and it reads as the labels do."""

from collections.abc import Callable

from briefing.exhibits import build
from briefing.model.exhibit import Chart, Exhibit, Grid
from briefing.model.fact import Facts
from briefing.model.spec import Spec

Maker = Callable[..., Spec]


def made(spec: Spec, facts: Facts) -> Exhibit:
    exhibits, findings = build(spec, facts, ["it"], "en")
    assert findings == ()
    return exhibits["it"]


def rows(grid: Grid) -> list[tuple[str, ...]]:
    return [(row.head, *(cell.text for cell in row.cells)) for row in grid.rows]


def test_series_of_one_span_are_columns_beside_their_periods(spec: Maker, facts: Facts) -> None:
    (grid,) = made(spec("bars", ["imports", "exports"]), facts).data
    assert [(c.head, c.numeric) for c in grid.columns] == [
        ("Year", False),
        ("Imports from Russia", True),
        ("Exports to Russia", True),
    ]
    assert rows(grid)[0] == ("2020", "1,400", "57.3")
    assert rows(grid)[3] == ("2023", "2,386", "[x]")
    assert [row.head for row in grid.rows] == ["2020", "2021", "2022", "2023", "2024", "2025"]
    assert grid.rows[-1].cells[0].status.value == "p"


def test_every_value_of_the_chart_is_there_with_its_fact(spec: Maker, facts: Facts) -> None:
    exhibit = made(spec("bars", ["imports", "exports"]), facts)
    assert isinstance(exhibit.content, Chart)
    drawn = [(p.fact, p.text) for line in exhibit.content.lines for p in line.points]
    held = [(c.fact, c.text) for g in exhibit.data for row in g.rows for c in row.cells]
    assert sorted(drawn, key=str) == sorted(held, key=str)


def test_one_series_is_headed_by_its_unit(spec: Maker, facts: Facts) -> None:
    (grid,) = made(spec("line", "exports"), facts).data
    assert [column.head for column in grid.columns] == ["Year", "US$\u00a0million"]


def test_panels_of_other_members_are_grids_of_their_own(spec: Maker, facts: Facts) -> None:
    first, second = made(spec("ranking", ["imports_from", "stock_from"], top=2), facts).data
    assert first.columns[0].head == "Country or territory"
    assert rows(first)[0] == ("China", "4,656")
    assert [row[0] for row in rows(second)][:2] == ["China", "Netherlands"]


def test_only_charts_have_data_behind_them(spec: Maker, facts: Facts) -> None:
    assert made(spec("grid", "imports"), facts).data == ()
