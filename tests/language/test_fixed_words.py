"""The fixed words of each language as a list that a person can review, one line a word.

`--update-expected` writes the lists anew; read the difference.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from msgspec import Struct, structs

from briefing.language import GRAMMARS

EXPECTED = Path(__file__).parent / "expected"


def lines(value: object, stem: str) -> Iterator[str]:
    """What a table holds, by dotted name; sets in order."""
    if isinstance(value, Struct):
        for field in structs.fields(value):
            yield from lines(getattr(value, field.name), f"{stem}.{field.name}")
    elif isinstance(value, Mapping):
        for key, below in value.items():
            yield from lines(below, f"{stem}.{key}")
    elif isinstance(value, frozenset | set):
        yield from lines(tuple(sorted(value)), stem)
    elif isinstance(value, tuple | list):
        yield f"{stem}: {' | '.join(map(str, value))}"
    else:
        yield f"{stem}: {value}"


@pytest.mark.parametrize("language", sorted(GRAMMARS))
def test_fixed_words_are_those_that_were_reviewed(
    language: str, request: pytest.FixtureRequest
) -> None:
    grammar = GRAMMARS[language]
    held = (("words", grammar.words), ("claims", grammar.claims), ("verbs", grammar.vocabulary))
    text = "".join(f"{line}\n" for name, table in held for line in lines(table, name))
    file = EXPECTED / f"{language}.txt"
    if request.config.getoption("--update-expected"):
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text(encoding="utf-8")
