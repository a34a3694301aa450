"""What an expression is built on."""

from collections.abc import Iterator

from briefing.figures.signatures import values
from briefing.model import Call, Chain, Literal, Name, Negative, Node, Parameter, Quoted


def needs(node: Node) -> Iterator[str]:
    """The names of series, families and facts in an expression, as they come; no keys."""
    match node:
        case Name():
            yield node.name
        case Literal() | Parameter() | Quoted():
            return
        case Negative() | Call() | Chain():
            for part in parts(node):
                yield from needs(part)


def parts(node: Node) -> tuple[Node, ...]:
    """The operands and the arguments that are values, which an expression is made of."""
    match node:
        case Negative():
            return (node.operand,)
        case Call():
            return tuple(node.arguments[n] for n in values(node.function, node.arguments))
        case Chain():
            return (node.first, *(step.operand for step in node.steps))
    return ()
