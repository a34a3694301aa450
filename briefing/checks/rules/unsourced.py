"""B112: a figure without a source, a source without a date."""

from collections.abc import Iterator

from briefing.checks.parts import exhibits, numbers
from briefing.checks.rule import Material, Rule
from briefing.model import Code, Finding, Place

CODE = Code(
    "figure without a source, or source without a date",
    "A fact or exhibit that is printed has no source, or a source doesn't say when it was "
    "retrieved.",
    "A reader must be able to check each figure, and sources revise theirs.",
    "students: {value: 2760, unit: persons} without source",
    "give the table or fact `source:`, and the source `retrieved:`",
)
_OWN = frozenset({"period", "period.previous", "released"})


def _examine(material: Material) -> Iterator[Finding]:
    """A finding for each such figure, exhibit and source."""
    for document in material.documents:
        for number in numbers(document):
            if not number.fact.sources and number.fact.name not in _OWN:
                message = f"“{number.fact.name}” is printed without a source"
                hint = "give its table or fact a source: source: name"
                yield _finding(number.place, message, hint, number.fact.name)
        for placed in exhibits(document):
            if not placed.exhibit.sources:
                message = f"exhibit “{placed.exhibit.name}” has no source"
                hint = "give the tables that it shows a source: source: name"
                yield _finding(placed.place, message, hint, placed.exhibit.name)
    for source in material.spec.sources.values():
        if source.retrieved is None:
            message = f"source “{source.name}” has no date"
            hint = "say when it was taken from there: retrieved: 2026-04-15"
            yield _finding(source.place, message, hint, source.name)


def _finding(place: Place, message: str, hint: str, name: str) -> Finding:
    return Finding("B112", place, message, hint, (name,))


RULE = Rule(CODE, _examine, looks="series")
