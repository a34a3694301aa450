"""A `_brand.yml` as a style: what it maps, what it leaves with a note, what it never fetches."""

import shutil
from importlib.util import find_spec
from pathlib import Path

import pytest

from briefing.model import Finding, Place
from briefing.model.style import Style
from briefing.project import read_style
from briefing.project.style.brand import _HEADED
from briefing.project.style.contrast import ratio
from briefing.project.style.leaves import TEXTS
from briefing.workspace import Workspace

# Posit's own example (posit-dev.github.io/brand-yml), shortened, and a family of files.
BRAND = """\
meta:
  name: House of Trade
  link: https://example.org
logo:
  images:
    wide: {path: logos/wide.svg, alt: House of Trade}
    icon: {path: logos/icon.png, alt: Icon}
  small: icon
  medium: {light: wide, dark: icon}
color:
  palette:
    burgundy: "#7A1F3D"
    sand: "#f2ece0"
    night: midnightblue
  foreground: night
  background: white
  primary: burgundy
  secondary: "#C88418"
  light: sand
typography:
  fonts:
    - family: House Sans
      source: file
      files:
        - fonts/House.ttf
        - {path: fonts/House-Bold.ttf, weight: bold}
        - {path: fonts/House-Oblique.ttf, style: italic}
  base: House Sans
  headings: {family: House Sans}
  monospace: House Sans
"""
FONTS = {
    "House": "DejaVuSans",
    "House-Bold": "DejaVuSans-Bold",
    "House-Oblique": "DejaVuSans-Oblique",
}


def read(folder: Path, brand: str, own: str = "") -> tuple[Style | None, tuple[Finding, ...]]:
    found = find_spec("matplotlib")
    assert found is not None
    (root,) = found.submodule_search_locations or ()
    (folder / "fonts").mkdir(exist_ok=True)
    for name, theirs in FONTS.items():
        shutil.copy(f"{root}/mpl-data/fonts/ttf/{theirs}.ttf", folder / "fonts" / f"{name}.ttf")
    (folder / "styles").mkdir(exist_ok=True)
    (folder / "_brand.yml").write_text(brand, encoding="utf-8")
    text = f"style: house\nbrand: _brand.yml\n{own}"
    (folder / "styles" / "house.yaml").write_text(text, encoding="utf-8")
    return read_style("house", Place("briefing.yaml", 3), Workspace(str(folder)))


def told(findings: tuple[Finding, ...]) -> list[str]:
    return [f"{f.place.file}:{f.place.line} {f.code} {f.message}" for f in findings]


def test_palette_logo_and_families_are_the_styles(tmp_path: Path) -> None:
    style, findings = read(tmp_path, BRAND)
    assert told(findings) == []
    assert style is not None
    colours = style.colours
    assert (colours.ink, colours.accent, colours.tint) == ("#191970", "#7A1F3D", "#F2ECE0")
    # Words about such bars have a shade of it that can be read.
    assert ratio(colours.chart.second_text, "#FFFFFF") > ratio(colours.chart.second, "#FFFFFF")
    assert ratio(colours.chart.second_text, colours.tint) >= 4.5
    # What is called by the accent's name follows it.
    assert (colours.chart.main, colours.chart.second) == ("#7A1F3D", "#C88418")
    assert style.own_logo is not None
    assert style.own_logo.picture.text == "logos/wide.svg"
    assert style.own_logo.text[""].text == "House of Trade"
    assert style.faces["sans"].data == (tmp_path / "fonts/House.ttf").read_bytes()
    assert style.faces["serif.strong"].file == "fonts/House-Bold.ttf"
    # Of 400 and 700 the nearer to 500.
    assert style.faces["serif.medium"].file == "fonts/House.ttf"
    assert style.faces["serif.emphasis"].file == "fonts/House-Oblique.ttf"
    assert style.faces["mono"].postscript == "HouseSans-400"
    assert {style.text.title.face, style.text.h2.face} == {"heading"}
    assert style.faces["heading"].file == "fonts/House-Bold.ttf"


def test_what_the_style_says_itself_stands_over_its_brand(tmp_path: Path) -> None:
    own = 'colours: {accent: "#0F4C6B"}\nlogo: {picture: own.png, text: {en: Ours}}\n'
    style, findings = read(tmp_path, BRAND, own)
    assert (findings, style and style.colours.accent) == ((), "#0F4C6B")
    assert style is not None
    assert style.own_logo is not None
    assert style.own_logo.text["en"].text == "Ours"


@pytest.mark.parametrize(
    ("brand", "expected"),
    [
        (
            "typography:\n  fonts:\n    - {family: Open Sans, source: google}\n  base: Open Sans\n",
            [
                "_brand.yml:3 B043 fonts: “Open Sans” would be fetched from google",
                "_brand.yml:4 B043 typography, base: no file of “Open Sans” is in the project",
            ],
        ),
        (
            "typography:\n  fonts: [{family: Lora, source: bunny}]\n",
            ["_brand.yml:2 B043 fonts: “Lora” would be fetched from bunny"],
        ),
        (
            "typography:\n  fonts:\n  - family: Far\n    source: file\n"
            "    files: [https://example.org/far.ttf]\n",
            ["_brand.yml:5 B043 fonts: “https://example.org/far.ttf” would be fetched"],
        ),
        (
            "logo: https://example.org/logo.svg\n",
            ["_brand.yml:1 B043 logo: “https://example.org/logo.svg” is not in the project"],
        ),
        (
            "logo: {small: {path: a.png}}\n",
            ["_brand.yml:1 B041 logo: it has no alternative text"],
        ),
        (
            "color: {primary: pinkish}\n",
            ["_brand.yml:1 B041 color, primary: “pinkish” is no colour"],
        ),
        (
            "color:\n  palette: {a: b, b: a}\n  primary: a\n",
            ["_brand.yml:3 B041 color, primary: “a” is no colour"],
        ),
        (
            "color:\n  background: '#101010'\n",
            ["_brand.yml:2 B043 color, background: the page stays white, not #101010"],
        ),
        (
            "color: {success: green}\ndefaults: {quarto: {}}\n"
            "typography: {base: {family: IBM Plex Sans, size: 11pt}}\n",
            [
                "_brand.yml:1 B043 of the brand this is not taken: color.success, defaults, "
                "typography.base.size"
            ],
        ),
        # The contrast of a brand's colours is looked at as that of a style's own.
        (
            'color:\n  foreground: "#9AA0A6"\n',
            [
                "_brand.yml:2 B042 colours: ink on paper has a contrast of 2.6, less than 4.5",
                "_brand.yml:2 B042 colours: ink on tint has a contrast of 2.4, less than 4.5",
            ],
        ),
        (
            'color:\n  primary: "#8A3B12"\n  secondary: "#4F6B12"\n',
            ["_brand.yml:3 B042 colours: chart.main and chart.second look alike to protanopes"],
        ),
        ("- a\n", ["_brand.yml:1 B007 a brand is keys and values: color, typography, logo"]),
        ("a: [\n", ["_brand.yml:2 B002"]),
    ],
)
def test_what_is_left_or_wrong_is_told_at_its_line(
    tmp_path: Path, brand: str, expected: list[str]
) -> None:
    _, findings = read(tmp_path, brand)
    found = told(findings)
    assert len(found) == len(expected), found
    for one, wanted in zip(found, expected, strict=True):
        assert one.startswith(wanted)
    assert all(f.hint for f in findings)


def test_a_family_of_the_product_needs_no_file(tmp_path: Path) -> None:
    brand = (
        "typography:\n  fonts: [{family: IBM Plex Sans, source: google}]\n  base: IBM Plex Sans\n"
    )
    style, findings = read(tmp_path, brand)
    assert findings == ()
    assert style is not None
    assert style.faces["serif"] == style.faces["sans"]
    assert style.faces["serif.medium"].axes == {"wght": 600, "wdth": 100}


@pytest.mark.parametrize(
    ("name", "line"), [("_brand.yml", "styles/house.yaml:2"), ("fonts/House.ttf", "_brand.yml:25")]
)
def test_a_file_that_is_not_there_is_found_where_it_is_named(
    tmp_path: Path, name: str, line: str
) -> None:
    read(tmp_path, BRAND)
    (tmp_path / name).unlink()
    style, findings = read_style("house", Place("briefing.yaml", 3), Workspace(str(tmp_path)))
    assert style is None
    assert told(findings)[0].startswith(f"{line} B05")


def test_headings_are_kinds_of_text_that_there_are() -> None:
    assert set(_HEADED) <= set(TEXTS)
