"""JSON in which numbers stay the text that the source wrote."""

import json
from typing import Any

from briefing.tables.formats.content import Given, unfit


class Written(str):
    """A number as it stands in the file."""

    __slots__ = ()


def parsed(given: Given) -> Any:
    """The value that the file holds: numbers are `Written`, NaN is refused."""

    def constant(name: str) -> None:
        raise ValueError(f"{name} is no number of JSON")

    try:
        return json.loads(
            given.data, parse_float=Written, parse_int=Written, parse_constant=constant
        )
    except (ValueError, RecursionError) as error:
        row = getattr(error, "lineno", 1)
        message = f"{given.file} is no JSON: {str(error)[:120]}"
        hint = "look at its beginning: services send web pages and notes in place of data"
        raise unfit(given, message, hint, row=row) from None


def text(value: Any) -> str:
    """A value as a cell: nothing for null, a number as written."""
    if value is None:
        return ""
    return {True: "true", False: "false"}[value] if isinstance(value, bool) else str(value)
