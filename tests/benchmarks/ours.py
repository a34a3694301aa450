"""Our briefings of several countries, by one process that loads what a build does and no more:
`python -m tests.benchmarks.ours COUNT`."""

import gc
import json
import sys
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import briefing
from briefing.cli.app import _COLLECT_EVERY
from tests.benchmarks.content import COUNTRIES, country
from tests.benchmarks.project import OWN, STYLE, write


def build_many(count: int, scratch: Path) -> dict[str, float]:
    """Briefings of so many countries in this process; the median CPU of all but the first, of one
    alone its own."""
    gc.set_threshold(_COLLECT_EVERY)
    taken = []
    for code in COUNTRIES[:count]:
        write(scratch / code, country(code))
        (scratch / code / "styles").mkdir()
        (scratch / code / "styles" / f"{STYLE}.yaml").write_text(OWN, encoding="utf-8")
        start = time.process_time()
        (built,) = briefing.build(str(scratch / code), str(scratch / "out")).built
        taken.append(time.process_time() - start)
    return {"first": taken[0], "warm_cpu": median(taken[1:] or taken), "bytes": built.size}


if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        print(json.dumps(build_many(int(sys.argv[1]), Path(folder))))
