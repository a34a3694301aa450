"""`briefing inspect` and `briefing init --data`, as they are called."""

import json
from pathlib import Path

import yaml
from click.testing import CliRunner

from briefing.cli.app import cli

CSV = "partner,year,value\n" + "".join(
    f"{partner},{year},{year - 2000}.5\n"
    for partner in ("RUS", "CHN", "JPN")
    for year in (2013, 2014)
)


def run(*arguments: str) -> tuple[int, str, str]:
    done = CliRunner().invoke(cli, arguments, standalone_mode=False)
    if done.exception is not None:
        raise done.exception
    return int(done.return_value or 0), done.stdout, done.stderr


def test_all_that_it_says_is_yaml(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(CSV)
    code, out, _ = run("inspect", str(tmp_path / "t.csv"))
    assert code == 0
    series = {"table": "t", "by": "partner", "label": "T, by country"}
    assert yaml.safe_load(out)["series"] == {"t_by_partner": series}
    assert '# t.csv: delimited, utf-8, parted by ","' in out


def test_json(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(CSV + "RUS,2015,1..5\n")
    code, out, _ = run("inspect", "--json", str(tmp_path / "t.csv"))
    content = json.loads(out)
    assert (code, content["rows"], content["periods"][-1]) == (1, 7, "2015")
    assert content["findings"][0]["line"] == 8


def test_a_project_begins_with_a_file_and_builds(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(CSV)
    where = ("--reporter", "MNG", "--partner", "RUS", "--lang", "en", "--lang", "ru")
    code, _, said = run("init", str(tmp_path / "new"), *where, "--data", str(tmp_path / "t.csv"))
    assert code == 0, said
    assert (tmp_path / "new/t.csv").read_text() == CSV
    code, _, said = run("build", str(tmp_path / "new"), "-o", str(tmp_path / "out"), "--strict")
    assert code == 0, said
