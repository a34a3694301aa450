"""The words of a document and those of the PDF made of it, walked by structure, to be equal.

White space of any kind is between words, soft hyphens are none; figures are their alternative text;
the contents, which only the pages make, are left out.
"""

from briefing import narrative
from briefing.model.document import Document
from tests.pdf.structure import Node, read

_INLINE_ROLES = "Span Link Reference Quote Code Strong Em Sub"
# In which all test projects and samples are set.
FAMILIES = "IBM Plex Serif, IBM Plex Sans"
_INLINE = frozenset(_INLINE_ROLES.split())


def document_words(document: Document, annex: str = "full") -> list[str]:
    return _words(narrative.text(document, annex=annex, set_in=FAMILIES))


def pdf_words(data: bytes) -> list[str]:
    return _words(_text(read(data)))


def _words(text: str) -> list[str]:
    return text.replace("\u00ad", "").split()


def _text(node: Node) -> str:
    if node.role == "TOC":
        return ""
    if node.role == "Figure":
        captions = "".join(_text(kid) for kid in node.find("Caption"))
        return f"{captions}\n[{node.attributes.get('alt', '')}]\n"
    inner = "".join(kid if isinstance(kid, str) else _text(kid) for kid in node.kids)
    return inner if node.role in _INLINE else f"\n{inner}\n"
