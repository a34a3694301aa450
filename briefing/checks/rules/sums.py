"""B102: a total that is not the sum of its parts."""

from collections.abc import Iterator

from briefing.checks.accounts import examined
from briefing.checks.figures import apart, cell_place, figures, of_series, told_apart
from briefing.checks.rule import Material, Rule
from briefing.figures import change
from briefing.model import Code, Family, Finding, Place

CODE = Code(
    "total is not the sum of its parts",
    "A total that the manifest says is a sum (`checks: sums:`), or a total of a table that is "
    "`complete: true`, differs from its parts by more than rounding explains: the half units of "
    "the last digit of the total and of each part, added up.",
    "Parts that don't add up are the first thing that a reader with a pencil finds, and one of "
    "the figures is wrong.",
    "sums: [{total: turnover_published, parts: [exports, imports]}] with 1,710.9 for 61.6 + "
    "1,549.3; a table of trade by section whose total lacks a section",
    "compare the rows with their source; where a part is missing on purpose, take the sum or "
    "`complete: true` out",
)


def _examine(material: Material) -> Iterator[Finding]:
    for total, parts, place in _declared(material):
        yield from _sum(material, total, parts, place)
    for name, family in material.facts.families.items():
        cut = material.spec.series.get(name)
        table = material.spec.tables.get(cut.table) if cut else None
        if table is not None and table.complete and name not in examined(material.facts):
            yield from _family(family)


def _declared(material: Material) -> Iterator[tuple[str, tuple[str, ...], Place]]:
    for declared in material.spec.checks.sums:
        if declared.total not in examined(material.facts):
            yield declared.total, declared.parts, declared.place


def _sum(material: Material, total: str, parts: tuple[str, ...], place: Place) -> Iterator[Finding]:
    columns = [figures(material.facts, part) for part in parts]
    for period, whole in figures(material.facts, total).items():
        row = [column[period] for column in columns if period in column]
        difference = apart(whole, row) if len(row) == len(parts) else None
        if difference:
            stated, made = told_apart(whole.value, change(difference, whole.value))
            message = (
                f"{total} {period} is {stated} {whole.unit}, but {' + '.join(parts)} is {made}"
            )
            hint = "compare both with their source: rounding does not explain the difference"
            where = cell_place(whole.cells, place)
            yield Finding("B102", where, message, hint, (total, *parts))


def _family(family: Family) -> Iterator[Finding]:
    members = [of_series(series) for series in family.listed.values()]
    for key in _wholes(family):
        for period, whole in of_series(family.members[key]).items():
            row = [member[period] for member in members if period in member]
            difference = apart(whole, row) if len(row) == len(members) else None
            if difference:
                stated, made = told_apart(whole.value, change(difference, whole.value))
                message = (
                    f"{family.name}[{key}] {period} is {stated} {whole.unit}, but "
                    f"its {len(row)} members add up to {made}"
                )
                hint = "correct the row that is wrong, or take `complete: true` off the table"
                where = cell_place(whole.cells, Place("briefing.yaml"))
                about = (family.name, f"{family.name}[{key}]")
                yield Finding("B102", where, message, hint, about)


def _wholes(family: Family) -> list[str]:
    """The totals of all members: the world where it is there, else each."""
    totals = sorted(family.totals)
    return ["WLD"] if "WLD" in totals else totals


def _idle(material: Material) -> str:
    tables = material.spec.tables.values()
    if material.spec.checks.sums or any(table.complete for table in tables):
        return ""
    return "the manifest declares no sums and no complete table"


RULE = Rule(CODE, _examine, _idle, looks="series")
