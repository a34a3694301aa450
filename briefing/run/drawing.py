"""From documents to pages: what a run needs matplotlib and ReportLab for."""

from collections.abc import Callable

from briefing import charts, layout
from briefing.layout import Attach, Pages
from briefing.model.document import Document
from briefing.model.exhibit import Chart
from briefing.model.finding import Finding
from briefing.model.spec import Spec
from briefing.model.style import Style
from briefing.pdf import Faces, Metadata
from briefing.pdf.vector import Drawing
from briefing.run.examine import PRODUCT


def draw(
    document: Document,
    spec: Spec,
    style: Style,
    faces: Faces,
    profile: str,
    progress: Callable[[str], None],
    attach: Attach = layout.nothing,
    chart_drawn: Callable[[Chart, float, Style, Faces, str], Drawing] = charts.draw,
    sketched: frozenset[int] | None = None,
) -> tuple[Pages | None, tuple[Finding, ...]]:
    """The pages of one language's document, with findings of the layout; of a sketch only some."""
    progress(f"drawing the charts, {document.language}")
    drawings = {
        anchor: chart_drawn(chart, width, style, faces, document.language)
        for anchor, (chart, width) in layout.charts(document, style).items()
    }
    progress(f"laying out, {document.language}")
    metadata = Metadata(
        title=document.plain_title,
        subject=document.description,
        language=document.language,
        date=spec.released,
        keywords=tuple(spec.parameters.values()),
        producer=PRODUCT,
    )
    return layout.paginate(document, style, faces, drawings, metadata, profile, attach, sketched)
