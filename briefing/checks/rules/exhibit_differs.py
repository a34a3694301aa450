"""B115: chart, grid and text of the same fact that differ."""

import re
from collections.abc import Iterator
from decimal import Decimal

from briefing import language
from briefing.checks.claims.title import contradicted
from briefing.checks.labelled import Labelled, differing, in_exhibits, in_text
from briefing.checks.parts import exhibits
from briefing.checks.rule import Material, Rule
from briefing.model import Chart, Code, Document, Fact, Finding, Grid, Placed

CODE = Code(
    "chart, grid and text differ",
    "An exhibit shows a figure under a label and period under which the text, or another "
    "exhibit, prints a different one; an exhibit prints a value that is not its fact's, rounded; "
    "or its title says other than it shows (“Exports rise” over a line that falls).",
    "A chart drawn from one file and a sentence written from another is the commonest fault of "
    "statistical reports, and the easiest to see.",
    "a grid of goods_sold, labelled “Exports to Russia”, above a sentence with {{ exports }}, "
    "labelled the same",
    "show and print one series, or give the two labels that tell them apart",
)
_DIGITS = re.compile(r"[−-]?\d[\d.,\u00a0\u202f ]*")
# A growth too large for per cent is told by how many times the earlier value it came to.
_TIMES = "×"
_SCALES = (0, 3, 6, 9, 12)


def _examine(material: Material) -> Iterator[Finding]:
    for document in material.documents:
        shown = list(in_exhibits(document))
        for first, second in differing([*in_text(document), *shown]):
            if second.exhibit and second.exhibit != first.exhibit:
                yield _twice(first, second)
        for placed in exhibits(document):
            yield from _printed(document, placed)
            yield from _titled(document, placed)


def _twice(first: Labelled, second: Labelled) -> Finding:
    where = f"exhibit {first.exhibit}" if first.exhibit else "the text"
    message = (
        f"exhibit {second.exhibit} shows “{second.label}” {second.fact.period} as "
        f"{second.fact.name}, {where} as {first.fact.name}, and their values differ"
    )
    hint = "show and print one of the two, or give them labels that tell them apart"
    about = (second.fact.name, first.fact.name, second.exhibit)
    return Finding("B115", second.place, message, hint, about, lighter=True)


def _printed(document: Document, placed: Placed) -> Iterator[Finding]:
    """Cells and points that don't show what their fact is."""
    for text, drawn, fact in _values(placed):
        if _is_rounded(text, fact, document.language) and _is_drawn(drawn, fact):
            continue
        name = placed.exhibit.name
        message = f"exhibit {name} prints “{text}” for “{fact.name}” {fact.period}: {fact.value}"
        hint = "this is a fault of briefing, not of yours: please report it"
        yield Finding("B115", placed.place, message, hint, (fact.name, name))


def _titled(document: Document, placed: Placed) -> Iterator[Finding]:
    """A title that says other than its chart shows."""
    name = placed.exhibit.name
    for word, shows in contradicted(placed, document.language):
        message = f"the title says “{word}” of exhibit {name}, {shows}"
        hint = "correct the word in the title, or the exhibit below it"
        yield Finding("B115", placed.place, message, hint, (name,))


def _values(placed: Placed) -> Iterator[tuple[str, Decimal | None, Fact]]:
    content = placed.exhibit.content
    if isinstance(content, Chart):
        points = (point for line in content.lines for point in line.points)
        yield from ((point.text, point.value, point.fact) for point in points)
    elif isinstance(content, Grid):
        cells = (cell for row in content.rows for cell in row.cells)
        yield from ((cell.text, None, cell.fact) for cell in cells if cell.fact is not None)


def _is_rounded(text: str, fact: Fact, code: str) -> bool:
    """Whether the digits printed are the fact's value in some scale, rounded."""
    match = _DIGITS.search(text)
    if match is None or not isinstance(fact.value, Decimal) or fact.bound or text[0] in "[<>×":
        return True
    digits = language.grammar(code).digits(match[0].strip())
    printed = Decimal(digits) if digits else Decimal(0)
    exponent = printed.as_tuple().exponent
    half = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0) / 2
    told = (fact.value / 100 + 1,) if text.startswith(_TIMES) else _scaled(fact)
    return any(abs(value - printed) <= half for value in told)


def _is_drawn(drawn: Decimal | None, fact: Fact) -> bool:
    return drawn is None or drawn == fact.value or drawn in _scaled(fact)


def _scaled(fact: Fact) -> Iterator[Decimal]:
    """The value in each scale of its unit, exactly; first as it is."""
    if isinstance(fact.value, Decimal):
        yield fact.value
        yield from (fact.unit.convert(fact.value, fact.unit.scaled(s)) for s in _SCALES)


RULE = Rule(CODE, _examine, looks="exhibits")
