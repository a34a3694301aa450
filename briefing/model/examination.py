"""What came of the rules: findings, those that the manifest waives, and which rules ran."""

from msgspec import Struct

from briefing.model.finding import Finding
from briefing.model.text import Text


class Waived(Struct, frozen=True):
    """A finding that `checks: allow:` waives, and the author's reason in each language."""

    finding: Finding
    because: Text


class Examination(Struct, frozen=True):
    """The outcome of the rules on one briefing.

    `ran` are the codes of the rules that looked, in order; `not_run` those that had nothing to
    look at, each with why. `mixed` says that a set which is ranked or shared out holds groups
    beside their members. `looked` says of each that ran at what it looked, and at how many.
    """

    findings: tuple[Finding, ...] = ()
    waived: tuple[Waived, ...] = ()
    ran: tuple[str, ...] = ()
    not_run: tuple[tuple[str, str], ...] = ()
    looked: tuple[tuple[str, str, int], ...] = ()
    mixed: bool = False


# Where no rule came to look.
NOTHING = Examination()
