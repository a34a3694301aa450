import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pikepdf
import pytest

from briefing.model.finding import BriefingError
from briefing.model.spec import Choices
from briefing.run.batch import Briefed, State, Task, batch, identity, shard
from briefing.run.build import build
from briefing.run.each import each
from briefing.run.examine import check
from briefing.run.pool import Died, results
from tests.run.template import FIGURES, STOCK, write

# It says when Python has started and the command line begins.
COMMAND = [
    sys.executable,
    "-c",
    "import os, briefing; os.write(1, b'begun'); from briefing.cli import main; main()",
]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write(tmp_path / "tpl")


def tasks(project: Path, out: str, wanted: str = "partner=all", **more: bool) -> tuple[Task, ...]:
    found = each(str(project), Choices(), wanted)
    return tuple(Task(str(project), str(project.parent / out), one, **more) for one in found)


def files(folder: Path) -> dict[str, bytes]:
    found = {str(p.relative_to(folder)): p for p in folder.rglob("*") if p.is_file()}
    return {name: p.read_bytes() for name, p in found.items() if ".lock" not in name}


def chosen(*partners: str) -> Choices:
    return Choices(parameters=tuple(("partner", partner) for partner in partners))


def names(choices: tuple[Choices, ...]) -> list[str]:
    return [value for one in choices for _, value in one.parameters]


# ---- for which values


def test_all_takes_the_members_that_the_data_hold_without_totals(project):
    assert names(each(str(project), Choices(), "partner=all")) == sorted(FIGURES)


def test_values_stand_in_the_order_asked_for(project):
    assert names(each(str(project), Choices(), "partner=RUS,CHN")) == ["RUS", "CHN"]


def test_a_table_gives_several_parameters_a_row(project):
    found = each(str(project), Choices(), "x.csv", "partner,reporter\nCHN,MNG\nRUS,KAZ\n")
    assert [one.parameters for one in found] == [
        (("partner", "CHN"), ("reporter", "MNG")),
        (("partner", "RUS"), ("reporter", "KAZ")),
    ]


@pytest.mark.parametrize(
    ("wanted", "rows", "says"),
    [
        ("partner", None, "names no values"),
        ("partner=CHN,RUS,CHN", None, "CHN stands twice"),
        ("partner=,", None, "has no value"),
        ("partnr=all", None, "no parameter “partnr”"),
        ("partnr=CHN,RUS", None, "no parameter “partnr”"),
        ("pairs.csv", "partner,partnr\nCHN,RUS\n", "no parameter “partnr”"),
        ("reporter=all", None, "no family is asked for $reporter"),
        ("x.csv", "partner,partner\nCHN,RUS\n", "no line with names"),
        ("x.csv", "partner,reporter\nCHN\n", "row 2 has not a value"),
    ],
)
def test_what_names_no_briefings_is_refused(project, wanted, rows, says):
    with pytest.raises(BriefingError, match=says.replace("$", r"\$")) as refused:
        each(str(project), Choices(), wanted, rows)
    assert refused.value.exit_code == 2


def test_a_value_that_no_table_holds_is_one_finding(project):
    (finding,) = check(str(project), chosen("ABW")).findings
    assert (finding.code, finding.place.file) == ("B263", "<command line>")
    assert "no table holds “ABW”" in finding.message


def test_a_value_that_one_table_of_several_holds_is_none(project):
    with (project / "stocks.csv").open("a", encoding="utf-8") as table:
        table.write("ABW,2024,5\n")
    found = check(str(project), chosen("ABW")).findings
    assert "B263" not in {finding.code for finding in found}


# ---- what a template leaves out


def text(out: Path, partner: str) -> str:
    folder = out / "tpl" / "2024" / partner
    return (folder / f"record-{partner}.json").read_text(encoding="utf-8")


def test_what_the_data_lack_is_left_out_and_said(project):
    done = {b.task.name: b for b in batch(tasks(project, "out"), 1)}
    assert all(b.state is State.BUILT for b in done.values())
    assert [str(o) for o in done["JPN"].outcome.omitted] == [
        "section investment left out: it needs stock",
        "exhibit invested left out: it needs stock",
    ]
    assert done["CHN"].outcome.omitted == ()


def test_a_clause_and_a_fact_stand_only_where_they_hold(project):
    list(batch(tasks(project, "out"), 1))
    out = project.parent / "out"
    assert "and investment to" in text(out, "CHN")
    assert "and investment to" not in text(out, "RUS")
    assert "The treaty dates" in text(out, "RUS")
    assert "The treaty dates" not in text(out, "CHN")


# ---- each in a folder of its own


def test_a_briefing_of_a_batch_is_the_one_built_alone(project):
    list(batch(tasks(project, "out"), 1))
    for partner in FIGURES:
        build(str(project), str(project.parent / "alone"), chosen(partner))
    alone = files(project.parent / "alone" / "tpl" / "2024")
    several = files(project.parent / "out" / "tpl" / "2024")
    assert {Path(name).name: data for name, data in several.items()} == alone


def test_one_built_alone_leaves_the_folders_of_others(project):
    out = project.parent / "out"
    list(batch(tasks(project, "out"), 1))
    before = files(out)
    build(str(project), str(out), chosen("CHN"))
    build(str(project), str(out), chosen("CHN"))
    after = files(out)
    assert before.items() < after.items()
    assert len(after) == len(before) + 3


def test_nothing_changed_is_said_and_makes_nothing(project):
    list(batch(tasks(project, "out"), 1))
    with (project / "stocks.csv").open("a", encoding="utf-8") as table:
        table.write("CHN,2023,5\n")
    list(batch(tasks(project, "out", "partner=CHN"), 1))
    states = {b.task.name: b.state for b in batch(tasks(project, "out", if_changed=True), 1)}
    assert states.pop("CHN") is State.UNCHANGED
    assert set(states.values()) == {State.BUILT}


def test_one_that_fails_does_not_keep_the_others(project):
    (project / "sections/en/trade.RUS.md").write_text("# Trade\n\n{{ nothing }}\n", "utf-8")
    for jobs in (1, 2):
        done = {b.task.name: b for b in batch(tasks(project, f"out{jobs}"), jobs)}
        assert done.pop("RUS").state is State.FAILED
        assert {b.state for b in done.values()} == {State.BUILT}
        assert not (project.parent / f"out{jobs}/tpl/2024/RUS").exists()


# ---- no figure of one in another


def inside(pdf: bytes) -> bytes:
    """All streams of a PDF, unpacked: pages, record, data."""
    with pikepdf.open(__import__("io").BytesIO(pdf)) as file:
        return b"\n".join(o.read_bytes() for o in file.objects if isinstance(o, pikepdf.Stream))


@pytest.mark.parametrize("jobs", [1, 2])
def test_no_briefing_holds_a_figure_of_another(project, jobs):
    out = project.parent / "out"
    list(batch(tasks(project, "out"), jobs))
    for partner in FIGURES:
        told = text(out, partner).encode()
        told += inside((out / f"tpl/2024/{partner}/tpl-{partner}.en.pdf").read_bytes())
        for other, figures in FIGURES.items():
            for figure in figures:
                assert (figure.encode() in told) == (other == partner), (partner, other)
        assert (STOCK.encode() in told) == (partner == "CHN")


# ---- workers


def test_workers_give_the_bytes_of_one_process(project):
    list(batch(tasks(project, "one"), 1))
    list(batch(tasks(project, "two"), 2))
    one, two = files(project.parent / "one"), files(project.parent / "two")
    assert len(one) == 3 * len(FIGURES)
    assert one == two


def begin(folder: str) -> Callable[[str], str]:
    """Does tasks; one called `once` dies the first time, one called `always` each time."""

    def do(task: str) -> str:
        mark = Path(folder, task)
        if task == "always" or (task == "once" and not mark.exists()):
            mark.write_text("", encoding="utf-8")
            os.kill(os.getpid(), signal.SIGKILL)
        return task.upper()

    return do


def test_a_worker_that_dies_is_replaced_and_its_task_tried_once_more(tmp_path):
    work = ["a", "once", "b", "always", "c", "d"]
    made = dict(results(partial(begin, str(tmp_path)), work, 2))
    assert made.pop(3) == Died()
    assert made == {0: "A", 1: "ONCE", 2: "B", 4: "C", 5: "D"}


def running(project: Path, jobs: int) -> subprocess.Popen[bytes]:
    run = subprocess.Popen(
        [*COMMAND, "build", str(project), "--each", "partner=all", "-j", str(jobs), "-o", "out"],
        cwd=project.parent,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    assert run.stdout
    assert run.stdout.read(5) == b"begun"
    return run


def wait_for_an_edition(edition: Path) -> None:
    end = time.monotonic() + 60
    while not any(edition.glob("[A-Z]*")) and time.monotonic() < end:
        time.sleep(0.01)


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("whole_group", [True, False], ids=["terminal", "command"])
@pytest.mark.parametrize("after", [0.1, 0.5, 1.5, None])
def test_an_interruption_ends_within_a_second_and_leaves_whole_editions(
    project, jobs, whole_group, after
):
    edition = project.parent / "out/tpl/2024"

    def took() -> float:
        """Seconds from the interruption to the end."""
        run = running(project, jobs)
        if after is None:
            wait_for_an_edition(edition)
        else:
            time.sleep(after)
        began = time.monotonic()
        (os.killpg if whole_group else os.kill)(run.pid, signal.SIGINT)
        # All that holds the output open has ended, the workers too.
        _, told = run.communicate(timeout=30)
        ended = time.monotonic() - began
        assert run.returncode in (0, 130)
        assert b"Traceback" not in told, told.decode()
        for folder in edition.glob("[A-Z]*"):
            assert len(list(folder.iterdir())) == 3
        assert not list(edition.glob(".*.building"))
        return ended

    # The machine has other tests to run: the least of five is what an interruption takes.
    times = [took()]
    while min(times) >= 1 and len(times) < 5:
        times.append(took())
    assert min(times) < 1, times


def children(pid: int) -> list[int]:
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text(encoding="utf-8").rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == pid:
            found.append(int(stat.parent.name))
    return found


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="no /proc to find workers in")
def test_a_build_whose_worker_is_killed_gives_what_it_gives_else(project):
    list(batch(tasks(project, "one"), 1))
    run = running(project, 2)
    end, workers = time.monotonic() + 60, []
    while not workers and time.monotonic() < end:
        workers = [w for server in children(run.pid) for w in children(server)]
    os.kill(workers[0], signal.SIGKILL)
    _, told = run.communicate(timeout=60)
    assert run.returncode == 0, told
    assert files(project.parent / "out") == files(project.parent / "one")


# ---- parts of a batch


def test_shards_are_the_whole_and_each_stays_where_it_is(project):
    whole = tasks(project, "out")
    parts = [shard(whole, number, 3) for number in (1, 2, 3)]
    assert sorted(t.name for part in parts for t in part) == sorted(FIGURES)
    fewer = shard(whole[1:], 1, 3)
    assert [t for t in parts[0] if t.name != whole[0].name] == list(fewer)
    assert identity(whole) == identity(whole[::-1]) != identity(whole[1:])


def test_a_fault_of_ours_in_one_is_told_with_it(project, monkeypatch):
    def broken(*_arguments: object, **_more: object) -> Briefed:
        raise ZeroDivisionError

    monkeypatch.setattr("briefing.run.batch.build", broken)
    (first, *_) = batch(tasks(project, "out"), 1)
    assert first.exit_code == 70
    assert "ZeroDivisionError" in first.problem


def test_what_another_partners_own_text_uses_is_used(project):
    """B120 is no finding of China's briefing where Japan's own text has the fact."""
    manifest = project / "briefing.yaml"
    seats = "facts:\n  seats: {value: 76, unit: persons, source: nso, period: 2024}\n"
    text = manifest.read_text(encoding="utf-8").replace("facts:\n", seats, 1)
    manifest.write_text(text, encoding="utf-8")
    assert "B120" in {finding.code for finding in check(str(project), chosen("CHN")).findings}
    own = project / "sections/en/trade.JPN.md"
    plain = (project / "sections/en/trade.md").read_text(encoding="utf-8")
    own.write_text(f"{plain}\nThe chamber has {{{{ seats }}}}.\n", encoding="utf-8")
    outcomes = {partner: check(str(project), chosen(partner)) for partner in ("CHN", "JPN")}
    for outcome in outcomes.values():
        assert "B120" not in {finding.code for finding in outcome.findings}
