"""Panels, coming days and lines to take in French."""

from briefing.language.panels import PanelWords
from briefing.model import Occasion

PANELS = PanelWords(
    item="Donnée",
    as_of="À la date de",
    occasions={
        Occasion.VISIT: "Visite",
        Occasion.RELEASE: "Publication",
        Occasion.ANNIVERSARY: "Anniversaire",
    },
    lines="Élément de langage",
    asked="Si la question est posée",
    unsaid="Ne pas dire",
)
