from pathlib import Path

import pytest

from briefing.model.style import FaceSpec, TextStyle
from briefing.model.text import Place
from briefing.project import read_style
from briefing.project.known_styles import known_styles
from briefing.project.style.read import read_style_in
from briefing.workspace import assets

PLACE = Place("briefing.yaml", 7, 8)
MINISTRY = (Path(assets.styles()) / "ministry.yaml").read_text()


@pytest.fixture
def found(tmp_path):
    """Reads the ministry's style with changes as the style `small`."""

    def read(changes):
        text = MINISTRY.replace("style: ministry", "style: small")
        for old, new in changes.items():
            assert text.count(old) == 1, old
            text = text.replace(old, new)
        (tmp_path / "small.yaml").write_text(text)
        return read_style_in(str(tmp_path), "small", PLACE)

    return read


def test_style_as_values(found):
    read, findings = found({})
    assert findings == ()
    axes = {"wght": 600.0, "wdth": 100.0}
    assert read.faces["sans.strong"] == FaceSpec(
        "fontpkg_ibm_plex_sans", "IBMPlexSans[wdth,wght].ttf", axes, "IBMPlexSans-SemiBold"
    )
    assert read.fallback == ("sans", "fallback")
    assert (read.colours.accent, read.colours.chart.main) == ("#0F4C6B", "#0F4C6B")
    assert read.text.body == TextStyle("serif", 10.0, 14.5, "#1B2128", after=7.0)
    assert read.text.exhibit.title_side.size == 9.4
    assert read.page.width == 210 * (72 / 25.4)
    assert (read.standfirst.lines, read.brief_printed) == (2, True)


def test_what_isnt_said_of_narrow_charts_and_data_is_as_beneath(found):
    read, _ = found({})
    assert read.narrow.bars.height == 36 * (72 / 25.4)
    assert read.chart.bars.height == 48 * (72 / 25.4)
    assert read.narrow.bars.left == read.chart.bars.left
    assert (read.data.grid.pad, read.data.grid.head_lines) == (0.5, read.grid.head_lines)
    dense = read.dense()
    assert (dense.grid, dense.text.grid) == (read.data.grid, read.text.data.grid)


@pytest.mark.parametrize(
    ("old", "new", "at", "expected"),
    [
        (
            "body: {face: serif, size: 10",
            "body: {face: serif, size: 10 points",
            "10 points",
            "B041 text, body, size: “10 points” is",
        ),
        ("tracking: 0.08", "align: full", "full}", "B015 text, marking, align: unknown alignment"),
        ("210 mm", "210 miles", "width: 210 miles", "B041 measures, page.width: “210 miles” is no"),
        ("tile: {across: 3", "tile: {across: [3]", "across: [", "B007 measures, tile.across: must"),
        ("tile: {across: 3", "tile: {across: 3.5", "across: 3.5", "B041 measures, tile.across: “3"),
        (
            "register: {printed: false",
            "register: {printed: if",
            "printed: if",
            "B015 measures, reg",
        ),
        ("source: {slot: 8 mm", "source: {slt: 8 mm", "slt: 8 mm", "B041 measures: there is no “"),
        (
            "gap: {slot: 24 mm",
            "gap: {slo: 24 mm",
            "measures:",
            "B009 measures: key “gap.slot” is missing",
        ),
        (
            "  marking: {top",
            "  page.width: 3\n  marking: {top",
            "page.width: 3",
            "B003 measures, page",
        ),
        ('accent: "#0F4C6B"', "accent: blue", "blue", "B041 colours, accent: “blue” is no colour"),
        (
            "grid: line",
            "grid: chart.grid",
            "chart.grid\n",
            "B041 colours, chart.grid: “chart.grid”",
        ),
        ('tint: "#F2F4F6"', 'tnt: "#F2F4F6"', "tnt", "B041 colours: there is no role “tnt”"),
        ("33, colour: ink", "33, colour: inc", "inc,", "B041 text, title, colour: there is no col"),
        ("[sans, fallback]", "[sanse, fallback]", "sanse", "B041 fallback: there is no face “sans"),
        ("  lead: {face", "  lede: {face", "lede", "B041 text: there is no kind “lede”; did you"),
        (
            "file: DejaVuSansM",
            "file: ../DejaVuSansM",
            "../Deja",
            "B041 faces, mono, file: “../Deja",
        ),
        ("DejaVuSansMono.ttf", "/etc/passwd", "/etc", "B041 faces, mono, file: “/etc/passwd” is"),
        ("style: small", "style: other", "other", "B041 the style calls itself “other”"),
    ],
)
def test_broken_style_is_found_at_its_place(found, old, new, at, expected):
    read, findings = found({old: new})
    assert read is None
    text = MINISTRY.replace("style: ministry", "style: small").replace(old, new)
    before = text[: text.index(at)]
    line, column = before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
    told = [f"{f.place} {f.code} {f.message}" for f in findings]
    assert any(t.startswith(f"styles/small.yaml:{line}:{column} {expected}") for t in told), told


def test_a_key_that_is_missing_is_found(found):
    read, findings = found({"fallback: [sans, fallback]\n": ""})
    assert read is None
    assert [(f.code, f.message) for f in findings] == [("B009", "key “fallback” is missing")]
    read, findings = found({"[sans, fallback]": "[sans, fallback"})
    assert (read, findings[0].code) == (None, "B002")


def test_unknown_style_is_found_where_it_is_named(found, tmp_path):
    found({})
    for name in ("smal", "../small"):
        read, (finding,) = read_style_in(str(tmp_path), name, PLACE)
        assert read is None
        assert (finding.code, finding.place, finding.hint) == ("B040", PLACE, "styles: small")


def test_the_styles_that_come_along():
    for name in known_styles():
        read, findings = read_style(name, PLACE)
        assert findings == ()
        assert read.name == name
    assert "ministry" in known_styles()
