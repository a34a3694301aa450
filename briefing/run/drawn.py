"""Drawings of charts that were made before: the same chart isn't drawn twice."""

from collections.abc import Mapping
from hashlib import sha256

import msgspec
from msgspec import Struct

from briefing.model import Chart, Fact, Quotient
from briefing.model.style import Style
from briefing.pdf import Faces
from briefing.pdf.drawing import Box, Direct, Drawing, Labelled, Storable
from briefing.run.inputs import font
from briefing.workspace.cache import Cache, maker


class _Stored(Struct, frozen=True, array_like=True):
    """A drawing as it is kept; facts by their place in the chart."""

    width: float
    height: float
    operations: tuple[Storable, ...]
    printed: tuple[tuple[int, str, Box], ...]


def draw(
    chart: Chart, width: float, style: Style, faces: Faces, language: str, cache: Cache | None
) -> Drawing:
    """A chart's drawing: as the cache has it, else drawn, and kept there.

    Matplotlib is loaded only where something is drawn.
    """
    key = "" if cache is None else _key(chart, width, style, language)
    if cache is not None:
        known = _read(cache.get(key), chart)
        if known is not None:
            return known
    from briefing.run import charting

    drawing = charting.draw(chart, width, style, faces, language)
    data = None if cache is None else _written(drawing, chart)
    if cache is not None and data is not None:
        cache.put(key, data)
    return drawing


def _key(chart: Chart, width: float, style: Style, language: str) -> str:
    """The digest of all that a drawing is made from."""
    fonts = [font(face.package, face.file) for face in style.faces.values()]
    asked = (maker(), chart, width, style, fonts, language)
    made_from = msgspec.json.encode(asked, enc_hook=_plain)
    return sha256(made_from).hexdigest()


def _plain(value: object) -> object:
    """A mapping that can't be changed as one that can; a quotient as its fraction."""
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, Quotient):
        return str(value.exact)
    raise TypeError(f"a chart holds a {type(value)}")


def _facts(chart: Chart) -> list[Fact]:
    ranks = (point.rank.fact for point in chart.points if point.rank is not None)
    return [*(point.fact for point in chart.points), *ranks]


def _written(drawing: Drawing, chart: Chart) -> bytes | None:
    """None where a part of it can't be kept."""
    places = {id(fact): place for place, fact in enumerate(_facts(chart))}
    operations = tuple(o for o in drawing.operations if not isinstance(o, Direct))
    printed = tuple(
        (places[id(label.fact)], label.text, label.box)
        for label in drawing.printed
        if id(label.fact) in places
    )
    whole = len(operations) == len(drawing.operations) and len(printed) == len(drawing.printed)
    if not whole:
        return None
    return msgspec.json.encode(_Stored(drawing.width, drawing.height, operations, printed))


def _read(data: bytes | None, chart: Chart) -> Drawing | None:
    if data is None:
        return None
    facts = _facts(chart)
    try:
        stored = msgspec.json.decode(data, type=_Stored)
        printed = tuple(Labelled(facts[place], text, box) for place, text, box in stored.printed)
    except (msgspec.DecodeError, IndexError):
        return None
    return Drawing(stored.width, stored.height, stored.operations, printed)
