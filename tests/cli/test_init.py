"""`briefing init` and `briefing schedule` as a new user runs them."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

COMMAND = [sys.executable, "-c", "from briefing.cli.app import main; main()"]
COUNTRIES = ("--reporter", "MNG", "--partner", "JPN")


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, *arguments],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


def files(folder: Path) -> list[str]:
    return sorted(str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file())


def on_a_terminal(folder: Path, answers: list[str], *arguments: str) -> tuple[int, str]:
    """Run the command with a pseudo terminal, typing the answers; its exit code and screen."""
    child, screen = pty.fork()
    if child == 0:
        os.chdir(folder)
        os.execv(COMMAND[0], [*COMMAND, *arguments])
    os.write(screen, "".join(f"{answer}\n" for answer in answers).encode())
    shown = b""
    while True:
        try:
            read = os.read(screen, 4096)
        except OSError:
            break
        if not read:
            break
        shown += read
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), shown.decode()


def test_init_with_options_writes_a_project_that_builds(tmp_path: Path) -> None:
    done = run(tmp_path, "init", "first", *COUNTRIES, "--title", "Mongolia and Japan")
    assert (done.returncode, done.stderr) == (
        0,
        "Next: briefing preview first shows its pages while you edit first/briefing.yaml and "
        "sections/; briefing build first makes the PDF\n",
    )
    assert files(tmp_path / "first") == [
        ".gitignore",
        "briefing.schema.json",
        "briefing.yaml",
        "sections/en/overview.md",
        "sections/en/trade.md",
        "trade.csv",
    ]
    assert sorted(done.stdout.split()) == [f"first/{path}" for path in files(tmp_path / "first")]
    built = run(tmp_path, "build", "first", "--strict")
    assert (built.returncode, built.stderr) == (0, "")
    assert (tmp_path / "out/first/2025/first.en.pdf").is_file()


def test_init_asks_on_a_terminal_and_again_after_a_wrong_answer(tmp_path: Path) -> None:
    answers = ["Japn", "Japan", "jpn", "mng", "", "", "Two countries"]
    code, screen = on_a_terminal(tmp_path, answers, "init", "first")
    assert code == 0, screen
    assert "“Japn” is no country" in screen
    assert "did you mean JPN?" in screen
    assert "another country than the reporter" in screen
    manifest = (tmp_path / "first/briefing.yaml").read_text(encoding="utf-8")
    assert 'title: {en: "Two countries"}' in manifest
    assert "{reporter: JPN, partner: MNG}" in manifest


def test_init_asks_only_what_no_option_says(tmp_path: Path) -> None:
    code, screen = on_a_terminal(
        tmp_path, [""], "init", "a", *COUNTRIES, "--lang", "en", "--style", "ministry"
    )
    assert code == 0, screen
    assert "Title" in screen
    assert "Reporter" not in screen


def test_init_never_overwrites(tmp_path: Path) -> None:
    assert run(tmp_path, "init", ".", *COUNTRIES).returncode == 0
    manifest = tmp_path / "briefing.yaml"
    manifest.write_text("mine", encoding="utf-8")
    again = run(tmp_path, "init", ".", *COUNTRIES)
    assert again.returncode == 2
    assert "already holds briefing.yaml" in again.stderr
    assert manifest.read_text(encoding="utf-8") == "mine"


def test_init_keeps_a_gitignore_that_is_there(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("mine", encoding="utf-8")
    done = run(tmp_path, "init", ".", *COUNTRIES)
    assert done.returncode == 0
    assert ".gitignore" not in done.stdout
    assert (tmp_path / ".gitignore").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("new",), "--reporter is needed"),
        (("new", "--reporter", "MNG"), "--partner is needed"),
        (("new", "--reporter", "XX", "--partner", "JPN"), "“XX” is no country"),
        (("new", "--reporter", "JPN", "--partner", "JPN"), "another country"),
        (("new", *COUNTRIES, "--lang", "tlh"), "begun in “tlh”"),
        (("new", *COUNTRIES, "--style", "minstry"), "no style “minstry”"),
        (("new", *COUNTRIES, "--title", "a\u202eb"), "can't be seen"),
        (("a b", *COUNTRIES), "can't be called “a b”"),
        ((".hidden", *COUNTRIES), "can't be called"),
        (("new", *COUNTRIES, "--ci", "jenkins"), "jenkins"),
    ],
)
def test_init_refuses_before_anything_is_written(
    tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    done = run(tmp_path, "init", *arguments)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert files(tmp_path) == []


def test_init_says_as_json_what_it_wrote_and_found(tmp_path: Path) -> None:
    done = run(tmp_path, "init", "new", *COUNTRIES, "--title", "Trade in 3 parts", "--json")
    said = json.loads(done.stdout)
    assert (done.returncode, said["project"]) == (1, "new")
    assert sorted(said["files"]) == files(tmp_path / "new")
    assert [f["file"] for f in said["findings"]] == ["briefing.yaml"]


def test_init_with_schedules_writes_them_too(tmp_path: Path) -> None:
    chosen = ("--ci", "github", "--ci", "gitlab", "--ci", "systemd")
    done = run(tmp_path, "init", "new", *COUNTRIES, *chosen)
    assert done.returncode == 0
    assert {
        ".github/workflows/briefing.yml",
        ".gitlab-ci.yml",
        "briefing-requirements.txt",
        "systemd/briefing-new.service",
        "systemd/briefing-new.timer",
    } < set(files(tmp_path / "new"))


def test_schedule_is_added_later_and_never_over_another(tmp_path: Path) -> None:
    assert run(tmp_path, "schedule", "github").returncode == 3
    run(tmp_path, "init", "new", *COUNTRIES)
    done = run(tmp_path / "new", "schedule", "github")
    assert done.stdout.split() == [".github/workflows/briefing.yml", "briefing-requirements.txt"]
    later = run(tmp_path, "schedule", "gitlab", "new", "--json")
    assert json.loads(later.stdout) == {"files": [".gitlab-ci.yml"]}
    again = run(tmp_path / "new", "schedule", "github")
    assert again.returncode == 2
    assert "already holds .github/workflows/briefing.yml" in again.stderr


def requirement(folder: Path) -> str:
    lines = (folder / "briefing-requirements.txt").read_text("utf-8").splitlines()
    (line,) = [line for line in lines if not line.startswith("#")]
    return line


def test_a_schedule_installs_what_it_is_told(tmp_path: Path) -> None:
    run(tmp_path, "init", "new", *COUNTRIES)
    wheel = "./wheels/country_briefing-0.1.0-py3-none-any.whl"
    done = run(tmp_path, "schedule", "github", "new", "--requirement", wheel)
    assert done.returncode == 0
    assert "briefing-requirements.txt names what can be installed there" in done.stderr
    assert requirement(tmp_path / "new") == wheel
    later = run(tmp_path, "init", "other", *COUNTRIES, "--ci", "gitlab", "--requirement", "b==1")
    assert later.returncode == 0
    assert requirement(tmp_path / "other") == "b==1"
    two = run(tmp_path, "schedule", "github", "other", "--requirement", "b==1\n--index-url x")
    assert two.returncode == 2
