"""A style of the project: overrides only, beside the manifest."""

import pytest
from msgspec.structs import replace

from briefing.model.text import Place
from briefing.project import read_style
from briefing.workspace import Workspace

PLACE = Place("briefing.yaml", 7, 8)
OWN = """\
style: house
extends: ministry
colours: {accent: "#7A1F3D", chart.second: faint}
text:
  body: {size: 10, leading: 14.5}
  title: {size: 26, colour: accent}
measures:
  page: {width: 612, height: 792, bottom: 254 mm}
  column: {main: 110 mm, side: 52 mm}
  keypoints.rule: 0
"""


@pytest.fixture
def found(tmp_path):
    def read(text, name="house"):
        (tmp_path / "styles").mkdir(exist_ok=True)
        (tmp_path / "styles" / "house.yaml").write_text(text)
        return read_style(name, PLACE, Workspace(str(tmp_path)))

    return read


def test_own_style_says_only_what_differs(found):
    own, findings = found(OWN)
    base, _ = read_style("ministry", PLACE)
    assert findings == ()
    assert own.name == "house"
    # What is called by the accent's name follows it.
    assert (own.colours.accent, own.colours.chart.main) == ("#7A1F3D", "#7A1F3D")
    assert (own.colours.chart.second, own.colours.ink) == (base.colours.faint, base.colours.ink)
    assert (own.text.body.size, own.text.body.face) == (10.0, base.text.body.face)
    assert own.text.title.colour == "#7A1F3D"
    assert own.text.lead == base.text.lead
    assert own.page.width == 612
    assert own.keypoints_rule == 0
    assert (own.chart, own.extends) == (base.chart, "ministry")


def test_an_empty_own_style_is_the_ministrys(found):
    own, findings = found("style: house\n")
    base, _ = read_style("ministry", PLACE)
    assert findings == ()
    assert replace(own, name="ministry", extends="") == base


def test_a_style_of_the_product_may_say_only_what_differs_too():
    sheet, findings = read_style("factsheet", PLACE)
    base, _ = read_style("ministry", PLACE)
    assert findings == ()
    assert sheet.extends == "ministry"
    assert sheet.column.main == sheet.column.side != base.column.side
    assert sheet.chart.bars.left == base.chart.bars.left
    assert sheet.chart.bars.height < base.chart.bars.height


def test_a_style_of_the_project_may_stand_on_one_that_stands_on_another(found):
    own, findings = found("style: house\nextends: factsheet\nmeasures: {keypoints.rule: 0}\n")
    sheet, _ = read_style("factsheet", PLACE)
    assert findings == ()
    assert (own.extends, own.keypoints_rule) == ("factsheet", 0)
    assert (own.chart, own.band, own.text) == (sheet.chart, sheet.band, sheet.text)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("extends: ministry", "extends: minstry", "2:1 B040 extends: there is no style “minstry”"),
        ("  body:", "  boddy:", "5:3 B041 text: there is no kind “boddy”; did you mean “body”?"),
        ("leading: 14.5", "leadin: 14.5", "5:20 B008 text, body: unknown key “leadin”"),
        ("size: 10", "size: 0", "5:10 B041 text, body, size: 0 is out of reach"),
        ("keypoints.rule", "keypoint.rule", "10:3 B041 measures: there is no “keypoint.rule”"),
        ("width: 612", "width: 0", "8:10 B041 measures, page.width: 0 is out of reach"),
        ("main: 110 mm", "main: 150 mm", "7:1 B041 measures: the columns are"),
        ("colour: accent", "colour: acent", "6:29 B041 text, title, colour: there is no colour"),
        ("style: house", "style: home", "1:8 B041 the style calls itself “home”"),
        ('"#7A1F3D", chart', "red, chart", "3:19 B041 colours, accent: “red” is no colour"),
    ],
)
def test_wrong_own_style_is_found_at_its_line(found, old, new, expected):
    assert OWN.count(old) == 1
    read, findings = found(OWN.replace(old, new))
    assert read is None
    told = [f"{f.place} {f.code} {f.message}" for f in findings]
    assert any(line.startswith(f"styles/house.yaml:{expected}") for line in told), told


def test_faces_of_an_own_style_that_cant_be_used_are_found(found):
    for file, words in (
        ("Nothing.ttf", "the file isn't there"),
        ("../x.ttf", "is no file of a package"),
        ("/x.ttf", "is no file of a package"),
        ("C:x.ttf", "is no file of a package"),
        ("__init__.py", "can't be used"),
    ):
        face = f"{{package: matplotlib, file: '{file}', postscript: Serif}}"
        read, (finding,) = found(f"style: house\nfaces:\n  serif: {face}\n")
        assert read is None
        assert (finding.code, finding.place.file, finding.place.line) == (
            "B041",
            "styles/house.yaml",
            3,
        )
        assert words in finding.message


def test_a_face_of_the_projects_choice_is_used(found):
    face = "{package: matplotlib, file: DejaVuSerif.ttf, postscript: DejaVuSerif}"
    own, findings = found(f"style: house\nfaces:\n  serif: {face}\n")
    assert findings == ()
    assert own.faces["serif"].postscript == "DejaVuSerif"
