"""Expressions as read; `offset` is where each part begins in its phrase."""

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
