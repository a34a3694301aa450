"""`briefing init` and `briefing schedule` as a new user runs them."""

import json
import os
import pty
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
COMMAND = [sys.executable, "-c", "from briefing.cli.app import main; main()"]
COMMIT = "country-briefing @ git+https://example.org/briefing@" + "0123456789" * 4
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
        "sections/en/partners.md",
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
        (("new", *COUNTRIES, "--requirement", COMMIT), "go with --ci"),
        (("new", "--from-sample", *COUNTRIES), "--reporter doesn't go with it"),
        (("new", "--from-sample", "mongolia-rusia"), "did you mean “mongolia-russia”"),
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
    chosen = ("--ci", "github", "--ci", "gitlab", "--ci", "systemd", "--requirement", COMMIT)
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
    done = run(tmp_path / "new", "schedule", "github", "--requirement", COMMIT)
    assert done.returncode == 0, done.stderr
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


def wheel(place: Path, name: str = "country_briefing") -> Path:
    """A wheel, as far as its name and its metadata go."""
    place.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(place, "w") as archive:
        archive.writestr(f"{name}-0.1.0.dist-info/METADATA", f"Name: {name}\nVersion: 0.1.0\n")
    return place


NAME = "wheels/country_briefing-0.1.0-py3-none-any.whl"


def test_a_schedule_installs_what_it_is_told(tmp_path: Path) -> None:
    git = ["git", "init", "--quiet", str(tmp_path)]
    subprocess.run(git, check=True)
    run(tmp_path, "init", "some/new", *COUNTRIES)
    wheel(tmp_path / NAME)
    done = run(tmp_path / "some", "schedule", "github", "new", "--requirement", f"../{NAME}")
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == [
        "../.github/workflows/briefing-new.yml",
        "../briefing-requirements.txt",
    ]
    assert requirement(tmp_path) == f"./{NAME}"
    # One that is there already stays, and is never ignored in silence.
    later = run(tmp_path, "init", "other", *COUNTRIES, "--ci", "gitlab")
    assert later.returncode == 0, later.stderr
    assert requirement(tmp_path) == f"./{NAME}"
    other = run(tmp_path, "init", "third", *COUNTRIES, "--ci", "github", "--requirement", COMMIT)
    assert other.returncode == 2
    assert "briefing-requirements.txt is there and says something else" in other.stderr
    assert not (tmp_path / "third").exists()


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("0.1.0", "is a version without a name"),
        ("==0.1.0", "is a version without a name"),
        ("country-briefing", "says no version"),
        ("country-briefing==7.7", "pip finds no country-briefing==7.7"),
        ("b==1", "doesn’t install country-briefing"),
        ("./wheels/nothing.whl", "there is no wheel"),
        ("other.whl", "is no wheel of country-briefing"),
        ("../outside.whl", "lies outside the repository"),
        ("ignored.whl", "git ignores ignored.whl"),
        ("country-briefing @ file:///tmp/x", "is on no other machine"),
        ("country-briefing @ git+https://example.org/briefing", "names no commit"),
        ("git+https://example.org/briefing", "names no commit"),
        ("country-briefing==0.1.0\n--index-url x", "can't be seen"),
        ("", "which no other machine has"),
    ],
)
def test_what_no_machine_can_install_is_never_written(
    tmp_path: Path, asked: str, said: str
) -> None:
    root = tmp_path / "root"
    subprocess.run(["git", "init", "--quiet", str(root)], check=True)
    run(root, "init", "new", *COUNTRIES)
    wheel(root / "other.whl", "other")
    wheel(tmp_path / "outside.whl")
    wheel(root / "ignored.whl")
    (root / ".gitignore").write_text("ignored.whl\n", encoding="utf-8")
    before = files(root)
    more = ("--requirement", asked) if asked else ()
    done = run(root, "schedule", "github", "new", *more)
    assert done.returncode == 2
    assert said in done.stderr
    assert files(root) == before


def test_a_version_that_pip_finds_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("pip")
    wheel(tmp_path / "index" / "country_briefing-7.7-py3-none-any.whl")
    with zipfile.ZipFile(tmp_path / "index" / "country_briefing-7.7-py3-none-any.whl", "w") as made:
        metadata = "Metadata-Version: 2.1\nName: country-briefing\nVersion: 7.7\n"
        made.writestr("country_briefing-7.7.dist-info/METADATA", metadata)
        made.writestr("country_briefing-7.7.dist-info/WHEEL", "Wheel-Version: 1.0\n")
        made.writestr("country_briefing-7.7.dist-info/RECORD", "")
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path / "index"))
    run(tmp_path, "init", "new", *COUNTRIES)
    done = run(tmp_path, "schedule", "github", "new", "--requirement", "country-briefing==7.7")
    assert done.returncode == 0, done.stderr
    assert requirement(tmp_path / "new") == "country-briefing==7.7"


def test_systemd_runs_what_is_here_and_needs_no_requirement(tmp_path: Path) -> None:
    run(tmp_path, "init", "new", *COUNTRIES)
    wrong = run(tmp_path, "schedule", "systemd", "new", "--requirement", COMMIT)
    assert wrong.returncode == 2
    assert "--requirement says nothing to systemd" in wrong.stderr
    assert run(tmp_path, "schedule", "systemd", "new").returncode == 0


def test_a_project_is_begun_from_a_sample(tmp_path: Path) -> None:
    """All that the sample is made of, and it builds where the sample isn't."""
    done = run(tmp_path, "init", "mine", "--from-sample")
    assert (done.returncode, "Next: " in done.stderr) == (0, True)
    sample = ROOT / "data" / "mongolia-russia"
    for file in files(sample):
        if not file.startswith("out"):
            copied = (tmp_path / "mine" / file).read_bytes()
            assert copied.endswith((sample / file).read_bytes())
    checked = run(tmp_path, "check", "mine", "--strict")
    assert (checked.returncode, checked.stdout) == (0, "")
    first = (tmp_path / "mine/briefing.yaml").read_text(encoding="utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=./briefing.schema.json"
    again = run(tmp_path, "init", "mine", "--from-sample", "mongolia-partners")
    assert again.returncode == 2


def test_a_country_is_taken_as_one_writes_it(tmp_path: Path) -> None:
    for number, name in enumerate(("vietnam", "Viet Nam", "VNM", "Вьетнам", "viêt nam")):
        done = run(tmp_path, "init", f"p{number}", "--reporter", "mongolia", "--partner", name)
        manifest = tmp_path / f"p{number}/briefing.yaml"
        assert done.returncode == 0, (name, done.stderr)
        assert "{reporter: MNG, partner: VNM}" in manifest.read_text(encoding="utf-8")
