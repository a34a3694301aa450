"""Hints are followed as they say, and checked again: the finding is gone and no error has come.

Each edit does what the finding's hint says, in `../shared/cases` (which may be absent) and in
`everything-wrong`.
"""

import re
import shutil
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from PIL import Image

import briefing
from briefing.model.finding import Finding, Severity

CASES = Path(__file__).parents[3] / "shared" / "cases"
WRONG = Path(__file__).parent / "everything-wrong" / "project"
Edit = Callable[[Path, Finding], None]
GROUP = re.compile(r"income|Union|members|Asia|area|World|Africa|class")


def replaced(old: str, new: str, file: str = "") -> Edit:
    def edit(project: Path, finding: Finding) -> None:
        path = project / (file or finding.place.file)
        text = path.read_text(encoding="utf-8")
        assert old in text, (old, finding)
        path.write_text(text.replace(old, new), encoding="utf-8")

    return edit


def taken_out(project: Path, finding: Finding) -> None:
    """The unused name, and with it what its hint names."""
    named = re.findall(r"“([^”]+)”", finding.message)
    _, _, along = finding.hint.partition("nothing else needs: ")
    manifest = project / finding.place.file
    lines = manifest.read_text(encoding="utf-8").split("\n")
    gone = {*named, *(along.split(", ") if along else ())}
    starts = tuple(f"  {name}:" for name in gone)
    kept: list[str] = []
    skipping = False
    for number, line in enumerate(lines, 1):
        inside = line.startswith("   ")
        skipping = (skipping and inside) or (
            line.startswith(starts) and (number == finding.place.line or bool(along))
        )
        if not skipping:
            kept.append(line)
    manifest.write_text(bare("\n".join(kept)), encoding="utf-8")


def bare(text: str) -> str:
    """A manifest without keys under which nothing is left."""
    return re.sub(r"^(exhibits|series|facts|tables):\n(?=\S|\Z)", "", text, flags=re.MULTILINE)


def named(project: Path, finding: Finding) -> None:
    """The code by the name that is asked for, under `names:`."""
    (code, *_), manifest = re.findall(r"“([^”]+)”", finding.message), project / "briefing.yaml"
    written = manifest.read_text(encoding="utf-8")
    assert "names:" not in written
    assert f"names: {{{code}: {{en: " in finding.hint
    manifest.write_text(f'{written}\nnames: {{"{code}": {{en: "Named"}}}}\n', encoding="utf-8")


def labelled(project: Path, finding: Finding) -> None:
    """The label that is asked for, on a series written as its formula alone."""
    manifest = project / finding.place.file
    lines = manifest.read_text(encoding="utf-8").split("\n")
    line = lines[finding.place.line - 1]
    lines[finding.place.line - 1] = re.sub(
        r"^(  \w+: )(\".*\")$", r"\1{is: \2, label: {en: Named}}", line
    )
    assert lines[finding.place.line - 1] != line
    manifest.write_text("\n".join(lines), encoding="utf-8")


def line_out(project: Path, finding: Finding) -> None:
    path = project / finding.place.file
    lines = path.read_text(encoding="utf-8").split("\n")
    del lines[finding.place.line - 1]
    path.write_text("\n".join(lines), encoding="utf-8")


def table_key(text: str) -> Edit:
    """A key declared on the only table of a project."""

    def edit(project: Path, finding: Finding) -> None:
        manifest = project / "briefing.yaml"
        written = manifest.read_text(encoding="utf-8")
        assert written.count("{file:") == 1
        manifest.write_text(written.replace("{file:", f"{{{text}, file:"), encoding="utf-8")

    return edit


def fiscal(project: Path, finding: Finding) -> None:
    table_key("year_starts: 4")(project, finding)
    replaced("2011-12", "2011/12", "briefing.yaml")(project, finding)
    replaced("x 2009-10", "x 2009/10", "sections/en/a.md")(project, finding)


def totals(column: str) -> Edit:
    """The members that a finding names, among the totals of the only table."""

    def edit(project: Path, finding: Finding) -> None:
        keys = re.findall(r"\w+\[([^\]]+)\]", finding.message)
        if not keys:
            # A set that adds up to more than its whole holds the groups of the other finding.
            rows = (project / "t.csv").read_text(encoding="utf-8")
            keys = [key for key in re.findall(r'"([^"]+)"', rows) if GROUP.search(key)]
        listed = ", ".join(f'"{key}"' for key in dict.fromkeys(keys) if key != "World")
        manifest = project / "briefing.yaml"
        text = manifest.read_text(encoding="utf-8")
        known = re.search(r"totals: \{[^:]+: \[([^\]]*)\]\}", text)
        if known:
            said = known[0].replace(f"[{known[1]}]", f"[{known[1]}, {listed}]")
            text = text.replace(known[0], said)
        else:
            text = text.replace("{file:", f"{{totals: {{{column}: [{listed}]}}, file:")
        manifest.write_text(text, encoding="utf-8")

    return edit


def scaled(project: Path, finding: Finding) -> None:
    """A row whose figure was in another unit, a thousand times as large or small."""
    path = project / finding.place.file
    lines = path.read_text(encoding="utf-8").split("\n")
    *cells, value = lines[finding.place.line - 1].split(",")
    times = 1000 if "smaller" in finding.message else Decimal("0.001")
    lines[finding.place.line - 1] = ",".join([*cells, str(Decimal(value) * times)])
    path.write_text("\n".join(lines), encoding="utf-8")


def one_spelling(project: Path, finding: Finding) -> None:
    other, kept = re.findall(r"“([^”]+)”", finding.message)
    path = project / finding.place.file
    lines = path.read_text(encoding="utf-8").split("\n")
    row = lines[finding.place.line - 1]
    lines[finding.place.line - 1] = row.replace(other, kept)
    path.write_text("\n".join(lines), encoding="utf-8")


def picture(name: str) -> Edit:
    def edit(project: Path, finding: Finding) -> None:
        Image.new("RGB", (8, 8)).save(project / name)

    return edit


def both(*edits: Edit) -> Edit:
    def edit(project: Path, finding: Finding) -> None:
        for one in edits:
            one(project, finding)

    return edit


# What could not be seen before the first was mended.
REVEALED = {
    ("23", "B212"): {"B105"},
    # The text prints a value that is missing now, and imports from where none come.
    ("16", "B110"): {"B273"},
    ("19", "B246"): {"B271"},
    # 1,234,5 is no figure by any signs.
    ("39", "B029"): {"B207", "B273"},
}
# By case and code: what the hint says, done.
FOLLOWED: dict[tuple[str, str], Edit] = {
    ("06", "B113"): totals("country"),
    ("07", "B113"): totals('"Commodity Code"'),
    ("12", "B113"): totals("partner"),
    ("14", "B110"): scaled,
    ("16", "B110"): table_key('missing: ["", "0"]'),
    ("17", "B241"): table_key('thousands: ".", decimal: ","'),
    ("17", "B110"): table_key('thousands: ".", decimal: ","'),
    ("38", "B273"): replaced("A {{ t | change }} {{ period.previous }} {{ t | from }} "
                             "{{ t | average: 0001..0002 }}.", "It was {{ t }}."),
    ("18", "B245"): one_spelling,
    ("19", "B246"): replaced("imports_from: {table: t, where: {flow: export}",
                             "imports_from: {table: t, where: {flow: import}", "briefing.yaml"),
    ("31", "B110"): scaled,
    ("34", "B244"): replaced("0205-01-05", "2025-01-05"),
    ("37", "B314"): picture("c.png"),
    ("39", "B029"): replaced("decimal: ','", "decimal: '.'"),
    ("wrong", "B255"): both(
        replaced("mixed: exports + twice", "mixed: exports + convert(twice, rate)"),
        replaced("facts:", "facts:\n  rate: {value: 1.33, unit: USD per EUR, period: 2014, "
                 "source: nso}"),
    ),
    ("wrong", "B258"): replaced("square: circle / 2", "square: exports / 2", "briefing.yaml"),
    ("wrong", "B050"): picture("crest.png"),
    ("23", "B212"): replaced("codes: alpha2", "codes: eurostat", "briefing.yaml"),
    ("10", "B243"): table_key("frequency: quarter"),
    ("09", "B242"): fiscal,
    ("25", "B208"): table_key('end: "Source:"'),
    ("24", "B105"): replaced("{{ x }}", "{{ x | growth: bare }}"),
    ("29", "B101"): replaced("181/4000", "“181/4000”"),
    ("36", "B309"): replaced("(/url)", "(https://example.org/url)"),
    ("wrong", "B112"): replaced("A ministry}", "A ministry, retrieved: 2015-04-15}"),
    ("wrong", "B270"): replaced("{{ exprots }}", "{{ exports }}"),
    ("wrong", "B273"): replaced(
        " and {{ exports 2031 }}", "[ and {{ exports 2031 }}]{if=exports 2031}"
    ),
    ("wrong", "B101"): replaced("or 62 million", "or “62 million”"),
    ("wrong", "B317"): replaced("chnage", "change"),
    ("wrong", "B307"): replaced("<b>bold</b>", "**bold**"),
    ("wrong", "B304"): replaced("::: asied", "::: aside"),
    ("wrong", "B316"): replaced("(#nowhere)", "(#trade)"),
    ("wrong", "B309"): replaced("javascript:alert(1)", "https://example.org/"),
    ("wrong", "B315"): replaced(' "title"', ""),
    ("wrong", "B318"): replaced("exhibit:trad)", "exhibit:trade)"),
    ("wrong", "B213"): line_out,
    ("wrong", "B252"): replaced("nothing + 1", "exports + 1 * exports"),
    ("wrong", "B251"): replaced("(" * 52 + "exports" + ")" * 52, "(exports)"),
}  # fmt: skip


def findings(project: Path) -> tuple[Finding, ...]:
    return briefing.check(str(project)).findings


def cases() -> list[Path]:
    return sorted(CASES.glob("*")) if CASES.is_dir() else []


@pytest.mark.parametrize("case", [*cases(), WRONG], ids=lambda case: case.name)
def test_a_hint_that_is_followed_helps(tmp_path: Path, case: Path) -> None:
    number = "wrong" if case == WRONG else case.name[:2]
    before = findings(case)
    for index, finding in enumerate(before):
        edit = FOLLOWED.get((number, finding.code))
        if finding.code == "B120":
            edit = taken_out
        if finding.code == "B322":
            edit = named if finding.hint.startswith("name it") else labelled
        assert edit is not None, finding
        project = Path(shutil.copytree(case, tmp_path / str(index)))
        edit(project, finding)
        after = findings(project)
        left = [(f.code, f.message) for f in after]
        assert (finding.code, finding.message) not in left, finding
        errors = {f.code for f in after if f.severity is Severity.ERROR}
        revealed = REVEALED.get((number, finding.code), set())
        assert errors <= {f.code for f in before} | revealed, (finding, errors)
