"""One Markdown file as a section."""

from collections.abc import Iterator, Sequence
from typing import Any

from markdown_it.token import Token
from msgspec.structs import replace

from briefing import model
from briefing.model.memory import remembers
from briefing.narrative import masks
from briefing.narrative.blocks import Inside, blocks, tree
from briefing.narrative.footnotes import gathered
from briefing.narrative.inlines import written
from briefing.narrative.parser import parser
from briefing.narrative.script import Script, script


@remembers(64)
def read(file: str, name: str, text: str) -> tuple[model.Section | None, tuple[model.Finding, ...]]:
    """The section that a Markdown file holds, references unread; None when it has no title.

    `file` is its path in the project, for places; `name` the section's in the manifest. The same
    text is read once for many briefings.
    """
    source = script(file, text)
    known: dict[str, Any] = {}
    tokens = parser().parse("\n".join(source.lines), known)
    found = gathered(source, blocks(source, tree(tokens), Inside()))
    _definitions(source, tokens, known)
    section = _section(source, name, found)
    return section, tuple(sorted(source.findings, key=lambda finding: finding.place))


def phrase(phrase: model.Phrase) -> tuple[tuple[model.Inline, ...], tuple[model.Finding, ...]]:
    """The inlines of a text of the manifest: words and references, no Markdown."""
    source = script(phrase.place.file, phrase.text)
    masked_text, masked = "\n".join(source.lines), source.masked
    source.findings[:] = (_in_title(f, _moved(phrase, f.place)) for f in source.findings)
    found: list[model.Inline] = []
    for offset, piece in masks.pieces(masked_text, masked):
        place = _within(phrase, offset)
        if isinstance(piece, str):
            found.append(model.Words(piece.replace("\ufffd", ""), place))
            if masks.OPENING in piece:
                hint = "a reference is {{ name }}"
                source.find("B303", place, "“{{” without “}}”", hint)
            continue
        asked = written(piece.text, place)
        if isinstance(asked, model.Asked):
            found.append(asked)
        else:
            source.findings.append(asked)
    return tuple(found), tuple(source.findings)


def _within(phrase: model.Phrase, offset: int) -> model.Place:
    """A place inside a manifest's text; on a further line of it, the text's own."""
    place = phrase.place
    if "\n" in phrase.text[:offset]:
        return place
    return model.Place(place.file, place.line, place.column + offset)


def _section(source: Script, name: str, found: tuple[model.Block, ...]) -> model.Section | None:
    place = source.place(0)
    if not found or not isinstance(found[0], model.Heading):
        if any(isinstance(block, model.Heading) for block in found):
            message, hint = "text before the section's title", "put the heading first"
            source.find("B302", found[0].place, message, hint)
        else:
            hint = "begin the file with its title: # Trade"
            source.find("B301", place, f"section “{name}” has no title", hint)
        return None
    title, rest = found[0], found[1:]
    if not title.inlines:
        hint = "write the section's title after the #"
        source.find("B301", title.place, f"section “{name}” has an empty title", hint)
    _controls(source, title)
    _levels(source, title.level, rest)
    return model.Section(name, title.inlines, _lowered(rest, title.level - 1), title.place)


def _lowered(found: tuple[model.Block, ...], by: int) -> tuple[model.Block, ...]:
    """The blocks with headings counted from a title of level 1."""

    def lower(block: model.Block) -> tuple[model.Block, ...]:
        if isinstance(block, model.Heading):
            return (replace(block, level=max(block.level - by, 2)),)
        return (block,)

    return model.rebuilt(found, lower)


def _controls(source: Script, title: model.Heading) -> None:
    """What is a warning in prose is an error in a title."""
    for number, finding in enumerate(source.findings):
        if finding.code == "B313" and finding.place.line == title.place.line:
            source.findings[number] = _in_title(finding, finding.place)


def _in_title(finding: model.Finding, place: model.Place) -> model.Finding:
    return replace(finding, place=place, lighter=False)


def _moved(phrase: model.Phrase, place: model.Place) -> model.Place:
    """A place counted from a phrase's start as a place of its file."""
    before = phrase.text.split("\n")[: place.line - 1]
    return _within(phrase, sum(len(line) + 1 for line in before) + place.column - 1)


def _levels(source: Script, top: int, found: tuple[model.Block, ...]) -> None:
    """Headings below the title must be deeper than it, and go down one level at a time."""
    previous = top
    for heading in _headings(found):
        if heading.level <= top:
            hint = f"write {'#' * (top + 1)} for a heading inside the section"
            source.find("B302", heading.place, "a section has one title", hint)
        elif heading.level > previous + 1:
            hint = f"write {'#' * (previous + 1)}"
            message = f"a heading of level {heading.level} after one of level {previous}"
            source.find("B302", heading.place, message, hint)
        previous = heading.level


def _headings(found: tuple[model.Block, ...]) -> list[model.Heading]:
    """The headings of the running text; in a `:::` role they stand apart."""
    headings: list[model.Heading] = []
    for block in found:
        if isinstance(block, model.Heading):
            headings.append(block)
        elif isinstance(block, model.Condition):
            headings.extend(_headings(block.blocks))
    return headings


def _definitions(source: Script, tokens: Sequence[Token], known: dict[str, Any]) -> None:
    """Link targets that are never used, or defined twice."""
    used = set(_labels(tokens))
    for label, definition in known.get("references", {}).items():
        place = source.place(definition["map"][0])
        if label not in used:
            message = f"the link target [{label.lower()}] is used nowhere"
            source.find("B315", place, message, "remove it, or write [text][label]", lighter=True)
    for definition in known.get("duplicate_refs", ()):
        place = source.place(definition["map"][0])
        message = f"the link target [{definition['label'].lower()}] is defined twice"
        source.find("B315", place, message, "remove one", lighter=True)


def _labels(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        if "label" in token.meta and not token.type.startswith("footnote"):
            yield token.meta["label"]
        yield from _labels(token.children or ())
