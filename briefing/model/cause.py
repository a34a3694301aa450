"""Findings by their cause: what one mistake says many times is said once, with how many more."""

import re
from collections.abc import Callable, Iterable, Sequence

from msgspec.structs import replace

from briefing.model.finding import Finding, Severity

# So many rows of one fault may each have a cause of their own.
_FEW = 3
# So many names of what a finding is also about are listed.
_LISTED = 12
_VARIES = re.compile(r"“[^”]*”|\[[^\]]*\]|\d+(?:[.,]\d+)*")
_AUTHORED = (".md", ".yaml", ".yml")
# What lacks a value while rows of data could not be read, lacks it for that reason.
_FOLLOWING = frozenset({"B263", "B354"})


def by_cause(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Errors before warnings, in order of place, each cause once: rows of a file with one fault,
    several faults of one sort at one place, one name that is lacking in several places, what is
    lacking only because rows could not be read."""
    ordered = sorted(dict.fromkeys(findings), key=_order)
    told = _without_following(ordered)
    told = by_row(told)
    told = _grouped(told, _at_place, 1, "more like this")
    return tuple(sorted(_grouped(told, _lacking, 1, "more places"), key=_order))


def by_row(findings: Iterable[Finding]) -> list[Finding]:
    """Rows of a file with one fault told once, in the order of the first of each."""
    return _grouped(findings, _row, _FEW, "more rows like this, to line {line}")


def _order(finding: Finding) -> tuple[bool, object, str, str]:
    warns = finding.severity is Severity.WARNING
    return warns, finding.place, finding.code, finding.message


def _shape(finding: Finding) -> str:
    """A message without what differs from row to row."""
    return _VARIES.sub("#", finding.message)


def _row(finding: Finding) -> tuple[str, ...]:
    """Rows of one file of data with one fault."""
    if finding.place.file.endswith(_AUTHORED) or not finding.place.file:
        return ()
    return finding.code, finding.severity, finding.place.file, _shape(finding)


def _at_place(finding: Finding) -> tuple[object, ...]:
    return finding.code, finding.place, _shape(finding)


def _lacking(finding: Finding) -> tuple[str, ...]:
    """One name, key or period that several places ask data for."""
    asks = finding.code.startswith("B2") and finding.place.file.endswith(_AUTHORED)
    return (finding.code, finding.message) if asks else ()


def _grouped(
    findings: Iterable[Finding],
    key: Callable[[Finding], tuple[object, ...]],
    most: int,
    more: str,
) -> list[Finding]:
    """One finding for each group of more than `most`, with how many more there are."""
    told = list(findings)
    keys = [key(finding) or (number,) for number, finding in enumerate(told)]
    groups: dict[tuple[object, ...], list[Finding]] = {}
    for each, finding in zip(keys, told, strict=True):
        groups.setdefault(each, []).append(finding)
    kept: list[Finding] = []
    for each, finding in zip(keys, told, strict=True):
        group = groups[each]
        if len(group) <= most:
            kept.append(finding)
        elif finding is group[0]:
            words = more.format(line=group[-1].place.line)
            message = f"{finding.message} (and {len(group) - 1:,} {words}{_names(group)})"
            about = tuple(dict.fromkeys(name for one in group for name in one.about))
            kept.append(replace(finding, message=message, about=about))
    return kept


def _names(group: Sequence[Finding]) -> str:
    """What the further ones of one place are about, by name."""
    if len({finding.place for finding in group}) > 1:
        return ""
    own = set(group[0].about)
    others = dict.fromkeys(f.about[-1] for f in group if f.about and f.about[-1] not in own)
    listed = [*others][:_LISTED]
    return f": {', '.join(listed)}{', …' if len(others) > _LISTED else ''}" if listed else ""


def _without_following(findings: Sequence[Finding]) -> list[Finding]:
    """Without what is lacking because rows of data could not be read."""
    unread = any(
        f.severity is Severity.ERROR and _row(f) and f.code[:2] == "B2" and f.code not in _FOLLOWING
        for f in findings
    )
    return [f for f in findings if not (unread and f.code in _FOLLOWING)]


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
