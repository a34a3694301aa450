"""The functions of expressions (NUMBERS.md §2), by name; their signatures are in `figures`."""

from collections.abc import Callable, Mapping

from briefing.facts.indicators.average import average
from briefing.facts.indicators.balance import balance
from briefing.facts.indicators.cagr import cagr
from briefing.facts.indicators.contribution import contribution
from briefing.facts.indicators.convert import convert
from briefing.facts.indicators.cover import cover
from briefing.facts.indicators.extremes import highest, lowest
from briefing.facts.indicators.growth import growth
from briefing.facts.indicators.hhi import hhi, hhi_normalised
from briefing.facts.indicators.index import index
from briefing.facts.indicators.intensity import intensity
from briefing.facts.indicators.joined import joined
from briefing.facts.indicators.mirror_gap import mirror_gap
from briefing.facts.indicators.normalised import normalised
from briefing.facts.indicators.openness import openness
from briefing.facts.indicators.rank import rank
from briefing.facts.indicators.rca import rca, rca_symmetric
from briefing.facts.indicators.rolling import rolling
from briefing.facts.indicators.share import fdi_share, market_share, share
from briefing.facts.indicators.sums import sums, top
from briefing.facts.indicators.to_date import to_date
from briefing.facts.indicators.turnover import turnover
from briefing.facts.indicators.yearly import yearly
from briefing.facts.indicators.zero import zero
from briefing.figures import Quantity

# Each gets a Quantity, a str or a Period, as its signature says; it may raise RefusedError.
INDICATORS: Mapping[str, Callable[..., Quantity]] = {
    "average": average,
    "balance": balance,
    "cagr": cagr,
    "contribution": contribution,
    "convert": convert,
    "cover": cover,
    "fdi_share": fdi_share,
    "growth": growth,
    "hhi": hhi,
    "hhi_normalised": hhi_normalised,
    "index": index,
    "intensity": intensity,
    "joined": joined,
    "market_share": market_share,
    "max": highest,
    "min": lowest,
    "mirror_gap": mirror_gap,
    "normalised": normalised,
    "openness": openness,
    "rank": rank,
    "rca": rca,
    "rca_symmetric": rca_symmetric,
    "rolling": rolling,
    "share": share,
    "sum": sums,
    "to_date": to_date,
    "top": top,
    "turnover": turnover,
    "yearly": yearly,
    "zero": zero,
}

__all__ = ["INDICATORS"]
