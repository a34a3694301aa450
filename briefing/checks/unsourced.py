"""B112: a figure without a source, a source without a date."""

from collections.abc import Iterator

from briefing.checks.material import Material, exhibits, numbers
from briefing.model.finding import Code, Finding, Severity

CODE = Code(
    "figure without a source, or source without a date",
    "A fact or exhibit that is printed has no source, or a source doesn't say when it was "
    "retrieved.",
    "A reader must be able to check each figure, and sources revise theirs.",
    "students: {value: 2760, unit: persons} without source",
)
_OWN = frozenset({"period", "period.previous", "released"})


def examine(material: Material) -> Iterator[Finding]:
    """A finding for each such figure, exhibit and source."""
    for document in material.documents:
        for number in numbers(document):
            if not number.fact.sources and number.fact.name not in _OWN:
                message = f"“{number.fact.name}” is printed without a source"
                hint = "give its table or fact a source: source: name"
                yield Finding("B112", Severity.ERROR, number.place, message, hint)
        for placed in exhibits(document):
            if not placed.exhibit.sources:
                message = f"exhibit “{placed.exhibit.name}” has no source"
                hint = "give the tables that it shows a source: source: name"
                yield Finding("B112", Severity.ERROR, placed.place, message, hint)
    for source in material.spec.sources.values():
        if source.retrieved is None:
            message = f"source “{source.name}” has no date"
            hint = "say when it was taken from there: retrieved: 2026-04-15"
            yield Finding("B112", Severity.ERROR, source.place, message, hint)
