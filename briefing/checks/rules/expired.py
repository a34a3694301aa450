"""B111, its second half: a stated fact whose validity ended before the edition's date."""

from collections.abc import Iterator

from briefing.checks.material import Material
from briefing.model.finding import Finding, Severity


def examine(material: Material) -> Iterator[Finding]:
    """A warning for each such fact that has a value in this edition, at its entry."""
    for name, stated in material.spec.facts.items():
        fact = material.facts.stated.get(name)
        if fact is None or fact.stale is None or fact.value is None:
            continue
        message = (
            f"fact {name} was valid until {stated.valid}, which ended before the edition's date, "
            f"{material.spec.released}; it is printed as of {fact.stale}"
        )
        hint = "compare it with its source, then renew `checked:` and `valid:`"
        yield Finding("B111", Severity.WARNING, stated.place, message, hint, (name,))
