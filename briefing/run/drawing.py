"""From documents to pages: what a run needs ReportLab for, and matplotlib where charts are new."""

from collections.abc import Callable

from briefing import layout
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


def draw(
    document: Document,
    spec: Spec,
    style: Style,
    faces: Faces,
    profile: str,
    progress: Callable[[str], None],
    attach: Attach = layout.nothing,
    chart_drawn: Draws = anew,
    sketched: frozenset[int] | None = None,
) -> tuple[Pages | None, tuple[Finding, ...]]:
    """The pages of one language's document, with findings of the layout; of a sketch only some."""
    if layout.too_long(document, Look(style, faces)):
        return None, (layout.endless(),)
    progress(f"drawing the charts, {document.language}")
    wanted = layout.charts(document, style)

    def redraw(anchor: str, factor: float) -> Drawing:
        chart, width = wanted[anchor]
        return chart_drawn(chart, width, style.stretched(factor), faces, document.language)

    drawings = {anchor: redraw(anchor, 1.0) for anchor in wanted}
    progress(f"laying out, {document.language}")
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
    return layout.paginate(
        document, style, faces, drawings, metadata, profile, attach, sketched, redraw
    )


def _publisher(spec: Spec, language: str) -> str:
    """Who publishes it, in the language or in the first that says so."""
    names = spec.publisher or {}
    found = names.get(language) or next(iter(names.values()), None)
    return found.text if found else ""


def _title(document: Document) -> str:
    """Title, series and edition: what tells this file from its sisters in a window or catalogue."""
    words = document.furniture
    edition = ", ".join(part for part in (words.series, words.edition) if part)
    return f"{document.plain_title}: {edition}" if edition else document.plain_title
