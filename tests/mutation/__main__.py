"""Every cell of the sample changed by itself: `python -m tests.mutation`.

In the edition that comes of each, composed but not drawn, just the values, figures and exhibits
that are made from that cell may differ, by the cells that each names. Takes a minute or two;
leaves with 1 when one differs that shouldn't, or one read from the cell stays.
"""

import os
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.mutation.cells import Cell, cells
from tests.mutation.judge import judged


def main() -> int:
    """Run the command; the exit code."""
    every = list(cells())
    jobs = os.cpu_count() or 1
    with ProcessPoolExecutor(jobs) as pool:
        found = [
            fault
            for part in pool.map(_part, (every[i::jobs] for i in range(jobs)))
            for fault in part
        ]
    print("\n".join([*found, f"{len(every)} cells changed, {len(found)} faults"]))
    return int(bool(found))


def _part(wanted: Sequence[Cell]) -> list[str]:
    with TemporaryDirectory() as scratch:
        return list(judged(Path(scratch), wanted))


if __name__ == "__main__":
    sys.exit(main())
