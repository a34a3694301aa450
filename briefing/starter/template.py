"""The texts of this room's `files/`, with the author's answers in them."""

import re
from collections.abc import Mapping
from importlib.resources import files

_SLOT = re.compile(r"@([a-z_0-9]+)@")


def filled(name: str, answers: Mapping[str, str]) -> str:
    """The text of a file, each `@slot@` replaced by its answer. Raises KeyError for one without."""
    text = (files("briefing.starter") / "files" / name).read_text(encoding="utf-8")
    return _SLOT.sub(lambda slot: answers[slot[1]], text)
