"""Few findings of one sort: a wrong dialect makes every row a finding."""

from collections.abc import Iterable

from msgspec.structs import replace

from briefing.model import Finding, by_row

_MOST = 20


def few(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """One finding for rows of one fault, and at most 20 of a code in one file; the last of them
    says how many more there are."""
    kept: dict[tuple[str, str], list[Finding]] = {}
    for finding in by_row(findings):
        kept.setdefault((finding.code, finding.place.file), []).append(finding)
    shown: list[Finding] = []
    for group in kept.values():
        shown += group[:_MOST]
        more = len(group) - _MOST
        if more > 0:
            last = shown[-1]
            shown[-1] = replace(last, message=f"{last.message} (and {more:,} more like this)")
    return tuple(shown)
