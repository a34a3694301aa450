"""A project with a look of its own: in a file beside the manifest, or in the manifest itself."""

import json
import shutil
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from briefing.model.spec import Choices
from briefing.run.build import build
from briefing.run.examine import check
from tests.projects.round_trip import pdf_words

CASE = Path(__file__).parents[1] / "projects" / "two-sections" / "project"
# Twenty lines: colours, the text's size, another page.
LOOK = """\
extends: ministry
colours:
  accent: "#7A1F3D"
  chart.second: muted
text:
  body: {size: 10, leading: 14.5}
  title: {size: 26, colour: accent}
  keypoint: {size: 10}
measures:
  page:
    width: 612
    height: 792
    bottom: 254 mm
  column:
    main: 112 mm
    side: 52 mm
  keypoints.rule: 0
  tile:
    across: 2
  register.printed: false
  marking.bottom: 272 mm
  running.foot: 264 mm
"""


# A ministry's own: its colours, its crest, the sections that it prints.
HOUSE = """\
extends: factsheet
colours:
  accent: "#7A1F3D"
  chart.second: "#B88A2E"
  chart.second.text: "#7A5A12"
  chart.earlier: "#B5838F"
logo:
  picture: crest.svg
  text: {en: Crest of the ministry}
sections: [flows]
text:
  title: {size: 20}
"""
CREST = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="60">'
    '<circle cx="30" cy="30" r="28" fill="#7A1F3D"/></svg>'
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CASE, tmp_path / "two-sections"))


def in_a_file(project: Path, look: str = LOOK) -> None:
    (project / "styles").mkdir()
    (project / "styles" / "house.yaml").write_text(f"style: house\n{look}")
    manifest = project / "briefing.yaml"
    manifest.write_text(f"{without_style(manifest)}\nstyle: house\n")


def in_the_manifest(project: Path, look: str = LOOK) -> None:
    manifest = project / "briefing.yaml"
    lines = "".join(f"  {line}\n" for line in look.splitlines())
    manifest.write_text(f"{without_style(manifest)}\nstyle:\n{lines}")


def without_style(manifest: Path) -> str:
    lines = manifest.read_text(encoding="utf-8").splitlines()
    return "\n".join(line for line in lines if not line.startswith("style:"))


def built(project: Path) -> tuple[bytes, dict[str, str]]:
    outcome = build(str(project), str(project.parent / "out"), Choices())
    assert [f for f in outcome.findings if f.severity.value == "error"] == []
    (pdf,) = [Path(b.path) for b in outcome.built]
    record = json.loads((pdf.parent / "record.json").read_text())
    return pdf.read_bytes(), {entry["path"]: entry["sha256"] for entry in record["inputs"]}


def test_a_style_of_twenty_lines_is_one_look_wherever_it_stands(project: Path) -> None:
    other = Path(shutil.copytree(project, project.parent / "again" / "two-sections"))
    in_a_file(project)
    in_the_manifest(other)
    first, inputs = built(project)
    second, others = built(other)
    with pikepdf.open(BytesIO(first)) as pdf:
        assert [float(n) for n in pdf.pages[0].mediabox] == [0, 0, 612, 792]
    assert {"styles/house.yaml", "styles/ministry.yaml"} <= inputs.keys()
    assert "styles/ministry.yaml" in others
    assert len(first) == pytest.approx(len(second), rel=0.02)


@pytest.mark.parametrize("way", [in_the_manifest, in_a_file])
def test_a_house_has_its_colours_its_crest_and_the_sections_that_it_chooses(
    project: Path, way: Callable[[Path, str], None]
) -> None:
    (project / "crest.svg").write_text(CREST, encoding="utf-8")
    way(project, HOUSE)
    pdf, inputs = built(project)
    text = " ".join(pdf_words(pdf))
    assert "[Crest of the ministry]" in text
    assert "Trade in goods" not in text
    assert {"crest.svg", "sections/en/flows.md"} <= inputs.keys()
    findings = check(str(project), Choices()).findings
    assert [f for f in findings if f.code in ("B042", "B410", "B420")] == []


def test_a_style_prints_the_sections_of_the_manifest_alone(project: Path) -> None:
    in_a_file(project, "sections: [flows, trad]\n")
    found = [f for f in check(str(project), Choices()).findings if f.code == "B024"]
    assert [(f.place.file, f.place.line) for f in found] == [("styles/house.yaml", 2)]
    assert "trad" in found[0].message
    assert "did you mean “trade”" in found[0].message


def test_links_to_what_a_style_leaves_out_are_words_or_gone(project: Path) -> None:
    in_a_file(project, "sections: [flows]\n")
    flows = project / "sections" / "en" / "flows.md"
    text = flows.read_text(encoding="utf-8")
    more = (
        "It is told [elsewhere](#trade), of [the chart](#trade). [→ Trade](#trade)\n\n[](#trade)\n"
    )
    flows.write_text(f"{text}\n\n{more}", encoding="utf-8")
    pdf, _ = built(project)
    words = " ".join(pdf_words(pdf))
    assert "It is told elsewhere, of the chart." in words
    assert "→ Trade" not in words


def test_a_brand_beside_the_manifest_is_its_look(project: Path) -> None:
    (project / "crest.svg").write_text(CREST, encoding="utf-8")
    brand = (
        'logo: {path: crest.svg, alt: House}\ncolor: {primary: "#7A1F3D", secondary: "#B88A2E"}\n'
    )
    (project / "_brand.yml").write_text(brand, encoding="utf-8")
    in_the_manifest(project, "brand: _brand.yml\n")
    pdf, inputs = built(project)
    assert "[House]" in " ".join(pdf_words(pdf))
    assert {"_brand.yml", "crest.svg"} <= inputs.keys()
    out = str(project.parent / "out")
    assert build(str(project), out, Choices(), if_changed=True).built == ()
    (project / "_brand.yml").write_text(brand.replace("7A1F3D", "7A1F3E"), encoding="utf-8")
    assert len(build(str(project), out, Choices(), if_changed=True).built) == 1


def test_a_changed_style_makes_a_new_edition(project: Path) -> None:
    in_the_manifest(project)
    out = str(project.parent / "out")
    build(str(project), out, Choices())
    assert build(str(project), out, Choices(), if_changed=True).built == ()
    manifest = project / "briefing.yaml"
    manifest.write_text(manifest.read_text().replace("7A1F3D", "7A1F3E"))
    assert len(build(str(project), out, Choices(), if_changed=True).built) == 1


@pytest.mark.parametrize(
    ("old", "new", "place", "message"),
    [
        ("body:", "boddy:", (6, 5), "text: there is no kind “boddy”; did you mean “body”?"),
        ("size: 10,", "size: ten,", (6, 18), "text, body, size: “ten” is no length"),
        ("width: 612", "widht: 612", (11, 7), "measures: there is no “page.widht”; did you mean"),
        ("extends: ministry", "extends: minstry", (1, 3), "extends: there is no style “minstry”"),
        ("extends: ministry", "style: house", (1, 3), "a style in a manifest has no name"),
    ],
)
@pytest.mark.parametrize("way", [in_the_manifest, in_a_file])
def test_what_is_wrong_is_found_at_its_line(project: Path, way, old, new, place, message) -> None:
    if way is in_a_file and "style: house" in new:
        return
    way(project, LOOK.replace(old, new, 1))
    found = [f for f in check(str(project), Choices()).findings if f.message.startswith(message)]
    (finding,) = found
    name = "styles/house.yaml" if way is in_a_file else "briefing.yaml"
    assert finding.place.file == name
    first = 1
    if way is in_the_manifest:
        text = (project / "briefing.yaml").read_text().splitlines()
        first = text.index("style:") + 1
    indent = 2 if way is in_a_file else 0
    assert (finding.place.line, finding.place.column) == (place[0] + first, place[1] - indent)


def test_a_style_that_is_chosen_stands_before_the_manifests(project: Path) -> None:
    in_the_manifest(project, LOOK.replace("width: 612", "width: none"))
    assert check(str(project), Choices(style="ministry")).findings == ()
