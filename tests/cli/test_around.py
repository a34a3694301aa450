"""`briefing` alone, `briefing list`, `briefing help`, `check -q`, `build --open`."""

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.test_commands import CASES, replace, run


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CASES / "two-sections" / "project", tmp_path / "two-sections"))


def test_alone_it_says_what_to_do_next_here(tmp_path: Path, project: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    none, around, inside = (run(folder) for folder in (empty, tmp_path, project))
    assert [done.returncode for done in (none, around, inside)] == [0, 0, 0]
    assert "briefing init DIR --data FILE" in none.stdout
    assert "briefing check two-sections" in around.stdout
    assert "A project is here." in inside.stdout
    assert "briefing preview " in inside.stdout


def test_the_list_names_projects_editions_and_what_comes_with_it(project: Path) -> None:
    run(project.parent, "build", "two-sections")
    (project.parent / "broken").mkdir()
    (project.parent / "broken/briefing.yaml").write_text("title: [", encoding="utf-8")
    done = run(project.parent, "list")
    assert done.returncode == 0
    assert "two-sections  en; ministry\n  out/two-sections/2014\n" in done.stdout
    assert "broken  its manifest can't be read" in done.stdout
    told = json.loads(run(project.parent, "list", "--json").stdout)
    assert "mongolia-russia" in told["samples"]
    assert {"en", "mn", "ru", "fr"} == set(told["languages"])
    assert [p["folder"] for p in told["projects"]] == ["broken", "two-sections"]


def test_help_explains_a_topic_and_guesses_one(tmp_path: Path) -> None:
    assert "text" in run(tmp_path, "help").stdout
    assert "{{ exports | change }}" in run(tmp_path, "help", "text").stdout
    done = run(tmp_path, "help", "formts")
    assert done.returncode == 2
    assert "did you mean “formats”?" in done.stderr
    assert json.loads(run(tmp_path, "help", "formats", "--json").stdout)[0]["name"] == "formats"


def test_a_quiet_check_is_a_line_a_finding(project: Path) -> None:
    assert run(project, "check", "-q").stderr == ""
    replace(project / "sections/en/trade.md", "hardly a market", "{{ nothing }}")
    done = run(project, "check", "-q")
    (line,) = done.stderr.splitlines()
    assert line.startswith("sections/en/trade.md:")
    assert "error[B" in line
    assert done.returncode == 1


def test_open_shows_the_pdf(project: Path, tmp_path: Path) -> None:
    told = tmp_path / "opened"
    opener = tmp_path / "bin/xdg-open"
    opener.parent.mkdir()
    opener.write_text(f'#!/bin/sh\nprintf %s "$1" > {told}\n', encoding="utf-8")
    opener.chmod(0o755)
    done = run(project, "build", "--open", PATH=f"{opener.parent}:/usr/bin:/bin")
    assert done.returncode == 0
    assert told.read_text(encoding="utf-8").endswith("two-sections.en.pdf")
