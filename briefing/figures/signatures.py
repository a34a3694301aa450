"""What each function of expressions takes and what it measures, once (NUMBERS.md §2)."""

from collections.abc import Iterator, Mapping
from enum import Enum, auto

from msgspec import Struct

from briefing.model import Call, Chain, Literal, Name, Negative, Node, Parameter, Quoted


class Takes(Enum):
    """What a function wants in a place: a value, a key of a family, a period, a whole number."""

    VALUE = auto()
    KEY = auto()
    PERIOD = auto()
    COUNT = auto()


class Measures(Enum):
    """What comes of a function."""

    SAME = auto()
    """what it is given, at other periods or in another currency"""
    SUM = auto()
    DIFFERENCE = auto()
    GROWTH = auto()
    SHARE = auto()
    INDEX = auto()
    """figures set in proportion: cover, openness, concentration"""
    GAP = auto()
    RANK = auto()


class Signature(Struct, frozen=True):
    """How a function is written, what it takes and measures.

    `over` says that it goes over all members of a family in its first argument or divides by
    them; `signs` are those of its arguments where it adds them up.
    """

    usage: str
    measures: Measures
    takes: tuple[Takes, ...] = (Takes.VALUE,)
    over: bool = False
    signs: tuple[int, ...] = ()


_TWO, _THREE, _FOUR = ((Takes.VALUE,) * n for n in (2, 3, 4))
_QUOTIENT = "(x, total, world_x, world_total)"
SIGNATURES: Mapping[str, Signature] = {
    "average": Signature('average(x, "2010..2014")', Measures.SAME, (Takes.VALUE, Takes.PERIOD)),
    "balance": Signature("balance(exports, imports)", Measures.DIFFERENCE, _TWO, signs=(1, -1)),
    "cagr": Signature('cagr(x, "2014..2025")', Measures.GROWTH, (Takes.VALUE, Takes.PERIOD)),
    "contribution": Signature("contribution(x, total)", Measures.GROWTH, _TWO),
    "convert": Signature("convert(x, rate)", Measures.SAME, _TWO),
    "cover": Signature("cover(exports, imports)", Measures.INDEX, _TWO),
    "fdi_share": Signature("fdi_share(stock, total)", Measures.SHARE, _TWO, over=True),
    "growth": Signature("growth(x)", Measures.GROWTH),
    "hhi": Signature("hhi(family)", Measures.INDEX, over=True),
    "hhi_normalised": Signature("hhi_normalised(family)", Measures.INDEX, over=True),
    "index": Signature("index(x, 2015)", Measures.INDEX, (Takes.VALUE, Takes.PERIOD)),
    "intensity": Signature(
        "intensity(x, total, partner_imports, world_imports)", Measures.INDEX, _FOUR
    ),
    "joined": Signature("joined(x, y)", Measures.SAME, _TWO),
    "market_share": Signature("market_share(imports, world)", Measures.SHARE, _TWO, over=True),
    "max": Signature("max(x)", Measures.SAME),
    "min": Signature("min(x)", Measures.SAME),
    "mirror_gap": Signature("mirror_gap(own, partner)", Measures.GAP, _TWO),
    "normalised": Signature("normalised(exports, imports)", Measures.INDEX, _TWO),
    "openness": Signature("openness(exports, imports, gdp)", Measures.INDEX, _THREE),
    "rank": Signature("rank(family, key)", Measures.RANK, (Takes.VALUE, Takes.KEY), over=True),
    "rca": Signature(f"rca{_QUOTIENT}", Measures.INDEX, _FOUR),
    "rca_symmetric": Signature(f"rca_symmetric{_QUOTIENT}", Measures.INDEX, _FOUR),
    "rolling": Signature("rolling(x, 4)", Measures.SAME, (Takes.VALUE, Takes.COUNT)),
    "share": Signature("share(x, of)", Measures.SHARE, _TWO, over=True),
    "sum": Signature("sum(family)", Measures.SUM, over=True),
    "to_date": Signature("to_date(x)", Measures.SAME),
    "top": Signature("top(family, 5)", Measures.SUM, (Takes.VALUE, Takes.COUNT), over=True),
    "turnover": Signature("turnover(exports, imports)", Measures.SUM, _TWO, signs=(1, 1)),
    "yearly": Signature("yearly(x)", Measures.SAME),
    "zero": Signature("zero(x)", Measures.SAME),
}


def values(function: str, arguments: tuple[object, ...]) -> tuple[int, ...]:
    """The places of the arguments that are values: in rank(exports_to, CHN) the second is a key,
    in rolling(x, 4) a count."""
    signature = SIGNATURES.get(function)
    takes = signature.takes if signature else ()
    return tuple(n for n in range(len(arguments)) if takes[n : n + 1] in ((), (Takes.VALUE,)))


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
