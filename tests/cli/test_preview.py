"""`briefing preview` where it can't start."""

import shutil
import socket
import subprocess
import sys
from pathlib import Path

CASE = Path(__file__).parents[1] / "projects" / "two-sections" / "project"
WITHOUT = """
import sys
class Absent:
    def find_spec(self, name, path=None, target=None):
        if name == "watchfiles":
            raise ModuleNotFoundError(name)
sys.meta_path.insert(0, Absent())
"""


def run(folder: Path, *arguments: str, before: str = "") -> subprocess.CompletedProcess[str]:
    code = f"{before}\nfrom briefing.cli.app import main\nmain()"
    line = [sys.executable, "-c", code, "preview", *arguments]
    return subprocess.run(line, cwd=folder, capture_output=True, text=True, check=False, timeout=60)


def test_without_its_packages_it_says_how_to_get_them(tmp_path: Path) -> None:
    project = shutil.copytree(CASE, tmp_path / "project")
    done = run(project, before=WITHOUT)
    assert (done.returncode, done.stdout) == (2, "")
    assert "the preview needs watchfiles" in done.stderr
    assert "pip install 'country-briefing[preview]'" in done.stderr


def test_a_port_that_is_taken(tmp_path: Path) -> None:
    project = shutil.copytree(CASE, tmp_path / "project")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = run(project, "--port", str(port))
    assert done.returncode == 2
    assert f"port {port} can't be used" in done.stderr
    assert "--port 0" in done.stderr


def test_of_several_projects_one_must_be_named(tmp_path: Path) -> None:
    for name in ("one", "two"):
        shutil.copytree(CASE, tmp_path / "data" / name)
    done = run(tmp_path)
    assert done.returncode == 2
    assert "briefing preview data/one" in done.stderr


def test_no_project(tmp_path: Path) -> None:
    assert run(tmp_path, "nowhere").returncode == 3
