"""share(x, of), market_share(x, world), fdi_share(x, of): 100·x/of, percent."""

from collections.abc import Sequence
from decimal import Decimal

from briefing.figures import Plan, Quantity, RefusedError, Single, Undefined, agree, apply, convert
from briefing.model import PERCENT, Family, Kind, divide


def share(part: Quantity, whole: Quantity) -> Quantity:
    """The part as a percentage of the whole, period by period; each member's for a family."""
    if isinstance(whole, Family):
        message = "share: the whole is a family, not one series"
        raise RefusedError("B254", message, "write sum(…) around it, or take its total: name[WLD]")
    return apply(_plan, part, whole)


def _plan(operands: Sequence[Single]) -> Plan:
    agree(operands, "share")
    units = [operand.unit for operand in operands]

    def formula(values: Sequence[Decimal]) -> Decimal | Undefined:
        part, whole = convert(values, units)
        return divide(100 * part, whole) if whole else Undefined("the whole is zero")

    return Plan(PERCENT, Kind.RATIO, formula)


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


def market_share(imports: Quantity, world: Quantity) -> Quantity:
    """100·M_j←i/M_j←world, percent; both as the partner reports them."""
    return share(imports, world)
