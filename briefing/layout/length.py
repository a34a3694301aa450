"""Whether a document can end at all: its text measured roughly, before a box of it is made."""

from math import ceil

from briefing import model
from briefing.layout.flow.search import MOST_PAGES
from briefing.layout.theme import Look
from briefing.model.style import TextStyle

# So much of a text says how wide its letters are.
_SAMPLE = 2_000


def too_long(document: model.Document, look: Look) -> bool:
    """Whether the main column's text alone takes more pages than any document has, set in that
    column or, as text without asides is, wide."""
    style = look.style
    written, code, rows = _written(document)
    settings = ((style.text.body, style.column.main), (style.text.wide, style.column.wide))
    height = min(_height(written, look, setting, width) for setting, width in settings)
    height += code * style.text.code.leading + rows * style.text.grid.cell.leading
    return height > MOST_PAGES * (style.page.bottom - style.page.top)


def _height(written: list[str], look: Look, setting: TextStyle, width: float) -> float:
    """That of all texts by the mean width of their letters: lines that end between words hold
    less, so that it is never too much."""
    sample = "".join(written[:100])[:_SAMPLE]
    letter = look.width(sample, setting) / max(len(sample), 1)
    return sum(ceil(len(text) * letter / width) for text in written) * setting.leading


def endless() -> model.Finding:
    """A document that does not end on MOST_PAGES pages."""
    return model.Finding(
        "B406",
        model.Place("briefing.yaml"),
        f"the document has more than {MOST_PAGES:,} pages",
        "divide it, or show fewer rows: all data are enclosed in the file anyway",
    )


def _written(document: model.Document) -> tuple[list[str], int, int]:
    """The texts that stand one below the other in the main column, how many lines code has, and
    how many rows tables."""
    found: list[str] = []
    code = rows = 0
    for block in model.every_block(
        document.blocks, lambda block: not isinstance(block, model.Container)
    ):
        if isinstance(block, model.MarkdownTable):
            rows += len(block.rows)
        elif isinstance(block, model.Placed):
            content = block.exhibit.content
            rows += len(content.rows) if isinstance(content, model.Grid) else 0
        elif isinstance(block, model.CodeBlock):
            code += block.text.count("\n")
        else:
            found += ["".join(map(_said, text)) for text in model.texts(block)]
    return found, code, rows


def _said(inline: model.Inline) -> str:
    if isinstance(inline, model.Clause):
        return "".join(map(_said, inline.inlines))
    return str(getattr(inline, "text", ""))
