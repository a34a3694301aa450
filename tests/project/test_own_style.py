"""A style of the project: overrides only, beside the manifest."""

import random
from pathlib import Path

import pytest
import yaml

from briefing.model.place import Place
from briefing.project import read_style
from briefing.workspace import Workspace, assets

PLACE = Place("briefing.yaml", 7, 8)
OWN = """\
style: house
extends: ministry
colours: {petrol: "#7A1F3D", chart.main: "#7A1F3D"}
text:
  body: {size: 10, leading: 14.5}
  title: {size: 26, colour: petrol}
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
    assert own.colours == {**base.colours, "petrol": "#7A1F3D", "chart.main": "#7A1F3D"}
    assert (own.text["body"].size, own.text["body"].face) == (10.0, base.text["body"].face)
    assert own.text["lead"] == base.text["lead"]
    assert own.measures["page.width"] == 612
    assert own.measures["keypoints.rule"] == 0
    assert own.measures["chart.bar"] == base.measures["chart.bar"]


def test_an_empty_own_style_is_the_ministrys(found):
    own, findings = found("style: house\n")
    base, _ = read_style("ministry", PLACE)
    assert findings == ()
    assert (own.text, own.measures, own.faces) == (base.text, base.measures, base.faces)


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
        ("colour: petrol", "colour: petrel", "6:29 B041 text, title, colour: there is no colour"),
        ("style: house", "style: home", "1:8 B041 the style calls itself “home”"),
        ('"#7A1F3D", chart', "red, chart", "3:19 B041 colours, petrol: “red” is no colour"),
    ],
)
def test_wrong_own_style_is_found_at_its_line(found, old, new, expected):
    assert OWN.count(old) == 1
    read, findings = found(OWN.replace(old, new))
    assert read is None
    told = [f"{f.place} {f.code} {f.message}" for f in findings]
    assert any(line.startswith(f"styles/house.yaml:{expected}") for line in told), told


def test_no_mutation_of_a_style_is_a_bug(found):
    """Keys lost, values swapped for others or for nonsense: a style or findings, nothing else."""
    chance = random.Random(1)
    text = (Path(assets.styles()) / "ministry.yaml").read_text()
    nonsense = [None, [], {}, "", "x", -1, 0, 1e9, True, "#FFFFFF", ["x"], {"x": 1}, "12 mm"]
    for _ in range(60):
        tree = yaml.safe_load(text)
        for _ in range(chance.randint(1, 3)):
            node = tree
            while True:
                key = chance.choice(list(node))
                below = node[key]
                if not isinstance(below, dict) or not below or chance.random() < 0.2:
                    break
                node = below
            if chance.random() < 0.3:
                del node[key]
            else:
                node[key] = chance.choice(nonsense)
            if not tree:
                break
        read, findings = found(yaml.safe_dump(tree, allow_unicode=True))
        assert (read is None) == bool([f for f in findings if f.severity.value == "error"])
