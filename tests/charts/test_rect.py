from hypothesis import given
from hypothesis import strategies as st

from briefing.charts.paper import Rect, free, segment, span_bottom, span_top

NUMBER = st.floats(-500, 500)


def test_touching_is_not_meeting() -> None:
    box = Rect(0, 0, 10, 10)
    assert not box.meets(Rect(10, 0, 20, 10))
    assert box.meets(Rect(9.9, 9.9, 20, 20))
    assert free(Rect(12, 0, 20, 10), [box], gap=1.9)
    assert not free(Rect(12, 0, 20, 10), [box], gap=2.1)


def test_spans_see_only_what_stands_between() -> None:
    bars = [Rect(0, 0, 5, 30), Rect(10, 0, 15, 50), Rect(20, -40, 25, 0)]
    assert span_top(bars, 4, 9, 0) == 30
    assert span_top(bars, 5, 10, 0) == 0
    assert span_bottom(bars, 0, 30, 0) == -40


@given(NUMBER, NUMBER, NUMBER, NUMBER)
def test_a_segment_is_covered_from_end_to_end(x0: float, y0: float, x1: float, y1: float) -> None:
    boxes = segment(x0, y0, x1, y1, 1)
    for share in (0, 0.25, 0.5, 1):
        x, y = x0 + (x1 - x0) * share, y0 + (y1 - y0) * share
        assert any(box.grown(0.01).holds(Rect(x, y, x, y)) for box in boxes)
