"""What the manifest points out in a chart: points annotated and highlighted, levels drawn."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from msgspec.structs import replace

from briefing.exhibits import periods
from briefing.exhibits.amounts import fact, size, to_decimals
from briefing.exhibits.frame import Frame, Unshowable
from briefing.exhibits.selection import Shown, levels_of
from briefing.model import Fact, Line, Period, Point, Refusal, Unit, did_you_mean


def marked(frame: Frame, lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines with what `highlight:` and `annotate:` say of them.

    Raises Unshowable where they name nothing that the chart shows.
    """
    notes = {key: frame.text(words) for key, words in frame.asked.annotate.items()}
    wanted = (*frame.asked.highlight, *notes)
    known = {name for line in lines for name in _names(line)}
    lost = [name for name in wanted if name not in known and not _is_shown(name, lines)]
    if lost:
        raise Unshowable(*(_nothing(frame, name, known) for name in lost))
    if frame.asked.highlight:
        lines = [_highlighted(line, frame.asked.highlight) for line in lines]
    return tuple(_annotated(line, notes, number == 0) for number, line in enumerate(lines))


def levels(frame: Frame, unit: Unit, decimals: int) -> tuple[Point, ...]:
    """The figures of `reference:` as lines that all else is held against."""
    return tuple(_level(frame, figure, unit, decimals) for figure in levels_of(frame))


def _level(frame: Frame, figure: Shown | Fact, unit: Unit, decimals: int) -> Point:
    if isinstance(figure, Shown):
        newest = periods.newest(frame, (figure,))
        observation = figure.series.at(newest) if newest else None
        found = fact(figure, newest or frame.spec.period, observation)
        label = figure.label
    else:
        found, label = figure, frame.text(figure.label) or figure.name
    if not found.unit.converts_to(unit) or not isinstance(found.value, Decimal):
        raise Unshowable(
            Refusal(
                f"exhibit {frame.asked.name}: the reference “{found.name}” is in {found.unit}, "
                f"the chart in {unit}",
                "a line to compare with has the chart's unit: name such a fact or series",
                "B353",
            )
        )
    text = to_decimals(frame, found, unit, decimals)
    return Point(size(found, unit), text, found, found.period, label, found.status)


def _highlighted(line: Line, wanted: Sequence[str]) -> Line:
    """The line with its points highlighted that are asked for, all where it is itself; no others
    where any are asked for."""
    whole = bool(set(_names(line)) & set(wanted)) and line.points[0].at is not None
    whole = whole and not line.points[0].key
    points = tuple(
        replace(p, highlighted=whole or p.key in wanted or _is_at(p, wanted)) for p in line.points
    )
    return replace(line, points=points)


def _annotated(line: Line, notes: Mapping[str, str], first: bool) -> Line:
    """The line with words at its points; of several lines over periods the first takes those."""
    points = []
    for point in line.points:
        key = next((k for k in notes if k and k == point.key), "")
        if not key and first:
            key = next((k for k in notes if _is_at(point, (k,))), "")
        points.append(replace(point, noted=notes[key]) if key else point)
    return replace(line, points=tuple(points))


def _names(line: Line) -> tuple[str, ...]:
    """How the manifest may call a line or its members: by name, by key."""
    key = line.name.partition("[")[2].removesuffix("]")
    members = (point.key for point in line.points if point.key)
    return tuple(name for name in (line.name, key, *members) if name)


def _is_shown(name: str, lines: Sequence[Line]) -> bool:
    return any(_is_at(point, (name,)) for line in lines for point in line.points)


def _is_at(point: Point, wanted: Sequence[str]) -> bool:
    """Whether one of these is the point's period."""
    if point.at is None:
        return False
    return any(_period(name, point.at) in (point.at, periods.slot(point.at)) for name in wanted)


def _period(name: str, like: Period) -> Period | None:
    try:
        return Period.parse(name).beginning(like.begins)
    except ValueError:
        return None


def _nothing(frame: Frame, name: str, known: set[str]) -> Refusal:
    return Refusal(
        f"exhibit {frame.asked.name}: nothing that it shows is “{name}”{did_you_mean(name, known)}",
        "highlight and annotate name a series, a member's key or a period of this chart",
        "B351",
    )
