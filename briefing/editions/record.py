"""The record of an edition: what went in, what was printed where, from which cells."""

import json
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from hashlib import sha256
from typing import Any

from msgspec.structs import asdict

from briefing.model.document import Document
from briefing.model.examination import NOTHING, Examination
from briefing.model.fact import Fact
from briefing.model.finding import Finding
from briefing.model.period import Period
from briefing.model.printed import Printed
from briefing.model.spec import Choices
from briefing.workspace import Input

FORMAT = 1
# Where the edition stands is no part of it: alone or in a batch it is the same.
_SHELF = "apart"


def record(
    product: str,
    inputs: Iterable[Input],
    printings: Mapping[str, Iterable[Printed]],
    findings: Iterable[Finding],
    choices: Choices,
    examination: Examination = NOTHING,
    documents: Iterable[Document] = (),
) -> bytes:
    """The record as JSON (UTF-8, final newline); `printings` by language. It holds no clock.

    Of the documents it has the words, by section, and what facts are called, by their names.
    Facts are in order of name and period; a value is written in full, unrounded.
    """
    inputs, documents = tuple(inputs), tuple(documents)
    content = {
        "record": FORMAT,
        **origin(product, inputs, choices),
        "digest": digest(inputs),
        "checks": _checks(examination),
        "labels": {document.language: document.labels for document in documents},
        "prose": [*_prose(documents)],
        "facts": _facts(printings),
        "findings": [finding(f) for f in findings],
    }
    return lines(content)


def lines(content: Mapping[str, Any]) -> bytes:
    """A record as JSON, a line for each input, fact and finding: easy to compare, and small inside
    the PDF."""
    parts = []
    for key, value in content.items():
        if isinstance(value, list) and value:
            text = "[\n" + ",\n".join(f"  {_line(item)}" for item in value) + "\n ]"
        else:
            text = _line(value)
        parts.append(f" {_line(key)}: {text}")
    return ("{\n" + ",\n".join(parts) + "\n}\n").encode()


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def origin(product: str, inputs: Iterable[Input], choices: Choices) -> dict[str, Any]:
    """What an edition is made of: the product's version, the files read, the command line's
    choices. The same origin gives the same edition."""
    chosen = {key: value for key, value in asdict(choices).items() if value and key != _SHELF}
    return {
        "product": product,
        "inputs": [{"path": i.path, "sha256": i.sha256} for i in inputs],
        "choices": json.loads(json.dumps(chosen)),
    }


def digest(inputs: Iterable[Input]) -> str:
    """SHA-256 of all files read: of their digests in order, each with a line feed.

    `sha256sum FILES | cut -c 1-64 | LC_ALL=C sort | sha256sum` gives the same.
    """
    listed = "".join(f"{value}\n" for value in sorted(i.sha256 for i in inputs))
    return sha256(listed.encode()).hexdigest()


def finding(f: Finding) -> dict[str, Any]:
    """A finding as JSON users read it."""
    return {
        "code": f.code,
        "severity": f.severity.value,
        "file": f.place.file,
        "line": f.place.line,
        "column": f.place.column,
        "message": f.message,
        "hint": f.hint,
    }


def _checks(examination: Examination) -> dict[str, Any]:
    """The rules that ran, those that had nothing to look at and why, and what was waived."""
    return {
        "ran": list(examination.ran),
        "not_run": dict(examination.not_run),
        "waived": [
            finding(w.finding) | {"because": {k: phrase.text for k, phrase in w.because.items()}}
            for w in examination.waived
        ],
    }


def _prose(documents: Iterable[Document]) -> Iterator[dict[str, Any]]:
    for document in documents:
        for passage in document.prose:
            yield {
                "language": document.language,
                "section": passage.name,
                "title": passage.title,
                "paragraphs": passage.paragraphs,
            }


def _facts(printings: Mapping[str, Iterable[Printed]]) -> list[dict[str, Any]]:
    entries: dict[tuple[str, str, str], dict[str, Any]] = {}
    for language, printed in printings.items():
        for printing in printed:
            entry = entries.setdefault(printing.fact.key, _entry(printing.fact))
            where = {"text": printing.text, "page": printing.page}
            places = entry["printed"].setdefault(language, [])
            if where not in places:
                places.append(where)
            if printing.row:
                entry.setdefault("rows", {})[language] = printing.row
    return [entries[key] for key in sorted(entries)]


def _entry(fact: Fact) -> dict[str, Any]:
    return {
        "name": fact.name,
        "is": fact.derivation,
        "unit": str(fact.unit),
        "source": list(fact.sources),
        "status": status(fact),
        "cells": [{"file": c.file, "row": c.row, "column": c.column} for c in fact.cells],
        "period": str(fact.period) if fact.period else None,
        "value": written(fact.value),
        "printed": {},
    } | _ranked(fact)


def _ranked(fact: Fact) -> dict[str, Any]:
    """Of a rank, among how many it is one, and whether another shares it."""
    return {} if fact.of is None else {"of": fact.of, "tied": fact.tied}


def status(fact: Fact) -> str:
    """How good a fact is, in a word: `final`, `provisional`, `not applicable` …"""
    return fact.status.name.lower().replace("_", " ")


def written(value: Decimal | Period | None) -> str | None:
    """A value in full, unrounded; a date as its period is written."""
    if isinstance(value, Decimal):
        return f"{value:f}"
    return None if value is None else str(value)
