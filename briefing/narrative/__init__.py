"""Markdown to sections, sections and facts to the document."""

from briefing.narrative.card import carded
from briefing.narrative.changed import Last
from briefing.narrative.codes import CODES
from briefing.narrative.compose import compose
from briefing.narrative.condition import needed
from briefing.narrative.missing import without
from briefing.narrative.plain import text
from briefing.narrative.quality import Origin, certify
from briefing.narrative.read import phrase, read
from briefing.narrative.walk import (
    anchors,
    conditions,
    images,
    keep,
    mentions,
    placements,
    references,
)

__all__ = [
    "CODES",
    "Last",
    "Origin",
    "anchors",
    "carded",
    "certify",
    "compose",
    "conditions",
    "images",
    "keep",
    "mentions",
    "needed",
    "phrase",
    "placements",
    "read",
    "references",
    "text",
    "without",
]
