"""Text of which no pages are ever made, known before it is read as Markdown."""

from collections.abc import Iterator

from briefing.model import Finding, Spec
from briefing.workspace import Unreadable, Workspace

# More than the most pages of a document hold in any style: 5,000 letters a page.
_MOST_LETTERS = 5_000_000


def too_long(workspace: Workspace, spec: Spec) -> Iterator[Finding]:
    """A finding for each language in which the sections hold more than any document does."""
    for language in spec.languages:
        letters = 0
        for section in spec.sections:
            letters += len(_text(workspace, section.files.get(language, "")))
            if letters > _MOST_LETTERS:
                yield Finding(
                    "B406",
                    section.place,
                    f"the sections in {language} have more than {_MOST_LETTERS:,} letters up to "
                    "this one: the document has more than 1,000 pages",
                    "divide it: several projects may share data and text",
                )
                break


def _text(workspace: Workspace, file: str) -> str:
    """The text of a file; of one that can't be read another finding tells."""
    try:
        return workspace.text(file) if file else ""
    except Unreadable:
        return ""
