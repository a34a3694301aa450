"""Hints are followed as they say, and checked again: the finding is gone and no error has come.

Each edit does what the finding's hint says, in `../shared/cases` (which may be absent) and in
`everything-wrong`.
"""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

import briefing
from briefing.model.finding import Finding, Severity

CASES = Path(__file__).parents[3] / "shared" / "cases"
WRONG = Path(__file__).parent / "everything-wrong" / "project"
Edit = Callable[[Path, Finding], None]


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


# What could not be seen before the first was mended.
REVEALED = {("23", "B212"): {"B105"}}
# By case and code: what the hint says, done.
FOLLOWED: dict[tuple[str, str], Edit] = {
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
        if edit is None:
            continue
        project = Path(shutil.copytree(case, tmp_path / str(index)))
        edit(project, finding)
        after = findings(project)
        left = [(f.code, f.message) for f in after]
        assert (finding.code, finding.message) not in left, finding
        errors = {f.code for f in after if f.severity is Severity.ERROR}
        revealed = REVEALED.get((number, finding.code), set())
        assert errors <= {f.code for f in before} | revealed, (finding, errors)
