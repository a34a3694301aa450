import pytest

from briefing.model.place import Place
from briefing.model.style import FaceSpec, TextStyle
from briefing.project import read_style, style

PLACE = Place("briefing.yaml", 7, 8)
SMALL = """\
style: small
faces: {serif: {package: some_package, file: Some.ttf, axes: {wght: 600}, postscript: Some}}
fallback: [serif]
colours: {ink: "#1b2128"}
text: {body: {face: serif, size: 9.5, leading: 14, colour: ink, tracking: -0.01}}
measures: {page: {width: 210 mm, tab.height: 4}, across: 3}
"""


@pytest.fixture
def found(tmp_path):
    """Reads SMALL with changes as the style `small`."""

    def read(changes):
        text = SMALL
        for old, new in changes.items():
            assert text.count(old) == 1
            text = text.replace(old, new)
        (tmp_path / "small.yaml").write_text(text)
        return style.read_style_in(str(tmp_path), "small", PLACE)

    return read


def test_style_as_values(found):
    read, findings = found({})
    assert findings == ()
    assert read.faces == {"serif": FaceSpec("some_package", "Some.ttf", {"wght": 600.0}, "Some")}
    assert read.fallback == ("serif",)
    assert read.colours == {"ink": "#1B2128"}
    assert read.text == {"body": TextStyle("serif", 9.5, 14.0, "ink", tracking=-0.01)}
    assert read.measures == {
        "page.width": pytest.approx(595.2756),
        "page.tab.height": 4.0,
        "across": 3.0,
    }


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (
            {"size: 9.5": "size: 9.5 points"},
            "5:34 B041 text, body, size: “9.5 points” is no length",
        ),
        (
            {"tracking: -0.01": "align: full"},
            "5:72 B015 text, body, align: unknown alignment “full”",
        ),
        ({"210 mm": "210 miles"}, "6:19 B041 measures, page.width: “210 miles” is no length"),
        ({"across: 3": "across: [3]"}, "6:50 B041 measures, across: a list is no length"),
        (
            {"across: 3": "page.width: 3"},
            "6:50 B003 measures, page.width: stands twice, nested and dotted",
        ),
        ({'"#1b2128"': "petrol"}, "4:16 B041 colours, ink: “petrol” is no colour"),
        (
            {"colour: ink": "colour: inc"},
            "5:60 B041 text, body, colour: there is no colour “inc”; did you mean “ink”?",
        ),
        (
            {"[serif]": "[sarif]"},
            "3:12 B041 fallback: there is no face “sarif”; did you mean “serif”?",
        ),
        (
            {"tracking": "traking"},
            "5:65 B008 text, body: unknown key “traking”; did you mean “tracking”?",
        ),
        ({"style: small": "style: other"}, "1:8 B041 the style calls itself “other”"),
        ({"fallback: [serif]\n": ""}, "1:1 B009 key “fallback” is missing"),
        (
            {"[serif]": "[serif"},
            "4:8 B002 this is no YAML: a list [ … ] is not closed, or lacks a comma",
        ),
    ],
)
def test_broken_style(found, changes, expected):
    read, findings = found(changes)
    assert read is None
    assert [f"{f.place} {f.code} {f.message}" for f in findings] == [
        f"styles/small.yaml:{expected}"
    ]


def test_unknown_style_is_found_where_it_is_named(found, tmp_path):
    found({})
    for name in ("smal", "../small"):
        read, (finding,) = style.read_style_in(str(tmp_path), name, PLACE)
        assert read is None
        assert (finding.code, finding.place, finding.hint) == ("B040", PLACE, "styles: small")


def test_the_styles_that_come_along():
    for name in style.known_styles():
        read, findings = read_style(name, PLACE)
        assert findings == ()
        assert read.name == name
    assert "ministry" in style.known_styles()
