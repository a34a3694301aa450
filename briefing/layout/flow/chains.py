"""Items that must stand together on a page."""

from itertools import takewhile

from briefing.layout.box import Column
from briefing.layout.flow.places import Item
from briefing.layout.flow.queue import Queue


def chain_of(queue: Queue) -> list[Item]:
    """Takes the next items that must stand together.

    What is to stand beside them begins with the first; where they end in something that has no
    side, it is left for what follows.
    """
    chain: list[Item] = []
    beside: list[Item] = []
    while queue:
        item = queue.popleft()
        (beside if item.column is Column.SIDE else chain).append(item)
        if item.column is not Column.SIDE and not item.box.keep:
            break
    if not chain or chain[-1].column is not Column.MAIN:
        queue.extendleft(reversed(beside))
        return chain
    first = next(index for index, item in enumerate(chain) if item.column is Column.MAIN)
    return [*chain[:first], *beside, *chain[first:]]


def is_text(chain: list[Item]) -> bool:
    """Whether a chain is a paragraph, perhaps under a heading, with what is beside it; no exhibit
    is among it, which would then stand before one that has a lower number."""
    apart = any(item.floats or item.order or item.column is Column.FULL for item in chain)
    return bool(chain) and not apart and not chain[-1].box.keep


# An exhibit stands before no more paragraphs than these.
_BEFORE = 4


def next_exhibit(chain: list[Item], queue: Queue) -> tuple[list[Item], Item] | None:
    """All the text before the next exhibit, with the chain, and the exhibit; None where a heading,
    an aside or much text is between."""
    before: list[Item] = []
    for item in (*chain, *queue):
        if item.order and item.floats and item.column is not Column.SIDE:
            return before, item
        apart = item.box.keep or item.column in (Column.SIDE, Column.FULL)
        if apart or len(before) == _BEFORE:
            return None
        before.append(item)
    return None


def is_loose(item: Item) -> bool:
    """Whether something stands apart, and has no number that says where."""
    return item.floats and not item.order and item.column is not Column.SIDE


def turned(queue: Queue, turn: int) -> None:
    """Puts the loose thing after so many others, or the last of them, before these."""
    loose = list(takewhile(is_loose, queue))[: turn + 1]
    if len(loose) > 1:
        for _ in loose:
            queue.popleft()
        queue.extendleft(reversed([loose[-1], *loose[:-1]]))
