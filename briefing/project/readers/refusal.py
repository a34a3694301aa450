"""How a validator says what is wrong with a value."""

import re
from typing import LiteralString

from msgspec.structs import replace
from pydantic_core import PydanticCustomError

from briefing.model import Phrase, Place
from briefing.project.yaml.tree import Listed, Mapped, Nothing

_BREAKS = re.compile(r"[ \t]*[\t\r\n\v\f\x85\u2028\u2029][ \t\r\n]*")


def refuse(
    code: LiteralString, message: str, hint: str, place: Place | None = None
) -> PydanticCustomError:
    """The error to raise: it becomes a finding of that code, at `place` or at the value's own."""
    context = {"message": message, "hint": hint, "place": place}
    return PydanticCustomError(code, "{message}", context)


def phrase(value: object) -> Phrase:
    """A value that must be text, and not empty; its line breaks and tabs are spaces."""
    found = cell(value)
    if _BREAKS.search(found.text):
        found = replace(found, text=_BREAKS.sub(" ", found.text).strip())
    if not found.text.strip():
        raise refuse("B007", "is empty", "write a value, or delete the key", found.place)
    return found


def cell(value: object) -> Phrase:
    """A value that must be text, perhaps empty (`""`)."""
    if isinstance(value, Phrase):
        return value
    if isinstance(value, Nothing):
        raise refuse("B007", "has no value", "write a value, or delete the key", value.place)
    place = value.place if isinstance(value, Listed | Mapped) else None
    raise refuse("B007", f"must be text, not {kind_of(value)}", "write one value here", place)


def kind_of(value: object) -> str:
    """`a list`, `a map`, `text`: what stands there."""
    if isinstance(value, Listed):
        return "a list"
    if isinstance(value, Mapped):
        return "a map"
    return "text" if isinstance(value, Phrase) else "nothing"
