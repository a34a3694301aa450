"""Random faults in a room's code, each against the tests that call the function it stands in.

`python -m tests.mutation.code language --count 100 --seed 1`: by hand, for it takes a while. The
faults that no test finds are printed; what one shows of the tests becomes a test.
"""

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.mutation.mutants import Mutant, mutants, planted

_ROOT = Path(__file__).parents[2]
_LINKED = ("tests", "styles", "data", "README.md", "ARCHITECTURE.md", "CHANGELOG.md")
_MOST_SECONDS = 300
_FEW = 30
_PYTEST = (sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; 1 where fewer than 90 % are found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("room")
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--tests", nargs="*", help="default: tests/ROOM")
    given = parser.parse_args(arguments)
    with TemporaryDirectory() as scratch:
        house = _house(Path(scratch))
        tests = given.tests or [f"tests/{given.room}"]
        calls = _calls(house, given.room, tests)
        places = list(mutants(house / "briefing", given.room))
        chosen = random.Random(given.seed).sample(places, min(given.count, len(places)))
        found = sum(
            _is_found(house, planted(house / "briefing", path, number), calls, tests)
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


def _calls(house: Path, room: str, tests: Sequence[str]) -> Mapping[str, list[str]]:
    told = house / "calls.json"
    asked = ["-p", "tests.mutation.calls", *tests]
    if _run(house, asked, {"ROOM": room, "CALLS": str(told)}, seconds=None):
        raise SystemExit("the tests fail before anything is planted: mend them first")
    called: Mapping[str, list[str]] = json.loads(told.read_text(encoding="utf-8"))
    return called


def _asked(
    mutant: Mutant, calls: Mapping[str, list[str]], tests: Sequence[str]
) -> Iterator[list[str]]:
    """The tests that call the function, a few first: most faults are found by any. For a table,
    which nobody calls, all of the room."""
    places = [f"{mutant.file}:{n}" for n in reversed(mutant.within)][:1]
    if not places:
        yield list(tests)
        return
    every = sorted({test for place in places for test in calls.get(place, ())})
    few = every[:: max(1, len(every) // _FEW)]
    yield from filter(None, (few, [test for test in every if test not in few]))


def _is_found(
    house: Path, mutant: Mutant, calls: Mapping[str, list[str]], tests: Sequence[str]
) -> bool:
    path = house / "briefing" / mutant.file
    sound = path.read_text(encoding="utf-8")
    path.write_text(mutant.text, encoding="utf-8")
    found = any(_run(house, ["-x", *own]) != 0 for own in _asked(mutant, calls, tests))
    path.write_text(sound, encoding="utf-8")
    print(f"{'found' if found else 'LEFT '} {mutant.file}:{mutant.line} {mutant.what}", flush=True)
    return found


def _run(
    house: Path,
    arguments: Sequence[str],
    more: Mapping[str, str] | None = None,
    seconds: float | None = _MOST_SECONDS,
) -> int:
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", **(more or {})}
    try:
        done = subprocess.run(
            [*_PYTEST, *arguments],
            cwd=house,
            env=environment,
            capture_output=True,
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return 1
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
