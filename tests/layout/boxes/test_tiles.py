import pytest

from briefing.layout.boxes.spark import _places, _stretches
from briefing.layout.boxes.tiles import apart, tile_grid
from briefing.layout.text.setting import Setting
from briefing.pdf import Tree
from tests.layout.documents import HERE, points, tiles

FULL = 481.89


def test_rows_of_three(setting: Setting) -> None:
    def height(count: int) -> float:
        root = Tree().root
        return tile_grid(setting, tiles(count).tiles, root, HERE, "").measure(FULL)

    assert height(1) == height(3)
    assert height(4) == height(6)
    gap = setting.look.style.tile.row
    assert abs(height(6) - 2 * height(3) - gap) < 1e-6


def test_a_narrow_column_has_fewer_side_by_side(setting: Setting) -> None:
    made = tile_grid(setting, tiles(3).tiles, Tree().root, HERE, "")
    side = setting.look.style.column.side
    gap = setting.look.style.tile.row
    assert abs(made.measure(side) - 3 * made.measure(FULL) - 2 * gap) < 1e-6


def test_a_tile_is_a_label_a_value_and_its_lines(setting: Setting) -> None:
    made = tile_grid(setting, tiles(3).tiles, Tree().root, HERE, "")
    text, tile = setting.text.tile, setting.look.style.tile
    lines = text.label.before + text.label.leading + text.label.after + text.value.leading
    assert made.measure(FULL) == tile.rule + lines + text.value.after + text.change.leading


@pytest.mark.parametrize(
    ("count", "rows"), [(3, [3]), (4, [2, 2]), (5, [3, 2]), (6, [3, 3]), (7, [3, 2, 2])]
)
def test_rows_over_the_whole_width_are_as_equal_as_can_be(
    setting: Setting, count: int, rows: list[int]
) -> None:
    made = tile_grid(setting, tiles(count).tiles, Tree().root, HERE, "")
    assert [len(row) for row in made._rows(FULL)] == rows


@pytest.mark.parametrize(
    ("count", "rows"),
    [(1, [1]), (2, [2]), (3, [1, 2]), (4, [2, 2]), (5, [1, 2, 2]), (7, [1, 2, 2, 2])],
)
def test_in_rows_of_two_one_tile_by_itself_is_the_first(
    setting: Setting, count: int, rows: list[int]
) -> None:
    width = 2 * setting.look.style.tile.narrowest + setting.look.style.tile.gutter
    made = tile_grid(setting, tiles(count).tiles, Tree().root, HERE, "")
    assert [len(row) for row in made._rows(width)] == rows
    for number in range(len(rows) + 1):
        parts = made.cut(width, number)
        held = [[len(row) for grid in part for row in grid._rows(width)] for part in parts]
        assert held == [rows[:number], rows[number:]] or (held[0], sum(held[1])) == (
            rows[:number],
            sum(rows[number:]),
        )


@pytest.mark.parametrize(
    ("count", "level", "below", "last"),
    [(1, 1, 0, 0), (2, 2, 0, 0), (3, 3, 0, 0), (4, 2, 2, 0), (5, 3, 2, 0), (6, 3, 2, 1),
     (7, 3, 2, 2), (8, 3, 4, 1), (9, 3, 4, 2), (10, 3, 4, 3), (11, 3, 6, 2)],
)  # fmt: skip
def test_beside_a_lead_exhibit_stand_up_to_three_and_pairs_below(
    setting: Setting, count: int, level: int, below: int, last: int
) -> None:
    made = apart(tile_grid(setting, tiles(count).tiles, Tree().root, HERE, ""))
    assert [len(part.cells) if part else 0 for part in made] == [level, below, last]
    every = [cell for part in made if part for cell in part.cells]
    assert len(every) == count


def test_a_sparkline_is_open_where_a_value_is_missing() -> None:
    places = _places(points("1", "2", None, "4"), 0, 0, 30, 10)
    assert places[2] is None
    assert places[0] == (0, 10)
    assert places[3] == (30, 0)
    assert _stretches([0, 1, 3]) == [(0, 1), (3, 3)]


def test_a_level_sparkline_stands_in_the_middle() -> None:
    assert _places(points("5", "5"), 0, 0, 10, 10) == [(0, 5), (10, 5)]
    assert _places(points(None, None), 0, 0, 10, 10) == [None, None]
