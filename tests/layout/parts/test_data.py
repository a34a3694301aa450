"""The annex of data behind the figures: printed where the style says so, linked both ways, in
columns that are filled evenly, and never in the way of an endless table."""

from dataclasses import dataclass, field
from io import BytesIO

import pikepdf
import pytest
from msgspec.structs import replace

from briefing.layout.box import Box, Solid
from briefing.layout.boxes.across import Snaking
from briefing.layout.pen import Pen
from briefing.model.document import Document
from briefing.model.exhibit import Grid
from tests.layout.conftest import Press
from tests.layout.documents import chapter, chart, document, grid, paragraph, placed
from tests.pdf.structure import read, structure_text


def with_data(*grids: Grid, name: str = "trade") -> Document:
    figure = placed(name, chart(), label="Figure 1")
    figure = replace(figure, exhibit=replace(figure.exhibit, data=grids))
    made = document(chapter("1", paragraph("It fell."), figure))
    words = replace(
        made.furniture,
        data="Data behind the figures",
        data_of="Data of {label}",
        to_data="→ Data",
    )
    return replace(made, furniture=words)


def printed(press: Press, made: Document) -> bytes:
    pages, findings = press.print(made)
    assert findings == ()
    assert pages is not None
    return pages.data


def test_figure_and_data_lead_to_each_other(press: Press) -> None:
    data = printed(press, with_data(grid(6, 2)))
    with pikepdf.open(BytesIO(data)) as pdf:
        places = {
            str(a.Contents): (number, pdf.pages.index(pikepdf.Page(a.Dest[0])))
            for number, page in enumerate(pdf.pages)
            for a in page.obj.get("/Annots", ())
            if "/Dest" in a
        }
    assert places["→ Data"][0] == places["Data of Figure 1"][1]
    assert places["→ Data"][1] == places["Data of Figure 1"][0]
    assert places["Data behind the figures"][1] == places["→ Data"][1]


def test_data_is_a_table_under_its_caption(press: Press) -> None:
    data = printed(press, with_data(grid(6, 2)))
    table = read(data).find("Table")[-1]
    assert table.find("Caption")[0].text == "Data of Figure 1US$ million"
    assert [node.attributes["Scope"] for node in table.find("TH")] == ["Column"] * 2 + ["Row"] * 6
    assert "5\t" not in table.text
    assert "2000\t1.1\n" in structure_text(data)


def test_a_style_may_leave_it_out(press: Press) -> None:
    plain = Press(replace(press.style, data=replace(press.style.data, printed=False)), press.faces)
    text = structure_text(printed(plain, with_data(grid(6, 2))))
    assert "Data" not in text


def test_facts_of_the_data_are_printed_facts(press: Press) -> None:
    pages, _ = press.print(with_data(grid(6, 2)))
    assert pages is not None
    assert "cell-5-1" in {p.fact.name for p in pages.printed}


@pytest.mark.parametrize("shape", [(400, 2), (400, 9), (3, 9), *((n, 2) for n in range(64, 77, 2))])
def test_a_table_higher_than_a_page_or_wider_than_a_column_goes_on(
    press: Press, shape: tuple[int, int]
) -> None:
    data = printed(press, with_data(grid(*shape)))
    lines = structure_text(data).splitlines()
    assert sum(line.startswith("20") or line.startswith("2") for line in lines) >= shape[0]
    for row in range(shape[0]):
        assert any(line.split("\t")[0] == str(2000 + row) for line in lines)


@dataclass(frozen=True, eq=False)
class Block(Solid):
    """A box of a height; remembers where it was drawn."""

    height: float = field(kw_only=True)
    at: list[tuple[float, float]] = field(default_factory=list)

    def measure(self, width: float) -> float:
        return self.height

    def draw(self, pen: Pen, x: float, top: float, width: float) -> None:
        self.at.append((x, top))


def snaking(*heights: float) -> Snaking:
    boxes: tuple[Box, ...] = tuple(Block(height=height) for height in heights)
    return Snaking(boxes, 10, 3, page=700)


def test_columns_are_about_equally_long() -> None:
    assert snaking(100, 100, 100).measure(320) == pytest.approx(100, abs=1)
    assert snaking(100, 50, 50, 90, 10).measure(320) == pytest.approx(100, abs=1)
    assert snaking(10, 10, 300).measure(320) == pytest.approx(300, abs=1)


def test_boxes_go_down_one_column_after_the_other() -> None:
    made = snaking(100, 50, 50, 90, 10)
    made.draw(None, 0, 20, 320)  # type: ignore[arg-type]
    places = [(0, 20), (110, 20), (110, 70), (220, 20), (220, 110)]
    assert [box.at for box in made.boxes] == [[place] for place in places]


def test_what_has_no_room_goes_on_the_next_page_in_order() -> None:
    first, rest = snaking(100, 100, 100, 100, 40).split(320, 150) or (None, None)
    assert first is not None
    assert rest is not None
    assert [box.height for box in first.boxes] == [100, 100, 100]
    assert [box.height for box in rest.boxes] == [100, 40]
    assert snaking(100).split(320, 50) is None
    assert snaking(100, 100).split(320, 150) is None
