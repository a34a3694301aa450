"""Windows and macOS, as far as it can be tried here: no modules of Unix, old code pages, names."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.model import BriefingError, Choices
from briefing.run.examine import check
from briefing.workspace.locks import hold
from briefing.workspace.new_files import write_new

ROOT = Path(__file__).parents[2]
CASE = ROOT / "tests" / "projects" / "two-sections" / "project"
# Python as it is on Windows: without these modules and names; locks of files are msvcrt's.
_WINDOWS = """
import asyncio, os, subprocess, sys, types
import platformdirs  # these ask for the system as they are loaded
for name in ("fcntl", "pwd", "grp", "resource", "termios", "readline", "syslog"):
    sys.modules[name] = None
for name in ("O_NONBLOCK", "O_NOFOLLOW", "O_CLOEXEC", "geteuid", "getuid", "fork", "killpg"):
    if hasattr(os, name):
        delattr(os, name)
held = set()
def locking(descriptor, mode, count):
    found = os.fstat(descriptor)
    if (found.st_dev, found.st_ino) in held:
        raise OSError(36, "Resource deadlock avoided")
    held.add((found.st_dev, found.st_ino))
sys.modules["msvcrt"] = types.SimpleNamespace(locking=locking, LK_NBLCK=2)
from briefing.cli.app import main
sys.argv = ["briefing", *sys.argv[1:]]
main()
"""


def run(
    code: str, folder: Path, *words: str, **environment: str
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-c", code, *words],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        check=False,
    )


def test_a_project_is_checked_and_built_without_what_only_unix_has(tmp_path: Path) -> None:
    shutil.copytree(CASE, tmp_path / "p")
    done = run(_WINDOWS, tmp_path, "build", "p", "-o", "out", BRIEFING_CACHE_DIR=str(tmp_path))
    assert done.returncode == 0, done.stderr.decode()
    (pdf,) = (tmp_path / "out").rglob("*.pdf")
    plain = tmp_path / "plain"
    own = "import sys; from briefing.cli.app import main; sys.argv[0] = 'briefing'; main()"
    done = run(own, tmp_path, "build", "p", "-o", str(plain))
    assert done.returncode == 0, done.stderr.decode()
    assert pdf.read_bytes() == next(plain.rglob("*.pdf")).read_bytes()


def test_a_file_is_held_against_another_run(tmp_path: Path) -> None:
    with (tmp_path / "a").open("wb") as one, (tmp_path / "a").open("wb") as other:
        assert hold(one)
        assert not hold(other)


@pytest.mark.parametrize("page", ["cp1252", "cp866"])
def test_an_old_console_shows_escapes_and_no_traceback(tmp_path: Path, page: str) -> None:
    shutil.copytree(CASE, tmp_path / "Монгол")
    section = tmp_path / "Монгол" / "sections" / "en" / "trade.md"
    section.write_text(f"{section.read_text('utf-8')}\n{{{{ өсөлт }}}}\n", encoding="utf-8")
    own = "import sys; from briefing.cli.app import main; sys.argv[0] = 'briefing'; main()"
    for words in (("check", "Монгол"), ("check", "Монгол", "--json"), ("build", "Монгол")):
        done = run(own, tmp_path, *words, PYTHONIOENCODING=page, PYTHONUTF8="0")
        assert done.returncode == 1, done.stderr
        assert b"Traceback" not in done.stderr
        assert (done.stdout + done.stderr).decode(page)
    for words in (("--help",), ("rules",), ("schema",), ("list",), ("inspect", "Монгол/trade.csv")):
        done = run(own, tmp_path, *words, PYTHONIOENCODING=page, PYTHONUTF8="0")
        assert (done.returncode, b"Traceback" in done.stderr) == (0, False), (words, done.stderr)


def project(folder: Path, sections: str, *files: str) -> str:
    shutil.copytree(CASE, folder)
    manifest = folder / "briefing.yaml"
    text = manifest.read_text(encoding="utf-8")
    before = next(line for line in text.splitlines() if line.startswith("sections:"))
    manifest.write_text(text.replace(before, f"sections: [{sections}]"), encoding="utf-8")
    for file in files:
        (folder / "sections" / "en" / file).write_text("# A\n\nText.\n", encoding="utf-8")
    return str(folder)


@pytest.mark.parametrize("name", ["con", "NUL", "aux.1", "Com1", "trade."])
def test_a_section_has_a_name_that_every_system_can_bear(tmp_path: Path, name: str) -> None:
    folder = project(tmp_path / "p", f"trade, flows, {name}", f"{name}.md")
    found = [f for f in check(folder, Choices()).findings if f.code == "B011"]
    assert [f.message.endswith(f"“{name}” is no name") for f in found] == [True]
    assert "no device of Windows" in found[0].hint


def test_names_that_only_begin_like_a_device_are_good(tmp_path: Path) -> None:
    folder = project(tmp_path / "p", "trade, flows, contents, company", "contents.md", "company.md")
    assert not [f for f in check(folder, Choices()).findings if f.code in ("B011", "B012", "B024")]


def test_two_sections_differ_by_more_than_case(tmp_path: Path) -> None:
    folder = project(tmp_path / "p", "trade, flows, Trade", "Trade.md")
    (found,) = (f for f in check(folder, Choices()).findings if f.code == "B012")
    assert "section “Trade” stands twice" in found.message


def test_a_file_is_named_as_it_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where case doesn't matter, a file is found that another system would not find."""
    from briefing.workspace import Workspace

    folder = project(tmp_path / "p", "trade, flows, people", "People.md")
    strictly = Workspace.holds
    meant = "sections/en/people.md"
    monkeypatch.setattr(Workspace, "holds", lambda w, path: path == meant or strictly(w, path))
    (found,) = (f for f in check(folder, Choices()).findings if f.code == "B024")
    assert "no file sections/en/people.md; did you mean “People”?" in found.message


@pytest.mark.parametrize("name", ["con", "NUL", "aux.briefing", "vietnam "])
def test_no_project_is_begun_in_a_folder_that_windows_cannot_have(
    tmp_path: Path, name: str
) -> None:
    with pytest.raises(BriefingError, match="can be no folder on Windows"):
        write_new(str(tmp_path / name), {"briefing.yaml": b""})
    assert not list(tmp_path.iterdir())
