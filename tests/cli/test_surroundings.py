"""What the machine may do to a run: homes, zones, settings of others, full disks, odd texts."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

BRIEFING = (sys.executable, "-c", "from briefing.cli.app import main; main()")
MANIFEST = """briefing: 1
title: {title}
period: 2025
released: 2026-11-24
languages: [en]
sources: {{s: {{title: T, publisher: P, retrieved: 2025-01-01, basis: b}}}}
tables: {{t: {{file: t.csv, source: s, period: year, value: value, unit: USD million, kind: flow}}}}
exhibits: {{c: {{kind: bars, show: t}}}}
{more}sections: [one]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return made(tmp_path / "project")


def made(folder: Path, title: str = "T", more: str = "", text: str = "") -> Path:
    (folder / "sections/en").mkdir(parents=True)
    (folder / "briefing.yaml").write_text(MANIFEST.format(title=title, more=more))
    (folder / "t.csv").write_text("year,value\n2024,4\n2025,5\n")
    (folder / "sections/en/one.md").write_text(f"# One\n\n{text}![Grew](exhibit:c)\n")
    return folder


def run(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    own = {"BRIEFING_CACHE_DIR": str(folder / "cache"), **environment}
    command = [*BRIEFING, *arguments]
    return subprocess.run(
        command, cwd=folder, env=os.environ | own, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(
    ("name", "value"),
    [("HOME", "/dev/null/home"), ("TZ", "No/Where"), ("MPLBACKEND", "nonsense"),
     ("MPLCONFIGDIR", "/dev/null/x")],
)  # fmt: skip
def test_settings_that_mean_nothing_change_nothing(folder: Path, name: str, value: str) -> None:
    done = run(folder, "build", ".", **{name: value})
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("value", ["abc", "9" * 30, "1e9"])
def test_a_day_that_is_none_is_usage(folder: Path, value: str) -> None:
    done = run(folder, "build", ".", SOURCE_DATE_EPOCH=value)
    assert done.returncode == 2
    assert "SOURCE_DATE_EPOCH" in done.stderr


def test_a_file_whose_name_is_no_utf_8_stops_nothing(folder: Path) -> None:
    (folder / os.fsdecode(b"note\xff.txt")).write_text("x")
    for _ in range(2):
        done = run(folder, "build", ".")
        assert done.returncode == 0, done.stderr


def test_no_configuration_of_matplotlib_is_read(folder: Path) -> None:
    assert run(folder, "build", ".").returncode == 0
    path = next((folder / "out").rglob("*.pdf"))
    plain = path.read_bytes()
    shutil.rmtree(folder / "out")
    shutil.rmtree(folder / "cache")
    (folder / "matplotlibrc").write_text("text.usetex: True\nlines.dash_capstyle: round\n")
    done = run(folder, "build", ".")
    assert done.returncode == 0, done.stderr
    assert next((folder / "out").rglob("*.pdf")).read_bytes() == plain


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is full")
@pytest.mark.parametrize(
    "command", [("rules",), ("schema",), ("check", ".", "--json"), ("--help",)]
)
def test_a_full_output_is_said(folder: Path, command: tuple[str, ...]) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*BRIEFING, *command],
            cwd=folder, stdout=full, stderr=subprocess.PIPE, text=True, check=False,
        )  # fmt: skip
    assert done.returncode == 1
    assert "No space left on device" in done.stderr
    assert "bug" not in done.stderr


@pytest.mark.parametrize(
    "title", ["|\n  Two\n  lines", ">\n  Two\n  lines\n", '"Two\\tlines"', '"Two\\nlines"']
)
def test_breaks_and_tabs_in_a_line_are_spaces(tmp_path: Path, title: str) -> None:
    more = 'marking: |\n  OFFICIAL\npublication: "A\\tB"\n'
    folder = made(tmp_path / "project", title, more)
    done = run(folder, "build", ".")
    assert done.returncode == 0, done.stderr


def test_breaks_and_tabs_in_keys_and_labels_are_spaces(tmp_path: Path) -> None:
    folder = made(tmp_path / "project")
    manifest = (folder / "briefing.yaml").read_text()
    manifest = manifest.replace(
        "unit: USD million, kind: flow",
        'codes: none, kind: flow, unit: {one: "overnight\\tstay", other: "overnight\\nstays"}',
    )
    manifest = manifest.replace(
        "exhibits: {c: {kind: bars, show: t}}",
        'series: {f: {table: t, by: k, label: "L\\nM"}}\nexhibits: {c: {kind: ranking, show: f}}',
    )
    (folder / "briefing.yaml").write_text(manifest)
    (folder / "t.csv").write_text('year,k,value\n2025,"x\ny",5\n2025,"a\tb",6\n')
    done = run(folder, "build", ".")
    assert done.returncode == 0, done.stderr


def test_a_draft_says_where_a_bad_link_was_to_lead(tmp_path: Path) -> None:
    folder = made(tmp_path / "project", text="See [the site](/url).\n\n")
    done = run(folder, "build", "--draft", ".")
    assert done.returncode == 1
    assert "B309" in done.stderr
    assert list((folder / "out").rglob("*.DRAFT.en.pdf"))


@pytest.mark.parametrize("option", ["--limit", "--pause", "--timeout"])
@pytest.mark.parametrize("value", ["nan", "inf", "-1"])
def test_a_measure_that_is_none_is_usage(folder: Path, option: str, value: str) -> None:
    done = run(folder, "send", ".", option, value)
    assert done.returncode == 2, done.stderr


def test_a_value_that_is_no_utf_8_is_a_finding(folder: Path) -> None:
    (folder / "briefing.yaml").write_text(
        (folder / "briefing.yaml").read_text("utf-8") + "parameters: {x: RUS}\n", "utf-8"
    )
    done = run(folder, "build", ".", "--each", "x=\udcff")
    assert done.returncode == 1
    assert "B011" in done.stderr
