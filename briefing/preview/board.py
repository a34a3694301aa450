"""The newest snapshot, and waiting for the next: shared by all threads."""

from collections import OrderedDict
from collections.abc import Callable, Collection
from threading import Condition, Event

from briefing.preview.snapshot import Paper, Snapshot

# Papers that are answered for after others took their place: a browser may ask for one still.
_KEPT = 16


class Board:
    """Holds one snapshot; its version grows by one with each that differs from the one before.
    `wake` lets who makes them look anew."""

    def __init__(self, snapshot: Snapshot, wake: Callable[[], None] = lambda: None) -> None:
        self._snapshot = snapshot
        self._version = 1
        self._wake = wake
        self._changed = Condition()
        self._closed = False
        self._read = Event()
        self._papers: OrderedDict[str, Paper] = OrderedDict()
        self.reader = ""
        self.style = ""
        self.near: frozenset[int] = frozenset()

    def show(self, snapshot: Snapshot) -> None:
        """Puts a snapshot in the place of the last and wakes who waits, if it says anything new."""
        with self._changed:
            if snapshot == self._snapshot:
                return
            self._snapshot = snapshot
            self._version += 1
            for paper in snapshot.papers.values():
                self._papers[paper.digest] = paper
                self._papers.move_to_end(paper.digest)
            while len(self._papers) > _KEPT:
                self._papers.popitem(last=False)
            self._changed.notify_all()

    def now(self) -> tuple[int, Snapshot]:
        """The version and the snapshot that are shown."""
        with self._changed:
            return self._version, self._snapshot

    def paper(self, digest: str) -> Paper | None:
        """The paper of that digest, if it is shown or was lately."""
        with self._changed:
            return self._papers.get(digest)

    def whole(self, language: str, seconds: float) -> Paper | None:
        """The paper in a language, once all of it is drawn; waits for that, up to so long."""

        def ready() -> bool:
            paper = self._snapshot.papers.get(language)
            return self._closed or paper is None or paper.pages.drawn is None

        with self._changed:
            self._changed.wait_for(ready, seconds)
            paper = self._snapshot.papers.get(language)
        return paper if paper is not None and paper.pages.drawn is None else None

    def looked(self, language: str, pages: Collection[int]) -> None:
        """Notes which pages of which paper a reader sees."""
        with self._changed:
            self.reader, self.near = language, frozenset(pages)

    def styled(self, style: str) -> bool:
        """Notes which style a reader wants to see; whether there is such a one."""
        with self._changed:
            known = style in self._snapshot.styles
            if known:
                self.style = style
        if known:
            self._wake()
        return known

    def sketched(self, snapshot: Snapshot, seconds: float) -> None:
        """Shows a snapshot with a sketch, and gives way until a reader has it, so long at most."""
        self._read.clear()
        self.show(snapshot)
        self._read.wait(seconds)

    def read(self) -> None:
        """Notes that a reader has a page of the sketch with its words."""
        self._read.set()

    def after(self, version: int, seconds: float) -> None:
        """Returns as soon as another version is shown, or when the seconds have passed."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._version != version, seconds)

    @property
    def closed(self) -> bool:
        """Whether nothing will be shown any more."""
        return self._closed

    def close(self) -> None:
        """Lets everybody go who waits."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
