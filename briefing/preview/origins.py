"""The lines of the author's files that stand on pages."""

from collections.abc import Iterable, Mapping

from briefing.model import Place, Spot
from briefing.preview.snapshot import Excerpt
from briefing.workspace import Workspace

# Lines of source that are shown before and after that of a finding.
AROUND = 2
# So much of a block is shown at most.
_LONGEST = 60
_FENCES = (":::", "```")


def origins(workspace: Workspace, spots: Iterable[Spot]) -> Mapping[Place, Excerpt]:
    """The lines of what begins at each place: up to an empty one or the end of a block."""
    return {place: _lines(workspace, place) for place in {spot.place for spot in spots}}


def excerpt(workspace: Workspace, place: Place) -> Excerpt:
    """The lines around a place; none where it is in no file that was read."""
    numbers = range(max(1, place.line - AROUND), place.line + AROUND + 1)
    lines = [(number, workspace.line(place.file, number)) for number in numbers]
    while lines and not lines[-1][1]:
        lines.pop()
    return tuple(lines)


def _lines(workspace: Workspace, place: Place) -> Excerpt:
    found = [(place.line, workspace.line(place.file, place.line))]
    for number in range(place.line + 1, place.line + _LONGEST):
        text = workspace.line(place.file, number)
        if not text.strip() or text.lstrip().startswith(_FENCES):
            break
        found.append((number, text))
    return tuple(found)
