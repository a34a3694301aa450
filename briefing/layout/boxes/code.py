"""Blocks of code: lines as typed, on one measure, with a rule at their left."""

from dataclasses import replace

from briefing.layout.text.breaking import Joint
from briefing.layout.text.paragraph import Bar, Paragraph
from briefing.layout.text.segments import Piece, segment
from briefing.layout.text.setting import Setting
from briefing.model import CodeBlock
from briefing.pdf import Element

_TAB = 4
_NO_BREAK_SPACE = "\u00a0"


def code_block(setting: Setting, block: CodeBlock, parent: Element, indent: float) -> Paragraph:
    """A line of code is a line of the page, or several where it is too long; spaces are kept."""
    look = setting.look
    kind = look.style.text.code
    setting.check(block.text.replace("\t", " "), kind.face, block.place)
    lines = block.text.expandtabs(_TAB).rstrip("\n").split("\n")
    made = tuple(
        segment((Piece(_kept(line), kind),), Joint.FORCED, Piece(" ", kind), look) for line in lines
    )
    bar = Bar(indent, look.style.code.bar, look.style.colours.rule)
    element = parent.child("P").child("Code")
    paragraph = Paragraph(made, kind, look, element, before=kind.before, after=kind.after)
    return replace(paragraph, indent=indent + look.style.code.indent, bars=(bar,))


def _kept(line: str) -> str:
    """The line with its leading spaces firm; an empty one holds its place."""
    bare = line.lstrip(" ")
    return _NO_BREAK_SPACE * max(len(line) - len(bare), 0 if bare else 1) + bare
