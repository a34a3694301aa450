"""Text in two columns of one width, the right one below what stands beside it."""

from dataclasses import dataclass, field

import pytest

from briefing.layout.box import Abreast, Box, Solid
from briefing.layout.boxes.facing import Facing
from briefing.layout.flow.elastic import is_elastic, stretched
from briefing.layout.pen import Pen

WIDTH, GUTTER = 210.0, 10.0


@dataclass(frozen=True)
class Block(Solid):
    """A box of a height; it says where it is drawn."""

    name: str = field(kw_only=True)
    high: float = field(kw_only=True)
    drawn: dict[str, tuple[float, float]] = field(kw_only=True, compare=False)

    def measure(self, width: float) -> float:
        assert width == 100.0
        return self.high

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        self.drawn[self.name] = x, top


class Made:
    """Makes blocks by name and height, and draws what holds them."""

    def __init__(self) -> None:
        self.drawn: dict[str, tuple[float, float]] = {}

    def __call__(self, heights: str, keep: str = "") -> tuple[Box, ...]:
        pairs = (part.split(":") for part in heights.split())
        return tuple(
            Block(name=name, high=float(high), keep=name == keep, drawn=self.drawn)
            for name, high in pairs
        )

    def draw(self, box: Box, pen: Pen) -> dict[str, tuple[float, float]]:
        self.drawn.clear()
        box.draw(pen, 0.0, 0.0, WIDTH)
        return dict(self.drawn)


@pytest.fixture
def made() -> Made:
    return Made()


@pytest.fixture
def pen() -> Pen:
    return object.__new__(Pen)


def test_text_goes_on_below_what_is_beside_it(made: Made, pen: Pen) -> None:
    box = Facing(made("a:30 b:30 c:30"), made("x:25"), GUTTER)
    # 115 points in all: 60 at the left, 55 at the right.
    assert box.measure(WIDTH) == pytest.approx(60, abs=1)
    assert made.draw(box, pen) == {
        "a": (0, 0), "b": (0, 30), "x": (110, 0), "c": (110, 25),
    }  # fmt: skip


def test_text_stays_left_where_what_is_beside_it_is_as_high(made: Made, pen: Pen) -> None:
    box = Facing(made("a:30 b:30"), made("x:70"), GUTTER)
    assert box.measure(WIDTH) == 70
    assert made.draw(box, pen)["b"] == (0, 30)


def test_without_anything_beside_it_both_columns_are_about_as_long(made: Made, pen: Pen) -> None:
    box = Facing(made("a:20 b:20 c:20 d:20"), (), GUTTER)
    assert box.measure(WIDTH) == pytest.approx(40, abs=1)
    assert [x for x, _ in made.draw(box, pen).values()] == [0, 0, 110, 110]


def test_a_heading_never_ends_a_column(made: Made, pen: Pen) -> None:
    box = Facing(made("a:40 head:10 b:40", keep="head"), (), GUTTER)
    drawn = made.draw(box, pen)
    assert drawn["head"] == (110, 0)
    assert drawn["b"] == (110, 10)


def test_over_two_pages_both_columns_end_on_the_first(made: Made, pen: Pen) -> None:
    """Reading order is left, right, then the next page; what is beside stays with the beginning."""
    box = Facing(made("a:30 b:30 c:30 d:30 e:30"), made("x:25"), GUTTER)
    parts = box.split(WIDTH, 60)
    assert parts is not None
    first, rest = parts
    assert isinstance(first, Abreast)
    assert made.draw(first, pen) == {
        "a": (0, 0), "b": (0, 30), "x": (110, 0), "c": (110, 25),
    }  # fmt: skip
    assert set(made.draw(rest, pen)) == {"d", "e"}


def test_no_part_has_an_empty_column(made: Made) -> None:
    assert Facing(made("a:30 b:80"), (), GUTTER).split(WIDTH, 40) is None
    assert Facing(made("a:30 b:30"), made("x:80"), GUTTER).split(WIDTH, 40) is None
    assert Facing(made("a:30 b:30"), (), GUTTER).split(WIDTH, 40) is None


def test_what_holds_no_chart_stays_as_it_is(made: Made) -> None:
    box = Facing(made("a:30"), made("x:80"), GUTTER)
    assert not is_elastic(box)
    assert stretched(box, 1.1) is box
