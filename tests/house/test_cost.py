"""What one more of a kind costs: each is added to a copy of the package, and works there."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.house.additions import (
    ADDITIONS,
    FORMAT,
    INDICATOR,
    INDICATOR_IN_WORDS,
    KIND,
    LANGUAGE,
    RULE,
    RULE_IN_WORDS,
    Addition,
)
from tests.language.test_another_language import MANIFEST, SECTION, TRADE
from tests.pdf.structure import structure_text

ROOT = Path(__file__).parents[2]
CASE = ROOT / "tests" / "projects" / "two-sections" / "project"
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs the command in a copy of the package that has an addition."""
    ignore = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "briefing", tmp_path / "house" / "briefing", ignore=ignore)
    for name in ("styles", "data"):
        (tmp_path / "house" / name).symlink_to(ROOT / name)

    def call(addition: Addition, *arguments: str) -> subprocess.CompletedProcess[str]:
        if not (tmp_path / "added").exists():
            addition.put_into(tmp_path / "house" / "briefing")
            (tmp_path / "added").touch()
        environment = {**os.environ, "PYTHONPATH": str(tmp_path / "house")}
        code = "from briefing.cli.app import main; main()"
        return subprocess.run(
            [sys.executable, "-P", "-c", code, *arguments],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )

    return call


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CASE, tmp_path / "two"))


def changed(file: Path, *changes: tuple[str, str]) -> None:
    text = file.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    file.write_text(text, encoding="utf-8")


def pages(tmp_path: Path) -> str:
    (pdf,) = (tmp_path / "out").rglob("*.pdf")
    return " ".join(structure_text(pdf.read_bytes()).replace("\u00a0", " ").split())


def test_a_rule(run: Run, project: Path, tmp_path: Path) -> None:
    whole = Addition(RULE.new, {**RULE.lines, **RULE_IN_WORDS})
    section = project / "sections/en/trade.md"
    section.write_text(f"{section.read_text('utf-8')}\nSo it is!\n", "utf-8")
    assert "error[B199] this shouts" in run(whole, "check", str(project)).stderr
    assert "A sentence ends in “!”." in run(whole, "rules", "B199").stdout
    with (project / "briefing.yaml").open("a", encoding="utf-8") as manifest:
        manifest.write("checks: {allow: [{rule: B199, at: trade, because: it is a saying}]}\n")
    assert run(whole, "build", str(project)).returncode == 0
    assert "B199 Nobody shouts" in pages(tmp_path)


def test_an_indicator(run: Run, project: Path, tmp_path: Path) -> None:
    whole = Addition(INDICATOR.new, {**INDICATOR.lines, **INDICATOR_IN_WORDS})
    line = "  turnover: {is: exports + imports"
    twice = "twice: {is: doubled(exports), label: {en: Twice that}}"
    changed(project / "briefing.yaml", (line, f"  {twice}\n{line}"))
    section = project / "sections/en/trade.md"
    section.write_text(f"{section.read_text('utf-8')}\nTwice that is {{{{ twice }}}}.\n", "utf-8")
    assert run(whole, "build", str(project)).returncode == 0
    text = pages(tmp_path)
    assert "Twice that is US$123 million." in text
    assert "Twice that: twice exports to Russia." in text, text


def test_a_kind_of_chart(run: Run, project: Path, tmp_path: Path) -> None:
    changed(project / "briefing.yaml", ("trade: {kind: bars", "trade: {kind: dots"))
    made = run(KIND, "build", str(project))
    assert made.returncode == 0, made.stderr
    assert "Figure 1 Imports stood at US$1.5 billion in 2014" in pages(tmp_path)
    assert '"dots"' in run(KIND, "schema").stdout


def test_a_format(run: Run, project: Path, tmp_path: Path) -> None:
    rows = (project / "trade.csv").read_text(encoding="utf-8").splitlines()
    keys = rows[0].split(",")
    records = [
        "\n".join(f"{k}={v}" for k, v in zip(keys, r.split(","), strict=True)) for r in rows[1:]
    ]
    (project / "trade.txt").write_text("\n\n".join(records), encoding="utf-8")
    changed(project / "briefing.yaml", ("file: trade.csv", "format: pairs, file: trade.txt"))
    made = run(FORMAT, "build", str(project))
    assert made.returncode == 0, made.stderr
    assert "imported goods worth US$1.5 billion" in pages(tmp_path)


def test_a_language(run: Run, tmp_path: Path) -> None:
    (tmp_path / "p/sections/de").mkdir(parents=True)
    files = {"briefing.yaml": MANIFEST, "trade.csv": TRADE, "sections/de/handel.md": SECTION}
    for name, text in files.items():
        (tmp_path / "p" / name).write_text(text, encoding="utf-8")
    made = run(LANGUAGE, "build", "p")
    assert made.returncode == 0, made.stderr
    assert "zweitgrößter von 2 aufgeführten Abnehmer" in pages(tmp_path)


def test_architecture_says_what_each_costs() -> None:
    told = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    for what, addition in ADDITIONS.items():
        files, others, lines = addition.cost
        assert f"| {what} | {files} | {lines} in {others} |" in told
