"""What layout asks of those who draw charts: how high one is, and its drawing."""

from typing import Protocol

from briefing.model import Chart
from briefing.pdf.drawing import Drawing


class Draws(Protocol):
    """Charts in one style and language, as wide as the place that each finds on a page.

    `factor` makes one higher or lower by so much; its height is known before it is drawn.
    """

    def height(self, chart: Chart, width: float, factor: float) -> float:
        """How high its drawing is, in points."""
        ...

    def draw(self, chart: Chart, width: float, factor: float) -> Drawing:
        """Its drawing."""
        ...
