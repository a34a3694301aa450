"""How figures are computed: in labels and signs for the register, in sentences for the methods."""

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from briefing import language, model
from briefing.figures import RefusedError
from briefing.figures.parse import parse
from briefing.figures.signatures import SIGNATURES, Takes, needs
from briefing.language import Words

SIGNS = {"+": "+", "-": "−", "*": "×", "/": "÷"}


class Formulas(Struct, frozen=True):
    """Writes derivations of the manifest's names in one language."""

    spec: model.Spec
    facts: model.Facts
    language: str
    words: Words

    def unlabelled(self, facts: Iterable[model.Fact]) -> list[str]:
        """The manifest's names that are printed for want of a label in the language, once each."""
        printed: dict[str, None] = {}
        for fact in facts:
            made = self.facts.expressions.get(fact.name.partition("[")[0])
            derived = fact.derivation if len(fact.cells) > 1 else None
            shown = (
                one
                for one in (derived, made)
                if one is not None and not isinstance(one, model.Name)
            )
            for node in (self._parsed(fact.name), *shown):
                printed |= dict.fromkeys(needs(node) if node is not None else ())
        named = {**self.spec.series, **self.spec.facts}
        return [name for name in printed if name in named and not self._label(name)]

    def _parsed(self, name: str) -> model.Node | None:
        try:
            return parse(name)
        except RefusedError:
            return None

    def written(self, name: str) -> str:
        """A fact's name, or an expression, in words: “Exports to Russia + Imports from Russia”;
        what is no expression stays as it is."""
        made = self._parsed(name)
        return name if made is None else self.formula(made)

    def formula(self, made: model.Node | None) -> str:
        """Names as their labels, functions by their sentence, signs as printed."""
        match made:
            case model.Name():
                return self._name(made.name, made.key)
            case model.Parameter():
                code = self._code(f"${made.name}")
                return language.country(code, self.language, self.spec.names).the
            case model.Quoted():
                return self._period(made.text)
            case model.Negative():
                return f"−{self._whole(made.operand)}"
            case model.Call():
                return self._function(made.function, [*self._arguments(made)])
            case model.Chain():
                return self._chain(made)
        return str(made or "")

    def _chain(self, chain: model.Chain) -> str:
        following = (
            f" {SIGNS[step.operator]} {self._operand(chain, step.operand)}" for step in chain.steps
        )
        return self._operand(chain, chain.first) + "".join(following)

    def _operand(self, chain: model.Chain, operand: model.Node) -> str:
        text = self.formula(operand)
        return f"({text})" if chain.groups(operand) else text

    def _whole(self, part: model.Node) -> str:
        """An argument; one of several terms or factors in parentheses."""
        text = self.formula(part)
        return f"({text})" if isinstance(part, model.Chain) else text

    def _arguments(self, made: model.Call) -> Iterator[str]:
        """Each argument; a key of the family before it by its name."""
        known = SIGNATURES.get(made.function)
        takes = known.takes if known else ()
        family = made.arguments[0] if made.arguments else None
        for number, argument in enumerate(made.arguments):
            is_key = number < len(takes) and takes[number] is Takes.KEY
            if is_key and isinstance(argument, model.Name) and isinstance(family, model.Name):
                yield self._member(family.name, argument.name)
            else:
                yield self._whole(argument)

    def _function(self, name: str, arguments: list[str]) -> str:
        sentence = self.words.formulas.get(name)
        if sentence is None or len(arguments) != len(set(re.findall(r"\{\d\}", sentence))):
            return f"{name}({', '.join(arguments)})"
        return sentence.format(*arguments)

    def _period(self, text: str) -> str:
        try:
            period = model.Period.parse(text)
        except ValueError:
            return text
        return language.grammar(self.language).period(period, short=True)

    def _name(self, name: str, key: str) -> str:
        """The label of a name with its key in brackets; without a label the name itself."""
        label = self._label(name) or name.replace("_", " ")
        return f"{label} ({self._member(name, key)})" if key else label

    def _label(self, name: str) -> str:
        """The label; of a table's only series, which has none, the title of its source; of the
        edition's own period the word for it."""
        if name in ("period", "period.previous"):
            return self.words.period
        series, fact = self.spec.series.get(name), self.spec.facts.get(name)
        table = self.spec.tables.get(name)
        columns = (value for spec in self.spec.tables.values() for value in spec.values)
        value = next((value for value in columns if value.name == name), None)
        named = series or fact or value
        text: model.Text | None = named.label if named else None
        if text is None and table is not None and table.source in self.spec.sources:
            text = self.spec.sources[table.source].title
        if text is None or self.language not in text:
            return ""
        return language.fill(text[self.language].text, self.spec, self.language)

    def _member(self, family: str, key: str) -> str:
        code = self._code(key)
        known = self.facts.families.get(family)
        if known is not None and code in known.totals:
            return self.words.total
        return language.country(code, self.language, self.spec.names).name

    def _code(self, key: str) -> str:
        return self.spec.parameters.get(key[1:], key) if key.startswith("$") else key


_PLACE = re.compile(r"\{(\d)\}")
_OPENED = "«"
_RANK = "rank"
# A word that begins as the name of a country does is an adjective of it, or its genitive.
_STEM = 4
# Indicators that are but a sign between two.
_SIGNED = {"balance": "−", "turnover": "+"}


class Sentences(Formulas, frozen=True):
    """Writes derivations as the language says them: no signs between labels, and each label as it
    stands inside a sentence."""

    def derivations(self, facts: Iterable[model.Fact]) -> list[str]:
        """A sentence a derived name, in order of first printing.

        One that only renames another (`exports_to[$partner]`) is left out, as is a rank, of which
        one sentence says for all how it is made, and one that is made of a name without a label,
        which would be printed as the manifest has it.
        """
        written: dict[str, str] = {}
        for fact in facts:
            name = fact.name.partition("[")[0]
            made = self.facts.expressions.get(name)
            if name in written or made is None or isinstance(made, model.Name):
                continue
            if isinstance(made, model.Call) and made.function == _RANK:
                continue
            if all(map(self._label, (name, *self._named(made)))):
                label, text = self._name(name, ""), self._inside(self.formula(made))
                said = self.words.said.format(label=f"{label[:1].upper()}{label[1:]}", text=text)
                written[name] = f"{said.rstrip('.')}."
        return list(written.values())

    def _named(self, made: model.Node) -> list[str]:
        """The manifest's names in an expression."""
        named = {**self.spec.series, **self.spec.facts}
        return [name for name in needs(made) if name in named]

    def formula(self, made: model.Node | None) -> str:
        """Names as their labels, functions and signs by the language's phrase."""
        if isinstance(made, model.Negative):
            return self._filled(self.words.sentences["negative"], [self.formula(made.operand)])
        return super().formula(made)

    def _chain(self, chain: model.Chain) -> str:
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
