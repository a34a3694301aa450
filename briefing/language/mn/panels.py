"""Panels, coming days and lines to take in Mongolian."""

from briefing.language.panels import PanelWords
from briefing.model import Occasion

PANELS = PanelWords(
    item="Үзүүлэлт",
    as_of="Хэзээний байдлаар",
    occasions={
        Occasion.VISIT: "Айлчлал",
        Occasion.RELEASE: "Нийтлэл",
        Occasion.ANNIVERSARY: "Ойн өдөр",
    },
    lines="Баримтлах байр суурь",
    asked="Асуувал",
    unsaid="Бүү хэл",
)
