"""fdi_share(stock, total): a partner's part of the total inward stock of direct investment."""

from briefing.facts.indicators.share import share
from briefing.figures import Quantity, RefusedError
from briefing.model import Family, Kind


def fdi_share(stock: Quantity, total: Quantity) -> Quantity:
    """100·stock/total, percent, at the same date; flows added up over years are no stock."""
    for kind in (*_kinds(stock), *_kinds(total)):
        if kind is not Kind.STOCK:
            message = f"fdi_share wants stocks; this is a {kind or 'value of no kind'}"
            hint = "cumulative flows are not a stock: use a table of stocks, or share(…)"
            raise RefusedError("B256", message, hint)
    return share(stock, total)


def _kinds(quantity: Quantity) -> list[Kind | None]:
    if isinstance(quantity, Family):
        return [member.kind for member in quantity.members.values()]
    return [quantity.kind]
