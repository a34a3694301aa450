"""A preview as its users have it: the command in a process, a browser that looks at it."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.common.exceptions import WebDriverException

from tests.preview.large import enlarged

ROOT = Path(__file__).parents[2]
CASE = ROOT / "tests" / "projects" / "two-sections" / "project"
AXE = ROOT / ".cache" / "axe"

COMMAND = """
import signal
# As at a terminal, though the tests may run in the background, where interrupts are ignored.
signal.signal(signal.SIGINT, signal.default_int_handler)
from briefing.cli.app import main
main()
"""

_MONGOLIAN = (
    ("[en]", "[en, mn]"),
    ("marking: OFFICIAL", "marking: {en: OFFICIAL, mn: АЛБАН}"),
    ("title: {en:", "title: {mn: 'Монгол, Орос', en:"),
    ("title: Foreign trade by country", "title: {en: Foreign trade, mn: Гадаад худалдаа}"),
    ("National Statistics Office of Mongolia", "{en: Statistics Office, mn: Статистикийн хороо}"),
    ("basis: {en:", "basis: {mn: оны үнээр, en:"),
    ("label: {en: Trade", "label: {mn: Эргэлт, en: Trade"),
    ('label: {en: "Exports', 'label: {mn: Экспорт, en: "Exports'),
    ('label: {en: "Imports', 'label: {mn: Импорт, en: "Imports'),
)

_SECTIONS = {
    "trade.md": (
        "# Гадаад худалдаа\n\n{{ period }} онд импорт {{ imports }}, экспорт {{ exports }} байв. "
        "Эргэлт {{ turnover | change: verb }}, **{{ turnover }}** ([хүснэгт](#flows)).\n\n"
        "![Импорт {{ imports }}, {{ period }}](exhibit:trade)\n"
    ),
    "flows.md": (
        "# Жил бүр\n\nЭкспорт {{ exports 2010 }}, {{ exports 2010 | period }}. "
        "Импорт {{ imports 2010 }}.\n\n![Таван жил](exhibit:flows)\n"
    ),
}


class Preview:
    """A project and the process that shows it."""

    def __init__(self, project: Path) -> None:
        self.project = project
        self.process = subprocess.Popen(
            [sys.executable, "-c", COMMAND, "preview", str(project), "--port", "0", "--json"],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        assert line, self.process.stderr and self.process.stderr.read()
        self.url: str = json.loads(line)["url"]

    @property
    def port(self) -> int:
        return int(self.url.rstrip("/").rpartition(":")[2])

    def edit(self, file: str, old: str, new: str) -> None:
        """As an editor saves: written beside, then renamed."""
        path = self.project / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        beside = path.with_name(f".{path.name}.new")
        beside.write_text(text.replace(old, new), encoding="utf-8")
        beside.replace(path)

    def end(self) -> None:
        self.process.kill()
        self.process.communicate()


def absent(what: str) -> None:
    """Skips where something is not installed; in CI everything is."""
    if os.environ.get("CI"):
        pytest.fail(what)
    pytest.skip(what)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CASE, tmp_path / "two-sections"))


@pytest.fixture
def preview(project: Path) -> Iterator[Preview]:
    shown = Preview(project)
    yield shown
    shown.end()


@pytest.fixture
def sample(tmp_path: Path) -> Iterator[Preview]:
    """The sample, as its author has it."""
    folder = tmp_path / "mongolia-russia"
    shown = Preview(Path(shutil.copytree(ROOT / "data" / "mongolia-russia", folder)))
    yield shown
    shown.end()


@pytest.fixture
def large(tmp_path: Path) -> Iterator[Preview]:
    """A project of forty pages."""
    shown = Preview(enlarged(ROOT / "data" / "mongolia-russia", tmp_path / "large"))
    yield shown
    shown.end()


@pytest.fixture(scope="session")
def standing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """A preview that is only looked at."""
    folder = tmp_path_factory.mktemp("standing") / "two-sections"
    shown = Preview(Path(shutil.copytree(CASE, folder)))
    yield shown
    shown.end()


@pytest.fixture
def bilingual(project: Path) -> Iterator[Preview]:
    """The same project in English and Mongolian."""
    manifest = project / "briefing.yaml"
    text = manifest.read_text(encoding="utf-8")
    for old, new in _MONGOLIAN:
        assert old in text
        text = text.replace(old, new)
    manifest.write_text(text, encoding="utf-8")
    own = project / "sections" / "mn"
    own.mkdir()
    for name, text in _SECTIONS.items():
        (own / name).write_text(text, encoding="utf-8")
    shown = Preview(project)
    yield shown
    shown.end()


def _chromium(folder: str) -> webdriver.Chrome:
    binary, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if binary is None or driver is None:
        absent("Chromium and its driver are not installed: .ci/install-browser")
    options = webdriver.ChromeOptions()
    options.binary_location = str(binary)
    for argument in (
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
        "--force-device-scale-factor=2",
        "--window-size=1400,900",
        f"--user-data-dir={folder}",
    ):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    try:
        return webdriver.Chrome(options=options, service=webdriver.ChromeService(str(driver)))
    except WebDriverException as error:
        absent(f"Chromium doesn't start: {error.msg}")
        raise


@pytest.fixture(scope="session")
def chromium() -> Iterator[webdriver.Chrome]:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        browser = _chromium(folder)
        yield browser
        browser.quit()


@pytest.fixture
def browser(chromium: webdriver.Chrome) -> Iterator[webdriver.Chrome]:
    """A browser that has seen nothing yet; what it complains of fails the test.

    A test names it after its preview, so that it leaves the page before the preview ends: an answer
    that is under way then would be one more complaint.
    """
    chromium.set_window_size(1400, 900)
    chromium.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})
    chromium.get_log("browser")
    yield chromium
    complaints = [entry["message"] for entry in chromium.get_log("browser")]
    chromium.get("about:blank")
    assert [c for c in complaints if "/pages/" not in c] == []


@pytest.fixture(scope="session")
def axe() -> str:
    """The script of axe-core, from npm."""
    script = AXE / "node_modules" / "axe-core" / "axe.min.js"
    if not script.is_file():
        npm = shutil.which("npm")
        if npm is None:
            absent("axe-core is not installed and npm is not there to fetch it")
        AXE.mkdir(parents=True, exist_ok=True)
        (AXE.parent / ".gitignore").write_text("*\n", encoding="utf-8")
        line = [npm, "install", "--silent", "--no-save", "--prefix", str(AXE), "axe-core@4"]
        if subprocess.run(line, check=False, capture_output=True, timeout=120).returncode:
            absent("npm can't fetch axe-core")
    return script.read_text(encoding="utf-8")
