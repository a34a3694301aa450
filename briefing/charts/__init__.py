"""Charts: from an exhibit's data to a drawing of the width given, in the style's look."""

from collections.abc import Callable

from briefing.charts.area import draw_area
from briefing.charts.bars import draw_bars
from briefing.charts.dumbbell import draw_dumbbell
from briefing.charts.line import draw_line
from briefing.charts.map import draw_map
from briefing.charts.ranking import draw_ranking
from briefing.charts.share import draw_share
from briefing.charts.sheet import CrowdedError, Sheet
from briefing.charts.slope import draw_slope
from briefing.model import Chart
from briefing.model.style import Style
from briefing.pdf import Faces
from briefing.pdf.drawing import Drawing

Kind = Callable[[Chart, Sheet], None]

KINDS: dict[str, Kind] = {
    "bars": draw_bars,
    "line": draw_line,
    "area": draw_area,
    "ranking": draw_ranking,
    "share": draw_share,
    "slope": draw_slope,
    "dumbbell": draw_dumbbell,
    "map": draw_map,
}


def draw(chart: Chart, width: float, style: Style, faces: Faces, language: str) -> Drawing:
    """A chart `width` points wide; its height comes from the style's measures and the data.

    The kind is one of KINDS; colours, sizes and insets are the style's keys under `chart.`. The
    same chart gives the same drawing.
    """
    # Only what is drawn needs matplotlib.
    from briefing.charts.ink import Ink
    from briefing.pdf.vector import drawing

    ink = Ink()
    try:
        sheet = _filled(chart, Sheet(width, style, faces, language, ink=ink))
    except CrowdedError:
        ink = Ink()
        sheet = _filled(chart, Sheet(width, style, faces, language, keyed=True, ink=ink))
    ink.arrange()
    return drawing(ink.figure, sheet.width, sheet.height, faces, tuple(sheet.printed))


def height(chart: Chart, width: float, style: Style, faces: Faces, language: str) -> float:
    """How high a chart is that is drawn so, in points; nothing is drawn."""
    try:
        return _filled(chart, Sheet(width, style, faces, language)).height
    except CrowdedError:
        return _filled(chart, Sheet(width, style, faces, language, keyed=True)).height


def _filled(chart: Chart, sheet: Sheet) -> Sheet:
    KINDS[chart.kind](chart, sheet)
    return sheet


__all__ = ["KINDS", "draw", "height"]
