"""Whether a sentence wants the noun of what a reference counts: “10 meetings”."""

import re
from collections.abc import Sequence

from briefing import language
from briefing.language.vocabulary import Vocabulary, holds
from briefing.model import Dimension, Inline, Unit, Words

_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_STOP = re.compile(r"[.,;:()!?—]")
_MOST_WORDS = 3
# Persons are of some sort that the sentence may name: visitors, students.
_ANY = ("persons", "person", "people")


def names_nothing(before: Sequence[Inline], after: Sequence[Inline], unit: Unit, code: str) -> bool:
    """Whether a count stands in a sentence that doesn't name by itself what is counted.

    A count alone in its line or cell is no sentence.
    """
    if unit.dimension is not Dimension.COUNT:
        return False
    vocabulary = language.grammar(code).vocabulary
    own = {word.casefold() for word in (*unit.forms(code).values(), unit.code)}
    earlier, later = _words(before), _words(_behind(after))
    if not any(isinstance(one, Words) and _WORD.search(one.text) for one in (*before, *after)):
        return False
    if _named(earlier, own) or (unit.code in _ANY and _counted(earlier, vocabulary)):
        return False
    return not _follows(later, own, vocabulary)


def _behind(after: Sequence[Inline]) -> Sequence[Inline]:
    """The words directly behind, up to the next figure."""
    first = after[:1]
    return first if first and isinstance(first[0], Words) else ()


def _follows(later: list[str], own: set[str], vocabulary: Vocabulary) -> bool:
    """Whether the noun comes just behind, perhaps after adjectives, or a name that stands for it
    (“Mongolians”)."""
    near: list[str] = []
    for word in later[:_MOST_WORDS]:
        if word.casefold() in vocabulary.no_names:
            break
        near.append(word)
    return bool(near and (near[0][:1].isupper() or _named(near, own) or _counted(near, vocabulary)))


def _named(words: list[str], own: set[str]) -> bool:
    text = f" {' '.join(words).casefold()} "
    return any(f" {noun} " in text for noun in own)


def _counted(words: list[str], vocabulary: Vocabulary) -> bool:
    return any(holds(vocabulary.counted, word.casefold()) for word in words)


def _words(inlines: Sequence[Inline]) -> list[str]:
    """The words of a stretch, those behind a figure up to the first stop."""
    text = " ".join(one.text if isinstance(one, Words) else "|" for one in inlines)
    return [match[0] for match in _WORD.finditer(text)]
