"""YAML as a tree in which every key and every value knows its place.

Built from the parser's events, not from composed nodes: aliases, anchors and depth are refused
before anything is expanded or nested.
"""

import re
from typing import TypeAlias

import yaml
from msgspec import Struct

from briefing.model import UNSEEN, Finding, Phrase, Place, Refusal, refused
from briefing.project.yaml.syntax import explained, is_depth, odd_indentation, odd_space
from briefing.workspace import shown

DEPTH = 50
_SHOWN = 20
_PERMITTED = frozenset("\t\n\r")
_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
_BREAK = re.compile(r"\r\n|\r|\n")
_IN_PRINTERS_QUOTES = re.compile("[“„«‘‚][^“”„«»]*[”“»’‘]", re.DOTALL)


class Nothing(Struct, frozen=True):
    """A key or an item without a value."""

    place: Place


class Listed(list["Node"]):
    """A list and where it begins."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place


class Mapped(dict[str, "Node"]):
    """A map, where it begins, and where each of its keys stands."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place
        self.keys_at: dict[str, Place] = {}


Node: TypeAlias = Phrase | Nothing | Listed | Mapped


def read_tree(file: str, text: str) -> tuple[Node | None, tuple[Finding, ...]]:
    """The document of a YAML file; every scalar is a Phrase with its text as written.

    A finding for each duplicate key and unseen character; None beside the findings when the
    syntax is broken, or aliases, anchors, tags or depth are refused.
    """
    unseen = _unseen(file, text)
    if unseen:
        return None, unseen
    return _Reader(file, text).read()


def _unseen(file: str, text: str) -> tuple[Finding, ...]:
    found: list[Finding] = []
    for match in UNSEEN.finditer(text):
        if match[0] in _PERMITTED:
            continue
        before = text[: match.start()]
        line = len(_BREAK.findall(before)) + 1
        column = len(_BREAK.split(before)[-1]) + 1
        found.append(unseen_character(Place(file, line, column), match[0]))
        if len(found) == _SHOWN:
            break
    return tuple(found)


def unseen_character(place: Place, character: str) -> Finding:
    """The finding for a control character or direction override."""
    return Finding(
        "B006",
        place,
        f"the character U+{ord(character):04X} can't be seen and isn't allowed here",
        "delete it: it usually came with text pasted from elsewhere",
    )


def _printers_quotes(place: Place, text: str) -> Finding:
    message = f"{text[0]} and {text[-1]} are printed with the text: they don't quote it in YAML"
    hint = 'write " in their place, or around them where they are to be printed'
    return Finding("B010", place, message, hint)


def _too_deep(place: Place) -> Refusal:
    return Refusal(f"nested deeper than {DEPTH}", f"the limit is {DEPTH} levels", "B005", place)


class _Reader:
    """Builds the tree; `_open` are the lists and maps not yet closed, each with the key waiting
    for its value."""

    def __init__(self, file: str, text: str) -> None:
        self._file = file
        self._text = text
        self._lines = _BREAK.split(text)
        self._open: list[tuple[Listed | Mapped, str | None]] = []
        self._root: Node | None = None
        self._findings: list[Finding] = []

    def read(self) -> tuple[Node | None, tuple[Finding, ...]]:
        try:
            for event in yaml.parse(self._text, Loader=yaml.CSafeLoader):
                self._take(event)
        except Refusal as problem:
            return None, (*self._findings, refused(problem, Place(self._file)))
        except yaml.YAMLError as problem:
            told = explained(self._file, problem, self._lines)
            if is_depth(problem) and told.at is not None:
                told = _too_deep(told.at)
            return None, (*self._findings, refused(told, Place(self._file)))
        root = Nothing(Place(self._file)) if self._root is None else self._root
        return root, tuple(self._findings)

    def _take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.DocumentStartEvent) and self._root is not None:
            raise self._refuse("B002", event, "a second document begins here", "delete the “---”")
        if isinstance(event, yaml.NodeEvent):
            self._plain(event)
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event)
        elif isinstance(event, yaml.MappingStartEvent):
            self._begin(event, Mapped(self._place(event)))
        elif isinstance(event, yaml.SequenceStartEvent):
            self._begin(event, Listed(self._place(event)))
        elif isinstance(event, yaml.CollectionEndEvent):
            self._open.pop()

    def _plain(self, event: yaml.NodeEvent) -> None:
        """Refuses what makes YAML more than text, lists and maps."""
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
            sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
            raise self._refuse(
                "B004",
                event,
                f"“{sign}{shown(event.anchor or '')}”: anchors and aliases are not used here",
                "write the value out, or put it in quotes if it begins with * or &",
            )
        tag = getattr(event, "tag", None)
        if tag is not None:
            raise self._refuse(
                "B004",
                event,
                f"“{shown(tag)}”: YAML tags are not used here",
                "delete the tag, or put the value in quotes if it begins with !",
            )

    def _begin(self, event: yaml.Event, node: Listed | Mapped) -> None:
        if self._open and isinstance(self._open[-1][0], Mapped) and self._open[-1][1] is None:
            raise self._refuse(
                "B002",
                event,
                "a list or map stands where a key is expected",
                "put text that begins with { or [ in quotes",
            )
        if len(self._open) == DEPTH:
            raise _too_deep(self._place(event))
        self._put(node)
        self._open.append((node, None))

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        place = self._place(event)
        holder, key = self._open[-1] if self._open else (None, None)
        if isinstance(holder, Mapped) and key is None:
            self._key(holder, event.value, place)
            return
        if not event.style and event.value in _NOTHING:
            self._put(Nothing(place))
            return
        if not event.style and _IN_PRINTERS_QUOTES.fullmatch(event.value):
            self._findings.append(_printers_quotes(place, event.value))
        phrase = Phrase(event.value, self._first_character(event, place))
        self._seen(phrase.text, place)
        self._put(phrase)

    def _key(self, holder: Mapped, key: str, place: Place) -> None:
        odd = odd_space(key)
        if odd is not None:
            raise odd_indentation(place, key[odd])
        self._seen(key, place)
        earlier = holder.keys_at.get(key)
        if earlier is not None:
            self._findings.append(
                Finding(
                    "B003",
                    place,
                    f"key “{shown(key)}” stands twice, first on line {earlier.line}",
                    "put what stands below the second under the first, or keep one of them",
                )
            )
        else:
            holder.keys_at[key] = place
        self._open[-1] = (holder, key)

    def _put(self, node: Node) -> None:
        if not self._open:
            self._root = node
            return
        holder, key = self._open[-1]
        if isinstance(holder, Listed):
            holder.append(node)
        elif key is not None:
            holder.setdefault(key, node)
            self._open[-1] = (holder, None)

    def _seen(self, text: str, place: Place) -> None:
        """A finding for a character that only an escape could bring in."""
        if text.isprintable():
            return
        for match in UNSEEN.finditer(text):
            if match[0] not in _PERMITTED:
                self._findings.append(unseen_character(place, match[0]))
                return

    def _place(self, event: yaml.Event) -> Place:
        mark = event.start_mark
        return Place(self._file, mark.line + 1, mark.column + 1) if mark else Place(self._file)

    def _first_character(self, event: yaml.ScalarEvent, place: Place) -> Place:
        """Where a scalar's text begins: after a quote, or on the line after `|` or `>`."""
        if event.style in ("'", '"'):
            return Place(self._file, place.line, place.column + 1)
        if event.style not in ("|", ">"):
            return place
        for number in range(place.line, len(self._lines)):
            stripped = self._lines[number].lstrip(" ")
            if stripped:
                return Place(self._file, number + 1, len(self._lines[number]) - len(stripped) + 1)
        return place

    def _refuse(self, code: str, event: yaml.Event, message: str, hint: str) -> Refusal:
        return Refusal(message, hint, code, self._place(event))
