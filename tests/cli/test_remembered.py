"""`build --if-changed` and `check` tell again what the last one came to, and load nothing that
reads a project, until anything that it depends on has changed."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CASE = Path(__file__).parents[1] / "projects" / "two-sections" / "project"
# Runs the command and says on stderr whether what reads projects was loaded.
TOLD = """
import sys
from briefing.cli.app import main
try:
    main()
finally:
    sys.stderr.write(f"READ {'briefing.project' in sys.modules}")
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CASE, tmp_path / "p"))


def build(project: Path, *more: str, **environment: str) -> tuple[str, str, bool]:
    """Stdout, stderr, and whether the project was read."""
    done = subprocess.run(
        [sys.executable, "-c", TOLD, "build", "p", "--if-changed", *more],
        cwd=project.parent,
        env=os.environ | {"BRIEFING_CACHE_DIR": str(project.parent / "cache")} | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    said, _, read = done.stderr.rpartition("READ ")
    return done.stdout, said, read.strip() == "True"


def replace(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_nothing_changed_reads_nothing_and_says_the_same(project: Path) -> None:
    replace(project / "sections/en/trade.md", "hardly a market", "4,000 hardly a market")
    replace(
        project / "briefing.yaml",
        "sections:",
        "checks: {allow: [{rule: B101, at: trade, because: it is told}]}\nsections:",
    )
    _, said, read = build(project)
    assert read
    assert "waived[B101] it is told" in said
    known = "out/p/2014/p.en.pdf  unchanged since the last edition\n"
    assert build(project) == (known, said, False)
    assert build(project, "--strict") == (known, said, True)
    assert build(project, "--strict") == (known, said, False)


@pytest.mark.parametrize(
    "change",
    [
        lambda p: replace(p / "trade.csv", "2466447.5", "2466447.6"),
        lambda p: replace(p / "briefing.yaml", "marking: OFFICIAL", "marking: PUBLIC"),
        lambda p: shutil.copy(p / "sections/en/trade.md", p / "sections/en/trade.RUS.md"),
        lambda p: (p / "notes.txt").write_text("to do", encoding="utf-8"),
        lambda p: (p.parent / "out/p/2014/p.en.pdf").unlink(),
        lambda p: (p.parent / "out/p/2014/p.en.pdf").write_bytes(b"%PDF-1.7"),
        lambda p: (p.parent / "out/p/2014/record.json").unlink(),
        lambda p: (p.parent / "out/p/2014/edition.jsonld").unlink(),
        lambda p: shutil.rmtree(p.parent / "cache"),
        lambda p: [
            entry.write_bytes(entry.read_bytes()[:-1])
            for entry in (p.parent / "cache").rglob("*")
            if entry.is_file()
        ],
    ],
)
def test_what_changed_is_looked_at(project: Path, change: object) -> None:
    build(project)
    assert build(project)[2] is False
    change(project)  # type: ignore[operator]
    assert build(project)[2] is True
    assert build(project)[2] is False


def test_another_choice_another_folder_and_another_day_are_looked_at(project: Path) -> None:
    build(project)
    assert build(project)[2] is False
    assert build(project, "--lang", "en")[2] is True
    assert build(project, "-o", "elsewhere")[2] is True
    assert build(project, SOURCE_DATE_EPOCH="1700000000")[2] is True


def test_an_error_is_never_remembered(project: Path) -> None:
    build(project)
    replace(project / "sections/en/trade.md", "hardly a market", "{{ nothing }}")
    first = build(project)
    assert "error[" in first[1]
    assert build(project) == first


def test_a_draft_is_never_remembered(project: Path) -> None:
    assert build(project, "--draft")[2] is True
    assert build(project, "--draft")[2] is True


def check(project: Path, *more: str) -> tuple[str, str, bool]:
    """Stdout and exit code, stderr, and whether the project was read."""
    done = subprocess.run(
        [sys.executable, "-c", TOLD, "check", "p", *more],
        cwd=project.parent,
        env=os.environ | {"BRIEFING_CACHE_DIR": str(project.parent / "cache")},
        capture_output=True,
        text=True,
        check=False,
    )
    said, _, read = done.stderr.rpartition("READ ")
    return f"{done.stdout} {done.returncode}", said, read.strip() == "True"


@pytest.mark.parametrize("form", [(), ("--json",), ("-q",), ("--format", "github")])
def test_a_check_of_what_has_not_changed_reads_nothing_and_says_the_same(
    project: Path, form: tuple[str, ...]
) -> None:
    replace(project / "sections/en/trade.md", "hardly a market", "4,000 hardly a market")
    first = check(project, *form)
    assert first[2]
    assert "B101" in first[0] + first[1]
    assert first[0].endswith(" 1")
    assert check(project, *form) == (*first[:2], False)


def test_a_check_sees_each_change(project: Path) -> None:
    assert check(project)[2]
    replace(project / "trade.csv", "2466447.5", "2466447.6")
    assert check(project)[2]
    assert not check(project)[2]
    (project / "sections/en/more.md").write_text("# More\n", encoding="utf-8")
    assert check(project)[2]
    assert check(project, "--period", "2013")[2]
    replace(project / "sections/en/trade.md", "hardly a market", "4,000 hardly a market")
    code, said, read = check(project)
    assert read
    assert "B101" in said + code
    (project / "out").mkdir()
    (project / "out/x").write_text("x", encoding="utf-8")
    assert check(project)[2]


def test_a_build_and_a_check_do_not_answer_for_each_other(project: Path) -> None:
    assert build(project)[2]
    assert check(project)[2]
    assert not build(project)[2]
    assert not check(project)[2]
