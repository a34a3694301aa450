"""What of a wait was this machine's other work: from the kernel's account of each thread."""

import time
from pathlib import Path
from threading import Event, Thread

_PROCESSES = Path("/proc")
_EVERY = 0.01

# Seconds that each thread of a process ran, and that it could have run but had no processor.
Account = dict[tuple[int, str], tuple[float, float]]


def family(process: int) -> set[int]:
    """The process and all below it."""
    parents: dict[int, int] = {}
    for stat in _PROCESSES.glob("[0-9]*/stat"):
        try:
            words = stat.read_text().rpartition(")")[2].split()
        except OSError:  # it has ended
            continue
        parents[int(stat.parent.name)] = int(words[1])
    found = {process}
    while more := {child for child, parent in parents.items() if parent in found} - found:
        found |= more
    return found


def account(processes: set[int]) -> Account:
    """Of all threads of the processes, up to now; nothing where the kernel doesn't say."""
    found: Account = {}
    for process in processes:
        for file in _PROCESSES.glob(f"{process}/task/*/schedstat"):
            try:
                ran, stood, _ = file.read_text().split()
            except (OSError, ValueError):
                continue
            found[process, file.parent.name] = int(ran) / 1e9, int(stood) / 1e9
    return found


class Watched:
    """Looks at one process and at those that wait for it, from `with` on."""

    def __init__(self, process: int, others: set[int]) -> None:
        self._process, self._all = process, {process} | others
        self._seen: list[tuple[float, Account]] = []
        self._ended = Event()
        self._thread = Thread(target=self._look, daemon=True)

    def __enter__(self) -> "Watched":
        self._before = account(self._all)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._thread.join()
        self._after = account(self._all)

    def _look(self) -> None:
        while not self._ended.wait(_EVERY):
            self._seen.append((time.time(), account({self._process})))

    def alone(self, began: float, ended: float) -> float:
        """The seconds between, as on a machine that does nothing else.

        One thread at a time carries the work on: of each process the time is left out in which the
        thread that stood longest could have run and had no processor. It is never less than what
        the process itself ran in that time.
        """
        stood = sum(
            max(
                self._after[key][1] - self._before.get(key, (0.0, 0.0))[1]
                for key in self._after
                if key[0] == process
            )
            for process in {process for process, _ in self._after}
        )
        last = next((now for when, now in reversed(self._seen) if when <= ended), self._before)
        ran = sum(own - self._before.get(key, (0.0, 0.0))[0] for key, (own, _) in last.items())
        return max(ended - began - stood, ran)
