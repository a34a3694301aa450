"""How messages quote an author's words."""

import re

# Control characters, direction overrides and separators: unseen on a screen, or worse.
UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]")
_LONGEST = 60


def shown(text: str) -> str:
    """The text as a message may print it: unseen characters as `\\u202e`, cut at 60 characters."""
    cut = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
    return UNSEEN.sub(lambda match: f"\\u{ord(match[0]):04x}", cut)
