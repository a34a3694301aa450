"""A chart for who doesn't see it: its kind, what it shows, what its panels are, where lines cross.

Title and subtitle stand in the caption, which is read too, and are not said again.
"""

from collections.abc import Iterable, Iterator
from itertools import combinations

from briefing.exhibits import notes
from briefing.exhibits.frame import Frame
from briefing.language.told import Pieces, joined
from briefing.model import Chart, Inline, Line, Period
from briefing.model.panels import crossings, second_panel

# So many series of a chart over periods stand in one panel; of rankings each has its own.
_TOGETHER = {"bars": 2, "line": 4}
# More crossings, or more pairs that cross, are told by the last.
_MOST = 4


def described(frame: Frame, chart: Chart, says: Iterable[Pieces]) -> tuple[Inline, ...]:
    """The alternative text of a chart: what it `says` of its figures between kind and panels."""
    parts = (*_kind(frame, chart), *says, *_panels(frame, chart), *_crossings(frame, chart))
    return frame.inlines(joined(" ", (part for part in parts if part)))


def _kind(frame: Frame, chart: Chart) -> Iterator[Pieces]:
    words = frame.speech.words.drawn
    mode = chart.mode if len(chart.lines) > 1 or chart.kind == "map" else ""
    # A kind of which the language has no word yet is told by its figures alone.
    named = (f"{chart.kind}.{mode}", chart.kind)
    kind = next((words.kinds[name] for name in named if name in words.kinds), "")
    if kind:
        yield (f"{kind}.",)
    count = panels(chart)
    if count > 1:
        yield (words.panels.format(count),)


def panels(chart: Chart) -> int:
    """How many panels beside each other the series of a chart have."""
    if chart.kind == "dumbbell":
        return len({line.panel for line in chart.lines})
    if chart.kind == "ranking":
        return len(chart.lines)
    together = _TOGETHER.get(chart.kind)
    apart = together is not None and chart.mode == "grouped" and len(chart.lines) > together
    dated = all(point.at is not None for line in chart.lines for point in line.points)
    return len(chart.lines) if apart and dated else 1


def _panels(frame: Frame, chart: Chart) -> Iterator[Pieces]:
    """The panel at a larger scale, and axes that mislead who compares lengths."""
    words, lower = frame.speech.words.drawn, second_panel(chart)
    if lower is not None and len(chart.lines) > 1:
        yield (words.second.format(lower.label),)
    elif lower is not None:
        kept = {point.at for point in lower.points}
        out = next(p.at for p in chart.lines[0].points if p.at not in kept and p.at is not None)
        yield (words.without.format(frame.speech.period(out)),)
    yield from ((note,) for note in notes.scales(frame, chart))


def _crossings(frame: Frame, chart: Chart) -> Iterator[Pieces]:
    """Where lines of one panel cross: the pairs that do, each with when."""
    if chart.kind != "line" or panels(chart) > 1:
        return
    words = frame.speech.words.drawn
    crossed = [(pair, at) for pair in combinations(chart.lines, 2) if (at := crossings(*pair))]
    for (one, other), at in crossed[:_MOST]:
        spans = [_between(frame, *ends) for ends in at]
        form = words.cross if len(spans) <= _MOST else words.often
        told = spans if len(spans) <= _MOST else spans[-1:]
        yield (form.format(_called(one), _called(other), ", ".join(told)),)


def _called(line: Line) -> str:
    return line.label or line.name


def _between(frame: Frame, before: Period, after: Period) -> str:
    """“2012–2013”."""
    if before.frequency is after.frequency and before.begins == after.begins:
        return frame.speech.period(before.up_to(after))
    return frame.captions.two(frame.speech.period(before), frame.speech.period(after))
