"""Marks: all that is painted is content or said to be decoration, and content is in the tree."""

from collections.abc import Iterator

from briefing.pdf.reading.content import Run
from briefing.pdf.reading.file import Fault, File, Requirement

_MARKED = Requirement("PDF/UA-1 7.1-3", "PDF/UA-2 8.2.2-1", "Tag it, or mark it as an artifact.")
_APART = {
    "decoration": Requirement("PDF/UA-1 7.1-1", "PDF/UA-2 8.2.2-1", "Close the content’s mark."),
    "content": Requirement("PDF/UA-1 7.1-2", "PDF/UA-2 8.2.2-1", "Close the artifact first."),
}
_CROSSED = Requirement(
    "ISO 32000-1 14.6.1", "ISO 32000-2 14.6.1", "End a mark in the text object that it began in."
)
_EXCERPT = 40


def marked(file: File) -> Iterator[Fault]:
    """Paint outside every mark, content whose mark the tree doesn't hold, and marks that don't
    nest; one a page each."""
    held = {(c.page, c.mcid) for c in file.tree.content()} if file.tree is not None else frozenset()
    for page in file.pages:
        bare = [run for run in page.runs if run.unmarked]
        if bare:
            what = _what(bare)
            yield file.fault(_MARKED, f"{what} is neither tagged nor decoration", page.number)
        lost = [r for r in page.runs if r.mcid is not None and (page.number, r.mcid) not in held]
        if lost:
            what = _what(lost)
            yield file.fault(_MARKED, f"{what} is marked but no element holds it", page.number)
        for kind in dict.fromkeys(page.nested):
            where = "content" if kind == "decoration" else "decoration"
            yield file.fault(_APART[kind], f"{kind} stands within {where}", page.number)
        if page.crossed:
            yield file.fault(_CROSSED, "a mark and a text object cross", page.number)


def _what(runs: list[Run]) -> str:
    text = " ".join(run.text.strip() for run in runs if run.text.strip())[:_EXCERPT]
    return f"the text “{text}”" if text else "a drawing"
