import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from briefing.cli.app import cli
from tests.run.template import FIGURES, write


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return write(tmp_path / "tpl")


def run(*arguments: str) -> tuple[int, Result]:
    result = CliRunner().invoke(cli, arguments, standalone_mode=False)
    return (result.return_value or 0), result


def parts(of: int) -> list[str]:
    found = []
    for number in range(1, of + 1):
        part = ("--shard", f"{number}/{of}", "--json")
        _, result = run("build", "tpl", "--each", "partner=all", *part)
        Path(f"{number}.json").write_text(result.stdout, encoding="utf-8")
        found.append(f"{number}.json")
    return found


def test_the_table_says_what_became_of_each(project):
    (project / "sections/en/trade.RUS.md").write_text("# Trade\n\n{{ nothing }}\n", "utf-8")
    code, result = run("build", "tpl", "--each", "partner=all", "--summary", "page.md")
    assert code == 1
    lines = result.stdout.splitlines()
    assert [line.split()[:2] for line in lines[:4]] == [
        ["CHN", "built"],
        ["DEU", "built"],
        ["JPN", "built"],
        ["RUS", "failed"],
    ]
    assert "without section investment" in lines[1]
    assert lines[4].startswith("3 built, 1 failed")
    assert "there is no fact “nothing”" in result.stderr
    assert "| RUS | failed |" in Path("page.md").read_text(encoding="utf-8")


def test_parts_merge_to_the_whole(project):
    files = parts(3)
    code, result = run("merge", *files, "--json")
    content = json.loads(result.stdout)
    assert code == 0
    assert content["lacking"] == []
    assert [entry["name"] for entry in content["briefings"]] == sorted(FIGURES)


def test_a_part_that_is_lacking_is_said(project):
    files = [f for f in parts(4) if json.loads(Path(f).read_text("utf-8"))["briefings"]]
    assert len(files) > 1
    code, result = run("merge", files[0])
    assert code == 1
    assert "of 4 briefings are lacking" in result.stderr


def test_a_part_twice_is_said(project):
    files = parts(1)
    Path("again.json").write_bytes(Path(files[0]).read_bytes())
    code, result = run("merge", files[0], "again.json")
    assert code == 1
    assert "CHN stands in 1.json and in again.json" in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [("--jobs", "2"), ("--shard", "1/2"), ("--each", "partner=CHN", "--shard", "3/2")],
)
def test_options_that_do_not_go_together_are_refused(project, arguments):
    result = CliRunner().invoke(cli, ("build", "tpl", *arguments))
    assert result.exit_code == 2


def test_send_takes_each_edition_from_its_folder(project):
    run("build", "tpl", "--each", "partner=CHN,RUS")
    who = ("--from", "desk@example.org", "--to", "a@example.org", "--dry-run")
    code, result = run("send", "tpl", "--each", "partner=CHN,RUS", *who)
    assert code == 0, result.output
    assert result.stdout.count("written") == 2


def test_a_schedule_takes_no_words_that_a_shell_reads_otherwise(project):
    result = CliRunner().invoke(
        cli, ("schedule", "github", "tpl", "--each", "partner=all; rm x"), standalone_mode=False
    )
    assert getattr(result.exception, "exit_code", 0) == 2
