"""Whether an edition would come out as the one that stands on the shelf."""

from collections.abc import Iterable

from briefing.editions.record import chosen
from briefing.model import Choices, Input, decode


def unchanged(record: bytes, product: str, inputs: Iterable[Input], choices: Choices) -> bool:
    """Whether the record of an edition names the same product, inputs and choices.

    A record that can't be read is another edition's.
    """
    try:
        found = decode(record)
    except ValueError:
        return False
    made = found.product, found.inputs, found.choices
    return made == (product, tuple(inputs), chosen(choices))
