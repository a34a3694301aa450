"""Every example of the CommonMark specification as the text of a section: none crashes; its words
are in the PDF, or a finding says what is refused of it.

What an example says is read from its HTML, which is the specification's own word. Examples whose
addresses are no addresses (`/url`) are refused for that; so each is tried with addresses, too.
"""

import re
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path

from markdown_it import MarkdownIt

import briefing
from briefing import project
from briefing.model.finding import Severity
from briefing.model.text import Place
from briefing.pdf import load_faces
from briefing.run.drawing import draw
from briefing.run.examine import examine
from briefing.workspace import Workspace
from tests.commonmark.examples import examples
from tests.projects.round_trip import document_words, pdf_words

MANIFEST = """\
briefing: 1
title: Example
period: 2025
released: 2026-11-24
languages: [en]
sections: [text]
"""
COUNT = 652
# So many at least are set, with addresses where they have none; the others are refused.
SET = 470
# What each refusal must be about, in the HTML that the Markdown means.
REFUSED: Mapping[str, tuple[str, ...]] = {
    "B050": ("<img",),  # no such picture
    "B051": ("<img",),  # a picture outside the project
    "B302": ("<h1>", "<h3>"),  # a section has one title, and no level is left out
    "B309": ("<a href", "<img"),  # no http(s), mailto or #
    "B310": ("<img",),  # a picture within a sentence
    "B314": ("<img",),  # a picture of another kind, or without words
    "B315": (' title="',),  # titles of links and pictures
    "B316": ('<a href="#',),  # nothing is called so
}
# A digit that no fact stands behind doesn't keep a text from being set.
SETTABLE = frozenset({"B101"})
# Scripts that the faces lack, which only the layout finds.
UNSET = frozenset({"B402"})
# A character that can't be printed is a warning.
UNPRINTABLE = "\ufffd"
_ADDRESS = re.compile(r"""(?<![\w<>/:."'\\&;=])/(?=ur[il]|bar|my|foo)""")
_INLINE = frozenset(("em", "strong", "a", "code"))


class Said(HTMLParser):
    """The words of an HTML text; those of a block are apart from the next one's."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.feed(html)
        self.close()

    @property
    def words(self) -> list[str]:
        return "".join(self.parts).split()

    def handle_data(self, data: str) -> None:
        self.parts.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.parts.append("" if tag in _INLINE else " ")

    def handle_endtag(self, tag: str) -> None:
        self.parts.append("" if tag in _INLINE else " ")


class Press:
    """Sets Markdown as a section and looks at what came of it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.text = folder / "sections" / "en" / "text.md"
        self.text.parent.mkdir(parents=True)
        (folder / "briefing.yaml").write_text(MANIFEST, encoding="utf-8")
        style, findings = project.read_style("ministry", Place("briefing.yaml"))
        assert style is not None
        assert findings == ()
        self.style = style
        self.faces = load_faces(style.faces, style.fallback)

    def set(self, markdown: str, html: str) -> tuple[bool, list[str]]:
        """Whether it was set, and what is wrong with how it came through."""
        self.text.write_text(f"# Example\n\n{markdown}", encoding="utf-8", newline="")
        examined = examine(Workspace(str(self.folder)), briefing.Choices())
        wrong = {f.code for f in examined.findings if f.severity is Severity.ERROR} - SETTABLE
        if wrong:
            return False, [f"refused for {c}" for c in sorted(wrong) if not fits(c, markdown, html)]
        if examined.spec is None or not examined.documents:
            return False, ["lost without a finding"]
        (document,) = examined.documents
        pages, found = draw(
            document, examined.spec, self.style, self.faces, "ua1+3a", lambda _: None
        )
        if UNPRINTABLE in html and not any(f.code == "B313" for f in examined.findings):
            return False, ["left out without a finding"]
        if pages is None:
            return False, [f.message for f in found if f.code not in UNSET]
        words = pdf_words(pages.data)
        faults = [] if words == document_words(document, "short") else ["not the document's words"]
        left = [w for w in Said(html).words if w != UNPRINTABLE]
        rest = iter(words)
        lost = [word for word in left if not any(word == other for other in rest)]
        return True, faults + [f"lost: {word}" for word in lost]


def fits(code: str, markdown: str, html: str) -> bool:
    """Whether the Markdown has what the finding is about."""
    if code == "B307":
        return MarkdownIt("commonmark", {"html": False}).render(markdown) != html
    return any(part in html for part in REFUSED.get(code, ()))


def test_every_example_comes_through(tmp_path: Path) -> None:
    press = Press(tmp_path)
    render = MarkdownIt("commonmark").render
    read = examples()
    assert len(read) == COUNT
    was_set: set[int] = set()
    faults: list[str] = []
    for example in read:
        addressed = _ADDRESS.sub("https://example.org/", example.markdown)
        for markdown in dict.fromkeys((example.markdown, addressed)):
            html = example.html if markdown == example.markdown else render(markdown)
            done, found = press.set(markdown, html)
            was_set |= {example.number} if done else set()
            faults += [f"{example.number} ({example.chapter}): {fault}" for fault in found]
    assert faults == []
    assert len(was_set) >= SET
