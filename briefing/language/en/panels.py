"""Panels, coming days and lines to take in English."""

from briefing.language.panels import PanelWords
from briefing.model import Occasion

PANELS = PanelWords(
    item="Item",
    as_of="As of",
    occasions={
        Occasion.VISIT: "Visit",
        Occasion.RELEASE: "Release",
        Occasion.ANNIVERSARY: "Anniversary",
    },
    lines="Line to take",
    asked="If asked",
    unsaid="Do not say",
)
