"""What an exhibit is built from, and why one can't be."""

from collections.abc import Container, Iterable, Mapping

from msgspec import Struct, structs

from briefing import language
from briefing.language.captions import Captions
from briefing.language.grammar import Grammar
from briefing.language.told import Pieces
from briefing.model import ExhibitSpec, Facts, Inline, Refusals, Spec, Text, Words


class Unshowable(Refusals):
    """An exhibit that can't be built; without a reason a finding elsewhere says why."""


class Frame(Struct, frozen=True):
    """What the manifest asks an exhibit for, the facts to show, the language; where it is set
    against an earlier edition, that one's record and the digests of the files read now."""

    spec: Spec
    asked: ExhibitSpec
    facts: Facts
    language: str
    record: bytes = b""
    files: Mapping[str, str] = {}

    @property
    def speech(self) -> Grammar:
        """The language's grammar."""
        return language.grammar(self.language)

    @property
    def captions(self) -> Captions:
        """What the language says around exhibits."""
        return self.speech.captions

    def text(self, text: Text | None) -> str:
        """A phrase of the manifest in the language, filled; empty if it isn't there."""
        if text is None or self.language not in text:
            return ""
        return language.fill(text[self.language].text, self.spec, self.language)

    def inlines(self, pieces: Pieces) -> tuple[Inline, ...]:
        """A sentence of the exhibit's, its figures as numbers that stand where it is asked for."""
        place = self.asked.place
        return tuple(
            Words(part, place) if isinstance(part, str) else structs.replace(part, place=place)
            for part in pieces
        )

    def lines(self, notes: Iterable[str | Pieces]) -> tuple[tuple[Inline, ...], ...]:
        """Notes as an exhibit has them."""
        return tuple(self.inlines((n,) if isinstance(n, str) else n) for n in notes)

    def name(self, code: str) -> str:
        """What a member of a family is called where room is scarce."""
        return language.country(code, self.language, self.spec.names).short

    def full_name(self, code: str) -> str:
        """What a member of a family is called in a sentence."""
        return language.country(code, self.language, self.spec.names).name

    def subject(self, keys: Container[str]) -> str:
        """The parameter's code that these keys hold: the country the briefing is about, or ""."""
        codes = [c for p, c in self.spec.parameters.items() if p != "reporter"]
        return next((code for code in codes if code in keys), "")
