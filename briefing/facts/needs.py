"""What an expression is built on."""

from collections.abc import Iterator

from briefing.facts.indicators import INDICATORS, Takes
from briefing.model.expression import Call, Chain, Literal, Name, Negative, Node, Parameter, Quoted


def needs(node: Node) -> Iterator[str]:
    """The names of series, families and facts in an expression, as they come; no keys."""
    match node:
        case Name():
            yield node.name
        case Negative():
            yield from needs(node.operand)
        case Call():
            for argument in _values(node):
                yield from needs(argument)
        case Chain():
            yield from needs(node.first)
            for step in node.steps:
                yield from needs(step.operand)
        case Literal() | Parameter() | Quoted():
            return


def _values(call: Call) -> Iterator[Node]:
    """The arguments that are values: in rank(exports_to, CHN) the second is a key."""
    indicator = INDICATORS.get(call.function)
    takes = indicator.takes if indicator else ()
    for place, argument in enumerate(call.arguments):
        if takes[place : place + 1] != (Takes.KEY,):
            yield argument
