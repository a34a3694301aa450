from operator import attrgetter

import pytest
from msgspec.structs import replace

from briefing.layout.text.setting import Setting
from briefing.model.exhibit import (
    Cell,
    Chart,
    Column,
    Content,
    Grid,
    GridRow,
    Line,
    Moment,
    Tile,
    Tiles,
    Timeline,
)
from briefing.model.finding import Severity
from briefing.model.series import Status
from tests.layout.conftest import Press
from tests.layout.documents import (
    HERE,
    chapter,
    chart,
    document,
    fact,
    opening,
    placed,
    points,
    words,
)


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        ("snow \U0001f9e8", "B401", "U+1F9E8"),
        ("سلام", "B402", "Arabic"),
        ("日本", "B402", "Cjk"),
        ("नमस्ते", "B402", "Devanagari"),
    ],
)
def test_what_no_face_can_set_is_a_finding(
    setting: Setting, text: str, code: str, said: str
) -> None:
    setting.paragraph((words(text),), setting.text.body, None)
    found = setting.findings[0]
    assert found.code == code
    assert found.severity is Severity.ERROR
    assert said in found.message
    assert found.place == HERE


def test_a_character_is_reported_once(setting: Setting) -> None:
    setting.paragraph((words("\U0001f9e8"), words("\U0001f9e8")), setting.text.body, None)
    assert len(setting.findings) == 1


@pytest.mark.parametrize(
    "text", ["Ө ө Ү ү Ё № ₽ ₮ – — − → × ÷ ≈ “ ” « » ’", "a\u00a0b\u202fc\u2009d"]
)
def test_what_the_languages_need_is_set(setting: Setting, text: str) -> None:
    for kind in ("body", "title", "grid.cell", "grid.strong", "keypoint"):
        setting.paragraph((words(text),), attrgetter(kind)(setting.text), None)
    assert setting.findings == []


BRICK = "\U0001f9e8"
NAMED = {
    "series of a chart": Chart("line", (Line("a", BRICK, points("1", "2")),), "%"),
    "category of a chart": Chart(
        "ranking",
        (Line("a", "A", tuple(replace(p, at=None, label=BRICK) for p in points("1"))),),
        "%",
    ),
    "label of a tile": Tiles((Tile(BRICK, "1", "", Status.FINAL, "", fact("t"), (), (), "", ""),)),
    "unit of a tile": Tiles((Tile("A", "1", BRICK, Status.FINAL, "", fact("t"), (), (), "", ""),)),
    "head of a grid": Grid(
        (Column(BRICK, False), Column("B", True)), (GridRow("a", (Cell("1"),)),)
    ),
    "row of a grid": Grid((Column("A", False), Column("B", True)), (GridRow(BRICK, (Cell("1"),)),)),
    "moment": Timeline((Moment("1990", BRICK, "", "treaty", ("nso",), fact("m")),)),
}


@pytest.mark.parametrize("content", NAMED.values(), ids=NAMED)
def test_what_no_face_has_is_found_in_exhibits_too(press: Press, content: Content) -> None:
    made = document(chapter("1", placed("shown", content)), opening=opening())
    pages, findings = press.print(made)
    assert pages is None
    assert [(f.code, f.place) for f in findings] == [("B401", HERE)]


def test_what_no_face_has_is_found_in_a_note_under_an_exhibit(press: Press) -> None:
    made = document(chapter("1", placed("shown", chart(), notes=(BRICK,))), opening=opening())
    pages, findings = press.print(made)
    assert pages is None
    assert [(f.code, f.place) for f in findings] == [("B401", HERE)]


@pytest.mark.parametrize("text", ["US$\u00a0million", "million\u00a0tonnes", "US$1.6\u00a0billion"])
@pytest.mark.parametrize(
    "kind", ["body", "exhibit.subtitle", "grid.head", "grid.cell", "side.body"]
)
def test_a_unit_holds_together_at_any_width(setting: Setting, kind: str, text: str) -> None:
    made = setting.paragraph(
        (words(f"Imports, {text}, and more of it"),), attrgetter(kind)(setting.text), None
    )
    for width in range(int(made.narrowest()) + 1, 200, 3):
        lines = ["".join(p.text for s in line for p in s.pieces) for line in made.lines(width)]
        assert any(text in line for line in lines)
