"""Expressions as read; `offset` is where each part begins in its phrase."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Literal:
    """A number without unit."""

    value: Decimal
    offset: int


@dataclass(frozen=True, slots=True)
class Name:
    """A series, family or fact, perhaps with a key: a code or `$parameter`."""

    name: str
    key: str
    offset: int


@dataclass(frozen=True, slots=True)
class Parameter:
    """`$name`, without the sign."""

    name: str
    offset: int


@dataclass(frozen=True, slots=True)
class Quoted:
    """A period in quotation marks, as written between them."""

    text: str
    offset: int


@dataclass(frozen=True, slots=True)
class Call:
    """A function and its arguments."""

    function: str
    arguments: tuple["Node", ...]
    offset: int


@dataclass(frozen=True, slots=True)
class Negative:
    """The operand with its sign turned."""

    operand: "Node"
    offset: int


@dataclass(frozen=True, slots=True)
class Step:
    """An operator of a chain, where it stands, and what follows it."""

    operator: str
    operand: "Node"
    offset: int


@dataclass(frozen=True, slots=True)
class Chain:
    """A sum or a product, from left to right; flat, so that a long one isn't deep."""

    first: "Node"
    steps: tuple[Step, ...]
    offset: int


Node: TypeAlias = Literal | Name | Parameter | Quoted | Call | Negative | Chain


def names(node: Node) -> Iterator[str]:
    """The names that an expression is built on, as they come."""
    match node:
        case Name():
            yield node.name
        case Negative():
            yield from names(node.operand)
        case Call():
            for argument in node.arguments:
                yield from names(argument)
        case Chain():
            yield from names(node.first)
            for step in node.steps:
                yield from names(step.operand)
        case Literal() | Parameter() | Quoted():
            return
