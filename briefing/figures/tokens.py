"""Characters of an expression to tokens."""

import re

from msgspec import Struct

from briefing.figures.refusal import RefusedError
from briefing.model import shown

MOST_TOKENS = 1_000
_TOKEN = re.compile(
    r"""(?P<space>\s+)
      | (?P<number>[0-9]+(?:\.[0-9]+)?)
      | (?P<name>[A-Za-z_][A-Za-z0-9_]*)
      | (?P<key>\[[^\[\]]*\])
      | (?P<parameter>\$[A-Za-z_][A-Za-z0-9_]*)
      | (?P<quoted>"[^"]*"|'[^']*')
      | (?P<symbol>[-+*/(),])""",
    re.VERBOSE,
)
END = "end"


class Token(Struct, frozen=True):
    """A piece of an expression: its sort (`number`, `name`, `symbol` …), text and offset."""

    sort: str
    text: str
    offset: int


def tokens(text: str) -> list[Token]:
    """The tokens, closed by one of sort `end`. Raises RefusedError, also above 1,000."""
    found: list[Token] = []
    offset = 0
    while offset < len(text):
        match = _TOKEN.match(text, offset)
        if match is None:
            raise RefusedError("B250", *_stray(text[offset]), offset)
        if match.lastgroup != "space":
            found.append(Token(str(match.lastgroup), match[0], offset))
        if len(found) > MOST_TOKENS:
            message = f"the expression has more than {MOST_TOKENS:,} tokens"
            raise RefusedError("B251", message, "give parts of it names of their own", offset)
        offset = match.end()
    found.append(Token(END, "", len(text)))
    return found


def _stray(character: str) -> tuple[str, str]:
    message = f"“{shown(character)}” has no meaning in an expression"
    meant = {"×": "*", "·": "*", "÷": "/", ":": "/", "−": "-", "–": "-"}.get(character)
    if meant is not None:
        return message, f"write “{meant}”"
    if character in "“”„«»‘’":
        return message, 'write straight quotes, "…", as no word processor does by itself'
    if character in "\"'[":
        return message, f"close what “{character}” opens"
    return message, "an expression has names, numbers, + - * / ( ) [key] $parameter and functions"
