"""The newest snapshot, and waiting for the next: shared by all threads."""

from collections.abc import Collection
from threading import Condition, Event

from briefing.preview.snapshot import Snapshot


class Board:
    """Holds one snapshot; its version grows by one with each that differs from the one before."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._version = 1
        self._changed = Condition()
        self._closed = False
        self._read = Event()
        self.reader = ""
        self.near: frozenset[int] = frozenset()

    def show(self, snapshot: Snapshot) -> None:
        """Puts a snapshot in the place of the last and wakes who waits, if it says anything new."""
        with self._changed:
            if snapshot == self._snapshot:
                return
            self._snapshot = snapshot
            self._version += 1
            self._changed.notify_all()

    def now(self) -> tuple[int, Snapshot]:
        """The version and the snapshot that are shown."""
        with self._changed:
            return self._version, self._snapshot

    def looked(self, language: str, pages: Collection[int]) -> None:
        """Notes which pages of which paper a reader sees."""
        with self._changed:
            self.reader, self.near = language, frozenset(pages)

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
