"""An edition of the sample as composed, nothing drawn; each part with what it is made from."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from unittest.mock import patch

from msgspec.structs import replace

import briefing.run.examine as pipeline
from briefing import checks, narrative, project
from briefing.model.block import Placed
from briefing.model.document import Document, Quality, Register
from briefing.model.examination import NOTHING
from briefing.model.exhibit import Tile
from briefing.model.fact import Comparison, Fact, Facts
from briefing.model.inline import Number
from briefing.model.period import Period
from briefing.model.series import Observation, Series
from briefing.model.spec import Choices, Spec
from briefing.model.table import CellRef
from briefing.model.text import Place, Reference
from briefing.workspace import Workspace

# A series' name and a period, or a stated fact's name alone.
Key = tuple[str, str]
_ENGLISH = Choices(languages=("en",))
_DISAGREES = "B261"
# The standfirst once more, which marks are used, and what only the record has.
_NOT_LOOKED_AT = ("description", "symbols", "prose", "labels")
# What a document holds and doesn't print, or that has nothing to do with cells.
_UNPRINTED = (Comparison, Fact, Period, Place, Quality, Reference)


@dataclass(frozen=True)
class Printed:
    """What a document prints of facts at one place, with the exhibit that it stands in."""

    facts: tuple[Fact, ...]
    text: str
    exhibit: str


@dataclass(frozen=True)
class Edition:
    """All values of an edition, those read from one cell by that cell, all printed figures, all
    other words.

    Words are in reading order, those of exhibits (titles, heads, notes, alternative texts) apart.
    """

    values: Mapping[Key, Observation | Fact]
    read_from: Mapping[CellRef, set[Key]]
    printed: tuple[Printed, ...]
    words: tuple[str, ...]
    shown: Mapping[str, tuple[str, ...]]


class Sample:
    """Makes editions of a copy of the sample. Its manifest and sections stay as they are and are
    read once; rules, which print nothing but the statement on quality, don't run."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._read = cache(lambda: project.read(Workspace(str(folder)), _ENGLISH))
        self._section = cache(narrative.read)

    def edition(self) -> Edition:
        """The edition as the folder has it now. Raises AssertionError for another finding than that
        a stated fact and the data disagree, which the change of a cell may well cause."""
        known: list[Facts] = []

        def knowing(workspace: Workspace, spec: Spec) -> pipeline.Known:
            found = pipeline.know(workspace, spec)
            known.append(found[0])
            return found

        read = self._read()
        with ExitStack() as stack:
            stack.enter_context(patch.object(project, "read", lambda *_: read))
            stack.enter_context(patch.object(narrative, "read", self._section))
            stack.enter_context(patch.object(checks, "examine", lambda *_: NOTHING))
            examined = pipeline.examine(Workspace(str(self._folder)), _ENGLISH, knowing=knowing)
        assert {f.code for f in examined.findings} <= {_DISAGREES}, examined.findings
        (document,) = examined.documents
        # The figures of the first page are rows of the register too.
        return _edition(known[0], replace(document, headline=None))


def _edition(known: Facts, document: Document) -> Edition:
    printed: list[Printed] = []
    words: list[str] = []
    shown: dict[str, list[str]] = defaultdict(list)
    for facts, text, exhibit in _walk(document, (), ""):
        if facts:
            printed.append(Printed(facts, text, exhibit))
        elif exhibit:
            shown[exhibit].append(text)
        else:
            words.append(text)
    parts = {name: tuple(texts) for name, texts in shown.items()}
    values: dict[Key, Observation | Fact] = {(name, ""): f for name, f in known.stated.items()}
    read_from: dict[CellRef, set[Key]] = defaultdict(set)
    for series in _every_series(known):
        for observation in series.observations:
            key = series.name, str(observation.period)
            values[key] = observation
            for cell in () if series.derivation else observation.cells:
                read_from[cell].add(key)
    return Edition(values, read_from, tuple(printed), tuple(words), parts)


def _every_series(known: Facts) -> Iterator[Series]:
    yield from known.series.values()
    for family in known.families.values():
        yield from family.members.values()


def _walk(
    node: object, facts: tuple[Fact, ...], exhibit: str
) -> Iterator[tuple[tuple[Fact, ...], str, str]]:
    """Each text of a document with the facts and the exhibit that it belongs to."""
    if isinstance(node, str):
        yield facts, node, exhibit
    elif isinstance(node, tuple | list):
        for one in node:
            yield from _walk(one, facts, exhibit)
    elif isinstance(node, Register):
        for made, row in zip(node.facts, node.grid.rows, strict=True):
            # Its number is a place in the order; a figure that is printed no more moves it.
            yield from _walk(row.cells, (made,), exhibit)
    elif isinstance(node, Tile):
        yield from _walk((node.label, node.value, node.unit, node.spark), (node.fact,), exhibit)
        # Which year it is set against is decided by both.
        yield (node.fact, *node.changed), node.change, exhibit
    elif isinstance(node, Number):
        yield node.stated, node.text, exhibit
    elif isinstance(node, Decimal):
        yield facts, str(node), exhibit
    elif node is not None and not isinstance(node, _UNPRINTED):
        inside = node.anchor if isinstance(node, Placed) else exhibit
        fact = getattr(node, "fact", None)
        for name in _names(type(node)):
            yield from _walk(getattr(node, name), (fact,) if fact else facts, inside)


@cache
def _names(kind: type) -> tuple[str, ...]:
    """What is looked at of a kind of node."""
    fields = getattr(kind, "__struct_fields__", ())
    return tuple(name for name in fields if name not in _NOT_LOOKED_AT)
