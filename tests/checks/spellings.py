"""Other spellings of a manifest's expressions, generated from their trees."""

import re
from collections.abc import Callable, Mapping

from briefing.figures.parse import parse
from briefing.model.expression import Call, Chain, Literal, Negative, Node, Step, call

_IS = re.compile(r"""(?<=\bis: )("[^"]*"|'[^']*'|[^,}\n]+)""")


def grouped(node: Node) -> str:
    """All of it, and each part, in brackets."""
    return f"({_inner(node, grouped)})"


def turned(node: Node) -> str:
    """Twice the sign."""
    return str(Negative(Negative(node)))


def multiplied(node: Node) -> str:
    """Times one, the other way round, by minus one twice."""
    return str(Chain(Negative(Literal(parse("1").value)), (Step("*", Negative(node)),)))


def by_indicator(node: Node) -> str:
    """The indicator for a sum or difference of two, and the operators for an indicator."""
    match node:
        case Chain(steps=(Step(operator="-", operand=other),)):
            return str(call("balance", node.first, other))
        case Chain(steps=(Step(operator="+", operand=other),)):
            return str(call("turnover", node.first, other))
        case Call(function="balance"):
            return f"-{node.arguments[1]} + {node.arguments[0]}"
    return str(node)


def other_quotes(node: Node) -> str:
    """Periods in the other quotation marks, reversed differences, without spaces."""
    text = str(node)
    if isinstance(node, Chain) and node.is_sum and len(node.steps) == 1:
        sign = node.steps[0].operator
        text = f"{'-' if sign == '-' else ''}{node.steps[0].operand}+{node.first}"
    return text.replace('"', "'")


def _inner(node: Node, spell: Callable[[Node], str]) -> str:
    if isinstance(node, Chain):
        return spell(node.first) + "".join(f"{s.operator}{spell(s.operand)}" for s in node.steps)
    return str(node)


SPELLINGS: Mapping[str, Callable[[Node], str]] = {
    "grouped": grouped,
    "turned": turned,
    "multiplied": multiplied,
    "by_indicator": by_indicator,
    "other_quotes": other_quotes,
}


def respelt(manifest: str, spell: Callable[[Node], str]) -> str:
    """The manifest with each expression spelt so; a rank, which can't be calculated with, stays."""

    def other(match: re.Match[str]) -> str:
        text = match[0].strip("\"'") if match[0][0] in "\"'" else match[0].strip()
        node = parse(text)
        if isinstance(node, Call) and node.function == "rank":
            return match[0]
        new = spell(node)
        assert new == text or parse(new) != node or spell in (grouped, other_quotes, by_indicator)
        return f"'{new}'" if '"' in new else f'"{new}"'

    return _IS.sub(other, manifest)
