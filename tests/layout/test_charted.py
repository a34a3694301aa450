from briefing import layout
from tests.layout.conftest import Press
from tests.layout.documents import aside, chapter, chart, document, grid, placed


def test_a_charts_width_is_its_columns(press: Press) -> None:
    made = document(
        chapter(
            "1",
            placed("main", chart()),
            placed("wide", chart(), wide=True),
            aside(placed("side", chart(), wide=True)),
            placed("table", grid()),
        )
    )
    widths = {
        anchor: round(width, 1) for anchor, (_, width) in layout.charts(made, press.style).items()
    }
    assert widths == {"main": 313.7, "wide": 481.9, "side": 145.5}
