"""References of the text to readings."""

from collections.abc import Iterable, Mapping
from decimal import localcontext

from briefing.facts.compare import reading
from briefing.facts.lookup import look
from briefing.figures import BrokenError, NoValueError, RefusedError
from briefing.model import EXACT, Facts, Finding, Reading, Reference, refused


def read(
    facts: Facts, references: Iterable[Reference]
) -> tuple[Mapping[Reference, Reading], tuple[Finding, ...]]:
    """What each reference reads: its fact and, for `change`, `points` and `average`, a comparison.

    A reference that reads nothing is a finding, unless it names what another finding has broken;
    it is in no reading.
    """
    readings: dict[Reference, Reading] = {}
    findings: list[Finding] = []
    with localcontext(EXACT):
        for reference in references:
            try:
                readings[reference] = reading(facts, reference)
            except BrokenError:
                continue
            except RefusedError as refusal:
                findings.append(refused(refusal, reference.place))
    return readings, tuple(findings)


def held(
    facts: Facts, conditions: Iterable[Reference]
) -> tuple[frozenset[Reference], tuple[Finding, ...]]:
    """The conditions that have a value in this edition, at its period unless they name one.

    A family without a key holds when a member has a value then. A name, key or period that isn't
    there is a finding.
    """
    holding: set[Reference] = set()
    findings: list[Finding] = []
    with localcontext(EXACT):
        for condition in conditions:
            try:
                if _holds(facts, condition):
                    holding.add(condition)
            except BrokenError:
                continue
            except RefusedError as refusal:
                findings.append(refused(refusal, condition.place))
    return frozenset(holding), tuple(findings)


def _holds(facts: Facts, condition: Reference) -> bool:
    family = facts.families.get(condition.name)
    if family is not None and not condition.key:
        members = (
            Reference(condition.name, condition.place, k, condition.period) for k in family.members
        )
        return any(_has_value(facts, member) for member in members)
    if condition.name in facts.events and condition.name not in facts.series:
        return bool(facts.events[condition.name])
    return _has_value(facts, condition)


def _has_value(facts: Facts, reference: Reference) -> bool:
    try:
        look(facts, reference)
    except NoValueError:
        return False
    return True
