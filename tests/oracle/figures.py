"""The judged figures of matplotlib's image tests, and what the renderer must reach on them."""

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import mean
from tempfile import TemporaryDirectory

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
SLACK = 0.02


@dataclass(frozen=True, slots=True)
class Judged:
    """A figure's structural similarity to Agg, 0 to 1, of our page and of the PDF backend's.

    None where that one could not draw it; `trouble` is then our traceback.
    """

    name: str
    ours: float | None
    theirs: float | None
    trouble: str = ""

    @property
    def good(self) -> bool:
        """Drawn, and hardly less alike than what matplotlib itself makes."""
        if self.ours is None:
            return False
        return self.theirs is None or self.ours >= self.theirs - SLACK

    def line(self) -> str:
        """As JSON."""
        return json.dumps(asdict(self))

    def __str__(self) -> str:
        ours, theirs = (f"{v:.3f}" if v is not None else "none" for v in (self.ours, self.theirs))
        why = self.trouble.strip().rpartition("\n")[2]
        return f"{self.name}: {ours}, the PDF backend {theirs} {why}".rstrip()


def gathered(tests: Path, names: Sequence[str]) -> list[Judged]:
    """Judge the figures of tests in the folder that holds them, in a process of its own."""
    with TemporaryDirectory() as scratch:
        lines = Path(scratch, "lines")
        nodes = [str(tests / name) for name in names]
        subprocess.run(
            [sys.executable, "-m", "tests.oracle.gather", str(lines), *nodes],
            cwd=scratch,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            capture_output=True,
            check=False,
        )
        return [Judged(**json.loads(line)) for line in lines.read_text("utf-8").splitlines()]


def exceptions() -> Mapping[str, str]:
    """The figures that need not be good, each with the reason (exceptions.txt: name | reason)."""
    return dict(_entries("exceptions.txt"))


def sample() -> list[str]:
    """The tests that the ordinary suite runs (sample.txt)."""
    return [name for name, _ in _entries("sample.txt")]


def _entries(file: str) -> Iterable[tuple[str, str]]:
    for line in (HERE / file).read_text("utf-8").splitlines():
        name, _, reason = line.partition(" | ")
        if name and not name.startswith("#"):
            yield name.strip(), reason.strip()


def faults(judged: Iterable[Judged], excepted: Mapping[str, str], whole: bool) -> list[str]:
    """What is wrong: bad figures that no exception names, and, where all were judged, exceptions
    that nothing needs."""
    figures = {figure.name: figure for figure in judged}
    found = [str(f) for f in figures.values() if not f.good and f.name not in excepted]
    if whole:
        bad = {name for name, figure in figures.items() if not figure.good}
        found += [f"{name}: is no exception any more" for name in excepted if name not in bad]
    return found


def summary(judged: Sequence[Judged]) -> str:
    """How many were drawn and were good, and the mean similarity of both."""
    drawn = [f.ours for f in judged if f.ours is not None]
    theirs = [f.theirs for f in judged if f.theirs is not None]
    good = sum(figure.good for figure in judged)
    return (
        f"{len(judged)} figures: {len(drawn)} drawn, {good} good; "
        f"mean similarity {mean(drawn):.4f}, the PDF backend {mean(theirs):.4f} on {len(theirs)}"
    )
