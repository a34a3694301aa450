"""Within what reach a project's own style may differ from the one that it extends."""

from collections.abc import Iterator, Mapping

from briefing.model import BriefingError, Finding, Place
from briefing.model.style import FaceSpec, TextStyle
from briefing.project.style.leaves import MEASURES, beneath
from briefing.project.yaml.tree import Mapped, Node
from briefing.workspace import shown

# Points between which what a kind of text says must lie, and ems of its tracking.
_TEXT = {
    "size": (5.0, 72.0),
    "leading": (5.0, 100.0),
    "before": (0.0, 100.0),
    "after": (0.0, 100.0),
    "tracking": (-0.1, 0.5),
    "rise": (0.0, 20.0),
}
# A measure may be so many times that of the style beneath, a thin one at least so many points.
_MOST = 3.0
_LEAST_ROOM = 12.0
# These can't be nothing: columns, counts, what is divided by.
_NEEDED = ("page.", "column.", "list.narrowest", "standfirst.", "break.", "image.", "chart.")
_COUNTS = ("across", "lines", "rows", "moments", "scale", "dpi")


def examine(
    own: Mapped,
    kinds: Mapping[str, TextStyle],
    given: Mapping[str, float],
    base: Mapping[str, float],
) -> Iterator[Finding]:
    """The findings on sizes that can't be laid out. `kinds` are the settings of text of both,
    `given` its measures, `base` those beneath."""
    yield from _kinds(own.get("text"), kinds)
    places = dict(_places(own.get("measures"), ""))
    below = beneath()
    for name, value in given.items():
        under = base.get(name, base.get(below.get(name, ""), 0.0))
        if MEASURES[name] is bool:
            continue
        least = under / _MOST if _needed(name) else min(0.0, under * _MOST)
        most = max(abs(under) * _MOST, 0.0 if _counts(name) else _LEAST_ROOM)
        if not least <= value <= most:
            message = f"measures, {name}: {value:g} is out of reach"
            hint = f"write {least:.4g} to {most:.4g} (points, or a number)"
            yield _bad(places[name], message, hint)
    yield from _geometry({**base, **given}, own.keys_at.get("measures", own.place))


def faces(own: Mapped, faces: Mapping[str, FaceSpec]) -> Iterator[Finding]:
    """The findings on the faces that an own style gives and that can't be used."""
    given = own.get("faces")
    if not isinstance(given, Mapped):
        return
    # The engine is needed only where a project has a face of its own.
    from briefing.pdf import load_faces

    for name, place in given.keys_at.items():
        try:
            load_faces({name: faces[name]}, (name,))
        except BriefingError as refused:
            yield _bad(place, f"faces, {shown(name)}: {refused.message}", refused.hint)


def _kinds(text: Node | None, kinds: Mapping[str, TextStyle]) -> Iterator[Finding]:
    for name, node in text.items() if isinstance(text, Mapped) else ():
        for key, (least, most) in _TEXT.items():
            value = getattr(kinds[name], key)
            if isinstance(node, Mapped) and key in node and not least <= value <= most:
                message = f"text, {shown(name)}, {key}: {value:g} is out of reach"
                yield _bad(node.keys_at[key], message, f"write {least:g} to {most:g}")


def _needed(name: str) -> bool:
    return name.startswith(_NEEDED) or _counts(name)


def _counts(name: str) -> bool:
    return name.rsplit(".", 1)[-1] in _COUNTS


def _places(node: Node | None, stem: str) -> Iterator[tuple[str, Place]]:
    for key, child in node.items() if isinstance(node, Mapped) else ():
        name = f"{stem}.{key}" if stem else key
        if isinstance(child, Mapped):
            yield from _places(child, name)
        elif isinstance(node, Mapped):
            yield name, node.keys_at[key]


def _geometry(measures: Mapping[str, float], place: Place) -> Iterator[Finding]:
    """The page must hold its columns."""
    width, left, right = (measures[f"page.{key}"] for key in ("width", "left", "right"))
    beside = () if measures["column.single"] else ("gutter", "side")
    columns = sum(measures[f"column.{key}"] for key in ("main", *beside))
    if columns > width - left - right + 0.1:
        message = f"the columns are {columns - (width - left - right):.1f} points too wide"
        yield _bad(place, f"measures: {message}", "make page wider, or margins or columns narrower")
    first, top, bottom = (measures[f"page.{key}"] for key in ("first", "top", "bottom"))
    if not max(first, top) + 200 <= bottom <= measures["page.height"]:
        message = "page: the text begins too low or ends below the page"
        yield _bad(place, f"measures, {message}", "bottom is measured from the page's upper edge")


def _bad(place: Place, message: str, hint: str) -> Finding:
    return Finding("B041", place, message, hint)
