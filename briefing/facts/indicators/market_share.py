"""market_share(imports, world): the reporter's part of what the partner imports."""

from briefing.facts.indicators.share import share
from briefing.figures import Quantity


def market_share(imports: Quantity, world: Quantity) -> Quantity:
    """100·M_j←i/M_j←world, percent; both as the partner reports them."""
    return share(imports, world)
