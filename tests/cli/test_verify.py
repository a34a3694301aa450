"""`briefing verify` as a person and as a program meet it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from briefing.cli.verify import command
from tests.verify.conftest import harmed, sound
from tests.verify.test_clauses import put


def run(*arguments: str) -> Result:
    return CliRunner().invoke(command, [*arguments], standalone_mode=False)


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    good, bad = tmp_path / "good.pdf", tmp_path / "bad.pdf"
    good.write_bytes(sound())
    bad.write_bytes(harmed(sound(), put("Figure", "/Alt", None)))
    return str(good), str(bad)


def test_a_conforming_file_is_said_to_conform(files: tuple[str, str]) -> None:
    result = run("--judge", "briefing", files[0])
    assert result.return_value == 0
    assert result.stdout == f"{files[0]}: conforms (PDF/UA-1, PDF/A-3a; judged by briefing)\n"
    assert result.stderr == ""


def test_a_failing_file_ends_with_5_and_its_findings(files: tuple[str, str]) -> None:
    result = run("--judge", "briefing", *files)
    assert result.return_value == 5
    assert f"{files[1]}:1: error[PDF/UA-1 7.3-1] a figure has no alternative" in result.stderr
    assert "hint: Say in Alt what the picture shows." in result.stderr
    first, second = result.stdout.splitlines()
    assert first.startswith(f"{files[0]}: conforms (")
    assert second.startswith(f"{files[1]}: fails, 1 finding (")


def test_as_json(files: tuple[str, str]) -> None:
    result = run("--judge", "briefing", "--json", *files)
    assert result.return_value == 5
    content = json.loads(result.stdout)
    assert [entry["conforms"] for entry in content["files"]] == [True, False]
    assert content["files"][0]["standards"] == ["PDF/UA-1", "PDF/A-3a"]
    (finding,) = content["findings"]
    assert (finding["code"], finding["file"], finding["page"]) == ("PDF/UA-1 7.3-1", files[1], 1)
    assert (finding["severity"], bool(finding["hint"])) == ("error", True)


def test_a_judge_that_is_asked_for_must_be_there(
    files: tuple[str, str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("VERAPDF_HOME", str(tmp_path / "nothing"))
    result = run("--judge", "verapdf", files[0])
    assert "veraPDF can't judge" in str(result.exception)


def test_a_missing_file_is_a_mistake_of_the_command_line(tmp_path: Path) -> None:
    result = run(str(tmp_path / "none.pdf"))
    assert "does not exist" in str(result.exception)
