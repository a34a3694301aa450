"""What was derived before: taken again where all that it was made of is the same."""

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from briefing.figures import Quantity
from briefing.figures.signatures import needs, parts
from briefing.model import Call, Name, Node, Parameter, SeriesSpec

_Made: TypeAlias = tuple[SeriesSpec, tuple[Quantity | None, ...], tuple[str | None, ...], Quantity]


class Derived:
    """The series of the briefing before, each with its declaration, what it was built on and the
    parameters that it asked for.

    What it was built on is compared by identity: a family that was cut once is the same one, and so
    is what was derived from it. So what no parameter changes is derived once for all briefings.
    """

    def __init__(self) -> None:
        self._made: dict[str, _Made] = {}

    def take(
        self,
        declared: SeriesSpec,
        tree: Node,
        quantities: Mapping[str, Quantity],
        parameters: Mapping[str, str],
    ) -> Quantity | None:
        """The series as it was derived before; None where anything of it was another."""
        made = self._made.get(declared.name)
        if made is None or made[0] != declared:
            return None
        _, built_on, asked, quantity = made
        now = _built_on(tree, quantities)
        same = len(now) == len(built_on) and all(
            one is other for one, other in zip(now, built_on, strict=True)
        )
        return quantity if same and asked == _asked(tree, parameters) else None

    def keep(
        self,
        declared: SeriesSpec,
        tree: Node,
        quantities: Mapping[str, Quantity],
        parameters: Mapping[str, str],
        quantity: Quantity,
    ) -> None:
        """Remember a series in the place of the one of that name."""
        built_on, asked = _built_on(tree, quantities), _asked(tree, parameters)
        self._made[declared.name] = declared, built_on, asked, quantity


def _built_on(tree: Node, quantities: Mapping[str, Quantity]) -> tuple[Quantity | None, ...]:
    return tuple(quantities.get(name) for name in needs(tree))


def _asked(tree: Node, parameters: Mapping[str, str]) -> tuple[str | None, ...]:
    return tuple(parameters.get(name) for name in _parameters(tree))


def _parameters(node: Node) -> Iterator[str]:
    """The parameters that an expression asks for, as keys or as arguments."""
    if isinstance(node, Name) and node.key.startswith("$"):
        yield node.key[1:]
    if isinstance(node, Call):
        yield from (a.name for a in node.arguments if isinstance(a, Parameter))
    for part in parts(node):
        yield from _parameters(part)
