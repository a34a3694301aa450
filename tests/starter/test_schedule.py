"""The schedules: linted, and their shell steps run as their machines would."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
import yaml
from msgspec.structs import replace

from briefing.starter import SCHEDULES, Answers, Site, project, schedule, workflow
from briefing.workspace.new_files import write_new
from tests.run.template import write
from tests.starter.runner import Runner, missing_tools

ROOT = Path(__file__).parents[2]
INSTALLED = f"country-briefing=={version('country-briefing')}"
BRIEFING = str(Path(sys.executable).with_name("briefing"))
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
LINT = (
    "{extends: default, rules: {line-length: {max: 104}, document-start: disable, "
    "truthy: {check-keys: false}, comments: {min-spaces-from-content: 2}}}"
)

pytestmark = pytest.mark.skipif(bool(missing_tools()), reason=f"lacks {missing_tools()}")


def site(folder: Path) -> Site:
    return Site(str(folder), folder.name, INSTALLED, BRIEFING)


def git(folder: Path, *arguments: str, when: str = "2026-04-01T08:00:00Z") -> str:
    identity = {
        f"GIT_{who}_{what}": value
        for who in ("AUTHOR", "COMMITTER")
        for what, value in (("NAME", "A"), ("EMAIL", "a@example.org"), ("DATE", when))
    }
    environment = {**os.environ, **identity, "GIT_CONFIG_GLOBAL": os.devnull}
    done = subprocess.run(
        ["git", *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A project with all schedules, committed."""
    folder = tmp_path / "mongolia-japan"
    write_new(str(folder), project(Answers("MNG", "JPN", ("en",), "ministry"), b"{}"))
    for kind in SCHEDULES:
        write_new(str(folder), schedule(kind, site(folder)), kept=("briefing-requirements.txt",))
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "-m", "The first text")
    return folder


def checkout(repository: Path, place: Path) -> Path:
    """A fresh clone, as each run begins with; in a folder of the repository's name."""
    shutil.rmtree(place, ignore_errors=True)
    git(
        repository,
        "clone",
        "--quiet",
        "--depth=1",
        f"file://{repository}",
        str(place / "briefings"),
    )
    return place / "briefings"


def change(repository: Path, file: str, old: str, new: str) -> None:
    text = (repository / file).read_text(encoding="utf-8")
    assert old in text
    (repository / file).write_text(text.replace(old, new), encoding="utf-8")
    git(repository, "commit", "--quiet", "--all", "-m", "A change", when="2026-04-08T08:00:00Z")


def program(name: str) -> str:
    found = shutil.which(name, path=str(Path(sys.executable).parent)) or shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed")
    return found


def lint_targets(repository: Path) -> list[str]:
    return [*map(str, WORKFLOWS), str(repository / ".github/workflows/briefing.yml")]


def test_the_workflows_are_sound_by_zizmor(repository: Path) -> None:
    done = subprocess.run(
        [
            program("zizmor"),
            "--offline",
            "--persona=pedantic",
            "--no-progress",
            *lint_targets(repository),
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_they_are_sound_by_yamllint(repository: Path) -> None:
    pytest.importorskip("yamllint")
    files = [*lint_targets(repository), str(repository / ".gitlab-ci.yml")]
    done = subprocess.run(
        [sys.executable, "-m", "yamllint", "--strict", "-d", LINT, *files],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == ""


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda p: p.name)
def test_actions_are_pinned_and_permissions_least(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    content = yaml.safe_load(text)
    used = re.findall(r"uses: (.*)", text)
    assert used
    assert all(re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}  # v\d+\.\d+\.\d+", use) for use in used)
    assert content["permissions"] == {}
    for job in content["jobs"].values():
        assert set(job["permissions"].values()) == {"read"}


def test_the_repository_builds_its_own_sample_by_the_same_workflow() -> None:
    own = (ROOT / ".github/workflows/briefing.yml").read_text(encoding="utf-8")
    assert own == workflow(Site("", "", "", ""), ".", "pyproject.toml")


def test_the_workflow_builds_once_and_then_only_after_a_change(
    repository: Path, tmp_path: Path
) -> None:
    runner = Runner(tmp_path / "github")

    def run() -> tuple[int, str]:
        done = runner.run(
            checkout(repository, tmp_path / "work"),
            repository / ".github/workflows/briefing.yml",
        )
        assert not done.failed, done.said
        return sum(a["name"] == "edition" for a in runner.artifacts), done.summary

    kept, page = run()
    assert kept == 1
    assert "## briefings: a new edition" in page
    assert " | 2025 | US$588 million |  |" in page

    kept, page = run()
    assert kept == 1
    assert "## briefings: nothing changed since the last edition" in page

    change(repository, "trade.csv", "2025,export,JPN,588.4", "2025,export,JPN,600.1")
    kept, page = run()
    assert kept == 2
    assert " | 2025 | US$600 million | US$588 million |" in page
    assert "- trade.csv\n" in page
    assert " 2025: US$588 million, now US$600 million" in page

    findings = [a for a in runner.artifacts if a["name"] == "findings"]
    assert len(findings) == 3


def test_the_workflow_gives_the_edition_of_a_build_by_hand(
    repository: Path, tmp_path: Path
) -> None:
    change(repository, "briefing.yaml", "released: 2026-03-31", "# released: 2026-03-31")
    work = checkout(repository, tmp_path / "work")
    done = Runner(tmp_path / "github").run(work, repository / ".github/workflows/briefing.yml")
    assert not done.failed, done.said
    epoch = git(work, "log", "-1", "--pretty=%ct").strip()
    subprocess.run(
        [sys.executable, "-c", "from briefing.cli.app import main; main()", "build", "-o", "hand"],
        cwd=work,
        env={**os.environ, "PYTHONPATH": str(ROOT), "SOURCE_DATE_EPOCH": epoch},
        capture_output=True,
        check=True,
    )
    made = (work / "out/briefings/2025/briefings.en.pdf").read_bytes()
    assert (work / "hand/briefings/2025/briefings.en.pdf").read_bytes() == made
    with pikepdf.open(BytesIO(made)) as pdf:
        assert "2026-04-08T" in pdf.Root.Metadata.read_bytes().decode()


def test_a_finding_fails_the_job_and_is_kept_and_annotated(
    repository: Path, tmp_path: Path
) -> None:
    change(repository, "sections/en/trade.md", "{{ imports 2018 }}", "{{ improts 2018 }}")
    runner = Runner(tmp_path / "github")
    done = runner.run(
        checkout(repository, tmp_path / "work"), repository / ".github/workflows/briefing.yml"
    )
    assert done.failed
    assert "Build" not in done.steps
    assert "::error" in done.said["Check"]
    assert "file=sections/en/trade.md" in done.said["Check"]
    assert [a["name"] for a in runner.artifacts] == ["findings"]


@pytest.mark.parametrize(("branch", "fork"), [("other", False), ("main", True)])
def test_an_edition_of_another_branch_or_a_fork_is_never_taken_for_the_last(
    repository: Path, tmp_path: Path, branch: str, fork: bool
) -> None:
    runner = Runner(tmp_path / "github")
    work = checkout(repository, tmp_path / "work")
    first = runner.run(work, repository / ".github/workflows/briefing.yml")
    assert not first.failed, first.said
    runner.artifacts.clear()
    runner.keep("edition", work / "out", branch, fork)
    work = checkout(repository, tmp_path / "work")
    again = runner.run(work, repository / ".github/workflows/briefing.yml")
    assert "a new edition" in again.summary


def gitlab(work: Path, job: dict[str, Any], **more: str) -> subprocess.CompletedProcess[str]:
    """A job's script as GitLab's runner starts it, in the root of a clone."""
    environment = {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "PIP_NO_INDEX": "1",
        "CI_COMMIT_TIMESTAMP": "2026-04-01T08:00:00+00:00",
    }
    return subprocess.run(
        ["bash", "-eo", "pipefail", "-c", "\n".join(job["script"])],
        cwd=work,
        env=environment | more,
        capture_output=True,
        text=True,
        check=False,
    )


def test_gitlabs_script_builds_once_and_then_finds_nothing_to_do(
    repository: Path, tmp_path: Path
) -> None:
    job = yaml.safe_load((repository / ".gitlab-ci.yml").read_text(encoding="utf-8"))["briefing"]
    assert all("\n" not in line for line in job["script"])
    work = checkout(repository, tmp_path / "work")

    def run() -> str:
        done = gitlab(work, job)
        assert done.returncode == 0, done.stderr
        return (work / "summary.md").read_text(encoding="utf-8")

    assert run().count("a new edition") == 1
    second = run()
    assert second.count("a new edition") == 1
    assert second.count("nothing changed") == 1
    assert json.loads((work / "findings.json").read_text())["findings"] == []
    assert all((work / path).exists() for path in job["artifacts"]["paths"])


def test_systemds_units_are_sound(repository: Path) -> None:
    verify = program("systemd-analyze")
    units = sorted(map(str, (repository / "systemd").iterdir()))
    assert len(units) == 2
    done = subprocess.run(
        [verify, "verify", "--man=no", *units], capture_output=True, text=True, check=False
    )
    ours = [line for line in done.stderr.splitlines() if "briefing" in line]
    assert ours == []


def test_systemds_service_builds_once_and_then_finds_nothing_to_do(repository: Path) -> None:
    if not Path(BRIEFING).exists():
        pytest.skip("the command is not installed beside this Python")
    unit = (repository / "systemd/briefing-mongolia-japan.service").read_text(encoding="utf-8")
    settings = dict(
        line.split("=", 1) for line in unit.splitlines() if re.match(r"[A-Z]\w+=", line)
    )
    assert settings["WorkingDirectory"] == str(repository)
    name, _, value = settings["Environment"].strip('"').partition("=")
    words = shlex.split(settings["ExecStart"].replace("$$", "$").replace("%%", "%"))

    def run() -> str:
        environment = {"PATH": os.environ["PATH"], name: value, "PYTHONPATH": str(ROOT)}
        done = subprocess.run(
            words, cwd=repository, env=environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    assert "3 pages" in run()
    assert "unchanged since the last edition" in run()


def test_a_path_can_say_nothing_to_systemd(tmp_path: Path) -> None:
    odd = Site(f"{tmp_path}/100%h", "x", "1", '/opt/a "b"/%n/briefing')
    files = schedule("systemd", odd)
    unit = files["systemd/briefing-x.service"].decode()
    assert f"\nWorkingDirectory={tmp_path}/100%%h\n" in unit
    assert '\nEnvironment="BRIEFING=/opt/a \\"b\\"/%%n/briefing"\n' in unit


@pytest.mark.parametrize("kind", ["gitlab", "systemd"])
def test_a_batch_is_scheduled_as_one_is_built(tmp_path: Path, kind: str) -> None:
    place = Site(str(tmp_path), "x", "country-briefing", "/bin/briefing", "partner=all")
    written = b"".join(schedule(kind, place).values()).decode()
    assert "build --each partner=all --jobs 2 " in written.replace('"', "")
    alone = b"".join(schedule(kind, replace(place, each="")).values()).decode()
    assert "--each" not in alone
    assert "build --" in alone.replace('"', "")


@pytest.fixture
def matrix(tmp_path: Path) -> Path:
    folder = write(tmp_path / "tpl")
    place = replace(site(folder), each="partner=all", parts=3)
    write_new(str(folder), schedule("github", place))
    return folder / ".github/workflows/briefing.yml"


def test_a_batch_on_github_is_a_sound_matrix(matrix: Path) -> None:
    jobs = yaml.safe_load(matrix.read_text(encoding="utf-8"))["jobs"]
    assert jobs["briefings"]["strategy"]["matrix"] == {"shard": [1, 2, 3]}
    assert jobs["whole"]["needs"] == "briefings"
    assert all(set(job["permissions"].values()) == {"read"} for job in jobs.values())
    for command in (
        [program("zizmor"), "--offline", "--persona=pedantic", "--no-progress", str(matrix)],
        [sys.executable, "-m", "yamllint", "--strict", "-d", LINT, str(matrix)],
    ):
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout


def test_the_parts_of_the_matrix_are_the_whole(matrix: Path, tmp_path: Path) -> None:
    jobs = yaml.safe_load(matrix.read_text(encoding="utf-8"))["jobs"]
    (build,) = (s["run"] for s in jobs["briefings"]["steps"] if s["name"] == "Build")
    (merge,) = (s["run"] for s in jobs["whole"]["steps"] if s["name"] == "Put together")
    project = matrix.parents[2]
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))

    def step(script: str, **more: str) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "PATH": path, "GITHUB_STEP_SUMMARY": os.devnull, **more}
        return subprocess.run(
            ["bash", "-eo", "pipefail", "-c", script],
            cwd=project,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )

    for shard in ("1", "2", "3"):
        kept = project / "parts" / f"part-{shard}"
        kept.mkdir(parents=True)
        done = step(build.replace("--strict ", ""), SHARD=shard, RUNNER_TEMP=str(kept))
        assert done.returncode == 0, done.stderr
    done = step(merge)
    assert done.returncode == 0, done.stderr
    assert "4 built" in done.stdout
    shutil.rmtree(project / "parts" / "part-2")
    assert step(merge).returncode == 1


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The product as a wheel."""
    pytest.importorskip("hatchling")
    place = tmp_path_factory.mktemp("wheel")
    words = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(place)]
    subprocess.run(words, cwd=ROOT, check=True, capture_output=True)
    (built,) = place.glob("*.whl")
    return built


@pytest.fixture
def machine(tmp_path: Path) -> dict[str, str]:
    """A machine with Python and what the product needs, but without the product."""
    pytest.importorskip("pip")
    place = tmp_path / "machine"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(place)], check=True)
    (packages,) = place.glob("lib/python*/site-packages")
    needed = next(Path(one) for one in sys.path if one.endswith("site-packages"))
    (packages / "needed.pth").write_text(str(needed), encoding="utf-8")
    path = os.pathsep.join((str(tmp_path / "github/tools"), str(place / "bin"), os.environ["PATH"]))
    return {"PATH": path, "PYTHONPATH": "", "VIRTUAL_ENV": str(place)}


def test_all_steps_run_in_a_repository_whose_project_is_a_subfolder(
    wheel: Path, machine: dict[str, str], tmp_path: Path
) -> None:
    """Written by the command, cloned, and run as a runner would: the wheel of the repository is
    installed into a machine that has no briefing, by the step that installs."""
    repository = tmp_path / "repository"
    (repository / "wheels").mkdir(parents=True)
    shutil.copy(wheel, repository / "wheels")
    git(repository, "init", "--quiet", "--initial-branch=main")
    where = ("--reporter", "Peru", "--partner", "Viet Nam")
    asked = ("--ci", "github", "--requirement", f"./wheels/{wheel.name}")
    command = [sys.executable, "-c", "from briefing.cli.app import main; main()"]
    for words in (["init", "countries/peru", *where, *asked], ["init", "b", *where]):
        done = subprocess.run(
            [*command, *words], cwd=repository, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
    git(repository, "add", ".")
    git(repository, "commit", "--quiet", "-m", "The first text")
    (written,) = (repository / ".github/workflows").iterdir()
    assert written.name == "briefing-peru.yml"
    runner = Runner(tmp_path / "github", machine)

    def run() -> tuple[int, str]:
        done = runner.run(checkout(repository, tmp_path / "work"), written)
        assert not done.failed, done.said
        assert set(done.steps) >= {"Install briefing", "Check", "Build"}
        return sum(a["name"] == "edition-peru" for a in runner.artifacts), done.summary

    kept, page = run()
    assert (kept, "## peru: a new edition" in page) == (1, True)
    installed = next((tmp_path / "machine").glob("lib/python*/site-packages/briefing/__init__.py"))
    assert installed.is_file()
    kept, page = run()
    assert (kept, "nothing changed since the last edition" in page) == (1, True)
    change(repository, "countries/peru/trade.csv", "2025,export,VNM,588.4", "2025,export,VNM,600.1")
    kept, page = run()
    assert kept == 2
    assert " | 2025 | US$600 million | US$588 million |" in page
    # A warning doesn't stop it, an error does, and is marked by its path in the repository.
    manifest, share = "countries/peru/briefing.yaml", "  export_share: {is"
    change(repository, manifest, share, f"  idle: {{is: imports - exports}}\n{share}")
    assert run()[0] == 3
    change(repository, "countries/peru/sections/en/trade.md", "{{ imports 2018 }}", "{{ im 2018 }}")
    done = runner.run(checkout(repository, tmp_path / "work"), written)
    assert done.failed
    assert "file=countries/peru/sections/en/trade.md" in done.said["Check"]


@pytest.mark.parametrize("kind", ["github", "gitlab"])
def test_a_warning_stops_a_weekly_edition_only_where_it_is_asked(tmp_path: Path, kind: str) -> None:
    place = site(tmp_path)
    usual = b"".join(schedule(kind, place).values()).decode()
    asked = b"".join(schedule(kind, replace(place, strict=True)).values()).decode()
    assert "--strict" not in usual
    assert asked.count("--strict") == 2


def test_gitlabs_pipeline_of_a_subfolder_names_its_paths(tmp_path: Path) -> None:
    place = replace(site(tmp_path), within="countries/peru", fetches=True)
    files = schedule("gitlab", place)
    assert set(files) == {".gitlab-ci.yml", "briefing-requirements.txt", "briefing-figures.sh"}
    jobs = yaml.safe_load(files[".gitlab-ci.yml"])
    assert "briefing check countries/peru" in jobs["briefing"]["script"]
    assert any("build countries/peru --if-changed" in line for line in jobs["briefing"]["script"])
    assert any('figures.md" countries/peru' in line for line in jobs["figures"]["script"])


def committed(repository: Path, words: list[str], requirement: str, *asked: str) -> None:
    """A repository whose project in a subfolder is made, and scheduled, by the commands."""
    repository.mkdir(parents=True, exist_ok=True)
    git(repository, "init", "--quiet", "--initial-branch=main")
    command = [sys.executable, "-c", "from briefing.cli.app import main; main()"]
    for line in ([*words] if words else [], [*asked, "--requirement", requirement]):
        if line:
            done = subprocess.run(
                [*command, *line], cwd=repository, capture_output=True, text=True, check=False
            )
            assert done.returncode == 0, done.stderr
    git(repository, "add", ".")
    git(repository, "commit", "--quiet", "-m", "The first text")


def test_gitlabs_steps_run_in_a_repository_whose_project_is_a_subfolder(
    wheel: Path, machine: dict[str, str], tmp_path: Path
) -> None:
    """The wheel of the repository is installed by the step that installs; the edition of the last
    run is what the cache gives back."""
    repository = tmp_path / "repository"
    (repository / "wheels").mkdir(parents=True)
    shutil.copy(wheel, repository / "wheels")
    begin = ["init", "countries/peru", "--reporter", "Peru", "--partner", "Viet Nam"]
    wanted = f"./wheels/{wheel.name}"
    committed(repository, begin, wanted, "schedule", "gitlab", "countries/peru")
    job = yaml.safe_load((repository / ".gitlab-ci.yml").read_text(encoding="utf-8"))["briefing"]
    kept = tmp_path / "kept"

    def run() -> tuple[int, str, Path]:
        work = checkout(repository, tmp_path / "work")
        if kept.exists():
            shutil.copytree(kept, work / "out")
        done = gitlab(work, job, **machine)
        if done.returncode == 0:
            shutil.rmtree(kept, ignore_errors=True)
            shutil.copytree(work / "out", kept)
            assert all((work / path).exists() for path in job["artifacts"]["paths"])
        return done.returncode, done.stdout + done.stderr, work

    code, said, work = run()
    assert code == 0, said
    assert "## peru: a new edition" in said
    assert (work / "out/peru/2025/peru.en.pdf").is_file()
    installed = next((tmp_path / "machine").glob("lib/python*/site-packages/briefing/__init__.py"))
    assert installed.is_file()
    assert "nothing changed since the last edition" in run()[1]
    change(repository, "countries/peru/trade.csv", "2025,export,VNM,588.4", "2025,export,VNM,600.1")
    assert " | 2025 | US$600 million | US$588 million |" in run()[1]
    change(repository, "countries/peru/sections/en/trade.md", "{{ imports 2018 }}", "{{ im 2018 }}")
    code, said, work = run()
    assert code != 0
    assert "sections/en/trade.md:" in said
    assert json.loads((work / "findings.json").read_text())["findings"]


def test_a_part_of_a_subfolders_matrix_runs_and_the_parts_are_put_together(tmp_path: Path) -> None:
    repository = tmp_path / "repository"
    write(repository / "countries/tpl")
    asked = ("schedule", "github", "countries/tpl", "--each", "partner=all", "--parts", "3")
    commit = "country-briefing @ git+https://example.org/briefing@" + "0123456789" * 4
    committed(repository, [], commit, *asked)
    (written,) = (repository / ".github/workflows").iterdir()
    jobs = yaml.safe_load(written.read_text(encoding="utf-8"))["jobs"]
    (build,) = (s["run"] for s in jobs["briefings"]["steps"] if s["name"] == "Build")
    (merge,) = (s["run"] for s in jobs["whole"]["steps"] if s["name"] == "Put together")
    work = checkout(repository, tmp_path / "work")
    for shard in jobs["briefings"]["strategy"]["matrix"]["shard"]:
        temporary = work / f"parts/part-tpl-{shard}"
        temporary.mkdir(parents=True)
        told = {"SHARD": str(shard), "RUNNER_TEMP": str(temporary)}
        done = gitlab(work, {"script": [build]}, **told, GITHUB_STEP_SUMMARY=os.devnull)
        assert done.returncode == 0, done.stderr
        uploads = (s for s in jobs["briefings"]["steps"] if "upload" in s.get("uses", ""))
        kept = [upload["with"] for upload in uploads]
        names = [options["name"].replace("${{ matrix.shard }}", str(shard)) for options in kept]
        assert names == [f"editions-tpl-{shard}", f"part-tpl-{shard}"]
        assert (work / kept[0]["path"]).is_dir()
    done = gitlab(work, {"script": [merge]})
    assert done.returncode == 0, done.stderr
    assert "4 built" in done.stdout
    shutil.rmtree(work / "parts/part-tpl-2")
    assert gitlab(work, {"script": [merge]}).returncode == 1
