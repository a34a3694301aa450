"""The rules that a briefing must pass before it is drawn (NUMBERS.md §3)."""

from collections.abc import Callable, Iterator

from briefing.checks import stale, unbound_digit, unsourced, unstated_basis
from briefing.checks.codes import CODES
from briefing.checks.material import Material
from briefing.checks.unused import unused
from briefing.model.document import Document
from briefing.model.fact import Facts
from briefing.model.finding import Finding
from briefing.model.manuscript import Manuscript
from briefing.model.spec import Spec

RULES: dict[str, Callable[[Material], Iterator[Finding]]] = {
    "B101": unbound_digit.examine,
    "B111": stale.examine,
    "B112": unsourced.examine,
    "B119": unstated_basis.examine,
}


def examine(
    spec: Spec,
    facts: Facts,
    manuscripts: tuple[Manuscript, ...],
    documents: tuple[Document, ...],
) -> tuple[Finding, ...]:
    """What every rule finds, in order of the rules, each finding once."""
    material = Material(spec, facts, manuscripts, documents)
    found = (finding for rule in RULES.values() for finding in rule(material))
    return tuple(dict.fromkeys(found))


__all__ = ["CODES", "RULES", "examine", "unused"]
