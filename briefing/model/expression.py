"""Expressions as read; `offset` is where each part begins in its phrase."""

from decimal import Decimal
from typing import TypeAlias

from msgspec import Struct


class Literal(Struct, frozen=True):
    """A number without unit."""

    value: Decimal
    offset: int


class Name(Struct, frozen=True):
    """A series, family or fact, perhaps with a key: a code or `$parameter`."""

    name: str
    key: str
    offset: int


class Parameter(Struct, frozen=True):
    """`$name`, without the sign."""

    name: str
    offset: int


class Quoted(Struct, frozen=True):
    """A period in quotation marks, as written between them."""

    text: str
    offset: int


class Call(Struct, frozen=True):
    """A function and its arguments."""

    function: str
    arguments: tuple["Node", ...]
    offset: int


class Negative(Struct, frozen=True):
    """The operand with its sign turned."""

    operand: "Node"
    offset: int


class Step(Struct, frozen=True):
    """An operator of a chain, where it stands, and what follows it."""

    operator: str
    operand: "Node"
    offset: int


class Chain(Struct, frozen=True):
    """A sum or a product, from left to right; flat, so that a long one isn't deep."""

    first: "Node"
    steps: tuple[Step, ...]
    offset: int


Node: TypeAlias = Literal | Name | Parameter | Quoted | Call | Negative | Chain
