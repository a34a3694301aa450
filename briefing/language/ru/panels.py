"""Panels, coming days and lines to take in Russian."""

from briefing.language.panels import PanelWords
from briefing.model import Occasion

PANELS = PanelWords(
    item="Показатель",
    as_of="На дату",
    occasions={
        Occasion.VISIT: "Визит",
        Occasion.RELEASE: "Публикация",
        Occasion.ANNIVERSARY: "Годовщина",
    },
    lines="Позиция для беседы",
    asked="Если спросят",
    unsaid="Не говорить",
)
