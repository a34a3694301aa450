"""market_share(imports, world): the reporter's part of what the partner imports."""

from briefing.facts.arithmetic import Quantity
from briefing.facts.indicators.indicator import Indicator, Takes
from briefing.facts.indicators.share import share


def market_share(imports: Quantity, world: Quantity) -> Quantity:
    """100·M_j←i/M_j←world, percent; both as the partner reports them."""
    return share(imports, world)


MARKET_SHARE = Indicator("market_share(imports, world)", (Takes.VALUE, Takes.VALUE), market_share)
