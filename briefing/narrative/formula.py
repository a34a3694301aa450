"""How a derived figure is computed, in words for its reader: the annex's “Derived figures”."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from msgspec import Struct

from briefing import language
from briefing.language import Words
from briefing.model.fact import Fact, Facts
from briefing.model.period import Period
from briefing.model.spec import Spec
from briefing.model.text import Text

_TOKEN = re.compile(
    r"\s*(?:(?P<name>[^\W\d]\w*)(?:\[(?P<key>[^\]]*)\])?|(?P<parameter>\$\w+)"
    r"|(?P<quoted>\"[^\"]*\"|'[^']*')|(?P<number>[0-9.]+)|(?P<sign>[-+*/(),]))"
)
_SIGNS = {"-": "−", "*": "×", "/": "÷"}


class Formulas(Struct, frozen=True):
    """Writes derivations of the manifest's names in one language."""

    spec: Spec
    facts: Facts
    language: str
    words: Words

    def derivations(self, facts: Iterable[Fact]) -> list[str]:
        """“Trade turnover = Exports to Russia + Imports from Russia”, once a derived name.

        A name that only renames another (`exports_to[$partner]`) is left out.
        """
        written: dict[str, str] = {}
        for fact in facts:
            name = fact.name.partition("[")[0]
            spec = self.spec.series.get(name)
            if name in written or spec is None or spec.expression is None:
                continue
            tokens = _tokens(spec.expression.text)
            if tokens and len(tokens) > 1:
                label = self._name(name, "")
                written[name] = f"{label[:1].upper()}{label[1:]} = {self._sum(tokens)}"
        return list(written.values())

    def written(self, expression: str) -> str:
        """An expression, or a fact's name, in words: “Exports to Russia + Imports from Russia”;
        what is no expression stays as it is."""
        tokens = _tokens(expression)
        sentence = any(a["name"] and b["name"] for a, b in pairwise(tokens))
        return self._sum(tokens) if tokens and not sentence else expression

    def _sum(self, tokens: Sequence[re.Match[str]]) -> str:
        """Names as their labels, functions by their sentence, signs as printed."""
        parts: list[str] = []
        position = 0
        while position < len(tokens):
            token = tokens[position]
            following = tokens[position + 1]["sign"] if position + 1 < len(tokens) else ""
            if token["name"] and following == "(" and not token["key"]:
                end = _closing(tokens, position + 1)
                arguments = _split(tokens[position + 2 : end])
                parts.append(self._function(token["name"], [self._whole(a) for a in arguments]))
                position = end + 1
                continue
            parts.append(self._atom(token))
            position += 1
        return _spaced(parts)

    def _whole(self, tokens: Sequence[re.Match[str]]) -> str:
        """An argument; one of several terms or factors in parentheses."""
        depth, compound = 0, False
        for number, token in enumerate(tokens):
            sign = token["sign"] or ""
            depth += {"(": 1, ")": -1}.get(sign, 0)
            compound = compound or (number > 0 and depth == 0 and sign in ("+", "-", "*", "/"))
        return f"({self._sum(tokens)})" if compound else self._sum(tokens)

    def _function(self, name: str, arguments: list[str]) -> str:
        sentence = self.words.formulas.get(name)
        if sentence is None or len(arguments) != len(set(re.findall(r"\{\d\}", sentence))):
            return f"{name}({', '.join(arguments)})"
        return sentence.format(*arguments)

    def _atom(self, token: re.Match[str]) -> str:
        if token["name"]:
            return self._name(token["name"], token["key"] or "")
        if token["parameter"]:
            code = self._code(token["parameter"])
            return language.country(code, self.language, self.spec.names).the
        if token["quoted"]:
            return self._period(token["quoted"].strip("\"'"))
        return _SIGNS.get(token["sign"], token["sign"]) or str(token["number"])

    def _period(self, text: str) -> str:
        try:
            period = Period.parse(text)
        except ValueError:
            return text
        return language.grammar(self.language).period(period, short=True)

    def _name(self, name: str, key: str) -> str:
        """The label of a name with its key in brackets; without a label the name itself."""
        label = self._label(name) or name.replace("_", " ")
        return f"{label} ({self._member(name, key)})" if key else label

    def _label(self, name: str) -> str:
        """The label; of a table's only series, which has none, the title of its source."""
        series, fact = self.spec.series.get(name), self.spec.facts.get(name)
        table = self.spec.tables.get(name)
        columns = (value for spec in self.spec.tables.values() for value in spec.values)
        value = next((value for value in columns if value.name == name), None)
        named = series or fact or value
        text: Text | None = named.label if named else None
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


def _tokens(expression: str) -> list[re.Match[str]]:
    tokens = list(_TOKEN.finditer(expression))
    covered = sum(len(token[0]) for token in tokens)
    return tokens if covered == len(expression.rstrip()) else []


def _closing(tokens: Sequence[re.Match[str]], opening: int) -> int:
    depth = 0
    for position in range(opening, len(tokens)):
        depth += {"(": 1, ")": -1}.get(tokens[position]["sign"] or "", 0)
        if depth == 0:
            return position
    return len(tokens)


def _split(tokens: Sequence[re.Match[str]]) -> list[Sequence[re.Match[str]]]:
    """The arguments of a function: what its own commas part."""
    arguments: list[list[re.Match[str]]] = [[]]
    depth = 0
    for token in tokens:
        depth += {"(": 1, ")": -1}.get(token["sign"] or "", 0)
        if token["sign"] == "," and depth == 0:
            arguments.append([])
        else:
            arguments[-1].append(token)
    return list(arguments)


def _spaced(parts: list[str]) -> str:
    """Signs between two parts with spaces round them; a leading minus close to what follows."""
    text = ""
    for number, part in enumerate(parts):
        between = part in ("+", "−", "×", "÷") and number and parts[number - 1] not in ("(", "+")
        text += f" {part} " if between else part
    return text
