"""A GitHub runner, as far as the shell steps of a workflow can tell: its files, its variables, the
shell it starts, and the artifacts it keeps. `gh api` is answered from those."""

import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

_GH = """\
#!{python}
import json, pathlib, sys
store = pathlib.Path({store!r})
path = sys.argv[2]
if sys.argv[1:3] == ["auth", "setup-git"]:
    pass
elif sys.argv[1] == "pr":
    file = store / "pulls.json"
    pulls = json.loads(file.read_text()) if file.exists() else []
    options = dict(zip(sys.argv[3:], sys.argv[4:]))
    if path == "list":
        print("\\n".join(str(p["number"]) for p in pulls if p["head"] == options["--head"]))
    else:
        body = pathlib.Path(options["--body-file"]).read_text()
        if path == "create":
            pulls.append({{"number": len(pulls) + 1, "head": options["--head"], "bodies": []}})
        pulls[-1]["bodies"].append(body)
        file.write_text(json.dumps(pulls))
elif path.endswith("/zip"):
    sys.stdout.buffer.write((store / (path.split("/")[-2] + ".zip")).read_bytes())
else:
    start = "repos/some/briefings/actions/artifacts?name="
    assert path.startswith(start + "edition") and path.endswith("&per_page=100"), path
    name = path[len(start) : -len("&per_page=100")]
    kept = json.loads((store / "artifacts.json").read_text())["artifacts"]
    print(json.dumps({{"artifacts": [a for a in kept if a["name"] == name]}}))
"""
_BASH = ("bash", "--noprofile", "--norc", "-eo", "pipefail")


class Runner:
    """Runs the steps of jobs in a checkout; `artifacts` are what its runs have kept, newest last;
    `more` stands in the environment of each."""

    def __init__(self, folder: Path, more: Mapping[str, str] | None = None) -> None:
        self.more = more or {}
        self.store = folder / "store"
        self.store.mkdir(parents=True)
        self.artifacts: list[dict[str, Any]] = []
        tools = folder / "tools"
        tools.mkdir()
        gh = tools / "gh"
        gh.write_text(_GH.format(python=sys.executable, store=str(self.store)), encoding="utf-8")
        gh.chmod(0o755)
        self._path = os.pathsep.join(
            (str(tools), str(Path(sys.executable).parent), os.environ["PATH"])
        )
        self._folder = folder
        self._runs = 0

    @property
    def pulls(self) -> list[dict[str, Any]]:
        """The pull requests that runs have opened."""
        file = self.store / "pulls.json"
        return json.loads(file.read_text(encoding="utf-8")) if file.exists() else []

    def run(self, checkout: Path, workflow: Path, name: str = "briefing") -> "Run":
        """One run of a job of the workflow."""
        self._runs += 1
        (self.store / "artifacts.json").write_text(json.dumps({"artifacts": self.artifacts}))
        files = self._folder / f"run{self._runs}"
        files.mkdir()
        content = yaml.safe_load(workflow.read_text(encoding="utf-8"))
        assert content["defaults"]["run"]["shell"] == "bash"
        job = content["jobs"][name]
        run = Run(self, checkout, files, self._path)
        for step in job["steps"]:
            run.step(step)
        return run

    def keep(self, name: str, place: Path, branch: str = "main", fork: bool = False) -> None:
        """Keep a file or what a folder holds as an artifact, hidden files left out."""
        number = len(self.artifacts) + 1
        with zipfile.ZipFile(self.store / f"{number}.zip", "w") as archive:
            for file in sorted(place.rglob("*")) if place.is_dir() else [place]:
                within = file.relative_to(place) if place.is_dir() else Path(file.name)
                if file.is_file() and not any(part.startswith(".") for part in within.parts):
                    archive.write(file, within)
        origin = {"head_branch": branch, "repository_id": 1, "head_repository_id": 1 + fork}
        self.artifacts.append(
            {
                "id": number,
                "name": name,
                "expired": False,
                "created_at": f"2026-01-{number:02}T05:17:00Z",
                "workflow_run": origin,
            }
        )


class Run:
    """What one run did: the steps that ran with their code, and the job's page."""

    def __init__(self, runner: Runner, checkout: Path, files: Path, path: str) -> None:
        self.steps: dict[str, int] = {}
        self.said: dict[str, str] = {}
        self.failed = False
        self._runner, self._checkout, self._files = runner, checkout, files
        self._outputs: dict[str, dict[str, str]] = {}
        self._env = {
            "PATH": path,
            "HOME": str(files),
            "CI": "true",
            "PIP_NO_INDEX": "1",
            "PYTHONPATH": str(Path(__file__).parents[2]),
            "GITHUB_ACTIONS": "true",
            "GITHUB_REPOSITORY": "some/briefings",
            "GITHUB_REF_NAME": "main",
            "GITHUB_WORKSPACE": str(checkout),
            "RUNNER_TEMP": str(files),
            "GITHUB_STEP_SUMMARY": str(files / "summary"),
            "GITHUB_OUTPUT": str(files / "output"),
            "GITHUB_ENV": str(files / "env"),
            **runner.more,
        }
        for name in ("summary", "output", "env"):
            (files / name).touch()

    @property
    def summary(self) -> str:
        """The job's page."""
        return (self._files / "summary").read_text(encoding="utf-8")

    def step(self, step: Mapping[str, Any]) -> None:
        """Run a step, if its condition holds, as the runner would."""
        if not self._holds(step.get("if", "success()")):
            return
        if "run" in step:
            self._shell(step)
        elif step["uses"].startswith("actions/upload-artifact@"):
            self._upload(step["with"])

    def _holds(self, condition: str) -> bool:
        if condition == "${{ !cancelled() }}":
            return True
        match = re.fullmatch(r"steps\.(\w+)\.outputs\.(\w+) == '(\w+)'", condition)
        return not self.failed and (
            condition == "success()"
            or (match is not None and self._outputs[match[1]].get(match[2]) == match[3])
        )

    def _shell(self, step: Mapping[str, Any]) -> None:
        script = self._files / "script.sh"
        script.write_text(step["run"], encoding="utf-8")
        own = {
            k: re.sub(r"\$\{\{ (github\.token|secrets\.\w+) \}\}", "secret", v)
            for k, v in step.get("env", {}).items()
        }
        assert "${{" not in step["run"] + "".join(own.values())
        done = subprocess.run(
            [*_BASH, str(script)],
            cwd=self._checkout,
            env=self._env | own,
            capture_output=True,
            text=True,
            check=False,
        )
        self.steps[step["name"]] = done.returncode
        self.said[step["name"]] = done.stdout + done.stderr
        self.failed = self.failed or done.returncode != 0
        self._env |= _pairs(self._files / "env")
        self._outputs[step.get("id", "")] = _pairs(self._files / "output")

    def _upload(self, options: Mapping[str, Any]) -> None:
        path = options["path"].replace("${{ runner.temp }}", str(self._files))
        place = self._checkout / path
        assert place.exists() or options["if-no-files-found"] == "ignore", path
        if place.exists():
            self._runner.keep(options["name"], place)


def _pairs(file: Path) -> dict[str, str]:
    lines = file.read_text(encoding="utf-8").splitlines()
    return {name: value for name, _, value in (line.partition("=") for line in lines)}


def missing_tools() -> str:
    """What a runner has that this machine lacks."""
    return ", ".join(name for name in ("bash", "git", "jq") if shutil.which(name) is None)
