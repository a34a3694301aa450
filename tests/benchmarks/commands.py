"""Our commands and our briefings beside those of peers: CPU seconds, in turns, least of several.

`python -m tests.benchmarks.commands PYTHON` with an interpreter that has typst, weasyprint and
matplotlib (../shared/bench says how it is made) prints two tables of .github/COSTS.md: whole
processes of our commands against Typst's cold build, and a briefing of each maker, cold, warm and
as it is.

Everyone's modules are compiled to bytecode, as pip leaves them, in the first turn, which counts for
nothing; with --uncompiled nobody's are written, as where PYTHONDONTWRITEBYTECODE is set.
"""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from typing import NamedTuple

from tests.benchmarks.content import country
from tests.benchmarks.pairs import ROOT
from tests.benchmarks.project import OWN, STYLE, write

PEERS = ROOT.parent / "shared" / "bench"
_ROUNDS = 3
# Of the work item: what each may cost, as a part of Typst's cold build.
WANTED = {
    "build, cold": 0.95,
    "build after a change of prose, charts kept": 0.45,
    "build --if-changed, nothing changed": 0.25,
    "check": 0.22,
    "check, nothing changed": 0.22,
    "rules B101": 0.10,
    "trace": 0.10,
    "schema": 0.10,
}
_RUN = (
    "import sys; from briefing.cli.app import main; sys.argv = ['briefing', *sys.argv[1:]]; main()"
)


class Spent(NamedTuple):
    """CPU seconds of a process and its children, its peak of memory in MiB, and what it said."""

    cpu: float
    peak: float
    said: str


def spent(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Spent:
    """What a command that must succeed takes."""
    with TemporaryFile() as out, TemporaryFile() as err:
        process = subprocess.Popen(
            command, cwd=folder, env=os.environ | environment, stdout=out, stderr=err
        )
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        for file in (out, err):
            file.seek(0)
        said = out.read().decode()
        assert process.returncode == 0, (command, said[-2000:], err.read()[-2000:])
    return Spent(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, said)


def cpu(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> float:
    """CPU seconds of a command that must succeed."""
    return spent(command, folder, environment).cpu


def bytecode(folder: Path, compiled: bool) -> dict[str, str]:
    """Where everybody's bytecode is kept, or that none is."""
    if not compiled:
        return {"PYTHONDONTWRITEBYTECODE": "1"}
    return {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(folder / "compiled")}


def measured(python: str, folder: Path, rounds: int, compiled: bool) -> dict[str, float]:
    """The least CPU seconds of each of our commands and of Typst's cold build."""
    project = folder / "project"
    write(project, country("MNG"))
    (project / "styles").mkdir()
    (project / "styles" / f"{STYLE}.yaml").write_text(OWN, encoding="utf-8")
    environment = {"BRIEFING_CACHE_DIR": str(folder / "cache"), "BENCH_OUT": str(folder / "peer")}
    environment |= bytecode(folder, compiled)
    (folder / "peer").mkdir()
    typst = [python, str(PEERS / "bench_typst.py"), "1", "--std", "ua-1,a-3a"]
    pdf = "out/project/2024/project.en.pdf"
    commands = {
        "build, cold": ["build", "project", "--force"],
        "build after a change of prose, charts kept": ["build", "project"],
        "build --if-changed, nothing changed": ["build", "project", "--if-changed"],
        "check": ["check", "project"],
        "check, nothing changed": ["check", "project"],
        "rules B101": ["rules", "B101"],
        "trace": ["trace", pdf, "exports"],
        "schema": ["schema"],
    }
    found: dict[str, float] = {}

    def note(name: str, seconds: float) -> None:
        found[name] = min(seconds, found.get(name, seconds))

    section = project / "sections/en/summary.md"
    for turn in range(rounds + 1):
        peer = cpu(typst, folder, environment)
        if turn:
            note("Typst, cold", peer)
        for name, arguments in commands.items():
            if "prose" in name or name == "check":
                text = section.read_text(encoding="utf-8")
                section.write_text(f"{text.rstrip()}\n\nMore is said in words.\n", encoding="utf-8")
            if name == "trace":
                arguments[1] = str(next((folder / "out").rglob("*.pdf")).relative_to(folder))
            taken = cpu([sys.executable, "-c", _RUN, *arguments], folder, environment)
            if turn:
                note(name, taken)
    return found


def table(found: Mapping[str, float]) -> list[str]:
    """Rows of Markdown: what, its ratio to Typst's cold build, what is wanted."""
    peer = found["Typst, cold"]
    rows = ["| what | CPU s | of Typst's cold build | wanted |", "|---|---|---|---|"]
    rows.append(f"| Typst, cold, PDF/UA-1 and PDF/A-3a | {peer:.2f} | 1 | |")
    for name, most in WANTED.items():
        rows.append(f"| `{name}` | {found[name]:.2f} | {found[name] / peer:.2f} | ≤ {most:.2f} |")
    return rows


class Maker(NamedTuple):
    """A maker of briefings: how it makes one, how it makes several in one process."""

    name: str
    cold: Sequence[str]
    warm: Sequence[str]


_SEVERAL = "8"


def makers(python: str) -> tuple[Maker, ...]:
    """We and the peers, each with the same content; Typst's and ours tagged and archival."""

    def peer(name: str, file: str, *more: str) -> Maker:
        command = [python, str(PEERS / file)]
        return Maker(name, [*command, "1", *more], [*command, _SEVERAL, *more])

    def ours(count: str) -> list[str]:
        return [sys.executable, "-m", "tests.benchmarks.ours", count]

    return (
        peer("Typst, PDF/UA-1 and A-3a", "bench_typst.py", "--std", "ua-1,a-3a"),
        peer("WeasyPrint, PDF/UA-1", "bench_weasyprint.py", "--std", "pdf/ua-1"),
        Maker("briefing, PDF/UA-1 and A-3a", ours("1"), ours(_SEVERAL)),
    )


def beside(python: str, folder: Path, rounds: int, compiled: bool) -> list[str]:
    """Rows of Markdown: each maker's cold and warm CPU seconds, with their ratios to Typst's, peak
    of memory of the process that makes one, and bytes of the file."""
    everyone = makers(python)
    cold: dict[str, float] = {}
    warm: dict[str, float] = {}
    peak: dict[str, float] = {}
    size: dict[str, float] = {}
    (folder / "made").mkdir(exist_ok=True)
    environment = {"BENCH_OUT": str(folder / "made"), "PYTHONPATH": str(ROOT)}
    environment |= bytecode(folder, compiled)
    for turn in range(rounds + 1):
        for name, one, several in everyone:
            alone = spent(one, folder, environment)
            report = json.loads(alone.said.splitlines()[-1])
            if not turn:
                continue
            cold[name] = min(alone.cpu, cold.get(name, alone.cpu))
            peak[name], size[name] = alone.peak, report["bytes"]
            report = json.loads(spent(several, folder, environment).said.splitlines()[-1])
            warm[name] = min(report["warm_cpu"], warm.get(name, report["warm_cpu"]))
    typst = everyone[0].name
    rows = ["| maker | cold, CPU s (of Typst) | warm, CPU s (of Typst) | peak MiB | kB |"]
    rows.append("|---|---|---|---|---|")
    for name, *_ in everyone:
        rows.append(
            f"| {name} | {cold[name]:.2f} ({cold[name] / cold[typst]:.2f}) "
            f"| {warm[name]:.3f} ({warm[name] / warm[typst]:.2f}) "
            f"| {peak[name]:.0f} | {size[name] / 1000:.0f} |"
        )
    return rows


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("python")
    parser.add_argument("--rounds", type=int, default=_ROUNDS)
    parser.add_argument("--uncompiled", action="store_true")
    options = parser.parse_args()
    with TemporaryDirectory() as scratch:
        found = measured(options.python, Path(scratch), options.rounds, not options.uncompiled)
        print("\n".join(table(found)), flush=True)
    with TemporaryDirectory() as scratch:
        rows = beside(options.python, Path(scratch), options.rounds, not options.uncompiled)
        print("", *rows, sep="\n")
