"""Findings as a person or a program reads them."""

import json
from collections import Counter
from collections.abc import Iterable

import click

from briefing.cli import terminal
from briefing.model import Finding, Severity, as_json
from briefing.run.outcome import Outcome

_WIDTH = 96


def show(outcome: Outcome, strict: bool = False) -> None:
    """Each finding with its place, its line and a hint, how many there are of each code and in all;
    on stderr."""
    for finding in outcome.findings:
        terminal.say(_shown(finding, outcome.lines.get(finding.place, "")))
    for waived in outcome.waived:
        because = next(iter(waived.because.values())).text
        place, code = waived.finding.place, waived.finding.code
        terminal.say(f"{place}: waived[{code}] {terminal.safe(because)}")
    codes = Counter((f.code, f.severity) for f in outcome.findings)
    if len(codes) > 1:
        for (code, severity), number in codes.items():
            terminal.say(f"{code}: {_counted(number, severity.value)}")
    if outcome.findings:
        terminal.say(_count(outcome.findings) + _by_strict(outcome, strict))


def show_briefly(outcome: Outcome) -> None:
    """A line a finding, as compilers write them; on stderr."""
    for finding in outcome.findings:
        message = terminal.safe(" ".join(finding.message.split()))
        terminal.say(f"{finding.place}: {finding.severity.value}[{finding.code}] {message}")


def show_json(outcomes: Iterable[Outcome]) -> None:
    """All findings and PDFs as one JSON object on stdout."""
    outcomes = tuple(outcomes)
    content = {
        "findings": findings(outcomes),
        "waived": [
            as_json(w.finding)
            | {"project": o.project, "because": {k: p.text for k, p in w.because.items()}}
            for o in outcomes
            for w in o.waived
        ],
        "editions": [
            {
                "project": o.project,
                "path": b.path,
                "language": b.language,
                "pages": b.pages,
                "size": b.size,
            }
            for o in outcomes
            for b in o.built
        ],
        "unchanged": [
            {"project": o.project, "path": path} for o in outcomes for path in o.standing
        ],
        "omitted": [
            {"project": o.project, "name": part.name, "lacks": list(part.lacks)}
            for o in outcomes
            for part in o.omitted
        ],
    }
    click.echo(json.dumps(content, ensure_ascii=False, indent=2))


def findings(outcomes: Iterable[Outcome]) -> list[dict[str, object]]:
    """All findings as JSON users read them."""
    return [as_json(f) | {"project": o.project} for o in outcomes for f in o.findings]


def exit_code(outcomes: Iterable[Outcome], strict: bool) -> int:
    """1 when a finding is an error, or with `strict` when there is any; else 0."""
    return int(any(o.failed or (strict and o.findings) for o in outcomes))


def _shown(finding: Finding, line: str) -> str:
    severity = finding.severity.value
    paint = terminal.red if finding.severity is Severity.ERROR else terminal.yellow
    text = f"{finding.place}: {paint(severity)}[{finding.code}] {terminal.safe(finding.message)}"
    if line.strip():
        excerpt, caret = _excerpt(line, finding.place.column)
        text += f"\n    {terminal.dim(excerpt)}\n    {paint(caret)}"
    return f"{text}\n    hint: {terminal.safe(finding.hint)}"


def _excerpt(line: str, column: int) -> tuple[str, str]:
    """The part of a long line around the column (from 1), and a caret that stands below it."""
    at = min(column - 1, len(line))
    start = max(0, at - _WIDTH // 2) if len(line) > _WIDTH else len(line) - len(line.lstrip())
    before, shown = (
        terminal.safe(line[start:at]),
        terminal.safe(line[start : start + _WIDTH]).rstrip(),
    )
    head, tail = "…" * (len(line) > _WIDTH and start > 0), "…" * (start + _WIDTH < len(line))
    return f"{head}{shown}{tail}", " " * len(head + before) + "^"


def _count(findings: tuple[Finding, ...]) -> str:
    errors = sum(f.severity is Severity.ERROR for f in findings)
    warnings = len(findings) - errors
    return f"{_counted(errors, 'error')}, {_counted(warnings, 'warning')}"


def _by_strict(outcome: Outcome, strict: bool) -> str:
    """Why warnings alone fail."""
    return "; with --strict a warning counts as an error" if strict and not outcome.failed else ""


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
