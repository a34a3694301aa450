"""An edition's record made: what went in, what was printed where, from which cells."""

import json
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from typing import Any

from msgspec.structs import asdict

from briefing import model
from briefing.figures import Cells

# Where the edition stands is no part of it: alone or in a batch it is the same.
_SHELF = "apart"
_NO_CELLS = Cells()


def record(
    product: str,
    inputs: Iterable[model.Input],
    printings: Mapping[str, Iterable[model.Printed]],
    findings: Iterable[model.Finding],
    choices: model.Choices,
    examination: model.Examination = model.NOTHING,
    documents: Iterable[model.Document] = (),
    read: Cells = _NO_CELLS,
) -> bytes:
    """The record as JSON; `printings` by language. It holds no clock.

    Of the documents it has the words, by section, what facts are called, by their names, and who
    published what. Facts are in order of name and period; a value is written in full, unrounded.
    `read` are the cells that they were read from.
    """
    inputs, documents = tuple(inputs), tuple(documents)
    return model.encode(
        model.Record(
            record=model.FORMAT,
            product=product,
            inputs=inputs,
            choices=chosen(choices),
            digest=digest(inputs),
            checks=_checks(examination),
            labels={document.language: document.labels for document in documents},
            sources=_sources(documents),
            prose=tuple(_prose(documents)),
            facts=_facts(printings, read),
            findings=tuple(model.noted(f) for f in findings),
        )
    )


def chosen(choices: model.Choices) -> dict[str, Any]:
    """The command line's choices, those that were made, as JSON has them."""
    made = {key: value for key, value in asdict(choices).items() if value and key != _SHELF}
    found: dict[str, Any] = json.loads(json.dumps(made))
    return found


def digest(inputs: Iterable[model.Input]) -> str:
    """SHA-256 of all files read: of their digests in order, each with a line feed.

    `sha256sum FILES | cut -c 1-64 | LC_ALL=C sort | sha256sum` gives the same.
    """
    listed = "".join(f"{value}\n" for value in sorted(i.sha256 for i in inputs))
    return sha256(listed.encode()).hexdigest()


def _checks(examination: model.Examination) -> model.Checks:
    waived = (
        model.Waiver(
            **asdict(model.noted(w.finding)),
            because={k: phrase.text for k, phrase in w.because.items()},
        )
        for w in examination.waived
    )
    return model.Checks(tuple(examination.ran), dict(examination.not_run), tuple(waived))


def _sources(documents: Iterable[model.Document]) -> dict[str, model.Cited]:
    titles: dict[str, dict[str, str]] = {}
    publishers: dict[str, dict[str, str]] = {}
    whole: dict[str, model.CitedSource] = {}
    for document in documents:
        for source in document.annex.sources:
            whole.setdefault(source.name, source)
            titles.setdefault(source.name, {})[document.language] = source.title
            publishers.setdefault(source.name, {})[document.language] = source.publisher
    return {
        name: model.Cited(titles[name], publishers[name], source.url, source.licence)
        for name, source in whole.items()
    }


def _prose(documents: Iterable[model.Document]) -> Iterator[model.Said]:
    for document in documents:
        for passage in document.prose:
            yield model.Said(document.language, passage.name, passage.title, passage.paragraphs)


def _facts(
    printings: Mapping[str, Iterable[model.Printed]], read: Cells
) -> tuple[model.Entry, ...]:
    facts: dict[tuple[str, str, str], model.Fact] = {}
    places: dict[tuple[str, str, str], dict[str, dict[model.Printing, None]]] = {}
    rows: dict[tuple[str, str, str], dict[str, str]] = {}
    for language, printed in printings.items():
        for printing in printed:
            key = printing.fact.key
            facts.setdefault(key, printing.fact)
            standing = model.Printing(printing.text, printing.page, printing.alt)
            places.setdefault(key, {}).setdefault(language, {})[standing] = None
            if printing.row:
                rows.setdefault(key, {})[language] = printing.row
    made = []
    for key in sorted(facts):
        printed_at = {language: tuple(found) for language, found in places[key].items()}
        of = read.read(facts[key].cells)
        made.append(model.entry(facts[key], printed_at, rows.get(key, {}), of.as_of, of.data))
    return tuple(made)
