"""Marked content in a content stream: what is said, and what is only decoration.

ISO 32000-1, 14.6 and 14.8.2.2. Marks never nest: an inner one closes the outer, which opens again
under a new MCID when the inner one ends.
"""

from dataclasses import dataclass
from typing import TypeAlias

from briefing.pdf.content import END, Operator, paints
from briefing.pdf.tree import Element, Tree


@dataclass(frozen=True, slots=True)
class Artifact:
    """Decoration: the operator that opens it."""

    opening: str


Marked: TypeAlias = Element | Artifact


def artifact(kind: str, subtype: str, attached: str) -> Artifact:
    """An artifact of a kind (`Layout`, `Pagination`, `Page`): ISO 32000-1, table 330."""
    entries = f"/Type/{kind}"
    if subtype:
        entries += f"/Subtype/{subtype}"
    if attached:
        entries += f"/Attached[/{attached}]"
    return Artifact(f"/Artifact<<{entries}>>BDC")


@dataclass(slots=True)
class _Open:
    """The open mark; `start` is where it opens in the stream, None when it was resumed."""

    what: Marked
    mcid: int
    start: int | None


class Marks:
    """The marks of one canvas. The stream is the list of operators being written."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._stack: list[Marked] = []
        self._open: _Open | None = None
        self._closed: tuple[int, _Open] | None = None

    @property
    def covered(self) -> bool:
        """Whether what is painted now is marked."""
        return self._open is not None

    @property
    def balanced(self) -> bool:
        """Whether all that was begun has ended."""
        return not self._stack

    def begin(self, stream: list[Operator], what: Marked) -> None:
        """From here on, what is painted belongs there; within an artifact nothing is said."""
        if self._stack and isinstance(self._stack[-1], Artifact):
            what = self._stack[-1]
        self._stack.append(what)
        self._show(stream)

    def end(self, stream: list[Operator]) -> None:
        """Ends the newest mark and goes on with the one around it."""
        self._stack.pop()
        self._show(stream)

    def next_page(self) -> None:
        """A new stream begins."""
        self._closed = None

    def _show(self, stream: list[Operator]) -> None:
        what = self._stack[-1] if self._stack else None
        if self._open is not None:
            if self._open.what is what:
                return
            self._close(stream, self._open)
        if what is not None:
            self._begin(stream, what)

    def _begin(self, stream: list[Operator], what: Marked) -> None:
        if self._closed is not None:
            place, before = self._closed
            if place == len(stream) - 1 and before.what == what:
                stream.pop()
                self._open = _Open(what, before.mcid, None)
                return
        if isinstance(what, Artifact):
            mcid, opening = -1, what.opening
        else:
            mcid = self._tree.mark(what)
            # The tag says nothing: what the content is, is the element's to say.
            opening = f"/P<</MCID {mcid}>>BDC"
        self._open = _Open(what, mcid, len(stream))
        stream.append(opening)

    def _close(self, stream: list[Operator], mark: _Open) -> None:
        self._open = None
        if mark.start is not None and not any(map(paints, stream[mark.start + 1 :])):
            del stream[mark.start]
            if mark.mcid >= 0:
                self._tree.unmark(mark.mcid)
            return
        self._closed = (len(stream), mark)
        stream.append(END)
