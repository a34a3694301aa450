"""What the title of a chart claims of the chart below it."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from briefing.checks.bearing import claims_nothing
from briefing.checks.claims import years
from briefing.checks.claims.direction import base_year
from briefing.checks.claims.extreme import claimed_extremes
from briefing.checks.claims.rank import claimed_ranks
from briefing.checks.sentences import Clause, found, passage
from briefing.model import Chart, Line, Placed, Point


def contradicted(placed: Placed, language: str) -> Iterator[tuple[str, str]]:
    """Each word of a title that its chart contradicts, and what the chart shows."""
    content = placed.exhibit.content
    told = passage(language, placed.title, titles=True)
    clause = Clause(told, 0, len(told.text))
    if not isinstance(content, Chart) or claims_nothing(clause):
        return
    if content.kind == "ranking":
        yield from _rank(clause, content)
        return
    line = _spoken_of(clause, content.lines)
    # A part of a year says nothing beside whole ones.
    known = [p for p in line.points if p.value is not None and not p.hollow] if line else []
    points = [point for point in known if point.at is not None]
    if len(points) > 1:
        yield from _direction(clause, points)
        yield from _extreme(clause, points)
        yield from _sign(clause, points)


def _spoken_of(clause: Clause, lines: Sequence[Line]) -> Line | None:
    """The only line, or the only one whose label begins with a word of the title."""
    if len(lines) == 1:
        return lines[0]
    text = clause.text.lower()
    named = [line for line in lines if line.label and line.label.lower().split()[0] in text.split()]
    return named[0] if len(named) == 1 else None


def _value(point: Point) -> Decimal:
    assert point.value is not None
    return point.value


def _direction(clause: Clause, points: Sequence[Point]) -> Iterator[tuple[str, str]]:
    """Rises and falls against the ends of the line, or of the years that the title names; not those
    after a peak or a low, whose end no word tells."""
    rises = list(found(clause.claims.rises, clause.text))
    falls = list(found(clause.claims.falls, clause.text))
    if bool(rises) == bool(falls) or any(_value(point) < 0 for point in points):
        return
    if any(claimed_extremes(clause)):
        return
    ends = _ends(clause, points)
    if ends is None:
        return
    first, last = ends
    change = _value(last) - _value(first)
    if (change > 0) if rises else (change < 0):
        return
    went = "rose" if change > 0 else "fell" if change < 0 else "did not change"
    yield (rises or falls)[0][0], f"which {went} from {first.at} to {last.at}"


def _ends(clause: Clause, points: Sequence[Point]) -> tuple[Point, Point] | None:
    by_year = {point.at.end.year: point for point in points if point.at is not None}
    named = sorted(years.spoken_of(clause))
    if not named:
        return points[0], points[-1]
    if len(named) == 1 and base_year(clause) == named[0]:
        named = [named[0], max(by_year)]
    elif len(named) == 1:
        named = [named[0] - 1, named[0]]
    if len(named) != 2 or not set(named) <= set(by_year):
        return None
    return by_year[named[0]], by_year[named[1]]


def _extreme(clause: Clause, points: Sequence[Point]) -> Iterator[tuple[str, str]]:
    """“Peaked in 2014”, “reached a record in 2014”, “in 2014 the highest since 2005”."""
    by_year = {point.at.end.year: point for point in points if point.at is not None}
    for said in claimed_extremes(clause):
        named = set(years.spoken_of(clause)) - {said.since}
        year = years.after(clause, said.end) if said.since is None else min(named, default=None)
        if year not in by_year or len(named) > 1:
            continue
        first = year - said.years + 1 if said.years else said.since or min(by_year)
        last = max(by_year) if said.turning else year
        among = [point for at, point in by_year.items() if first <= at <= last]
        best = (max if said.high else min)(among, key=_value, default=by_year[year])
        if _value(best) != _value(by_year[year]) and not said.months:
            turned = "highest" if said.high else "lowest"
            beyond = "higher" if said.high else "lower"
            at = (
                f"{turned} in {best.at}, not in"
                if said.turning
                else f"{beyond} in {best.at} than in"
            )
            yield said.text, f"which was {at} {year}"


def _sign(clause: Clause, points: Sequence[Point]) -> Iterator[tuple[str, str]]:
    """Deficit and surplus where all that is shown is of the other sign."""
    deficits = list(found(clause.claims.deficits, clause.text))
    surpluses = list(found(clause.claims.surpluses, clause.text))
    if bool(deficits) == bool(surpluses):
        return
    values = [_value(point) for point in points]
    # A deficit may be stored as a size: only below zero it is certainly a balance.
    if surpluses and all(value < 0 for value in values):
        yield surpluses[0][0], "which is below zero throughout"


def _rank(clause: Clause, chart: Chart) -> Iterator[tuple[str, str]]:
    """“Germany is the largest supplier” against the bars."""
    points = [p for line in chart.lines for p in line.points if p.value is not None and p.label]
    named = [point for point in points if point.label.lower() in clause.text.lower()]
    claimed = list(claimed_ranks(clause))
    if len(named) != 1 or len(claimed) != 1:
        return
    place = 1 + sum(_value(point) > _value(named[0]) for point in points)
    if place != claimed[0].place:
        yield claimed[0].text, f"in which {named[0].label} is in place {place}"
