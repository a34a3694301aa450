"""B125: series or categories of one chart that bear the same name."""

from collections import Counter
from collections.abc import Iterator

from briefing.checks.parts import exhibits
from briefing.checks.rule import Material, Rule
from briefing.model import Chart, Code, Finding, Placed

CODE = Code(
    "two series of one chart bear the same name",
    "Two lines, bars, parts or categories of one chart have the same label.",
    "Nobody can tell which is which, neither by eye nor by ear.",
    "series exports and exports_fob, both labelled “Exports”, in one chart",
    "give each series a label of its own",
)


def _examine(material: Material) -> Iterator[Finding]:
    for document in material.documents:
        for placed in exhibits(document):
            content = placed.exhibit.content
            if isinstance(content, Chart):
                yield from _alike(placed, content)


def _alike(placed: Placed, chart: Chart) -> Iterator[Finding]:
    names = [line.label for line in chart.lines] if len(chart.lines) > 1 else []
    if chart.kind == "dumbbell":
        names = []
    groups = [names, *([p.label for p in line.points if p.at is None] for line in chart.lines)]
    for group in groups:
        for label, count in Counter(group).items():
            if label and count > 1:
                name = placed.exhibit.name
                message = f"exhibit {name} has {count} series called “{label}”"
                hint = "give each series, or each member under “names:”, a label of its own"
                yield Finding("B125", placed.place, message, hint, (name,))
                return


RULE = Rule(CODE, _examine, looks="exhibits")
