"""`python -m tests.spoilt KIND COUNT [FIRST]`: spoilt files by the hundred, with counts by hand.

Prints how often each exit code came, what took more than two seconds, and each bug with its seed.
"""

import random
import sys
import time
import traceback
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.spoilt.targets import KINDS

_LONG = 2.0


def run(kind: str, count: int, first: int = 0) -> int:
    codes: Counter[int] = Counter()
    bugs: dict[str, list[int]] = {}
    for seed in range(first, first + count):
        begun = time.process_time()
        with TemporaryDirectory() as folder:
            try:
                codes.update(KINDS[kind](random.Random(f"{kind} {seed}"), Path(folder)))
            except Exception as error:
                last = traceback.extract_tb(error.__traceback__)[-1]
                where = (
                    f"{type(error).__name__}: {str(error)[:150]} at {last.filename}:{last.lineno}"
                )
                own = [
                    f
                    for f in traceback.extract_tb(error.__traceback__)
                    if "/briefing/" in f.filename
                ]
                where += (
                    f" [{own[-1].filename.partition('/briefing/')[2]}:{own[-1].lineno}]"
                    if own
                    else ""
                )
                bugs.setdefault(where, []).append(seed)
        if (took := time.process_time() - begun) > _LONG:
            print(f"{kind} {seed}: {took:.1f} s of CPU", flush=True)
    print(kind, count, dict(sorted(codes.items())), flush=True)
    for where, seeds in bugs.items():
        print(f"  BUG {where}: seeds {seeds[:8]} ({len(seeds)})", flush=True)
    return 1 if bugs else 0


if __name__ == "__main__":
    sys.exit(run(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 0))
