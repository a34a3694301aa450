"""What a worker of a cluster does: briefings of a project that was shipped to it."""

import weakref
from collections.abc import Mapping
from functools import partial
from threading import Lock

from msgspec import Struct

from briefing.editions import Names
from briefing.run.batch import Briefed, State, Task, maker
from briefing.workspace import installed, parcel

_ONE = Lock()


class Made(Struct, frozen=True):
    """What became of a task, and its files by name where an edition was made."""

    briefed: Briefed
    names: Names | None = None
    files: Mapping[str, bytes] = {}


class Parcel:
    """A project on its way: unpacked where it is first used, gone when nobody holds it any more."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._folder = ""
        self._shelved: list[tuple[Names, Mapping[str, bytes]]] = []
        # The list alone, not this parcel: in a circle it would stay when nobody holds it.
        self._brief = maker(shelve=partial(_noted, self._shelved))

    def __reduce__(self) -> tuple[type["Parcel"], tuple[bytes]]:
        """It travels packed."""
        return Parcel, (self._data,)

    def make(self, task: Task, above: str) -> Made:
        """Do a task on the project as unpacked below `above`; nothing is written."""
        # A worker may have several threads; what briefings share is for one at a time.
        with _ONE:
            if not self._folder:
                self._folder, away = parcel.unpack(self._data, above)
                weakref.finalize(self, parcel.remove, away)
            here = Task(self._folder, task.output, task.choices, task.strict)
            briefed = self._brief(here)
            names, files = self._shelved[0] if self._shelved else (None, {})
            self._shelved.clear()
        told = Briefed(task, briefed.state, briefed.outcome, *_problem(briefed))
        return Made(told, names, dict(files))


def _noted(
    shelved: list[tuple[Names, Mapping[str, bytes]]],
    names: Names,
    _output: str,
    files: Mapping[str, bytes],
) -> None:
    shelved.append((names, files))


def _problem(briefed: Briefed) -> tuple[str, str, int]:
    return briefed.problem, briefed.hint, briefed.exit_code


def make(shipped: Parcel, task: Task, wanted: Mapping[str, str]) -> Made:
    """Do a task on this worker, if it has the versions `wanted`."""
    from distributed import get_worker

    differs = difference(wanted, installed.versions())
    if differs:
        hint = "Install the same versions on every worker."
        return Made(Briefed(task, State.FAILED, None, f"its worker has {differs}", hint, 4))
    return shipped.make(task, get_worker().local_directory)


def difference(wanted: Mapping[str, str], there: Mapping[str, str]) -> str:
    """In words, the first three of what differs; empty where nothing does."""
    names = [n for n in {**wanted, **there} if wanted.get(n, "") != there.get(n, "")]
    shown = (f"{n} {there.get(n) or 'not'} (here {wanted.get(n) or 'not'})" for n in names[:3])
    return ", ".join(shown)
