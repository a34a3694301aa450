"""Markdown's inline tokens as inlines, each with its line and column."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from markdown_it.token import Token

from briefing import model
from briefing.narrative import masks
from briefing.narrative.as_typed import as_typed
from briefing.narrative.condition import condition
from briefing.narrative.masks import Masked
from briefing.narrative.missing import gap
from briefing.narrative.reference import reference
from briefing.narrative.script import Script
from briefing.narrative.source_map import Origin
from briefing.narrative.spans import IF, LANGUAGE, SPAN
from briefing.narrative.targets import link_target, picture_path

EXHIBIT = "exhibit:"
# Behind a picture: how much of its column it takes at most.
_WIDTH = re.compile(r"\{width=([1-9][0-9]{0,2})%\}")
_MARKS = {"em": model.Mark.EMPHASIS, "strong": model.Mark.STRONG}
_BRACES = "a reference is {{ name }}, closed on the line where it opens; \\{{ prints the braces"


def inlines(script: Script, tokens: Sequence[Token], origin: Origin) -> tuple[model.Inline, ...]:
    """The inlines of a paragraph, heading or cell; what can't be set there is a finding."""
    reader = _Reader(script, origin)
    reader.read(tokens)
    return tuple(reader.out)


def standing_alone(
    script: Script, tokens: Sequence[Token], origin: Origin
) -> model.Image | model.Placement | None:
    """The exhibit or picture that is all of a paragraph, if it is one."""
    if not tokens or tokens[0].type != "image":
        return None
    token, *rest = tokens
    width = _WIDTH.fullmatch("".join(each.content for each in rest)) if rest else None
    if rest and (width is None or str(token.attrs["src"]).startswith(EXHIBIT)):
        return None
    place = origin.place(0)
    words = _Reader(script, origin, cursor=2)
    words.read(token.children or ())
    title = tuple(words.out)
    _no_title(script, token, place)
    address = str(token.attrs["src"])
    if address.startswith(EXHIBIT):
        return _placement(script, address.removeprefix(EXHIBIT), title, place)
    path = picture_path(script, address, place)
    if not any(isinstance(inline, model.Words | model.Asked | model.Clause) for inline in title):
        hint = f"say in words what it shows: ![The bridge at Altanbulag]({path})"
        script.find("B314", place, "a picture without an alternative text", hint)
    share = min(100, int(width[1])) if width else 100
    return model.Image(path, "", place, words=title, share=share)


def written(text: str, place: model.Place) -> model.Asked | model.Finding:
    """What stands in the braces of a reference."""
    inner = text[len(masks.OPENING) : -len("}}")]
    column = place.column + len(masks.OPENING)
    found = reference(inner, model.Place(place.file, place.line, column))
    return found if isinstance(found, model.Finding) else model.Asked(found)


def _placement(
    script: Script, name: str, title: tuple[model.Inline, ...], place: model.Place
) -> model.Placement:
    if not any(isinstance(inline, model.Words | model.Asked | model.Clause) for inline in title):
        hint = f"write what it shows: ![Imports have doubled]({EXHIBIT}{name})"
        script.find("B314", place, f"exhibit “{name}” has no title", hint)
    return model.Placement(name, title, place)


@dataclass(slots=True)
class _Reader:
    """Walks tokens with a cursor in the origin's text, before which all has been read."""

    script: Script
    origin: Origin
    cursor: int = 0
    marks: tuple[model.Mark, ...] = ()
    link: model.Link | None = None
    dead: model.Inline | None = None
    languages: tuple[str, ...] = ()
    linked: int = 0
    clauses: list[int] = field(default_factory=list)
    out: list[model.Inline] = field(default_factory=list)

    def read(self, tokens: Sequence[Token]) -> None:
        for token in tokens:
            kind = token.type
            if kind in ("text", "text_special"):
                self._text(token)
            elif kind in ("softbreak", "hardbreak"):
                self._break(kind)
            elif kind == "code_inline":
                self._code(token)
            elif kind.partition("_")[0] in _MARKS:
                self._mark(token)
            elif kind == "link_open":
                self._open_link(token)
            elif kind == "link_close":
                self._close_link()
            elif kind.partition("_")[0] == SPAN:
                self._span(token)
            elif kind == "image":
                self._image(token)
            elif kind == "footnote_ref":
                self._note(str(token.meta["label"]))
            elif kind == "html_inline":
                self._html(token)
            else:
                raise AssertionError(f"markdown-it made a {kind}")

    def _seek(self, text: str) -> int:
        """Where the text stands next; the cursor moves behind it."""
        start = self.origin.text.find(text, self.cursor)
        start = self.cursor if start < 0 else start
        self.cursor = start + len(text)
        return start

    def _text(self, token: Token) -> None:
        if token.type == "text_special":
            # An entity can name any character: the file itself has been cleaned of controls.
            start = self._seek(token.markup)
            self._words(self.script.printable(token.content, self.origin.place(start)), start)
            return
        start = self._seek(token.content)
        for offset, piece in masks.pieces(token.content, self.script.masked):
            if isinstance(piece, str):
                self._literal(piece, start + offset)
            else:
                self._reference(piece)

    def _literal(self, text: str, start: int) -> None:
        opening = text.find(masks.OPENING)
        if opening >= 0:
            place = self.origin.place(start + opening)
            self.script.find("B303", place, "“{{” without “}}” on its line", _BRACES)
        as_typed(self.script, self.origin, text, start, in_link=self.link is not None)
        self._words(text, start)

    def _words(self, text: str, start: int, *marks: model.Mark) -> None:
        printed = text.replace("\ufffd", "")
        if not printed:
            return
        held = frozenset((*self.marks, *marks))
        language = self.languages[-1] if self.languages else ""
        self.out.append(model.Words(printed, self.origin.place(start), held, self.link, language))

    def _reference(self, masked: Masked) -> None:
        asked = written(masked.text, masked.place)
        if isinstance(asked, model.Finding):
            self.script.findings.append(asked)
        else:
            self.out.append(model.Asked(asked.reference, frozenset(self.marks), self.link))

    def _break(self, kind: str) -> None:
        start = self._seek("\n")
        text = self.origin.text
        while self.cursor < len(text) and text[self.cursor] in " \t":
            self.cursor += 1
        if kind == "hardbreak":
            self.out.append(model.Break())
        else:
            self._words(" ", start)

    def _code(self, token: Token) -> None:
        start = self._seek(token.markup)
        end = self.origin.text.find(token.markup, self.cursor)
        inside = self.origin.text[self.cursor : end]
        lead = len(token.markup) + (
            1 if inside[:1].isspace() and not token.content[:1].isspace() else 0
        )
        self.cursor = max(end, self.cursor) + len(token.markup)
        self._words(masks.unmask(token.content, self.script.masked), start + lead, model.Mark.CODE)

    def _mark(self, token: Token) -> None:
        self._seek(token.markup)
        mark = _MARKS[token.type.partition("_")[0]]
        if token.nesting > 0:
            self.marks = (*self.marks, mark)
        else:
            self.marks = self.marks[: len(self.marks) - 1 - self.marks[::-1].index(mark)]

    def _span(self, token: Token) -> None:
        if token.nesting < 0:
            closing = self._seek("]" + token.markup)
            if IF in token.meta:
                self._clause(str(token.meta[IF]), closing + len("]{if="))
            else:
                self.languages = self.languages[:-1]
            return
        place = self.origin.place(self._seek("["))
        if IF in token.meta:
            self.clauses.append(len(self.out))
            return
        language = str(token.meta[LANGUAGE])
        if not model.is_language_tag(language):
            hint = "write its tag (BCP 47): [Монгол Улс]{lang=mn}"
            self.script.find("B321", place, f"“{language}” is no language", hint)
        self.languages = (*self.languages, language)

    def _clause(self, name: str, offset: int) -> None:
        """What was read since the clause began, under its condition."""
        start = self.clauses.pop()
        asked = condition(self.script, name, self.origin.place(offset), "[…]{if=name}")
        if asked is not None:
            self.out[start:] = [model.Clause(asked, tuple(self.out[start:]))]

    def _open_link(self, token: Token) -> None:
        start = self._seek("<" if token.markup == "autolink" else "[")
        place = self.origin.place(start)
        _no_title(self.script, token, place)
        address = str(token.attrs["href"])
        target = link_target(self.script, address, place)
        self.linked = len(self.out)
        if target is not None:
            self.link = model.Link(target, self.script.next_link(), place)
        else:
            # A draft says that the link leads nowhere; the address stands in the finding.
            self.dead = gap("…", place)

    def _close_link(self) -> None:
        link = self.link
        if link is not None and len(self.out) == self.linked:
            self._empty_link(link)
        if self.dead is not None:
            self.out.append(self.dead)
        self.link = self.dead = None
        self._skip_target()

    def _empty_link(self, link: model.Link) -> None:
        """`[](#trade)` prints the number of what it refers to; empty until that is known."""
        if not isinstance(link.target, model.Url):
            self.out.append(model.Words("", link.place, frozenset(self.marks), link))
        else:
            hint = f"write what it leads to: [the treaty]({link.target.address})"
            self.script.find("B309", link.place, "a link without a text", hint)

    def _skip_target(self) -> None:
        """Move the cursor behind `](…)` or `][…]`, so that an address is not taken for text."""
        text = self.origin.text
        self._seek("]" if text[self.cursor : self.cursor + 1] == "]" else ">")
        closing = {"(": ")", "[": "]"}.get(text[self.cursor : self.cursor + 1])
        if closing is None:
            return
        opening, depth = text[self.cursor], 0
        for position in range(self.cursor, len(text)):
            depth += {opening: 1, closing: -1}.get(text[position], 0)
            if depth == 0:
                self.cursor = position + 1
                return

    def _image(self, token: Token) -> None:
        start = self._seek("![")
        self.cursor = start + 2 + len(token.content)
        self._skip_target()
        place = self.origin.place(start)
        if str(token.attrs["src"]).startswith(EXHIBIT):
            name = str(token.attrs["src"]).removeprefix(EXHIBIT)
            message = f"exhibit “{name}” stands inside a sentence"
        else:
            message = "a picture stands inside a sentence"
        hint = "give it a paragraph of its own, with an empty line before and after"
        self.script.find("B310", place, message, hint)

    def _note(self, label: str) -> None:
        place = self.origin.place(self._seek(f"[^{label}]"))
        self.out.append(model.NoteMark(label, self.script.next_link(), place))

    def _html(self, token: Token) -> None:
        text = masks.unmask(token.content, self.script.masked)
        html(self.script, text, self.origin.place(self._seek(token.content)))


def html(script: Script, text: str, place: model.Place) -> None:
    """The finding that raw HTML is."""
    shown = text.strip().split("\n")[0][:40]
    hint = "write it in Markdown; for a literal < write \\<"
    script.find("B307", place, f"raw HTML “{shown}” cannot be printed", hint)


def _no_title(script: Script, token: Token, place: model.Place) -> None:
    if title := token.attrs.get("title"):
        hint = "leave it out, or write it in the text"
        script.find("B315", place, f"“{title}”, the title of a link, cannot be printed", hint)
