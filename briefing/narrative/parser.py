"""Markdown-it as this product reads Markdown: CommonMark, tables, footnotes, `:::` blocks, and
`[…]{lang=mn}`."""

from functools import cache

from markdown_it import MarkdownIt
from mdit_py_plugins.container import container_plugin
from mdit_py_plugins.footnote import footnote_plugin

from briefing.narrative.spans import span

# Beyond what the depth check allows, so that nothing is cut before it is found.
_NESTING = 200
BLOCK = "container_block"


@cache
def parser() -> MarkdownIt:
    """The parser; texts of escapes stay apart so that each text is found in the source."""
    markdown = MarkdownIt("commonmark", {"maxNesting": _NESTING, "store_labels": True})
    markdown.enable("table").disable("text_join")
    # Addresses are judged in targets.py; refused here, a link would be printed as it is typed.
    markdown.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005
    markdown.inline.ruler.after("link", "span", span)
    container_plugin(markdown, "block", validate=lambda _params, _markup: True)
    # Notes stay where they are defined; a mark without one is found and said so.
    footnote_plugin(markdown, inline=False, move_to_end=False, always_match_refs=True)
    return markdown
