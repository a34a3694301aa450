"""Whether printed parts add up to the printed total beside them."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from briefing.exhibits.frame import Frame
from briefing.exhibits.selection import Shown
from briefing.figures import filled, rests_on, terms
from briefing.model import Cell, Fact, Family, GridRow, Name, Node, Period


def sums_differ(
    frame: Frame,
    shown: Sequence[Shown],
    columns: Sequence[Sequence[Fact]],
    rows: Sequence[Sequence[str]],
) -> bool:
    """Whether, in any row, a column that adds up others printed beside it misses their sum.

    What a column adds up is its expression, or what `checks: sums:` says of it.
    """
    places = {item.name: number for number, item in enumerate(shown)}
    for number, item in enumerate(shown):
        added = _declared(frame, item.name) or _terms(frame, item.series.derivation)
        if len(added) < 2 or not all(name in places for _, name in added):
            continue
        for index, row in enumerate(rows):
            involved = [columns[number][index], *(columns[places[n]][index] for _, n in added)]
            if any(f.value is None for f in involved):
                continue
            total = sum((sign * _read(frame, row[places[n]]) for sign, n in added), Decimal(0))
            if total != _read(frame, row[number]):
                return True
    return False


def members_differ(frame: Frame, family: Family, rows: Mapping[str, GridRow]) -> bool:
    """Whether, in any column, all members miss the total printed below them: of a complete table,
    or where they make up the total that the table names among its `totals:`.

    `rows` are those printed, by key.
    """
    if not family.listed.keys() <= rows.keys():
        return False
    complete = _complete(frame, family.name)
    parts = [rows[key].cells for key in family.listed]
    for key in sorted(family.totals & rows.keys()):
        for total, *members in zip(rows[key].cells, *parts, strict=True):
            if any(cell.fact is None or cell.fact.value is None for cell in (total, *members)):
                continue
            if not complete and not _make_up(total, members):
                continue
            added = sum((_read(frame, cell.text) for cell in members), Decimal(0))
            if added != _read(frame, total.text):
                return True
    return False


def _make_up(total: Cell, members: Sequence[Cell]) -> bool:
    """Whether the values of members are their total's, within half of each last digit."""
    facts = [cell.fact for cell in (total, *members) if cell.fact is not None]
    values = [fact.value for fact in facts if not isinstance(fact.value, Period | None)]
    if len(values) <= 2 or len(values) != len(members) + 1:
        return False
    left = values[0] - sum(values[1:], Decimal(0))
    slack = sum((fact.resolution or Decimal(0) for fact in facts), Decimal(0)) / 2
    return abs(left) <= slack


def _complete(frame: Frame, name: str) -> bool:
    """Whether a family's members are all of its total: cut from a table that is complete, or made
    of such families alone, as shares are."""
    spec = frame.spec.series.get(name)
    if spec is None:
        return False
    if spec.expression is None:
        table = frame.spec.tables.get(spec.table)
        return table is not None and table.complete
    made_of = {each.partition("[")[0] for each in rests_on(frame.facts.expressions.get(name))}
    inside = made_of & frame.facts.families.keys()
    return bool(inside) and all(_complete(frame, each) for each in inside - {name})


def _declared(frame: Frame, name: str) -> list[tuple[int, str]]:
    sums = (declared for declared in frame.spec.checks.sums if declared.total == name)
    return [(1, part) for declared in sums for part in declared.parts]


def _terms(frame: Frame, derivation: Node | None) -> list[tuple[int, str]]:
    """Signs and names of a plain sum (`exports - imports`); nothing for any other expression."""
    found = (terms(derivation) if derivation is not None else None) or ()
    if any(abs(term.times) != 1 or not isinstance(term.of, Name) for term in found):
        return []
    parameters = frame.spec.parameters
    return [
        (int(term.times), str(filled(term.of, parameters)))
        for term in found
        if isinstance(term.of, Name)
    ]


def _read(frame: Frame, text: str) -> Decimal:
    """A printed value as a number; one too small to print counts as nothing."""
    digits = frame.speech.digits(text)
    return Decimal(digits) if digits else Decimal(0)
