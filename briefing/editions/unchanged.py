"""Whether an edition would come out as the one that stands on the shelf."""

import json
from collections.abc import Iterable
from typing import Any

from briefing.editions.record import origin
from briefing.model.spec import Choices
from briefing.workspace import Input


def unchanged(record: bytes, product: str, inputs: Iterable[Input], choices: Choices) -> bool:
    """Whether the record of an edition names the same product, inputs and choices.

    A record that can't be read is another edition's.
    """
    try:
        content: Any = json.loads(record)
    except ValueError:
        return False
    expected = origin(product, inputs, choices)
    return isinstance(content, dict) and all(content.get(k) == v for k, v in expected.items())
