"""Waiting for files to be saved."""

import os
import re
from threading import Event, Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from watchfiles import Change

# Milliseconds: how long after a saving another may still belong to it, and how long at most.
_STEP, _LONGEST = 10, 200

# Files and folders, below those that are watched, that no project reads.
_UNREAD = re.compile(r"(^|/)(\.[^/]*|out|__pycache__|[^/]*~|[^/]*\.sw.)(/|$)")


class Watch:
    """Notices what is saved in folders from the moment that it is made; needs watchfiles."""

    def __init__(self, *folders: str) -> None:
        self._roots = tuple(os.path.realpath(folder) for folder in folders)
        self._saved = Event()
        self._ended = Event()
        self._thread = Thread(target=self._look, daemon=True)
        self._thread.start()

    def wait(self, seconds: float | None = None) -> bool:
        """Whether something was saved that no earlier wait told of; waits for it, up to so long."""
        saved = self._saved.wait(seconds)
        if saved:
            self._saved.clear()
        return saved

    def is_late(self) -> bool:
        """Whether something was saved that no wait told of."""
        return self._saved.is_set()

    def wake(self) -> None:
        """Lets who waits go on, as if something was saved."""
        self._saved.set()

    def close(self) -> None:
        """Ends the watch."""
        self._ended.set()
        self._thread.join()

    def _look(self) -> None:
        from watchfiles import watch

        for _ in watch(
            *self._roots,
            watch_filter=self._counts,
            step=_STEP,
            debounce=_LONGEST,
            stop_event=self._ended,
            raise_interrupt=False,
        ):
            self._saved.set()

    def _counts(self, _: "Change", path: str) -> bool:
        return any(
            path.startswith(f"{root}/") and not _UNREAD.search(path[len(root) + 1 :])
            for root in self._roots
        )
