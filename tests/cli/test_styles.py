"""`briefing styles` lists what `--style` takes and shows what a style says."""

import json
from pathlib import Path

from tests.cli.test_commands import run


def test_the_products_styles_are_listed(tmp_path: Path) -> None:
    done = run(tmp_path, "styles")
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    names = ["card", "factsheet", "large", "ministry", "plain"]
    assert [line.split()[0] for line in lines[::2]] == names
    assert "one column, body serif 14/20" in done.stdout
    assert "one column, body sans 12/18" in done.stdout


def test_a_style_of_the_project_is_among_them(tmp_path: Path) -> None:
    (tmp_path / "styles").mkdir()
    own = "# Ours.\nstyle: house\nextends: plain\nmeasures: {page: {top: 30 mm}}\n"
    (tmp_path / "styles" / "house.yaml").write_text(own, encoding="utf-8")
    told = json.loads(run(tmp_path, "styles", "--json").stdout)["styles"]
    styles = {one["name"]: one for one in told}
    assert styles["house"]["says"] == "Ours."
    assert styles["house"]["body"] == styles["plain"]["body"]
    assert run(tmp_path, "styles", "house").stdout == own


def test_what_a_style_brings_is_said(tmp_path: Path) -> None:
    (tmp_path / "styles").mkdir()
    own = "style: house\nlogo: {picture: crest.svg, text: Crest}\nsections: [overview, trade]\n"
    (tmp_path / "styles" / "house.yaml").write_text(own, encoding="utf-8")
    said = run(tmp_path, "styles").stdout
    assert "logo crest.svg" in said
    assert "sections overview, trade" in said


def test_a_style_that_is_none_is_a_fault_of_use(tmp_path: Path) -> None:
    done = run(tmp_path, "styles", "plian")
    assert done.returncode == 2
    assert "plain" in done.stderr
