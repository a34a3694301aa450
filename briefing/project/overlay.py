"""A project's own style over the one that it extends: what differs, within what can be laid out."""

from collections.abc import Iterator, Mapping

from briefing.model.finding import Finding, Severity, did_you_mean
from briefing.model.place import Place
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


def overlaid(base: Mapped, own: Mapped) -> Mapped:
    """Both as one tree; a face that is given anew stands whole."""
    merged = Mapped(own.place)
    for tree in (base, own):
        for key, node in tree.items():
            merged.keys_at[key] = tree.keys_at[key]
            below = merged.get(key)
            if isinstance(below, Mapped) and isinstance(node, Mapped):
                node = _group(below, node, whole=key == "faces")
            merged[key] = node
    return merged


def _group(base: Mapped, own: Mapped, *, whole: bool) -> Mapped:
    merged = Mapped(own.place)
    for tree in (base, own):
        for key, node in tree.items():
            merged.keys_at[key] = tree.keys_at[key]
            below = merged.get(key)
            if not whole and isinstance(below, Mapped) and isinstance(node, Mapped):
                node = _group(below, node, whole=True)
            merged[key] = node
    return merged


def beyond(
    own: Mapped, kinds: Mapping[str, object], given: Mapping[str, float], base: Mapping[str, float]
) -> Iterator[Finding]:
    """The findings on what an own style says of things that aren't there, and on sizes that can't
    be laid out. `kinds` are the settings of text of both, `given` its measures, `base` those
    beneath."""
    yield from _kinds(own.get("text"), kinds)
    places = dict(_places(own.get("measures"), ""))
    for name, value in given.items():
        place = places[name]
        if name not in base:
            message = f"measures: there is no “{shown(name)}”{did_you_mean(name, base)}"
            yield _bad(place, message, "delete it, or write one of the style that is extended")
            continue
        least = base[name] / _MOST if _needed(name) else min(0.0, base[name] * _MOST)
        most = max(abs(base[name]) * _MOST, 0.0 if _counts(name) else _LEAST_ROOM)
        if not least <= value <= most:
            message = f"measures, {name}: {value:g} is out of reach"
            yield _bad(place, message, f"write {least:.4g} to {most:.4g} (points, or a number)")
    yield from _geometry({**base, **given}, own.keys_at.get("measures", own.place))


def _kinds(text: Node | None, kinds: Mapping[str, object]) -> Iterator[Finding]:
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
    columns = sum(measures[f"column.{key}"] for key in ("main", "gutter", "side"))
    if columns > width - left - right + 0.1:
        message = f"the columns are {columns - (width - left - right):.1f} points too wide"
        yield _bad(place, f"measures: {message}", "make page wider, or margins or columns narrower")
    first, top, bottom = (measures[f"page.{key}"] for key in ("first", "top", "bottom"))
    if not max(first, top) + 200 <= bottom <= measures["page.height"]:
        message = "page: the text begins too low or ends below the page"
        yield _bad(place, f"measures, {message}", "bottom is measured from the page's upper edge")


def _bad(place: Place, message: str, hint: str) -> Finding:
    return Finding("B041", Severity.ERROR, place, message, hint)
