"""Our commands beside Typst's: CPU seconds of whole processes, in turns, the least of several.

`python -m tests.benchmarks.commands PYTHON` with an interpreter that has typst and matplotlib
(../shared/bench says how it is made) prints the table of the README.
"""

import argparse
import os
import resource
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.content import country
from tests.benchmarks.pairs import ROOT
from tests.benchmarks.project import STYLE, write

PEERS = ROOT.parent / "shared" / "bench"
_ROUNDS = 3
# Of the work item: what each may cost, as a part of Typst's cold build.
WANTED = {
    "build, cold": 0.95,
    "build after a change of prose, charts kept": 0.45,
    "build --if-changed, nothing changed": 0.25,
    "check": 0.22,
    "rules B101": 0.10,
    "trace": 0.10,
    "schema": 0.10,
}
_OWN = f"""style: {STYLE}
extends: ministry
measures:
  data: {{printed: false}}
  register: {{printed: false}}
  chart: {{bars.height: 66 mm, bars.double: 66 mm, line.height: 66 mm}}
"""
_RUN = (
    "import sys; from briefing.cli.app import main; sys.argv = ['briefing', *sys.argv[1:]]; main()"
)


def cpu(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> float:
    """CPU seconds of a command that must succeed."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        command, cwd=folder, env=os.environ | environment, capture_output=True, check=False
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert done.returncode == 0, (command, done.stdout[-2000:], done.stderr[-2000:])
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def measured(python: str, folder: Path) -> dict[str, float]:
    """The least CPU seconds of each of our commands and of Typst's cold build."""
    project = folder / "project"
    write(project, country("MNG"))
    (project / "styles").mkdir()
    (project / "styles" / f"{STYLE}.yaml").write_text(_OWN, encoding="utf-8")
    environment = {"BRIEFING_CACHE_DIR": str(folder / "cache"), "BENCH_OUT": str(folder / "peer")}
    (folder / "peer").mkdir()
    typst = [python, str(PEERS / "bench_typst.py"), "1", "--std", "ua-1,a-3a"]
    pdf = "out/project/2024/project.en.pdf"
    commands = {
        "build, cold": ["build", "project", "--force"],
        "build after a change of prose, charts kept": ["build", "project"],
        "build --if-changed, nothing changed": ["build", "project", "--if-changed"],
        "check": ["check", "project"],
        "rules B101": ["rules", "B101"],
        "trace": ["trace", pdf, "exports"],
        "schema": ["schema"],
    }
    found: dict[str, float] = {}

    def note(name: str, seconds: float) -> None:
        found[name] = min(seconds, found.get(name, seconds))

    section = project / "sections/en/summary.md"
    for turn in range(_ROUNDS + 1):
        peer = cpu(typst, folder, environment)
        if turn:
            note("Typst, cold", peer)
        for name, arguments in commands.items():
            if "prose" in name:
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


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("python")
    options = parser.parse_args()
    with TemporaryDirectory() as scratch:
        print("\n".join(table(measured(options.python, Path(scratch)))))
