"""Findings as GitHub's workflow commands, which mark the line in a pull request."""

import posixpath
from collections.abc import Iterable, Mapping

import click

from briefing.model import Finding, Severity
from briefing.run.outcome import Outcome

_IN_MESSAGE = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_IN_PROPERTY = {**_IN_MESSAGE, ":": "%3A", ",": "%2C"}


def show(outcomes: Iterable[tuple[str, Outcome]]) -> None:
    """A line on stdout for each finding of a project in a folder, its file by that folder."""
    for folder, outcome in outcomes:
        for finding in outcome.findings:
            click.echo(_line(folder, finding))


def _line(folder: str, finding: Finding) -> str:
    place = finding.place
    level = "error" if finding.severity is Severity.ERROR else "warning"
    properties = {
        "file": posixpath.normpath(posixpath.join(folder, place.file)),
        "line": str(place.line),
        "col": str(place.column),
        "title": finding.code,
    }
    written = ",".join(f"{key}={_escaped(v, _IN_PROPERTY)}" for key, v in properties.items())
    message = f"{finding.message}\n{finding.hint}"
    return f"::{level} {written}::{_escaped(message, _IN_MESSAGE)}"


def _escaped(text: str, escapes: Mapping[str, str]) -> str:
    return "".join(escapes.get(character, character) for character in text)
