"""intensity(x, total, partner_imports, world_imports): trade beside the partner's weight."""

from collections.abc import Sequence

from briefing.facts.indicators.rca import quotients
from briefing.figures import Plan, Quantity, Single, apply


def intensity(
    x: Quantity, total: Quantity, partner_imports: Quantity, world_imports: Quantity
) -> Quantity:
    """(x_ij/X_i)/(M_j/M_w); above 1 the two trade more than the partner's imports would suggest.

    The world is what the last argument says: `world_imports - own_imports` leaves the reporter out.
    """
    return apply(_plan, x, total, partner_imports, world_imports)


def _plan(operands: Sequence[Single]) -> Plan:
    return quotients(operands, "intensity")
