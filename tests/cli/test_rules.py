"""`briefing rules`, and findings for programs, as a process."""

import json
import shutil
from pathlib import Path

import pytest

from briefing import checks
from briefing.cli import annotations
from briefing.model.finding import Finding
from briefing.model.text import Place
from briefing.run.codes import ROOMS
from briefing.run.outcome import Outcome
from tests.cli.test_commands import CASES, replace, run


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CASES / "two-sections" / "project", tmp_path / "two-sections"))


def test_rules_lists_every_code_and_explains_each(tmp_path: Path) -> None:
    listed = run(tmp_path, "rules")
    assert (listed.returncode, listed.stderr) == (0, "")
    assert all(
        f"  {code}  {documented.title}" in listed.stdout
        for room in ROOMS.values()
        for code, documented in room.items()
    )
    assert all(room in listed.stdout for room in ROOMS)


def test_a_rule_is_explained_with_why_example_and_what_to_do(tmp_path: Path) -> None:
    done = run(tmp_path, "rules", "b102")
    words = " ".join(done.stdout.split())
    rule = checks.CODES["B102"]
    assert done.returncode == 0
    for part in (rule.title, rule.what, f"Why: {rule.why}", rule.example, rule.hint):
        assert part in words
    as_json = json.loads(run(tmp_path, "rules", "B102", "--json").stdout)
    assert as_json["rules"][0]["why"] == rule.why


def test_a_rule_of_words_publishes_them(tmp_path: Path) -> None:
    done = run(tmp_path, "rules", "B105")
    assert "deficits: deficit, deficits, shortfall" in done.stdout
    (rule,) = json.loads(run(tmp_path, "rules", "B105", "--json").stdout)["rules"]
    assert rule["words"]["en"]["surpluses"][:2] == ["surplus", "surpluses"]


def test_an_unknown_code_is_a_usage_error(tmp_path: Path) -> None:
    done = run(tmp_path, "rules", "B1O2")
    assert done.returncode == 2
    assert "no finding has the code B1O2" in done.stderr


@pytest.mark.parametrize("command", ["check", "build"])
def test_github_marks_the_line_of_each_finding(project: Path, command: str) -> None:
    replace(project / "sections/en/trade.md", "hardly a market", "100%, hardly")
    done = run(project.parent, command, "two-sections", "--format", "github")
    assert done.returncode == 1
    assert done.stdout.splitlines() == [
        "::error file=two-sections/sections/en/trade.md,line=4,col=36,title=B101::"
        "“100” is bound to no fact%0Awrite it as a reference: {{ exports 2014 }}; what others said "
        "goes into quotation marks"
    ]


def test_format_json_is_json_and_holds_what_is_waived(project: Path) -> None:
    replace(project / "sections/en/trade.md", "hardly a market", "a 2nd market of 5")
    replace(
        project / "briefing.yaml",
        "sections: [",
        "checks: {allow: [{rule: B101, at: trade, because: it is a saying}]}\nsections: [",
    )
    done = run(project, "check", "--format", "json")
    assert done.returncode == 0
    assert done.stdout == run(project, "check", "--json").stdout
    result = json.loads(done.stdout)
    assert result["findings"] == []
    (waived,) = result["waived"]
    assert (waived["code"], waived["because"]) == ("B101", {"en": "it is a saying"})
    for command in ("check", "build"):
        assert "waived[B101] it is a saying" in run(project, command).stderr


def test_annotations_escape_what_github_would_read(capsys: pytest.CaptureFixture[str]) -> None:
    finding = Finding("B111", Place("a,b:c.md", 2, 3), "100%", "write: 1\n2")
    annotations.show([("data/x", Outcome("x", (finding,), {}))])
    assert capsys.readouterr().out == (
        "::warning file=data/x/a%2Cb%3Ac.md,line=2,col=3,title=B111::100%25%0Awrite: 1%0A2\n"
    )


def test_the_guide_lists_the_rules_as_they_are() -> None:
    guide = (Path(__file__).parents[2] / ".github/GUIDE.md").read_text(encoding="utf-8")
    rows = [f"| {code} | {rule.code.title} |" for code, rule in checks.RULES.items()]
    assert "\n".join(rows) in guide
