"""Tokens of an expression to its tree: recursive descent, by the grammar of MANIFEST.md §3."""

from collections.abc import Callable
from decimal import Decimal
from typing import TypeVar

from briefing import model
from briefing.figures.refusal import RefusedError
from briefing.figures.tokens import END, Token, tokens
from briefing.model.memory import remembers

MOST_DEPTH = 50
Part = TypeVar("Part")


@remembers(1024)
def parse(text: str) -> model.Node:
    """The tree of an expression; at most 50 deep. Raises RefusedError for what is none."""
    parser = _Parser(tokens(text))
    node = parser.sum()
    parser.end()
    return node


class _Parser:
    def __init__(self, found: list[Token]) -> None:
        self._tokens = found
        self._next = 0
        self._depth = 0

    def sum(self) -> model.Node:
        """`prod {("+" | "-") prod}`"""
        return self._chain(self._product, "+-")

    def end(self) -> None:
        """Nothing may follow."""
        if self._token.sort != END:
            raise self._unexpected("an operator or the end")

    def _product(self) -> model.Node:
        return self._chain(self._unary, "*/")

    def _chain(self, part: Callable[[], model.Node], operators: str) -> model.Node:
        first = part()
        steps: list[model.Step] = []
        while self._token.sort == "symbol" and self._token.text in operators:
            operator = self._take()
            steps.append(model.Step(operator.text, part(), operator.offset))
        return model.Chain(first, tuple(steps), first.offset) if steps else first

    def _unary(self) -> model.Node:
        if self._is("-"):
            sign = self._take()
            return model.Negative(self._atom(), sign.offset)
        return self._atom()

    def _atom(self) -> model.Node:
        token = self._token
        if token.sort == "number":
            return model.Literal(self._number(), token.offset)
        if token.sort == "name":
            return self._named()
        if token.sort == "parameter":
            return model.Parameter(self._take().text[1:], token.offset)
        if token.sort == "quoted":
            return model.Quoted(self._take().text[1:-1], token.offset)
        if self._is("("):
            return self._within(self.sum)
        raise self._unexpected("a name, a number or “(”")

    def _number(self) -> Decimal:
        token = self._take()
        try:
            return model.number(token.text)
        except ValueError as error:
            hint = "write a number of at most 34 digits"
            raise RefusedError("B250", str(error), hint, token.offset) from None

    def _named(self) -> model.Node:
        name = self._take()
        if self._is("("):
            return model.Call(name.text, self._within(self._arguments), name.offset)
        key = ""
        if self._token.sort == "key":
            bracket = self._take()
            key = bracket.text[1:-1].strip()
            if not key:
                message, hint = "the brackets are empty", f"write {name.text}[$partner]"
                raise RefusedError("B250", message, hint, bracket.offset)
        return model.Name(name.text, key, name.offset)

    def _arguments(self) -> tuple[model.Node, ...]:
        arguments = [self.sum()]
        while self._is(","):
            self._take()
            arguments.append(self.sum())
        return tuple(arguments)

    def _within(self, part: Callable[[], Part]) -> Part:
        """What stands in parentheses, one level deeper."""
        opening = self._take()
        self._depth += 1
        if self._depth > MOST_DEPTH:
            message = f"the expression is more than {MOST_DEPTH} deep"
            hint = "give parts of it names of their own"
            raise RefusedError("B251", message, hint, opening.offset)
        found = part()
        if not self._is(")"):
            raise self._unexpected("“)”")
        self._take()
        self._depth -= 1
        return found

    @property
    def _token(self) -> Token:
        return self._tokens[self._next]

    def _take(self) -> Token:
        token = self._token
        self._next += 1
        return token

    def _is(self, symbol: str) -> bool:
        return self._token.sort == "symbol" and self._token.text == symbol

    def _unexpected(self, wanted: str) -> RefusedError:
        token = self._token
        if token.sort == END:
            message = f"the expression ends where {wanted} should stand"
        else:
            message = f"“{model.shown(token.text)}” stands where {wanted} should stand"
        hint = "write it like share(exports, exports_to[WLD]) or exports + imports"
        return RefusedError("B250", message, hint, token.offset)
