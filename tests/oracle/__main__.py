"""The vector renderer against all of matplotlib's own image tests: `python -m tests.oracle`.

Takes some ten minutes. Names what fails, then how many figures were drawn and how alike they are;
leaves with 1 when a figure outside of exceptions.txt fails, or one in it has become good. With
names of test modules (`python -m tests.oracle test_axes test_text`) only those; `--lines FILE` also
keeps a JSON line a figure.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.oracle.figures import Judged, exceptions, faults, gathered, summary
from tests.oracle.gather import copied


def main(arguments: Sequence[str]) -> int:
    """Run the command; the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.oracle", description=__doc__)
    parser.add_argument("modules", nargs="*")
    parser.add_argument("--lines", default="")
    parser.add_argument("-j", "--jobs", type=int, default=os.cpu_count() or 1)
    options = parser.parse_args(arguments)
    with TemporaryDirectory() as scratch:
        tests = Path(scratch, "tests")
        modules = [m for m in copied(tests) if not options.modules or m in options.modules]
        with ThreadPoolExecutor(options.jobs) as pool:
            runs = [pool.submit(gathered, tests, [f"{module}.py"]) for module in modules]
            judged: list[Judged] = [figure for run in runs for figure in run.result()]
    if options.lines:
        Path(options.lines).write_text("".join(f"{f.line()}\n" for f in judged), encoding="utf-8")
    found = faults(judged, exceptions(), whole=not options.modules)
    print("\n".join([*found, summary(judged)]))
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
