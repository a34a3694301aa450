"""Signs that are printed as they are typed, where more is meant by them."""

import re

from briefing.narrative.script import Script
from briefing.narrative.source_map import Origin

# What other dialects of Markdown set, and CommonMark prints as it is typed.
_STRUCK = re.compile(r"~~[^~\n]+~~")
_BARE = re.compile(r"(?:https?://|www\.)[^\s<>()\[\]\"“”«»]+[^\s<>()\[\]\"“”«».,;:!?]")


def as_typed(script: Script, origin: Origin, text: str, start: int, *, in_link: bool) -> None:
    """Finds signs that would be printed, where a link or a line through text is meant."""
    for found in _STRUCK.finditer(text):
        hint = "take the text out, or write \\~\\~ for the signs"
        message = f"“{found[0]}” is printed as it is typed: nothing is struck through"
        script.find("B323", origin.place(start + found.start()), message, hint)
    for found in () if in_link else _BARE.finditer(text):
        address = found[0] if "://" in found[0] else f"https://{found[0]}"
        hint = f"write <{address}>, or [what it is]({address})"
        message = f"the address “{found[0]}” is no link as it stands"
        script.find("B323", origin.place(start + found.start()), message, hint)
