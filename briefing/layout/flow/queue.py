"""What is still to be set: items in a linked list, so that a place in it costs nothing to keep."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from briefing.layout.flow.places import Item


@dataclass(frozen=True, slots=True)
class Begin:
    """The beginning of a section, by its number from 0."""

    section: int


class Node(NamedTuple):
    """An item, or the beginning of a section, and what follows it."""

    held: Item | Begin
    rest: Node | None


class Queue:
    """The items up to the next section's beginning; they are taken from the left, and given back
    there."""

    def __init__(self, head: Node | None = None) -> None:
        self.head = head

    def __bool__(self) -> bool:
        return self.head is not None and isinstance(self.head.held, Item)

    def __iter__(self) -> Iterator[Item]:
        node = self.head
        while node is not None and isinstance(node.held, Item):
            yield node.held
            node = node.rest

    @property
    def first(self) -> Item | None:
        """The next item, if this section has one."""
        return next(iter(self), None)

    def popleft(self) -> Item:
        """Takes the next item."""
        assert self.head is not None
        item = self.head.held
        assert isinstance(item, Item)
        self.head = self.head.rest
        return item

    def appendleft(self, item: Item) -> None:
        """Gives an item back."""
        self.head = Node(item, self.head)

    def extendleft(self, items: Iterable[Item]) -> None:
        """Gives items back, the last first."""
        for item in items:
            self.appendleft(item)

    def begin(self) -> int | None:
        """Goes on to the next section, and says which it is; None at the end of all."""
        if self.head is None:
            return None
        assert isinstance(self.head.held, Begin)
        number = self.head.held.section
        self.head = self.head.rest
        return number


def following(node: Node | None) -> Iterator[Item | Begin]:
    """All that follows, over the ends of sections."""
    while node is not None:
        yield node.held
        node = node.rest


def linked(sections: Iterable[Iterable[Item]]) -> Node | None:
    """All sections, each with its beginning, as one list."""
    held: list[Item | Begin] = []
    for number, items in enumerate(sections):
        held += [Begin(number), *items]
    node: Node | None = None
    for one in reversed(held):
        node = Node(one, node)
    return node
