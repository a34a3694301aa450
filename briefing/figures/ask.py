"""What rules, notes and records ask of an expression; each spelling gets the same answer."""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from msgspec import Struct

from briefing.figures.signatures import SIGNATURES, Measures, needs, parts
from briefing.model import Call, Chain, Literal, Name, Negative, Node, Period, Quoted

Expressions = Mapping[str, Node]
_NONE: Expressions = {}
_COMPARING = frozenset(
    {Measures.DIFFERENCE, Measures.GROWTH, Measures.SHARE, Measures.INDEX, Measures.GAP}
)


class Term(Struct, frozen=True):
    """A name or a call that an expression adds up, so many times."""

    times: Fraction
    of: Name | Call


def terms(node: Node, expressions: Expressions = _NONE) -> tuple[Term, ...] | None:
    """What a linear expression adds up, each once, in order; None for any other.

    Names that are in `expressions` stand for these, where they are linear.
    """
    gathered: dict[str, Term] = {}
    for term in _terms(node, Fraction(1), expressions) or ():
        key = canonical(term.of)
        before = gathered.get(key)
        times = term.times + (before.times if before else 0)
        gathered[key] = Term(times, term.of)
    found = tuple(term for term in gathered.values() if term.times)
    return found or None


def core(node: Node, expressions: Expressions = _NONE) -> Name | Call | None:
    """The one name or call that an expression is, whatever stands round it; None for more."""
    found = terms(node, expressions)
    return found[0].of if found and len(found) == 1 and found[0].times == 1 else None


def is_difference(node: Node | None, expressions: Expressions = _NONE) -> bool:
    """Whether an expression is one thing less another."""
    times = [term.times for term in terms(node, expressions) or ()] if node else []
    return any(t < 0 for t in times) and any(t > 0 for t in times)


def is_growth(node: Node | None, expressions: Expressions = _NONE) -> bool:
    """Whether it says by how much something grew, perhaps with the sign turned."""
    found = terms(node, expressions) if node else None
    return found is not None and len(found) == 1 and _measures(found[0].of) is Measures.GROWTH


def is_share(node: Node | None, expressions: Expressions = _NONE) -> bool:
    """Whether it is a part in percent of its whole."""
    found = core(node, expressions) if node else None
    return found is not None and _measures(found) is Measures.SHARE


def is_percent(node: Name | Call) -> bool:
    """Whether a function gives percent."""
    return _measures(node) in (Measures.SHARE, Measures.GROWTH)


def average_over(node: Node | None, expressions: Expressions = _NONE) -> Period | None:
    """The years over which it is an average growth; None where it is none."""
    found = core(node, expressions) if node else None
    if not isinstance(found, Call) or found.function != "cagr":
        return None
    last = found.arguments[-1]
    try:
        return Period.parse(last.text) if isinstance(last, Quoted) else None
    except ValueError:
        return None


def rolled(node: Node | None) -> int:
    """How many periods each value of an expression adds up, by `rolling`; 0 for none."""
    found = [term.of for term in terms(node) or ()] if node else []
    counts = {_rolling(part) for part in found}
    return counts.pop() if len(counts) == 1 else 0


def _rolling(node: Name | Call) -> int:
    if not isinstance(node, Call) or node.function != "rolling" or len(node.arguments) != 2:
        return 0
    count = node.arguments[1]
    return int(count.value) if isinstance(count, Literal) else 0


def gap_between(node: Node, parameters: Mapping[str, str]) -> tuple[str, str] | None:
    """The two series that an expression holds against each other as mirror figures."""
    found = terms(node)
    if found is None or len(found) != 1 or not isinstance(found[0].of, Call):
        return None
    gap = found[0].of
    ends = [core(argument) for argument in gap.arguments]
    if _measures(gap) is not Measures.GAP or len(ends) != 2:
        return None
    names = [str(filled(end, parameters)) for end in ends if isinstance(end, Name)]
    return (names[0], names[1]) if len(names) == 2 else None


def families(node: Node, expressions: Expressions = _NONE) -> frozenset[str]:
    """The names over whose members an expression ranks, sums or shares out."""
    return frozenset(_families(node, expressions, within=False))


def rests_on(node: Node | None, expressions: Expressions = _NONE) -> frozenset[str]:
    """All names that an expression is built on, and those of the expressions that they stand
    for."""
    found: set[str] = set()
    waiting = [node] if node is not None else []
    while waiting:
        for name in set(needs(waiting.pop())) - found:
            found.add(name)
            waiting += [expressions[name]] if name in expressions else []
    return frozenset(found)


def compares(node: Node) -> bool:
    """Whether it takes one thing from another, divides them or sets them in proportion."""
    if isinstance(node, Negative) or (isinstance(node, Call) and _measures(node) in _COMPARING):
        return True
    if isinstance(node, Chain) and any(step.operator in "-/" for step in node.steps):
        return True
    return any(compares(part) for part in parts(node))


def filled(name: Name, parameters: Mapping[str, str]) -> Name:
    """A name whose key is a parameter, with the code that it stands for."""
    return Name(name.name, parameters.get(name.key[1:], name.key)) if name.key[:1] == "$" else name


def canonical(node: Node) -> str:
    """One spelling for all expressions that compute the same by brackets, order and sign."""
    match node:
        case Call() if not SIGNATURES.get(node.function) or not SIGNATURES[node.function].signs:
            return f"{node.function}({', '.join(map(canonical, node.arguments))})"
        case Call() | Negative():
            return _sum(node)
        case Chain():
            return _sum(node) if terms(node) else _chain(node)
    return str(node)


def _sum(node: Node) -> str:
    found = terms(node)
    if found is None:
        return f"-({canonical(node.operand)})" if isinstance(node, Negative) else str(node)
    if len(found) == 1 and found[0].times == 1:
        return canonical(found[0].of)
    return " + ".join(sorted(f"{term.times} {canonical(term.of)}" for term in found))


def _chain(node: Chain) -> str:
    """A sum or product that isn't linear: its parts in order of their spelling."""
    signs = [("+" if node.is_sum else "*", node.first)]
    signs += [(step.operator, step.operand) for step in node.steps]
    return "(" + " ".join(sorted(f"{sign} {canonical(part)}" for sign, part in signs)) + ")"


def _terms(node: Node, times: Fraction, expressions: Expressions) -> list[Term] | None:
    match node:
        case Name():
            inner = expressions.get(node.name) if not node.key else None
            found = _terms(inner, times, expressions) if inner is not None else None
            return found or [Term(times, node)]
        case Negative():
            return _terms(node.operand, -times, expressions)
        case Call():
            signature = SIGNATURES.get(node.function)
            signs = signature.signs if signature else ()
            if len(signs) != len(node.arguments) or not signs:
                return [Term(times, node)]
            signed = zip(node.arguments, signs, strict=True)
            return _all(_terms(part, times * sign, expressions) for part, sign in signed)
        case Chain() if node.is_sum:
            return _all(
                _terms(part, times * sign, expressions)
                for part, sign in (
                    (node.first, 1),
                    *((s.operand, 1 if s.operator == "+" else -1) for s in node.steps),
                )
            )
        case Chain():
            return _product(node, times, expressions)
    return None


def _product(node: Chain, times: Fraction, expressions: Expressions) -> list[Term] | None:
    """The terms of one factor that is no number, where all others are."""
    factor: Node | None = None
    for part, operator in ((node.first, "*"), *((s.operand, s.operator) for s in node.steps)):
        number = _number(part)
        if number is not None and (number or operator == "*"):
            times = times * number if operator == "*" else times / number
        elif operator == "*" and factor is None:
            factor = part
        else:
            return None
    return _terms(factor, times, expressions) if factor is not None else None


def _number(node: Node) -> Fraction | None:
    """The number that an expression of numbers alone is; None for any other."""
    match node:
        case Literal():
            return Fraction(node.value)
        case Negative():
            number = _number(node.operand)
            return None if number is None else -number
        case Chain():
            return _computed(node)
    return None


def _computed(node: Chain) -> Fraction | None:
    result = _number(node.first)
    for step in node.steps:
        number = _number(step.operand)
        if result is None or number is None or (step.operator == "/" and not number):
            return None
        match step.operator:
            case "+":
                result += number
            case "-":
                result -= number
            case "*":
                result *= number
            case _:
                result /= number
    return result


def _all(found: Iterable[list[Term] | None]) -> list[Term] | None:
    gathered: list[Term] = []
    for part in found:
        if part is None:
            return None
        gathered += part
    return gathered


def _families(node: Node, expressions: Expressions, within: bool) -> Iterator[str]:
    if isinstance(node, Name):
        if within and not node.key:
            yield node.name
            inner = expressions.get(node.name)
            if inner is not None:
                yield from _families(inner, expressions, within)
        return
    signature = SIGNATURES.get(node.function) if isinstance(node, Call) else None
    over = within or (signature is not None and signature.over)
    for part in parts(node):
        yield from _families(part, expressions, over)


def _measures(node: Name | Call) -> Measures | None:
    signature = SIGNATURES.get(node.function) if isinstance(node, Call) else None
    return signature.measures if signature else None
