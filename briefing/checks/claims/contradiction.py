"""The finding of a word that contradicts its figure, with a reference that can be written."""

from briefing.checks.bearing import form
from briefing.checks.sentences import Clause
from briefing.model import Dimension, Finding, Number

_CHANGING = (Dimension.MONEY, Dimension.MEASURE, Dimension.COUNT, Dimension.EXCHANGE, Dimension.PER)
_WRITES = {
    "change: verb": "writes “increased by …” or “decreased by …”",
    "balance": "writes “a deficit of …” or “a surplus of …”",
    "rank: largest": "writes “second largest”",
    "points": "writes “up …” or “down …”",
    "growth: bare": "writes the size alone, for a sentence that has its word",
    "growth: verb": "writes “increased by …” or “decreased by …”",
    "record": "writes “the highest since 2008” or “a record”",
    "times": "writes “3.2 times”",
}


def contradiction(
    clause: Clause, offset: int, number: Number, message: str, better: str = ""
) -> Finding:
    """A B105 at a word of the clause; `better` is the filter that brings the right word, where it
    isn't told by the figure."""
    asked = better or _better(number)
    hint = "correct the word, or the figure"
    if asked and number.reference is not None:
        hint = f"correct the word, or let the figure bring its own: {written(number, asked)}"
    about = (number.fact.name,)
    return Finding("B105", clause.place(offset), message, hint, about)


def written(number: Number, asked: str) -> str:
    """A reference to a number's fact with another filter, and what it writes."""
    return f"{{{{ {number.reference} | {asked} }}}} {_WRITES[asked]}"


def _better(number: Number) -> str:
    """The filter by which a figure brings a word with it; empty where none fits it."""
    asked, fact = form(number), number.fact
    if asked in ("points", "balance"):
        return asked
    if number.comparison is not None:
        return "change: verb" if fact.unit.dimension in _CHANGING else ""
    if fact.unit.dimension is Dimension.RANK:
        return "rank: largest"
    if fact.unit.dimension is Dimension.PERCENT:
        return "growth: verb"
    return "times" if fact.unit.dimension is Dimension.RATIO else ""
