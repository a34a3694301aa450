"""The functions of expressions (NUMBERS.md §2), by name."""

from collections.abc import Mapping

from briefing.facts.indicators.cagr import CAGR
from briefing.facts.indicators.cover import COVER
from briefing.facts.indicators.growth import GROWTH
from briefing.facts.indicators.indicator import Indicator, Takes
from briefing.facts.indicators.mirror_gap import MIRROR_GAP
from briefing.facts.indicators.rank import RANKED
from briefing.facts.indicators.share import SHARE
from briefing.facts.indicators.sums import SUM
from briefing.facts.indicators.yearly import YEARLY
from briefing.facts.indicators.zero import ZERO

INDICATORS: Mapping[str, Indicator] = {
    "cagr": CAGR,
    "cover": COVER,
    "growth": GROWTH,
    "mirror_gap": MIRROR_GAP,
    "rank": RANKED,
    "share": SHARE,
    "sum": SUM,
    "yearly": YEARLY,
    "zero": ZERO,
}

__all__ = ["INDICATORS", "Indicator", "Takes"]
