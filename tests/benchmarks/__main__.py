"""The benchmarks: `python -m tests.benchmarks NAME…`, by default all but peer.

charts  our six charts, our ticks and renderer, against matplotlib's with a renderer that draws
        nothing
check   `briefing check` of the sample and `briefing --help`, against what they may cost
lines   demerits of the lines of long texts (en, ru, mn) by total fit against those filled greedily,
        ragged and justified, with what can be seen of them: hyphens, unevenness, rivers
pages   a further page of a document of 200 pages with 100 grids, from 10 to 100 pages and from
        100 to 200, and the memory
peer    with --peer COMMAND: our whole briefing, warm, against a command that makes the same
        number of them and prints {"warm_cpu": seconds a document}; they run in turns

Ratios of CPU seconds (but for lines), in one sitting. Leaves with 1 when one is too much.
"""

import argparse
import json
import resource
import sys
import time
from collections.abc import Callable, Sequence
from itertools import pairwise, product
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import briefing
from briefing import charts, project
from briefing.layout.theme import Look
from briefing.model.exhibit import Chart
from briefing.model.spec import Choices
from briefing.model.text import Place
from briefing.pdf import TaggedCanvas, load_faces
from briefing.pdf.drawing import paint
from briefing.run.examine import examine
from briefing.workspace import Workspace, assets
from tests.benchmarks import breaks
from tests.benchmarks.content import country
from tests.benchmarks.pairs import Result, cpu_of, in_turns, ourselves, report_of
from tests.benchmarks.plots import draw_nothing, plots
from tests.benchmarks.project import STYLE, bench_style, write

_CHECK = (
    "import sys; from briefing.cli.app import main; sys.argv = ['briefing', *sys.argv[1:]]; main()"
)


def measure_charts(_: argparse.Namespace, scratch: Path) -> list[Result]:
    """Six charts, drawn anew each time."""
    made = country("MNG")
    write(scratch / "project", made)
    document = examine(Workspace(str(scratch / "project")), Choices()).documents[0]
    style, _findings = project.read_style(STYLE, Place("briefing.yaml"))
    assert style is not None
    faces = load_faces(style.faces, style.fallback)
    contents = [placed.exhibit.content for placed in document.exhibits]
    wanted = [content for content in contents if isinstance(content, Chart)]
    width = style.column.main

    def ours() -> None:
        canvas = TaggedCanvas(faces, (595, 842), "en", "charts")
        with canvas.tag(canvas.tree.root.child("Figure", alt="Charts")):
            for chart in wanted:
                paint(charts.draw(chart, width, style, faces, "en"), canvas, 0, 0)

    def theirs() -> None:
        for figure in plots(made):
            draw_nothing(figure)

    us, them = in_turns(8, ours, theirs)
    detail = f"{us * 1000:.0f} ms against {them * 1000:.0f} ms"
    return [Result("six charts : matplotlib's with a null renderer", us / them, 1, detail)]


def measure_check(_: argparse.Namespace, __: Path) -> list[Result]:
    """Processes of their own, the quickest of several."""
    sample = f"{assets.samples()}/mongolia-russia"
    start = min(cpu_of([sys.executable, "-c", _CHECK, "check", sample]) for _ in range(8))
    told = min(cpu_of([sys.executable, "-c", _CHECK, "--help"]) for _ in range(8))
    return [
        Result("briefing check : half a second", start / 0.5, 1, f"{start:.3f} s CPU"),
        Result("briefing --help : 0.15 s", told / 0.15, 1, f"{told:.3f} s CPU"),
    ]


def measure_pages(_: argparse.Namespace, __: Path) -> list[Result]:
    """What further pages cost: from a short document to a middling one, and from that to a long
    one, each built in a process of its own, in turns, the cheapest of three. What a document
    costs whatever its length is in neither."""
    turns = [
        [report_of(ourselves("tests.benchmarks", "long", str(n))) for n in (1, 9, 18)]
        for _ in range(3)
    ]
    short, _middling, long = runs = [
        min(same, key=lambda run: run["cpu"]) for same in zip(*turns, strict=True)
    ]
    early, late = (_further(a, b, "cpu") for a, b in pairwise(runs))
    detail = f"{early * 1000:.1f} and {late * 1000:.1f} ms a further page; " + ", ".join(
        f"{run['pages']:.0f} pages {run['cpu']:.2f} s {run['rss_mb']:.0f} MB" for run in runs
    )
    growth = _further(short, long, "rss_mb")
    return [
        Result("a further page, late : early", late / early, 1.1, detail, least=0.9),
        Result("memory, MB a further page", growth, 1.5, detail),
    ]


def _further(a: dict[str, float], b: dict[str, float], what: str) -> float:
    return (b[what] - a[what]) / (b["pages"] - a["pages"])


def measure_lines(_: argparse.Namespace, __: Path) -> list[Result]:
    """The main column and the side's, each ragged and justified."""
    style, _findings = project.read_style("ministry", Place("briefing.yaml"))
    assert style is not None
    look = Look(style, load_faces(style.faces, style.fallback))
    found = []
    for name, language, texts in breaks.long_texts():
        for column, justified in product(("main", "side"), (False, True)):
            width = getattr(style.column, column)
            first, second = breaks.compared(texts, language, look, width, justified=justified)
            what = f"{name}, {column} column, {'justified' if justified else 'ragged'}"
            detail = f"\n    greedy    {first}\n    total fit {second}"
            found.append(Result(what, second.demerits / first.demerits, 1, detail))
    return found


def measure_peer(options: argparse.Namespace, __: Path) -> list[Result]:
    """Whole briefings, warm."""
    ours, theirs = [], []
    for _ in range(3):
        ours.append(report_of(ourselves("tests.benchmarks.ours", "12"))["warm_cpu"])
        theirs.append(report_of(options.peer)["warm_cpu"])
    us, them = median(ours), median(theirs)
    return [Result("a briefing : the peer's", us / them, 1, f"{us:.3f} s against {them:.3f} s")]


def build_long(times: int, scratch: Path) -> dict[str, float]:
    """A document of so many times six sections, built several times; the least CPU of all but the
    first."""
    write(scratch / "long", country("MNG"), times)
    taken = []
    for _ in range(4):
        start = time.process_time()
        (built,) = briefing.build(str(scratch / "long"), str(scratch / "out")).built
        taken.append(time.process_time() - start)
    cpu = min(taken[1:])
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"pages": built.pages, "cpu": cpu, "rss_mb": most}


_PAIRS: dict[str, Callable[[argparse.Namespace, Path], list[Result]]] = {
    "charts": measure_charts,
    "check": measure_check,
    "lines": measure_lines,
    "pages": measure_pages,
    "peer": measure_peer,
}
# What a measurement runs in a process of its own.
_ALONE = {"long": build_long}


def main(arguments: Sequence[str]) -> int:
    """Run the command; the exit code."""
    with TemporaryDirectory() as scratch, bench_style(Path(scratch, "styles")):
        if arguments and arguments[0] in _ALONE:
            print(json.dumps(_ALONE[arguments[0]](int(arguments[1]), Path(scratch))))
            return 0
        parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
        parser.add_argument("names", nargs="*", choices=[[], *_PAIRS], default=[])
        parser.add_argument("--peer", default="")
        options = parser.parse_args(arguments)
        good = True
        for name in options.names or [name for name in _PAIRS if name != "peer"]:
            for result in _PAIRS[name](options, Path(scratch)):
                print(result, flush=True)
                good = good and result.good
    return int(not good)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
