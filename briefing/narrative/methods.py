"""How derived figures are computed, in sentences (“Coverage: exports as a percentage of
imports.”)."""

import re
from collections.abc import Iterable, Sequence

from briefing import language
from briefing.figures.signatures import needs
from briefing.model import Chain, Fact, Name, Negative, Node
from briefing.narrative.formula import SIGNS, Formulas

_PLACE = re.compile(r"\{(\d)\}")
_OPENED = "«"
# A word that begins as the name of a country does is an adjective of it, or its genitive.
_STEM = 4
# Indicators that are but a sign between two.
_SIGNED = {"balance": "−", "turnover": "+"}


class Sentences(Formulas, frozen=True):
    """Writes derivations as the language says them: no signs between labels, and each label as it
    stands inside a sentence."""

    def derivations(self, facts: Iterable[Fact]) -> list[str]:
        """A sentence a derived name, in order of first printing.

        One that only renames another (`exports_to[$partner]`) is left out, and one that is made of
        a name without a label, which would be printed as the manifest has it.
        """
        written: dict[str, str] = {}
        for fact in facts:
            name = fact.name.partition("[")[0]
            made = self.facts.expressions.get(name)
            if name in written or made is None or isinstance(made, Name):
                continue
            if all(map(self._label, (name, *self._named(made)))):
                label, text = self._name(name, ""), self._inside(self.formula(made))
                said = self.words.said.format(label=f"{label[:1].upper()}{label[1:]}", text=text)
                written[name] = f"{said.rstrip('.')}."
        return list(written.values())

    def _named(self, made: Node) -> list[str]:
        """The manifest's names in an expression."""
        named = {**self.spec.series, **self.spec.facts}
        return [name for name in needs(made) if name in named]

    def formula(self, made: Node | None) -> str:
        """Names as their labels, functions and signs by the language's phrase."""
        if isinstance(made, Negative):
            return self._filled(self.words.sentences["negative"], [self.formula(made.operand)])
        return super().formula(made)

    def _chain(self, chain: Chain) -> str:
        text = self._operand(chain, chain.first)
        for step in chain.steps:
            phrase = self.words.sentences[SIGNS[step.operator]]
            text = self._filled(phrase, [text, self._operand(chain, step.operand)])
        return text

    def _function(self, name: str, arguments: list[str]) -> str:
        own = self.words.sentences.get(_SIGNED.get(name, name))
        phrase = own or self.words.formulas.get(name)
        if phrase is None or len(arguments) != len(set(_PLACE.findall(phrase))):
            return super()._function(name, arguments)
        return self._filled(phrase, arguments)

    def _filled(self, phrase: str, arguments: Sequence[str]) -> str:
        """The phrase with its arguments: in quotation marks as they stand alone, else as inside a
        sentence; one that has a comma ends with one where words follow."""

        def put(match: re.Match[str]) -> str:
            text = arguments[int(match[1])]
            if phrase[: match.start()].rstrip().endswith(_OPENED):
                return text
            follows = phrase[match.end() : match.end() + 2]
            closes = "," in text and follows[:1] == " " and follows[1:].isalpha()
            return self._inside(text) + ("," if closes else "")

        return _PLACE.sub(put, phrase)

    def _inside(self, text: str) -> str:
        """A label inside a sentence: its first letter small, unless it is a name or an
        abbreviation."""
        word = re.split(r"[\s,’'-]", text, maxsplit=1)[0]
        if not word[1:].islower() or language.is_named(word, self.language, _STEM):
            return text
        return text[:1].lower() + text[1:]
