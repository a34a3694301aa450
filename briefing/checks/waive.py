"""Findings that the manifest waives, and B121: an allowance that waives nothing."""

from collections.abc import Iterator, Sequence

from briefing.checks.rule import Material
from briefing.model import Allowance, Code, Finding, Manuscript, Waived

CODE = Code(
    "allowance that waives nothing",
    "`checks: allow:` waives a rule at a name, a section or a line where the rule finds nothing.",
    "The reason would be printed in the statement on quality for a fault that is gone, and would "
    "hide the next one in silence.",
    "allow: [{rule: B111, at: stock, because: …}] when the stock is of the edition's own year",
    "take it out, or correct `at:`: a name of the manifest, a section, or file:line",
)


def waive(
    material: Material, findings: Sequence[Finding]
) -> tuple[tuple[Finding, ...], tuple[Waived, ...]]:
    """The findings that stay, with one for each allowance that waives none, and those waived."""
    allowances = material.spec.checks.allow
    kept: list[Finding] = []
    waived: list[Waived] = []
    used: list[Allowance] = []
    for finding in findings:
        allowance = next((a for a in allowances if _fits(a, finding, material.manuscripts)), None)
        if allowance is None:
            kept.append(finding)
        else:
            waived.append(Waived(finding, allowance.because))
            used.append(allowance)
    return (*kept, *_idle(a for a in allowances if a not in used)), tuple(waived)


def _fits(allowance: Allowance, finding: Finding, manuscripts: Sequence[Manuscript]) -> bool:
    if allowance.rule != finding.code:
        return False
    place = finding.place
    files = {
        section.place.file
        for manuscript in manuscripts
        for section in manuscript.sections
        if section.name == allowance.at
    }
    return (
        allowance.at in finding.about
        or place.file in files
        or allowance.at == f"{place.file}:{place.line}"
    )


def _idle(allowances: Iterator[Allowance]) -> Iterator[Finding]:
    for allowance in allowances:
        message = f"{allowance.rule} is waived at {allowance.at}, where it finds nothing"
        hint = "take the allowance out, or name another name, section or file:line"
        yield Finding("B121", allowance.place, message, hint)
