"""Footnotes: gathered when a section is read, numbered and put behind what calls them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from msgspec.structs import replace

from briefing import model
from briefing.narrative.script import Script

_CODE = "B308"


def gathered(script: Script, found: tuple[model.Block, ...]) -> tuple[model.Block, ...]:
    """The blocks of a file, its notes last; what can't be set as a note is a finding."""
    notes: dict[str, model.Footnote] = {}

    def take(block: model.Block) -> tuple[model.Block, ...]:
        if not isinstance(block, model.Footnote):
            return (block,)
        if block.label in notes:
            message = f"the footnote [^{block.label}] is written twice"
            script.find(_CODE, block.place, message, "give one another mark")
        notes.setdefault(block.label, block)
        return ()

    text = model.rebuilt(found, take)
    for note in notes.values():
        _content(script, note)
    called = _called(script, text, notes)
    for note in notes.values():
        if note.label not in called:
            message = f"nothing calls the footnote [^{note.label}], so it isn’t printed"
            hint = f"write [^{note.label}] where it belongs, or remove the note"
            script.find(_CODE, note.place, message, hint, lighter=True)
    return (*text, *notes.values())


def _content(script: Script, note: model.Footnote) -> None:
    if not note.blocks or any(not isinstance(block, model.Paragraph) for block in note.blocks):
        message = f"the footnote [^{note.label}] is more than paragraphs, or empty"
        script.find(_CODE, note.place, message, "write it as text; lists and tables go elsewhere")
    for mark in _marks(note.blocks):
        message = f"the footnote [^{mark.label}] is called within another"
        script.find(_CODE, mark.place, message, "put both into one note")


def _called(
    script: Script, text: tuple[model.Block, ...], notes: dict[str, model.Footnote]
) -> set[str]:
    """The labels that the text calls; marks that have no note, or stand where none may."""
    called: set[str] = set()
    for mark in _marks(text):
        called.add(mark.label)
        if mark.label not in notes:
            guess = model.did_you_mean(mark.label, notes)
            message = f"there is no footnote [^{mark.label}]{guess}"
            hint = f"write it in this file, after an empty line: [^{mark.label}]: Its text."
            script.find(_CODE, mark.place, message, hint)
    for mark in _misplaced(text):
        message = f"the footnote [^{mark.label}] is called in a title, a caption or a lead"
        script.find(_CODE, mark.place, message, "call it in the text below")
    return called


def _misplaced(text: tuple[model.Block, ...]) -> Iterator[model.NoteMark]:
    for block in model.every_block(text):
        if isinstance(block, model.Heading | model.Placement | model.Image):
            yield from _of(model.inlines_of(block))
        elif isinstance(block, model.Container) and block.role is model.Role.LEAD:
            yield from _marks(block.blocks)


def _marks(blocks: Iterable[model.Block]) -> Iterator[model.NoteMark]:
    for block in model.every_block(blocks):
        yield from _of(model.inlines_of(block))


def _of(inlines: Iterable[model.Inline]) -> Iterator[model.NoteMark]:
    return (inline for inline in inlines if isinstance(inline, model.NoteMark))


def numbered_notes(sections: tuple[model.Section, ...]) -> tuple[model.Section, ...]:
    """The sections with their notes numbered through the document in the order in which they are
    called, each behind the block that calls it first; a note that nothing calls is left out."""
    numbering = _Numbering()
    return tuple(numbering.section(section) for section in sections)


@dataclass(slots=True)
class _Numbering:
    count: int = 0
    _notes: dict[str, model.Footnote] = field(default_factory=dict)
    _numbers: dict[str, int] = field(default_factory=dict)

    def section(self, section: model.Section) -> model.Section:
        self._notes = {b.label: b for b in section.blocks if isinstance(b, model.Footnote)}
        self._numbers = {}
        return replace(section, blocks=model.rebuilt(section.blocks, self._block))

    def _block(self, block: model.Block) -> tuple[model.Block, ...]:
        if isinstance(block, model.Footnote):
            return ()
        called: list[model.Block] = []
        for mark in _of(model.inlines_of(block)):
            note = self._notes.get(mark.label)
            if note is not None and mark.label not in self._numbers:
                self.count += 1
                self._numbers[mark.label] = self.count
                called.append(replace(note, number=self.count, tie=mark.tie))
        return (self._numbered(block), *called) if called or self._numbers else (block,)

    def _numbered(self, block: model.Block) -> model.Block:
        if isinstance(block, model.Paragraph):
            return replace(block, inlines=self._inlines(block.inlines))
        if isinstance(block, model.MarkdownTable):
            rows = tuple(tuple(self._inlines(cell) for cell in row) for row in block.rows)
            head = tuple(self._inlines(cell) for cell in block.head)
            caption = self._inlines(block.caption)
            return replace(block, head=head, rows=rows, caption=caption)
        if isinstance(block, model.Image):
            return replace(block, caption=self._inlines(block.caption))
        return block

    def _inlines(self, inlines: tuple[model.Inline, ...]) -> tuple[model.Inline, ...]:
        return tuple(
            replace(inline, number=self._numbers.get(inline.label, 0))
            if isinstance(inline, model.NoteMark)
            else inline
            for inline in inlines
        )
