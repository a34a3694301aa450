"""From documents to pages: what a run needs ReportLab for, and matplotlib where charts are new."""

from collections.abc import Callable
from dataclasses import dataclass, field

from briefing import language, layout
from briefing.charts import height
from briefing.layout import Attach, Pages
from briefing.layout.theme import Look
from briefing.model import Chart, Document, Finding, Spec
from briefing.model.style import Style
from briefing.pdf import Faces, Metadata
from briefing.pdf.drawing import Drawing
from briefing.run import drawn
from briefing.run.examine import PRODUCT

Draws = Callable[[Chart, float, Style, Faces, str], Drawing]


def anew(chart: Chart, width: float, style: Style, faces: Faces, language: str) -> Drawing:
    """A chart drawn."""
    return drawn.draw(chart, width, style, faces, language, None)


@dataclass
class Charts:
    """The charts of a document: each is measured as often as layout asks, and drawn once."""

    style: Style
    faces: Faces
    language: str
    drawn: Draws
    _heights: dict[tuple[int, float, float], float] = field(default_factory=dict)
    _looks: dict[float, Style] = field(default_factory=dict)

    def height(self, chart: Chart, width: float, factor: float) -> float:
        """How high its drawing is, in points; a document's charts stay where they are."""
        asked = id(chart), width, factor
        if asked not in self._heights:
            look = self._look(factor)
            self._heights[asked] = height(chart, width, look, self.faces, self.language)
        return self._heights[asked]

    def draw(self, chart: Chart, width: float, factor: float) -> Drawing:
        """Its drawing."""
        return self.drawn(chart, width, self._look(factor), self.faces, self.language)

    def _look(self, factor: float) -> Style:
        if factor not in self._looks:
            self._looks[factor] = self.style.stretched(factor)
        return self._looks[factor]


def draw(
    document: Document,
    spec: Spec,
    style: Style,
    faces: Faces,
    profile: str,
    progress: Callable[[str], None],
    attach: Attach = layout.nothing,
    chart_drawn: Draws = anew,
    seen: layout.Seen | None = None,
) -> tuple[Pages | None, tuple[Finding, ...]]:
    """The pages of one language's document, with findings of the layout; of a sketch only some."""
    if layout.too_long(document, Look(style, faces)):
        return None, (layout.endless(),)
    progress(f"laying out, {document.language}")
    charts = Charts(style, faces, document.language, chart_drawn)
    metadata = Metadata(
        title=_title(document),
        subject=document.description,
        language=document.language,
        date=spec.released,
        keywords=tuple(spec.parameters.values()),
        producer=PRODUCT,
        publisher=_publisher(spec, document.language),
        rights=spec.licence,
        identifier=f"{spec.name}/{spec.edition}/{document.language}",
        coverage=", ".join((*spec.parameters.values(), str(spec.period))),
    )
    return layout.paginate(document, style, faces, charts, metadata, profile, attach, seen)


def _publisher(spec: Spec, language: str) -> str:
    """Who publishes it, in the language or in the first that says so."""
    names = spec.publisher or {}
    found = names.get(language) or next(iter(names.values()), None)
    return found.text if found else ""


def _title(document: Document) -> str:
    """Title, series and edition: what tells this file from its sisters in a window or catalogue."""
    words = document.furniture
    edition = ", ".join(part for part in (words.series, words.edition) if part)
    if not edition:
        return document.plain_title
    return language.headed(document.language, document.plain_title, edition)
