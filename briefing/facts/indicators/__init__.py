"""The functions of expressions (NUMBERS.md §2), by name."""

from collections.abc import Mapping

from briefing.facts.indicators.balance import BALANCE
from briefing.facts.indicators.cagr import CAGR
from briefing.facts.indicators.contribution import CONTRIBUTION
from briefing.facts.indicators.convert import CONVERT
from briefing.facts.indicators.cover import COVER
from briefing.facts.indicators.fdi_share import FDI_SHARE
from briefing.facts.indicators.growth import GROWTH
from briefing.facts.indicators.hhi import HHI, HHI_NORMALISED
from briefing.facts.indicators.indicator import Indicator, Takes
from briefing.facts.indicators.intensity import INTENSITY
from briefing.facts.indicators.market_share import MARKET_SHARE
from briefing.facts.indicators.mirror_gap import MIRROR_GAP
from briefing.facts.indicators.normalised import NORMALISED
from briefing.facts.indicators.openness import OPENNESS
from briefing.facts.indicators.rank import RANKED
from briefing.facts.indicators.rca import RCA, RCA_SYMMETRIC
from briefing.facts.indicators.share import SHARE
from briefing.facts.indicators.sums import SUM
from briefing.facts.indicators.to_date import TO_DATE
from briefing.facts.indicators.turnover import TURNOVER
from briefing.facts.indicators.yearly import YEARLY
from briefing.facts.indicators.zero import ZERO

INDICATORS: Mapping[str, Indicator] = {
    "balance": BALANCE,
    "cagr": CAGR,
    "contribution": CONTRIBUTION,
    "convert": CONVERT,
    "cover": COVER,
    "fdi_share": FDI_SHARE,
    "growth": GROWTH,
    "hhi": HHI,
    "hhi_normalised": HHI_NORMALISED,
    "intensity": INTENSITY,
    "market_share": MARKET_SHARE,
    "mirror_gap": MIRROR_GAP,
    "normalised": NORMALISED,
    "openness": OPENNESS,
    "rank": RANKED,
    "rca": RCA,
    "rca_symmetric": RCA_SYMMETRIC,
    "share": SHARE,
    "sum": SUM,
    "to_date": TO_DATE,
    "turnover": TURNOVER,
    "yearly": YEARLY,
    "zero": ZERO,
}

__all__ = ["INDICATORS", "Indicator", "Takes"]
