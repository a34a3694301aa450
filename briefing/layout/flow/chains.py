"""Items that must stand together on a page."""

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
