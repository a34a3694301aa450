"""Random faults in a room's code, each against the tests that run the block it stands in.

`python -m tests.mutation.code language --count 100 --seed 1`: by hand, for it takes minutes. The
faults that no test finds are printed; what one shows of the tests becomes a test.
"""

import argparse
import importlib
import json
import os
import random
import re
import resource
import shutil
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import grimp
import pytest

from tests.mutation.mutants import Mutant, mutants, planted

_ROOT = Path(__file__).parents[2]
_LINKED = ("tests", "styles", "data", "README.md", "ARCHITECTURE.md", "CHANGELOG.md", ".github")
_MOST_CPU = 60
_MOST_SECONDS = 300
_FEW = 30
_MOST_AT_ONCE = 10.0
_NOT_ASKED = (pytest.ExitCode.USAGE_ERROR, pytest.ExitCode.NO_TESTS_COLLECTED)


class Calls(NamedTuple):
    """The tests that run each block, and how long each test takes."""

    blocks: Mapping[str, list[str]]
    seconds: Mapping[str, float]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; 1 where fewer than 90 % are found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("room")
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--tests", nargs="*", help="default: tests/ROOM")
    parser.add_argument(
        "--most",
        type=float,
        default=1000,
        help="seconds of tests for a fault; one not found by then counts as not found",
    )
    given = parser.parse_args(arguments)
    with TemporaryDirectory() as scratch:
        house = _house(Path(scratch))
        _load(house, given.room)
        tests = given.tests or [f"tests/{given.room}"]
        calls = _calls(house, given.room, tests)
        places = list(mutants(house / "briefing", given.room))
        chosen = random.Random(given.seed).sample(places, min(given.count, len(places)))
        found = sum(
            _is_found(house, planted(house / "briefing", path, number), calls, given.most)
            for path, number in chosen
        )
    print(f"{found} of {len(chosen)} faults in {given.room} are found ({len(places)} there are)")
    return int(found < 0.9 * len(chosen))


def _house(scratch: Path) -> Path:
    """A copy of the package in which faults may be planted, beside the tests."""
    shutil.copytree(_ROOT / "briefing", scratch / "briefing")
    shutil.copy(_ROOT / "pyproject.toml", scratch)
    for name in _LINKED:
        (scratch / name).symlink_to(_ROOT / name)
    return scratch


def _load(house: Path, room: str) -> None:
    """Import what of the package doesn't rest on the room: each run has it from this process.

    Of a module that this process has, a fault is never seen; and a module's packages come with it.
    """
    sys.path.insert(0, str(house))
    graph = grimp.build_graph("briefing", cache_dir=None)
    above = graph.find_downstream_modules(f"briefing.{room}", as_package=True)
    own = {f"briefing.{room}", *graph.find_descendants(f"briefing.{room}")}
    heavy = ("briefing.charts", "briefing.pdf", "briefing.layout", "briefing.verify")
    for name in sorted(graph.modules - {"briefing.__main__"}):
        parts = name.split(".")
        needed = {".".join(parts[:length]) for length in range(1, len(parts) + 1)}
        if not needed & (above | own) and not name.startswith(heavy):
            importlib.import_module(name)
    assert not own & sys.modules.keys()


def _calls(house: Path, room: str, tests: Sequence[str]) -> Calls:
    told = house / "calls.json"
    asked = ["-p", "tests.mutation.calls", *tests]
    if _run(house, asked, {"ROOM": room, "CALLS": str(told)}, is_bounded=False):
        raise SystemExit("the tests fail before anything is planted: mend them first")
    return Calls(**json.loads(told.read_text(encoding="utf-8")))


def _asked(mutant: Mutant, calls: Calls) -> Iterator[list[str]]:
    """The tests that run the block, a few first: most faults are found by any. For a table, which
    nobody runs, and for what is remembered, those of the file and then all."""
    if mutant.within and not mutant.is_kept:
        nearest = set(calls.blocks.get(f"{mutant.file}:{mutant.within[-1]}", ()))
        others: set[str] = set()
    else:
        here = f"{mutant.file}:"
        nearest = {t for at, tests in calls.blocks.items() if at.startswith(here) for t in tests}
        others = set(calls.seconds) - nearest
    own = {test for test in nearest if any(name in test for name in _names(mutant))}
    few = {test for test in nearest if calls.seconds[test] < 1}
    few = set(sorted(few)[:: max(1, len(few) // _FEW)]) - own
    for part in (own, few, nearest - own - few, others):
        yield from _batches(sorted(part, key=lambda test: (calls.seconds[test], test)), calls)


def _names(mutant: Mutant) -> set[str]:
    """What the tests of a file have in their names: its own, and the codes that it finds."""
    return {f"test_{Path(mutant.file).stem}.py::", *re.findall(r"\bB\d{3}\b", mutant.text)}


def _batches(tests: Sequence[str], calls: Calls) -> Iterator[list[str]]:
    """The quick ones first, no more at once than take a quarter of what a run may: where one takes
    longer than that, it is the fault's."""
    batch: list[str] = []
    for test in tests:
        if batch and sum(calls.seconds[one] for one in (*batch, test)) > _MOST_AT_ONCE:
            yield batch
            batch = []
        batch.append(test)
    if batch:
        yield batch


def _is_found(house: Path, mutant: Mutant, calls: Calls, most: float) -> bool:
    path = house / "briefing" / mutant.file
    sound = path.read_text(encoding="utf-8")
    path.write_text(mutant.text, encoding="utf-8")
    found, spent = False, 0.0
    for tests in _asked(mutant, calls):
        spent += sum(calls.seconds[test] for test in tests)
        found = spent <= most and _fails(house, tests)
        if found or spent > most:
            break
    path.write_text(sound, encoding="utf-8")
    print(f"{'found' if found else 'LEFT '} {mutant.file}:{mutant.line} {mutant.what}", flush=True)
    return found


def _fails(house: Path, tests: Sequence[str]) -> bool:
    """Whether one of the tests does; where the fault has renamed one, their files' tests."""
    left = _run(house, ["-x", *tests])
    if left in _NOT_ASKED:
        left = _run(house, ["-x", *dict.fromkeys(test.partition("::")[0] for test in tests)])
    return left != 0


def _run(
    house: Path,
    arguments: Sequence[str],
    more: Mapping[str, str] | None = None,
    is_bounded: bool = True,
) -> int:
    """What pytest leaves with in a process of its own; 1 where it takes too long."""
    child = os.fork()
    if not child:
        _become(house, arguments, more or {}, is_bounded)
    until = time.monotonic() + _MOST_SECONDS
    while not (ended := os.waitpid(child, os.WNOHANG))[0]:
        if is_bounded and time.monotonic() > until:
            os.killpg(child, 9)
            os.waitpid(child, 0)
            return 1
        time.sleep(0.02)
    return os.waitstatus_to_exitcode(ended[1])


def _become(
    house: Path, arguments: Sequence[str], more: Mapping[str, str], is_bounded: bool
) -> None:
    """Run the tests in this process, and end it."""
    os.setpgid(0, 0)
    os.chdir(house)
    os.environ.update({**more, "PYTHONDONTWRITEBYTECODE": "1"})
    sys.dont_write_bytecode = True
    sys.path.insert(0, str(house))
    if is_bounded:
        resource.setrlimit(resource.RLIMIT_CPU, (_MOST_CPU, _MOST_CPU))
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)
    code: int = 3
    try:
        code = int(pytest.main(["-q", "-p", "no:cacheprovider", *arguments]))
    finally:
        os._exit(code)


if __name__ == "__main__":
    sys.exit(main())
