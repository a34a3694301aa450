"""What holds for every command, also for those that come later."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest

from briefing.cli.app import _COMMANDS, cli
from briefing.cli.typed import projects

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / ".github" / "GUIDE.md"
COMMAND = [sys.executable, "-c", "from briefing.cli.app import main; main()"]
NAMES = list(_COMMANDS)


def context(name: str) -> click.Context:
    above = click.Context(cli, info_name="briefing")
    command = cli.get_command(above, name)
    assert command is not None
    return click.Context(command, info_name=name, parent=above)


def help_of(name: str) -> str:
    ctx = context(name)
    return ctx.command.get_help(ctx)


def run(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {k: v for k, v in os.environ.items() if k not in ("FORCE_COLOR", "NO_COLOR")}
    return subprocess.run(
        [*COMMAND, *arguments],
        cwd=folder,
        env=kept | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_guides_table_is_what_the_commands_say_of_themselves(
    request: pytest.FixtureRequest,
) -> None:
    """Each line stands once, with the command; `--update-expected` writes the guide's table."""
    rows = [f"| `briefing {name}` | {said} |" for name, said in _COMMANDS.items()]
    table = "\n".join(("| command | what it does |", "|---|---|", *rows))
    guide = GUIDE.read_text(encoding="utf-8")
    held = re.search(r"\| command \| what it does \|\n(?:\|.*\n)*", guide)
    assert held is not None
    if request.config.getoption("--update-expected"):
        GUIDE.write_text(guide.replace(held[0], f"{table}\n"), encoding="utf-8")
    else:
        assert held[0] == f"{table}\n"


def test_the_guide_tells_of_each_command_and_of_no_other() -> None:
    guide = GUIDE.read_text(encoding="utf-8")
    told = set(re.findall(r"^\*\*`briefing (\w+)", guide, re.MULTILINE))
    told |= set(re.findall(r"^\*\*`briefing \w+.*?`briefing (\w+)", guide, re.MULTILINE))
    assert told - {"build"} <= set(NAMES)
    assert set(NAMES) - told == set()


@pytest.mark.parametrize("name", NAMES)
def test_its_help_has_two_examples_and_its_exit_codes(name: str) -> None:
    text = help_of(name)
    examples = text.partition("Examples:")[2]
    assert len(re.findall(rf"^  +briefing {name}\b", examples, re.MULTILINE)) >= 2, text
    assert re.search(r"exit\s+codes?\s+0", text, re.IGNORECASE), text


@pytest.mark.parametrize("name", NAMES)
def test_every_option_of_it_is_explained(name: str) -> None:
    ctx = context(name)
    options = [p for p in ctx.command.get_params(ctx) if isinstance(p, click.Option)]
    assert [o.name for o in options if not o.hidden and not o.help] == []


@pytest.mark.parametrize("name", NAMES)
def test_it_takes_json_and_color(name: str) -> None:
    ctx = context(name)
    known = {name for param in ctx.command.get_params(ctx) for name in param.opts}
    assert {"--json", "--color", "--help"} <= known


@pytest.mark.parametrize("name", NAMES)
def test_a_wrong_option_is_usage(tmp_path: Path, name: str) -> None:
    done = run(tmp_path, name, "--no-such-option")
    assert done.returncode == 2
    assert f"Usage: briefing {name}" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("check", "nowhere"), 3, "no project at nowhere"),
        (("rules", "Z999"), 2, "no finding has the code Z999"),
        (("build", "--no-such-option"), 2, "--no-such-option"),
        (("verify", "no.pdf"), 2, "no.pdf"),
    ],
)
def test_an_error_is_json_too_where_json_is_asked_for(
    tmp_path: Path, arguments: tuple[str, ...], code: int, words: str
) -> None:
    done = run(tmp_path, *arguments, "--json")
    assert (done.returncode, done.stdout) == (code, "")
    error = json.loads(done.stderr)["error"]
    assert words in error["message"]
    assert error["hint"]
    assert error["exit_code"] == code


def test_the_list_of_commands_says_the_exit_codes(tmp_path: Path) -> None:
    done = run(tmp_path, "--help")
    assert done.returncode == 0
    assert all(re.search(rf"^  {name} +\S", done.stdout, re.MULTILINE) for name in NAMES)
    assert all(re.search(rf"\b{code} +\w", done.stdout) for code in (0, 1, 2, 3, 4, 5, 70, 130))


@pytest.mark.parametrize("place", ["before", "after"])
def test_color_is_as_the_option_says(tmp_path: Path, place: str) -> None:
    def doctor(when: str, **environment: str) -> str:
        option = ("--color", when)
        arguments = (*option, "doctor") if place == "before" else ("doctor", *option)
        return run(tmp_path, *arguments, "-o", "/proc/nowhere", **environment).stdout

    assert "\x1b[31m" in doctor("always")
    assert "\x1b[31m" in doctor("always", NO_COLOR="1")
    assert "\x1b[" not in doctor("auto")
    assert "\x1b[31m" in doctor("auto", FORCE_COLOR="1")
    assert "\x1b[" not in doctor("never", FORCE_COLOR="1")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_a_script_that_the_shell_reads(tmp_path: Path, shell: str) -> None:
    done = run(tmp_path, "completion", shell)
    assert (done.returncode, done.stderr) == (0, "")
    assert "_BRIEFING_COMPLETE" in done.stdout
    program = shutil.which(shell)
    if program:
        subprocess.run([program, "-n"], input=done.stdout, text=True, check=True)


def test_completion_knows_commands_options_styles_and_projects(tmp_path: Path) -> None:
    (tmp_path / "mongolia-japan").mkdir()

    def offered(typed: str) -> list[str]:
        words = typed.split(" ")
        done = run(
            tmp_path,
            COMP_WORDS=" ".join(["briefing", *words]),
            COMP_CWORD=str(len(words)),
            _BRIEFING_COMPLETE="bash_complete",
        )
        return [line.partition(",")[2] for line in done.stdout.splitlines()]

    assert offered("") == NAMES
    assert offered("che") == ["check"]
    assert "--if-changed" in offered("build --if")
    assert offered("build --style min") == ["ministry"]
    assert offered("init new --lang e") == ["en"]
    assert "B120" in offered("rules b12")
    assert offered("build mongolia") == ["mongolia-japan/", "mongolia-partners", "mongolia-russia"]


def test_projects_below_a_folder_are_completed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("data/one", "data/other", "data/.hidden"):
        Path(name).mkdir(parents=True)
    ctx = context("build")
    assert projects(ctx, ctx.command.params[0], "data/o") == ["data/one/", "data/other/"]


def test_doctor_says_what_is_there_and_what_to_do(tmp_path: Path) -> None:
    done = run(tmp_path, "doctor", "--json", VERAPDF_HOME="/nowhere")
    assert done.returncode == 0, done.stdout
    things = {thing["what"]: thing for thing in json.loads(done.stdout)["things"]}
    assert things["reportlab"]["state"] == "ok"
    assert things["fonts of ministry"]["state"] == "ok"
    assert things["veraPDF"]["state"] == "absent"
    assert all(thing["hint"] for thing in things.values() if thing["state"] != "ok")
    assert "seen" in things["python"]


@pytest.mark.parametrize(
    ("arguments", "environment", "what"),
    [
        (("-o", "/proc/nowhere"), {}, "output folder"),
        ((), {"SOURCE_DATE_EPOCH": "yesterday"}, "SOURCE_DATE_EPOCH"),
        ((), {"PYTHONIOENCODING": "latin-1"}, "text"),
    ],
)
def test_doctor_fails_where_a_build_would(
    tmp_path: Path, arguments: tuple[str, ...], environment: dict[str, str], what: str
) -> None:
    done = run(tmp_path, "doctor", *arguments, **environment)
    assert done.returncode == 1
    (line,) = [line for line in done.stdout.splitlines() if line.startswith("broken")]
    assert line.split(maxsplit=1)[1].startswith(what)
    assert "hint: " in done.stdout


def test_doctor_leaves_nothing_behind(tmp_path: Path) -> None:
    run(tmp_path, "doctor", "-o", "deep/out")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "lacking", ["uharfbuzz", "platformdirs", "reportlab", "fontpkg_ibm_plex_sans"]
)
def test_doctor_works_where_a_package_is_missing(tmp_path: Path, lacking: str) -> None:
    site = tmp_path / "site"
    site.mkdir()
    for entry in Path(click.__file__).parents[1].iterdir():
        if not entry.name.startswith(lacking):
            (site / entry.name).symlink_to(entry)
    done = subprocess.run(
        [sys.executable, "-S", *COMMAND[1:], "doctor", "--json"],
        cwd=tmp_path,
        env={"PATH": os.environ["PATH"], "PYTHONPATH": f"{ROOT}{os.pathsep}{site}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1, done.stderr
    things = json.loads(done.stdout)["things"]
    (broken,) = [thing for thing in things if thing["state"] == "broken"]
    assert broken["what"].replace("-", "_") == lacking
    assert "not installed" in broken["seen"]
    assert broken["hint"].startswith(f"pip install '{broken['what']}")


# What has more options than a screen has lines.
LONG = {"build": 62, "send": 52}


@pytest.mark.parametrize("name", NAMES)
def test_its_help_stays_within_a_screen_where_it_can(name: str) -> None:
    assert len(help_of(name).splitlines()) <= LONG.get(name, 40)


def test_the_first_help_is_one_screen(tmp_path: Path) -> None:
    done = run(tmp_path, "--help")
    assert (done.returncode, len(done.stdout.splitlines()) <= 42) == (0, True)
