"""What is measured against what: CPU seconds in one process or several, in turns."""

import json
import resource
import shlex
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Result:
    """A ratio, what it may be at most, and at least."""

    what: str
    ratio: float
    most: float
    detail: str
    least: float = 0.0

    @property
    def good(self) -> bool:
        """Whether it is within its bounds."""
        return self.least <= self.ratio <= self.most

    def __str__(self) -> str:
        verdict = "good" if self.good else "TOO MUCH" if self.ratio > self.most else "TOO LITTLE"
        bounds = f"at least {self.least:g}, " if self.least else ""
        return (
            f"{self.what}: {self.ratio:.2f} ({bounds}at most {self.most:g}): {verdict}; "
            f"{self.detail}"
        )


def in_turns(
    rounds: int, ours: Callable[[], object], theirs: Callable[[], object]
) -> tuple[float, float]:
    """The median CPU seconds of two calls of this process, made in turns, once for nothing."""
    seconds: tuple[list[float], list[float]] = ([], [])
    for turn in range(rounds + 1):
        for call, taken in zip((ours, theirs), seconds, strict=True):
            start = time.process_time()
            call()
            if turn:
                taken.append(time.process_time() - start)
    return median(seconds[0]), median(seconds[1])


def cpu_of(command: Sequence[str]) -> float:
    """CPU seconds of a command, its children included."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, capture_output=True, check=False, cwd=ROOT)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def report_of(command: str) -> dict[str, float]:
    """The JSON object that a command prints."""
    done = subprocess.run(shlex.split(command), capture_output=True, text=True, check=True)
    report: dict[str, float] = json.loads(done.stdout.strip().splitlines()[-1])
    return report


def ourselves(*arguments: str) -> str:
    """The command that runs a module of the benchmarks in a process of its own."""
    return shlex.join([sys.executable, "-m", *arguments])
