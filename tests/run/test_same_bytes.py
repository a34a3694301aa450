"""The same inputs make the same bytes, in any process.

Builds in subprocesses: other hash seeds, time zones, locales, days and, with
BRIEFING_PYTHONS=PYTHON:PYTHON…, by other interpreters that have the product installed (its code is
read from this checkout). Without it this Python alone is tried.
"""

import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CASES = ("two-sections", "all-markdown")
SAMPLE = ROOT / "data/mongolia-russia"
SETTINGS: dict[str, dict[str, str]] = {
    "seed-0": {"PYTHONHASHSEED": "0"},
    "seed-4711": {"PYTHONHASHSEED": "4711", "TZ": "Asia/Ulaanbaatar"},
    "locale": {"LC_ALL": "C", "LANG": "C", "TZ": "America/Los_Angeles"},
    "other-locale": {"LC_ALL": "ru_RU.UTF-8", "PYTHONUTF8": "1", "TZ": "Pacific/Kiritimati"},
    "other-day": {"DAY": "4102444800"},
}
PYTHONS = [p for p in os.environ.get("BRIEFING_PYTHONS", "").split(os.pathsep) if p]
# Every clock that Python has says DAY, where it is given.
BUILD = """
import os, sys, time
if "DAY" in os.environ:
    day = float(os.environ["DAY"])
    gmtime, localtime, strftime = time.gmtime, time.localtime, time.strftime
    time.time = lambda: day
    time.gmtime = lambda seconds=day: gmtime(seconds)
    time.localtime = lambda seconds=day: localtime(seconds)
    time.strftime = lambda form, at=None: strftime(form, at or gmtime(day))
import briefing
for number, case in enumerate(sys.argv[2:]):
    outcome = briefing.build(case, f"{sys.argv[1]}/{number}")
    assert outcome.built, outcome.findings
"""


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The digests of a build with nothing set."""
    return built(tmp_path_factory.mktemp("plain"), {})


@pytest.mark.parametrize("setting", SETTINGS)
def test_other_processes_make_the_same(setting: str, plain: dict[str, str], tmp_path: Path) -> None:
    assert built(tmp_path, SETTINGS[setting]) == plain


@pytest.mark.skipif(not PYTHONS, reason="BRIEFING_PYTHONS names no other interpreters")
@pytest.mark.parametrize("python", PYTHONS)
def test_other_pythons_make_the_same(python: str, plain: dict[str, str], tmp_path: Path) -> None:
    assert built(tmp_path, {"PYTHONHASHSEED": "7"}, python) == plain


def test_source_date_epoch_is_the_date_that_the_manifest_lacks(tmp_path: Path) -> None:
    project = tmp_path / "two-sections"
    source = ROOT / "tests/projects/two-sections/project"
    for file in source.rglob("*"):
        if file.is_file():
            copy = project / file.relative_to(source)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(file.read_bytes())
    manifest = project / "briefing.yaml"
    lines = manifest.read_text(encoding="utf-8").splitlines(keepends=True)
    manifest.write_text("".join(x for x in lines if not x.startswith("released:")), "utf-8")
    day = {"SOURCE_DATE_EPOCH": "1427760000"}
    first = built(tmp_path / "first", day, cases=[project])
    again = built(tmp_path / "again", {**day, "TZ": "Asia/Ulaanbaatar"}, cases=[project])
    later = built(tmp_path / "later", {"SOURCE_DATE_EPOCH": "1427932800"}, cases=[project])
    assert first == again
    pdf = next(name for name in first if name.endswith(".pdf"))
    assert first[pdf] != later[pdf]


def built(
    output: Path,
    setting: dict[str, str],
    python: str = sys.executable,
    cases: list[Path] | None = None,
) -> dict[str, str]:
    """The digests of all files of the editions that a process of its own makes."""
    projects = cases or [*(ROOT / "tests/projects" / case / "project" for case in CASES), SAMPLE]
    environment = {k: v for k, v in os.environ.items() if k != "SOURCE_DATE_EPOCH"}
    environment |= {"PYTHONPATH": str(ROOT), **setting}
    done = subprocess.run(
        [python, "-c", BUILD, str(output), *map(str, projects)],
        env=environment,
        cwd=output.parent,
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    files = sorted(file for file in output.rglob("*") if file.is_file())
    return {str(f.relative_to(output)): sha256(f.read_bytes()).hexdigest() for f in files}
