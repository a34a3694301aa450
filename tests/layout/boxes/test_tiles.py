from briefing.layout.boxes.tiles import _places, _stretches, tile_grid
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


def test_a_tile_is_as_high_as_the_specification_has_it(setting: Setting) -> None:
    made = tile_grid(setting, tiles(3).tiles, Tree().root, HERE, "")
    assert abs(made.measure(FULL) / 72 * 25.4 - 26.3) < 0.3


def test_a_sparkline_is_open_where_a_value_is_missing() -> None:
    places = _places(points("1", "2", None, "4"), 0, 0, 30, 10)
    assert places[2] is None
    assert places[0] == (0, 10)
    assert places[3] == (30, 0)
    assert _stretches([0, 1, 3]) == [(0, 1), (3, 3)]


def test_a_level_sparkline_stands_in_the_middle() -> None:
    assert _places(points("5", "5"), 0, 0, 10, 10) == [(0, 5), (10, 5)]
    assert _places(points(None, None), 0, 0, 10, 10) == [None, None]
