"""The weekly job of a project whose figures are fetched, three weeks long: nothing new, one figure
revised, a service down; on GitHub, on GitLab and by systemd."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from briefing.starter import SCHEDULES, Site, schedule
from briefing.workspace.new_files import write_new
from tests.services import project, replies
from tests.services.replay import Answer, Replay, replaying
from tests.starter.runner import Run, Runner, missing_tools
from tests.starter.test_schedule import BRIEFING, LINT, ROOT, checkout, git, program

pytestmark = pytest.mark.skipif(bool(missing_tools()), reason=f"lacks {missing_tools()}")
pytest.importorskip("httpx2")

WORKFLOW = ".github/workflows/briefing.yml"
REVISED = "24000000000"


@pytest.fixture
def replay(tmp_path: Path) -> Iterator[Replay]:
    folder = tmp_path / "replay"
    folder.mkdir()
    with replaying(folder) as server:
        project.lay(server)
        yield server


@pytest.fixture
def repository(tmp_path: Path, replay: Replay) -> Path:
    """A project that was fetched and committed, with all schedules."""
    folder = project.make(tmp_path / "fetched")
    text = (folder / "briefing.yaml").read_text(encoding="utf-8")
    basis = 'basis: {en: "current prices; f.o.b."}'
    (folder / "briefing.yaml").write_text(text.replace("basis: {en: current}", basis))
    place = Site(str(folder), "fetched", "country-briefing==0.1.0", BRIEFING, fetches=True)
    for kind in SCHEDULES:
        files = schedule(kind, place)
        write_new(str(folder), files, kept=("briefing-requirements.txt", "briefing-figures.sh"))
    (folder / ".gitignore").write_text("out/\n", encoding="utf-8")
    done = briefing(folder, replay, "fetch")
    assert done.returncode == 0, done.stderr
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "-m", "As fetched")
    return folder


def environment(replay: Replay) -> dict[str, str]:
    return {
        **replay.environment,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "PIP_NO_INDEX": "1",
        "PIP_NO_DEPS": "1",
        "GIT_CONFIG_GLOBAL": os.devnull,
    }


def briefing(folder: Path, replay: Replay, *words: str) -> subprocess.CompletedProcess[str]:
    code = "from briefing.cli.app import main; main()"
    return subprocess.run(
        [sys.executable, "-c", code, *words],
        cwd=folder,
        env=environment(replay),
        capture_output=True,
        text=True,
        check=False,
    )


def branches(repository: Path) -> list[str]:
    return git(repository, "branch", "--format=%(refname:short)").split()


def test_three_weeks_on_github(repository: Path, replay: Replay, tmp_path: Path) -> None:
    runner = Runner(tmp_path / "github", replay.environment)

    def week() -> tuple[Run, Run]:
        work = checkout(repository, tmp_path / "work")
        figures = runner.run(work, repository / WORKFLOW, "figures")
        work = checkout(repository, tmp_path / "work")
        return figures, runner.run(work, repository / WORKFLOW)

    def editions() -> int:
        return sum(a["name"] == "edition" for a in runner.artifacts)

    # Nothing new: no change is opened; the first edition is built, then none.
    figures, built = week()
    assert not figures.failed, figures.said
    assert not built.failed, built.said
    assert (runner.pulls, branches(repository), editions()) == ([], ["main"], 1)
    figures, built = week()
    assert (runner.pulls, editions()) == ([], 1)
    assert "nothing changed since the last edition" in built.summary

    # One figure is revised: it is opened for review, and the edition stands until it is merged.
    replay.answers[project.WORLD_BANK] = Answer(project.output(REVISED))
    figures, built = week()
    assert not figures.failed, figures.said
    (pull,) = runner.pulls
    assert "## Revised at source" in pull["bodies"][0]
    assert "| Output 2024 | US$23.6 billion | US$24.0 billion | +1.8% |" in pull["bodies"][0]
    assert "Revised at source" in figures.summary
    assert editions() == 1
    changed = git(repository, "diff", "--name-only", "main", "briefing-figures").split()
    assert changed == ["briefing.lock.json", "gdp.json"]
    assert git(repository, "show", "briefing-figures:gdp.json").encode() == project.output(REVISED)
    tip = git(repository, "rev-parse", "briefing-figures")
    figures, _ = week()
    assert not figures.failed
    assert [len(pull["bodies"]) for pull in runner.pulls] == [1]
    assert git(repository, "rev-parse", "briefing-figures") == tip

    # A service is down: the job fails and says so; the briefing is built of what is there.
    git(repository, "merge", "--quiet", "briefing-figures")
    replay.answers[project.WORLD_BANK] = Answer(b"Bad Gateway", 401)
    figures, built = week()
    assert figures.steps["Fetch"] == 0
    assert figures.steps["Fail where a service failed"] == 4
    assert "api.worldbank.org" in figures.said["Fetch"] or "HTTP 401" in figures.said["Fetch"]
    assert "gdp  failed  gdp.json is as it was" in figures.said["Fetch"]
    assert not built.failed
    assert editions() == 2
    assert "| 2024 | US$24.0 billion | US$23.6 billion |" in built.summary
    assert len(runner.pulls[0]["bodies"]) == 1


def test_a_revision_beside_a_service_that_is_down_is_opened_all_the_same(
    repository: Path, replay: Replay, tmp_path: Path
) -> None:
    replay.answers[project.WORLD_BANK] = Answer(project.output(REVISED))
    replay.answers[project.ECB] = Answer(replies.OECD_404, 404)
    runner = Runner(tmp_path / "github", replay.environment)
    work = checkout(repository, tmp_path / "work")
    figures = runner.run(work, repository / WORKFLOW, "figures")
    assert figures.failed
    assert figures.steps["Open them for review"] == 0
    assert "Revised at source" in runner.pulls[0]["bodies"][0]
    assert "NoRecordsFound" in figures.said["Fetch"]


def test_a_second_revision_renews_the_change_that_is_open(
    repository: Path, replay: Replay, tmp_path: Path
) -> None:
    runner = Runner(tmp_path / "github", replay.environment)
    for value in (REVISED, "24100000000"):
        replay.answers[project.WORLD_BANK] = Answer(project.output(value))
        work = checkout(repository, tmp_path / "work")
        assert not runner.run(work, repository / WORKFLOW, "figures").failed
    (pull,) = runner.pulls
    assert "| US$23.6 billion | US$24.1 billion |" in pull["bodies"][1]
    assert git(repository, "rev-list", "--count", "main..briefing-figures").strip() == "2"


def test_figures_that_break_the_text_are_opened_with_its_findings(
    repository: Path, replay: Replay, tmp_path: Path
) -> None:
    overview = repository / "sections/en/overview.md"
    overview.write_text(project.TEXT + "\nOutput rose by {{ output 2024 | change }} in 2024.\n")
    git(repository, "commit", "--quiet", "--all", "-m", "A claim")
    replay.answers[project.WORLD_BANK] = Answer(project.output("9000000000"))
    runner = Runner(tmp_path / "github", replay.environment)
    work = checkout(repository, tmp_path / "work")
    figures = runner.run(work, repository / WORKFLOW, "figures")
    assert not figures.failed, figures.said
    body = runner.pulls[0]["bodies"][0]
    assert "Revised at source" in body or "B105" in body


def test_three_weeks_on_gitlab(repository: Path, replay: Replay, tmp_path: Path) -> None:
    jobs = yaml.safe_load((repository / ".gitlab-ci.yml").read_text(encoding="utf-8"))
    job = jobs["figures"]
    assert (job["stage"], job["allow_failure"]) == ("build", {"exit_codes": 4})
    assert "stage" not in jobs["briefing"]
    assert all("\n" not in line for line in job["script"])

    def week() -> tuple[int, Path]:
        work = checkout(repository, tmp_path / "work")
        done = subprocess.run(
            ["bash", "-eo", "pipefail", "-c", "\n".join(job["script"])],
            cwd=work,
            env={
                **environment(replay),
                "BRIEFING_PUSH_TOKEN": "secret",
                "CI_PROJECT_URL": f"file://{repository.parent}/mirror",
                "CI_COMMIT_REF_NAME": "main",
            },
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode in (0, 4), done.stderr
        return done.returncode, work / "figures.md"

    mirror = tmp_path / "mirror.git"
    git(tmp_path, "clone", "--quiet", "--bare", str(repository), str(mirror))
    git(mirror, "config", "receive.advertisePushOptions", "true")
    code, said = week()
    assert (code, said.exists()) == (0, False)
    replay.answers[project.WORLD_BANK] = Answer(project.output(REVISED))
    code, said = week()
    assert code == 0
    assert "Revised at source" in said.read_text(encoding="utf-8")
    assert "briefing-figures" in branches(mirror)
    replay.answers[project.ECB] = Answer(replies.OECD_404, 404)
    assert week()[0] == 4


def test_three_weeks_by_systemd(repository: Path, replay: Replay) -> None:
    if not Path(BRIEFING).exists():
        pytest.skip("the command is not installed beside this Python")
    unit = (repository / "systemd/briefing-fetched.service").read_text(encoding="utf-8")
    settings = dict(
        line.split("=", 1) for line in unit.splitlines() if re.match(r"[A-Z]\w+=", line)
    )
    name, _, value = settings["Environment"].strip('"').partition("=")
    words = shlex.split(settings["ExecStart"].replace("$$", "$").replace("%%", "%"))

    def week() -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            words,
            cwd=repository,
            env={**environment(replay), name: value},
            capture_output=True,
            text=True,
            check=False,
        )

    said = repository / "out/figures.md"
    first = week()
    assert first.returncode == 0, first.stderr
    assert " page" in first.stdout
    assert "unchanged since the last edition" in week().stdout
    assert (said.exists(), branches(repository)) == (False, ["main"])
    replay.answers[project.WORLD_BANK] = Answer(project.output(REVISED))
    assert week().returncode == 0
    assert "Revised at source" in said.read_text(encoding="utf-8")
    assert branches(repository) == ["briefing-figures", "main"]
    assert git(repository, "status", "--porcelain") == ""
    assert (repository / "gdp.json").read_bytes() == project.output()
    replay.answers[project.ECB] = Answer(replies.OECD_404, 404)
    down = week()
    assert down.returncode == 4
    assert "unchanged since the last edition" in down.stdout
    assert git(repository, "worktree", "list").count("\n") == 1


def test_outside_git_the_files_themselves_are_fetched(
    repository: Path, replay: Replay, tmp_path: Path
) -> None:
    shutil.rmtree(repository / ".git")
    replay.answers[project.WORLD_BANK] = Answer(project.output(REVISED))
    done = subprocess.run(
        ["sh", "briefing-figures.sh", "out/figures.md"],
        cwd=repository,
        env={**environment(replay), "GIT_CEILING_DIRECTORIES": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert (repository / "gdp.json").read_bytes() == project.output(REVISED)


def test_the_files_are_sound(repository: Path) -> None:
    zizmor = [program("zizmor"), "--offline", "--persona=pedantic", "--no-progress"]
    done = subprocess.run(
        [*zizmor, str(repository / WORKFLOW)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout
    pytest.importorskip("yamllint")
    files = [str(repository / WORKFLOW), str(repository / ".gitlab-ci.yml")]
    linted = subprocess.run(
        [sys.executable, "-m", "yamllint", "--strict", "-d", LINT, *files],
        capture_output=True,
        text=True,
        check=False,
    )
    assert linted.stdout == ""
    sh = subprocess.run(["sh", "-n", str(repository / "briefing-figures.sh")], check=False)
    assert sh.returncode == 0


def test_only_who_fetches_gets_it_and_the_extra(tmp_path: Path) -> None:
    place = Site(str(tmp_path), "x", "country-briefing @ git+https://e.org/x@1", "/bin/briefing")
    plain = b"".join(b"".join(schedule(kind, place).values()) for kind in SCHEDULES)
    assert b"figures.sh" not in plain
    assert b"[fetch]" not in plain
    for required, written in (
        ("country-briefing==0.1.0", "country-briefing[fetch]==0.1.0"),
        ("country-briefing @ git+https://e.org/x@1", "country-briefing[fetch] @ git+https://"),
        ("./wheels/country_briefing-0.1.0-py3-none-any.whl", "any.whl[fetch]"),
    ):
        files = schedule("github", Site(str(tmp_path), "x", required, "/b", fetches=True))
        assert written in files["briefing-requirements.txt"].decode()


def test_the_command_writes_it_for_a_project_that_fetches(repository: Path, replay: Replay) -> None:
    for path in (WORKFLOW, "briefing-figures.sh", "briefing-requirements.txt"):
        (repository / path).unlink()
    commit = "country-briefing @ git+https://example.org/briefing@" + "0123456789" * 4
    words = ("schedule", "github", "--json", "--requirement", commit)
    done = briefing(repository, replay, *words)
    assert done.returncode == 0, done.stderr
    assert set(json.loads(done.stdout)["files"]) == {
        WORKFLOW,
        "briefing-figures.sh",
        "briefing-requirements.txt",
    }
    assert "figures:" in (repository / WORKFLOW).read_text(encoding="utf-8")


def test_a_batch_is_fetched_for_once_before_its_parts(tmp_path: Path) -> None:
    place = Site(str(tmp_path), "x", "country-briefing", "/b", "partner=all", 3, fetches=True)
    files = schedule("github", place)
    jobs = yaml.safe_load(files[WORKFLOW])["jobs"]
    assert list(jobs) == ["figures", "briefings", "whole"]
    assert jobs["briefings"]["needs"] == "figures"
    assert jobs["briefings"]["if"] == "${{ !cancelled() }}"
