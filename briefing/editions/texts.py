"""The texts of a PDF by its tags: what each paragraph, heading, item and cell says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import UNSET

from briefing.editions.passages import restored
from briefing.model import Record

if TYPE_CHECKING:
    from briefing.pdf.reading.file import File
    from briefing.pdf.reading.nodes import Node

# Marks of notes and labels of items are none of a text's words.
_APART = frozenset(("Lbl", "Reference"))
_HEADINGS = ("H1", "H2", "H3", "H4", "H5", "H6")


def worded(record: Record, data: bytes) -> Record:
    """The record of a PDF with its prose, which the PDF's tags have; any other as it is."""
    if record.passages is UNSET:
        return record
    from briefing.pdf.reading.file import MALFORMED, File

    try:
        return restored(record, _texts(File(data)))
    except MALFORMED:
        return record


def _texts(file: File) -> Iterator[str]:
    from briefing.pdf.reading.nodes import BLOCKS

    for node in file.elements(*BLOCKS):
        text = _own(file, node)
        yield text
        if node.role in _HEADINGS:
            yield "".join(text.split(maxsplit=1)[1:])  # without its number
        elif node.role == "Figure":
            yield str(node.get("/Alt") or "")


def _own(file: File, node: Node) -> str:
    from briefing.pdf.reading.nodes import own

    return "".join(run.text for content in own(node, _APART) for run in file.runs(content))
