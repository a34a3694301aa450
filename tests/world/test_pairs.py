"""A template over pairs of countries, with the six that are here and with the whole matrices."""

import csv
import re
from decimal import Decimal
from pathlib import Path

import pytest

from briefing.facts import evaluate
from briefing.model.spec import Choices
from briefing.run.batch import Briefed, State, Task, batch
from briefing.run.build import build
from briefing.run.each import each
from briefing.run.kept import Kept
from tests.world import matrix

HERE = matrix.PAIRS
VALUES = re.compile(r'"value":"(-?[0-9.]+)"')
VALUES = re.compile(r'"value":"(-?[0-9.]+)"')


def tasks(project: Path, out: Path, pairs: list[tuple[str, str]]) -> tuple[Task, ...]:
    rows = "reporter,partner\n" + "".join(f"{a},{b}\n" for a, b in pairs)
    choices = each(str(project), Choices(), "pairs.csv", rows)
    return tuple(Task(str(project), str(out), one) for one in choices)


def printed(done: Briefed, out: Path) -> str:
    name = done.task.name
    record = out / "pairs" / "2015" / name / f"record-{name}.json"
    return record.read_text(encoding="utf-8")


def value(reporter: str, partner: str) -> Decimal:
    """A cell of the file, read by itself."""
    with (HERE / "pairs.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if (row["exporter"], row["importer"], row["year"]) == (reporter, partner, "2015"):
                return Decimal(row["value"])
    return Decimal(0)


def test_every_pair_of_six_countries_is_built_with_its_own_figures(tmp_path):
    pairs = [(a, b) for a in matrix.SIX for b in matrix.SIX if a != b]
    done = list(batch(tasks(HERE, tmp_path, pairs), 1))
    assert {b.state for b in done} == {State.BUILT}, [b.outcome for b in done]
    for briefed in done:
        reporter, partner = briefed.task.name.split("-")
        exports, imports = value(reporter, partner), value(partner, reporter)
        held = {Decimal(v) for v in VALUES.findall(printed(briefed, tmp_path))}
        assert {exports, imports, exports + imports, exports - imports} <= held, briefed.task.name


def test_what_no_parameter_changes_is_derived_once(tmp_path, monkeypatch):
    """Counted: how often the concentration of all customers is evaluated, which the partner doesn't
    change, and the rank, which it does."""
    evaluated: list[str] = []
    plain = evaluate.INDICATORS

    def counted(name, function):
        def call(*arguments):
            evaluated.append(name)
            return function(*arguments)

        return call

    monkeypatch.setattr(
        evaluate, "INDICATORS", {name: counted(name, one) for name, one in plain.items()}
    )
    kept = Kept()
    for partner in ("CHN", "JPN", "RUS", "KAZ"):
        choices = Choices(parameters=(("reporter", "MNG"), ("partner", partner)), apart=True)
        assert build(str(HERE), str(tmp_path), choices, kept=kept).built
    # hhi(exports_to) once, hhi(sold) for each partner.
    assert evaluated.count("hhi") == 1 + 4
    assert evaluated.count("rank") == 2 * 4


@pytest.mark.skipif(
    not matrix.UNCTAD.exists(), reason="the world's matrices lie in ../shared, which isn't here"
)
def test_pairs_of_the_whole_matrix_are_the_same_in_one_process_and_in_two(tmp_path):
    (tmp_path / "pairs").mkdir()
    project = matrix.write(tmp_path / "pairs")
    pairs = [("MNG", "CHN"), ("NZL", "FJI"), ("CIV", "BFA"), ("KOR", "LAO")]
    for jobs, out in ((1, "one"), (2, "two")):
        done = list(batch(tasks(project, tmp_path / out, pairs), jobs))
        failed = [(b.problem, b.outcome) for b in done if b.state is not State.BUILT]
        assert not failed
    one, two = (
        {p.relative_to(tmp_path / out): p.read_bytes() for p in (tmp_path / out).rglob("*.*")}
        for out in ("one", "two")
    )
    assert one == two
    record = (tmp_path / "one/pairs/2015/NZL-FJI/record-NZL-FJI.json").read_text("utf-8")
    assert "pairs.parquet" in record
