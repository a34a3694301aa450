"""The findings of this room, for whoever meets one; each rule documents its own."""

from briefing.checks import stale, unbound_digit, unsourced, unstated_basis, unused
from briefing.model.finding import Code

CODES: dict[str, Code] = {
    "B101": unbound_digit.CODE,
    "B111": stale.CODE,
    "B112": unsourced.CODE,
    "B119": unstated_basis.CODE,
    "B120": unused.CODE,
}
