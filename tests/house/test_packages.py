"""The wheel and the source archive: what is in them, and that they install without a network from
a folder of wheels (BRIEFING_WHEELS names it; CI fills one)."""

import os
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WHEELS = os.environ.get("BRIEFING_WHEELS", "")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A wheel and a source archive of this checkout."""
    pytest.importorskip("hatchling")
    out = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-d", str(out)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,), (archive,) = out.glob("*.whl"), out.glob("*.tar.gz")
    return wheel, archive


def test_the_wheel_has_code_styles_and_samples_and_nothing_else(built: tuple[Path, Path]) -> None:
    names = zipfile.ZipFile(built[0]).namelist()
    tops = {name.split("/")[0] for name in names}
    assert tops == {"briefing", "country_briefing-0.1.0.dist-info"}
    assert not [name for name in names if name.endswith((".pyc", ".pdf", "~"))]
    held = {name.removeprefix("briefing/_assets/") for name in names if "/_assets/" in name}
    for folder in ("styles", "data"):
        there = {
            path.relative_to(ROOT).as_posix()
            for path in (ROOT / folder).rglob("*")
            if path.is_file() and "out" not in path.parts
        }
        assert there <= held
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_the_archive_has_what_its_tests_need(built: tuple[Path, Path]) -> None:
    with tarfile.open(built[1]) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    for name in ("pyproject.toml", "README.md", "LICENSE", "styles/ministry.yaml", "briefing/run"):
        assert any(held.startswith(name) for held in names), name
    assert "tests/house/test_packages.py" in names
    assert "data/mongolia-russia/briefing.lock.json" in names


@pytest.mark.skipif(not WHEELS, reason="BRIEFING_WHEELS names no folder of wheels")
@pytest.mark.parametrize("kind", ["wheel", "archive"])
def test_it_installs_without_a_network(built: tuple[Path, Path], tmp_path: Path, kind: str) -> None:
    """An archive is built by hatchling, which must be in the folder too."""
    given = built[0] if kind == "wheel" else built[1]
    venv.create(tmp_path / "venv", with_pip=True)
    bin = tmp_path / "venv" / ("Scripts" if os.name == "nt" else "bin")
    own = {k: v for k, v in os.environ.items() if not k.startswith(("PIP_", "PYTHON"))}
    own["PIP_CONFIG_FILE"] = os.devnull
    offline = ["install", "--no-index", "--find-links", WHEELS]
    subprocess.run([bin / "python", "-m", "pip", "-q", *offline, given], env=own, check=True)
    built_by = subprocess.run(
        [bin / "briefing", "build", "mongolia-russia", "--lang", "en"],
        cwd=tmp_path,
        env=own,
        check=True,
        capture_output=True,
        text=True,
    )
    assert (tmp_path / "out/mongolia-russia/2025/mongolia-russia.en.pdf").is_file(), built_by.stderr
