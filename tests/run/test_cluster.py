"""A real Dask scheduler with two worker processes over TLS, certificates made here."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from briefing.model.finding import BriefingError
from briefing.model.spec import Choices
from briefing.run import cluster
from briefing.run.batch import State, Task, batch
from briefing.run.each import each
from briefing.workspace import parcel
from tests.run.template import FIGURES, write

trustme = pytest.importorskip("trustme")
pytest.importorskip("distributed")
# Dask leaves sockets and loops to its own threads when its processes are killed.
pytestmark = pytest.mark.filterwarnings(
    "ignore::ResourceWarning",
    "ignore::UserWarning",
    "ignore::pytest.PytestUnraisableExceptionWarning",
    "ignore::pytest.PytestUnhandledThreadExceptionWarning",
    "ignore::RuntimeWarning",
    "ignore::DeprecationWarning",
)


@dataclass
class Crew:
    folder: Path
    address: str = ""
    processes: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def start(self, what: str, *arguments: str, **environment: str) -> None:
        command = [sys.executable, "-m", f"distributed.cli.dask_{what}", *arguments]
        with (self.folder / f"{what}{len(self.processes)}.log").open("wb") as log:
            self.processes.append(
                subprocess.Popen(
                    command, cwd=self.folder, stdout=log, stderr=log, env=os.environ | environment
                )
            )

    def scheduler(self) -> None:
        self.start(
            "scheduler",
            "--host",
            "tls://127.0.0.1",
            "--port",
            "0",
            "--no-dashboard",
            "--scheduler-file",
            "where.json",
            *self.certificates("scheduler"),
        )
        end = time.monotonic() + 60
        where = self.folder / "where.json"
        while not (where.exists() and where.stat().st_size) and time.monotonic() < end:
            time.sleep(0.1)
        self.address = json.loads(where.read_bytes())["address"]

    def worker(self, **environment: str) -> None:
        self.start(
            "worker",
            self.address,
            "--nthreads",
            "1",
            "--no-nanny",
            "--no-dashboard",
            "--local-directory",
            str(self.folder / "scratch"),
            *self.certificates("worker"),
            **environment,
        )

    def certificates(self, who: str) -> tuple[str, ...]:
        return ("--tls-ca-file", "ca.pem", "--tls-cert", f"{who}.pem", "--tls-key", f"{who}.key")

    def unpacked(self) -> list[Path]:
        # Folders vanish while they are looked through: a worker takes its own away.
        walked = os.walk(self.folder / "scratch")
        return [Path(above, n) for above, names, _ in walked for n in names if n[:9] == "briefing-"]

    def end(self) -> None:
        for process in self.processes:
            process.kill()
            process.wait()


def certificates(folder: Path, *people: str) -> None:
    authority = trustme.CA()
    authority.cert_pem.write_to_path(folder / "ca.pem")
    for who in people:
        made = authority.issue_cert("127.0.0.1", "localhost")
        (folder / f"{who}.key").write_bytes(made.private_key_pem.bytes())
        (folder / f"{who}.pem").write_bytes(b"".join(b.bytes() for b in made.cert_chain_pems))


@pytest.fixture
def crew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Crew]:
    import dask

    folder = tmp_path / "crew"
    folder.mkdir()
    certificates(folder, "scheduler", "worker", "client")
    made = Crew(folder)
    tls = {
        "distributed.comm.tls.ca-file": str(folder / "ca.pem"),
        "distributed.comm.tls.client.cert": str(folder / "client.pem"),
        "distributed.comm.tls.client.key": str(folder / "client.key"),
    }
    try:
        made.scheduler()
        for _ in range(2):
            made.worker()
        with dask.config.set(tls):
            yield made
    finally:
        made.end()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write(tmp_path / "tpl")


def tasks(project: Path, out: str, wanted: str = "partner=all") -> tuple[Task, ...]:
    found = each(str(project), Choices(), wanted)
    return tuple(Task(str(project), str(project.parent / out), one) for one in found)


def files(folder: Path) -> dict[str, bytes]:
    found = {str(p.relative_to(folder)): p for p in folder.rglob("*") if p.is_file()}
    return {name: p.read_bytes() for name, p in found.items() if ".lock" not in name}


def test_a_cluster_gives_the_bytes_of_one_process_and_keeps_nothing(crew, project):
    list(batch(tasks(project, "one"), 1))
    (project / "sections/en/trade.RUS.md").write_text("# Trade\n\n{{ nothing }}\n", "utf-8")
    done = {b.task.name: b for b in cluster.results(tasks(project, "out"), crew.address)}
    assert done.pop("RUS").state is State.FAILED
    assert {b.state for b in done.values()} == {State.BUILT}
    one, several = files(project.parent / "one"), files(project.parent / "out")
    assert len(several) == 3 * (len(FIGURES) - 1)
    for name, data in several.items():
        assert one[name] == data, name
    (pdf,) = done["CHN"].outcome.built
    assert Path(pdf.path).stat().st_size == pdf.size
    # A second run is none of the first's: keys are its own; what stands so is left so.
    (project / "sections/en/trade.RUS.md").unlink()
    again = {b.task.name: b for b in cluster.results(tasks(project, "out"), crew.address)}
    assert {name: b.state for name, b in again.items()} == {
        "CHN": State.UNCHANGED,
        "DEU": State.UNCHANGED,
        "JPN": State.UNCHANGED,
        "RUS": State.BUILT,
    }
    assert files(project.parent / "out") == one
    end = time.monotonic() + 20
    while crew.unpacked() and time.monotonic() < end:
        time.sleep(0.1)
    assert crew.unpacked() == []


def many(project: Path, count: int) -> tuple[Task, ...]:
    """More briefings of the same project, by a parameter that changes nothing else."""
    text = (project / "briefing.yaml").read_text("utf-8")
    text = text.replace("partner: CHN}", 'partner: CHN, number: "1"}')
    (project / "briefing.yaml").write_text(text, encoding="utf-8")
    rows = "partner,number\n" + "".join(f"CHN,{n}\n" for n in range(count))
    found = each(str(project), Choices(), "x.csv", rows)
    return tuple(Task(str(project), str(project.parent / "out"), one) for one in found)


def test_the_loss_of_a_worker_is_survived_and_that_of_the_scheduler_is_told(crew, project):
    wanted = many(project, 40)
    states = []
    for number, briefed in enumerate(cluster.results(wanted, crew.address)):
        states.append(briefed)
        if number == 4:
            crew.processes[1].send_signal(signal.SIGKILL)
        if number == 14:
            crew.processes[0].send_signal(signal.SIGKILL)
    assert len(states) == 40
    assert {b.state for b in states[:15]} == {State.BUILT}
    lost = [b for b in states if b.state is State.FAILED]
    assert lost
    assert {(b.problem, b.exit_code) for b in lost} == {("the scheduler was lost", 4)}
    for briefed in states:
        kept = project.parent / f"out/tpl/2024/{briefed.task.name}"
        assert kept.is_dir() == (briefed.state is State.BUILT)


def test_a_crew_of_other_versions_is_refused(crew, project):
    other = crew.folder / "other"
    other.mkdir()
    (other / "sitecustomize.py").write_text("import zlib; zlib.ZLIB_RUNTIME_VERSION = '0.9'\n")
    crew.worker(PYTHONPATH=str(other))
    log, end = crew.folder / "worker3.log", time.monotonic() + 60
    while b"Registered to" not in log.read_bytes() and time.monotonic() < end:
        time.sleep(0.1)
    with pytest.raises(BriefingError, match=r"worker tls://.* has zlib 0\.9 \(here") as refused:
        list(cluster.results(tasks(project, "out"), crew.address))
    assert refused.value.exit_code == 4


def test_others_certificates_are_refused(crew, project, tmp_path):
    import dask

    other = tmp_path / "other"
    other.mkdir()
    certificates(other, "client")
    tls = {
        "distributed.comm.tls.client.cert": str(other / "client.pem"),
        "distributed.comm.tls.client.key": str(other / "client.key"),
    }
    with dask.config.set(tls), pytest.raises(BriefingError, match="answer") as refused:
        list(cluster.results(tasks(project, "out"), crew.address))
    assert refused.value.exit_code == 4
    plain = crew.address.replace("tls:", "tcp:")
    with pytest.raises(BriefingError, match="answer"):
        list(cluster.results(tasks(project, "out"), plain))


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("tcp://scheduler.example:8786", "not encrypted"),
        ("tcp://10.0.0.7:8786", "not encrypted"),
        ("tcp://127.0.0.1.example:8786", "not encrypted"),
        ("ws://127.0.0.1:8786", "no address"),
        ("tls://127.0.0.1", "no address"),
        ("127.0.0.1:8786", "no address"),
        ("tls://127.0.0.1:8786", "no certificates"),
    ],
)
def test_an_address_that_may_not_be_used_is_refused(project, address, says):
    with pytest.raises(BriefingError, match=says) as refused:
        list(cluster.results(tasks(project, "out"), address))
    assert refused.value.exit_code == 2


def test_a_project_is_packed_the_same_without_what_is_none_of_it(project):
    (project / ".git").mkdir()
    (project / ".git/config").write_text("secret", encoding="utf-8")
    (project / "out").mkdir()
    (project / "out/old.pdf").write_text("old", encoding="utf-8")
    outside = project.parent / "outside.csv"
    outside.write_text("x", encoding="utf-8")
    (project / "link.csv").symlink_to(outside)
    data = parcel.pack(str(project), str(project / "out"))
    assert data == parcel.pack(str(project), str(project / "out"))
    folder, away = parcel.unpack(data, str(project.parent))
    names = sorted(p.name for p in Path(folder).rglob("*") if p.is_file())
    assert names == [
        "branches.csv",
        "briefing.yaml",
        "investment.md",
        "stocks.csv",
        "trade.csv",
        "trade.md",
    ]
    assert Path(folder).name == "tpl"
    parcel.remove(away)
    assert not Path(away).exists()
