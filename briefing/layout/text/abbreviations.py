"""What abbreviations stand for, said where each is used first (WCAG 2.2, technique PDF8)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain

from msgspec.structs import replace

from briefing.layout.text.segments import Piece


@dataclass
class Abbreviations:
    """Abbreviations by what they stand for, and those that have been said so far."""

    known: Mapping[str, str] = field(default_factory=dict)
    _said: set[str] = field(default_factory=set)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        """Each as a word of its own."""
        names = sorted(self.known, key=len, reverse=True)
        return re.compile(rf"(?<![\w.])(?:{'|'.join(map(re.escape, names))})(?!\w)")

    def copied(self) -> "Abbreviations":
        """The same, of which what is said from now on isn't said here."""
        return Abbreviations(self.known, {*self._said})

    def expanded(self, run: Sequence[Piece | None]) -> tuple[Piece | None, ...]:
        """The pieces, cut where an abbreviation is used that has not been before."""
        if len(self._said) == len(self.known):
            return tuple(run)
        parts = ((piece,) if piece is None else self._parts(piece) for piece in run)
        return tuple(chain.from_iterable(parts))

    def _parts(self, piece: Piece) -> Iterator[Piece]:
        if piece.facts or piece.link or piece.page_of:
            yield piece
            return
        position = 0
        for match in self._pattern.finditer(piece.text):
            word = match[0]
            if word in self._said:
                continue
            self._said.add(word)
            if match.start() > position:
                yield piece.part(piece.text[position : match.start()], begins=False)
            yield replace(piece.part(word, begins=False), expansion=self.known[word])
            position = match.end()
        if position < len(piece.text) or not piece.text:
            yield piece.part(piece.text[position:], begins=False)
