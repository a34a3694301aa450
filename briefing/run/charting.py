"""Charts, with matplotlib loaded without the docstrings that it would make of every artist's
properties: they take a third of its loading, and nobody reads them here."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

from briefing.model import Chart
from briefing.model.style import Style
from briefing.pdf import Faces
from briefing.pdf.drawing import Drawing


@contextmanager
def _undocumented() -> Iterator[None]:
    """Within, classes of artists get no docstrings; where matplotlib makes them otherwise, all is
    as ever."""
    try:
        cls: Any = import_module("matplotlib.artist").Artist
        loader: Any = import_module("matplotlib._docstring")._ArtistKwdocLoader
        before = cls.__dict__["_update_set_signature_and_docstring"], loader.__missing__
    except (ImportError, AttributeError, KeyError):
        yield
        return
    cls._update_set_signature_and_docstring = classmethod(lambda _cls: None)
    loader.__missing__ = lambda _self, _key: ""
    try:
        yield
    finally:
        cls._update_set_signature_and_docstring, loader.__missing__ = before


with _undocumented():
    from briefing import charts
    from briefing.charts import ink as _ink  # noqa: F401
    from briefing.pdf import vector as _vector  # noqa: F401


def draw(chart: Chart, width: float, style: Style, faces: Faces, language: str) -> Drawing:
    """A chart drawn."""
    return charts.draw(chart, width, style, faces, language)
