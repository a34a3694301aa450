"""What is an element's own text, and what begins a text of its own within it."""

from collections.abc import Iterator

from briefing.pdf.reading.nodes import Content, Node

_BLOCK_ROLES = """
    P H H1 H2 H3 H4 H5 H6 Lbl LBody TH TD Caption Title TOCI Note FENote BibEntry BlockQuote Div
    Sect Aside Figure Formula
"""
BLOCKS = frozenset(_BLOCK_ROLES.split())
PARTS = frozenset(("L", "LI", "Table", "TR", "THead", "TBody", "TFoot", "TOC"))


def own(node: Node, without: frozenset[str] = frozenset()) -> Iterator[Content]:
    """The content of an element in reading order, up to the blocks and parts within it, and
    without what stands in elements of some roles."""
    for kid in node.kids:
        if isinstance(kid, Content):
            yield kid
        elif isinstance(kid, Node) and kid.role not in BLOCKS | PARTS | without:
            yield from own(kid, without)
