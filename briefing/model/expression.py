"""Expressions as read; `offset` is where each part begins in its phrase; `str()` writes them."""

from collections.abc import Iterable
from decimal import Decimal
from typing import TypeAlias

from msgspec import Struct


class Literal(Struct, frozen=True):
    """A number without unit."""

    value: Decimal
    offset: int = 0

    def __str__(self) -> str:
        return f"{self.value:f}"


class Name(Struct, frozen=True):
    """A series, family or fact, perhaps with a key: a code or `$parameter`."""

    name: str
    key: str = ""
    offset: int = 0

    def __str__(self) -> str:
        return f"{self.name}[{self.key}]" if self.key else self.name


class Parameter(Struct, frozen=True):
    """`$name`, without the sign."""

    name: str
    offset: int = 0

    def __str__(self) -> str:
        return f"${self.name}"


class Quoted(Struct, frozen=True):
    """A period in quotation marks, as written between them."""

    text: str
    offset: int = 0

    def __str__(self) -> str:
        return f"'{self.text}'" if '"' in self.text else f'"{self.text}"'


class Call(Struct, frozen=True):
    """A function and its arguments."""

    function: str
    arguments: tuple["Node", ...]
    offset: int = 0

    def __str__(self) -> str:
        return f"{self.function}({', '.join(map(str, self.arguments))})"


class Negative(Struct, frozen=True):
    """The operand with its sign turned."""

    operand: "Node"
    offset: int = 0

    def __str__(self) -> str:
        plain = not isinstance(self.operand, Chain | Negative)
        return f"-{self.operand}" if plain else f"-({self.operand})"


class Step(Struct, frozen=True):
    """An operator of a chain, where it stands, and what follows it."""

    operator: str
    operand: "Node"
    offset: int = 0


class Chain(Struct, frozen=True):
    """A sum or a product, from left to right; flat, so that a long one isn't deep."""

    first: "Node"
    steps: tuple[Step, ...]
    offset: int = 0

    @property
    def is_sum(self) -> bool:
        """Whether it adds and subtracts; else it multiplies and divides."""
        return self.steps[0].operator in "+-"

    def groups(self, operand: "Node") -> bool:
        """Whether an operand needs brackets of its own."""
        if isinstance(operand, Negative):
            return operand is not self.first
        if not isinstance(operand, Chain):
            return False
        if operand is self.first:
            return operand.is_sum and not self.is_sum
        return operand.is_sum or not self.is_sum

    def __str__(self) -> str:
        parts = [self._part(self.first)]
        parts += [f" {step.operator} {self._part(step.operand)}" for step in self.steps]
        return "".join(parts)

    def _part(self, operand: "Node") -> str:
        return f"({operand})" if self.groups(operand) else str(operand)


Node: TypeAlias = Literal | Name | Parameter | Quoted | Call | Negative | Chain


def reference(text: str) -> Name:
    """The name of a series, a fact or a member: `exports`, `exports_to[CHN]`."""
    name, bracket, key = text.partition("[")
    return Name(name, key.removesuffix("]")) if bracket else Name(text)


def call(function: str, *arguments: Node) -> Call:
    """A function on these arguments."""
    return Call(function, arguments)


def plus(parts: Iterable[Node]) -> Node:
    """The sum of one or more parts."""
    first, *others = parts
    return Chain(first, tuple(Step("+", other) for other in others)) if others else first


def less(whole: Node, part: Node) -> Chain:
    """One thing less another."""
    return Chain(whole, (Step("-", part),))
