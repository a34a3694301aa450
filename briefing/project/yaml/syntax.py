"""What the YAML parser says, in an author's words."""

import re

import yaml

from briefing.model import Place, Refusal

_MEANINGS = (
    ("cannot start any token", "a tab, @, ` or % stands where a value begins"),
    ("mapping values are not allowed", "a “:” stands where no key can be"),
    ("unexpected end of stream", "the quote that opens here is not closed"),
    ("did not find expected ',' or ']'", "a list [ … ] is not closed, or lacks a comma"),
    ("did not find expected ',' or '}'", "a map { … } is not closed, or lacks a comma"),
    ("could not find expected ':'", "a key without “:”"),
    ("did not find expected key", "the indentation doesn't fit the lines above"),
    ("did not find expected '-' indicator", "the indentation doesn't fit the list above"),
    ("found unknown escape character", "a backslash in double quotes begins no known escape"),
    ("invalid Unicode character escape", "an escape that stands for no character"),
)
_HINTS = {
    "cannot start any token": "indent with spaces; put text with special characters in quotes",
    "mapping values are not allowed": "put text that holds “: ” in quotes, or mend the indentation",
    "unexpected end of stream": "close the quote where the text ends",
    "did not find expected ',' or '}'": (
        "add the comma or bracket on this line or the one above; text that holds “: ”, a comma, "
        "a bracket or a quote goes in quotes"
    ),
    "could not find expected ':'": "write “key: value”",
    "did not find expected key": "give keys of one map the same indentation",
    "found unknown escape character": "use single quotes, or write \\\\ for a backslash",
}
# Spaces that look like one and indent nothing.
_ODD_SPACE = re.compile("[ \t]*([\u00a0\u2000-\u200a\u202f\u205f\u3000])")
_HINT = "look at the brackets, quotes and indentation on this line and the one above"


def explained(file: str, problem: yaml.YAMLError, lines: list[str]) -> Refusal:
    """The refusal of a syntax error, at the parser's mark but inside the file."""
    words = str(getattr(problem, "problem", None) or "")
    mark = getattr(problem, "problem_mark", None)
    if "unexpected end of stream" in words:
        mark = getattr(problem, "context_mark", None) or mark
    place = Place(file)
    if mark is not None:
        line = min(mark.line + 1, len(lines))
        place = Place(file, line, mark.column + 1)
    for number in (place.line, place.line - 1):
        odd = odd_space(lines[number - 1]) if 1 <= number <= len(lines) else None
        if odd is not None:
            return odd_indentation(Place(file, number, odd + 1), lines[number - 1][odd])
    known = next(((sign, meaning) for sign, meaning in _MEANINGS if sign in words), None)
    meaning = known[1] if known else words or "a character that YAML doesn't allow"
    hint = _HINTS.get(known[0], _HINT) if known else _HINT
    return Refusal(f"this is no YAML: {meaning}", hint, "B002", place)


def is_depth(problem: yaml.YAMLError) -> bool:
    """Whether the parser itself gave up at the depth (libyaml from 0.2.6, at 1,000 levels)."""
    return "exceeded maximum nesting depth" in str(getattr(problem, "problem", None))


def odd_space(text: str) -> int | None:
    """Where a space that YAML takes for a letter stands among those that text begins with."""
    found = _ODD_SPACE.match(text)
    return found.start(1) if found else None


def odd_indentation(place: Place, character: str) -> Refusal:
    """The refusal of a no-break space, or another of its kind, that was to indent a line."""
    message = f"a space of another kind, U+{ord(character):04X}, stands where YAML indents"
    if character == "\u00a0":
        message = "a no-break space (U+00A0) stands where YAML indents"
    hint = "put an ordinary space in its place; it usually came with text pasted from elsewhere"
    return Refusal(f"this is no YAML: {message}", hint, "B002", place)
