"""Worker processes: each makes values of tasks, one at a time; one that dies is replaced."""

import gc
import multiprocessing
import os
import signal
import sys
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import suppress
from multiprocessing import connection, forkserver, resource_tracker
from types import FrameType
from typing import Any, Generic, TypeVar

from msgspec import Struct

Task = TypeVar("Task")
Made = TypeVar("Made")
# Windows has no processes that come from one which has loaded what all need.
_METHOD = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
# What every briefing needs is loaded once, before workers are made of it.
_LOADED = ("briefing.run.charting", "briefing.run.drawing", "briefing.run.batch")
# Seconds that a worker has to leave what it writes as it was, and that a dead one has to be buried.
_NOTICE = 0.3
_PATIENCE = 0.3
# As the command line does (cli.app): values live as long as the briefing.
_COLLECT_EVERY = 100_000


class Died(Struct, frozen=True):
    """A task whose worker died, and the one that tried it again too."""


class _Worker(Generic[Task, Made]):
    """A process with a task of its own, or none."""

    def __init__(self, begin: Callable[[], Callable[[Task], Made]]) -> None:
        context: Any = multiprocessing.get_context(_METHOD)
        self.pipe, other = context.Pipe()
        self.process = context.Process(target=_serve, args=(other, begin), daemon=True)
        self.process.start()
        # The pipe ends with the process when nobody else holds its other end.
        other.close()
        self.held: int | None = None

    def give(self, number: int, task: Task) -> None:
        """Let it do a task. Raises OSError where it is dead."""
        self.held = number
        self.pipe.send(task)


def _end(workers: Iterable["_Worker[Any, Any]"]) -> None:
    """End workers at once: one that is writing takes away what it began."""
    ending = list(workers)
    for worker in ending:
        worker.process.terminate()
    last = time.monotonic() + _NOTICE
    for worker in ending:
        worker.process.join(max(0, last - time.monotonic()))
        worker.process.kill()
    last = time.monotonic() + _PATIENCE
    for worker in ending:
        worker.process.join(max(0, last - time.monotonic()))
        worker.pipe.close()


def _serving() -> None:
    """Start what workers are made of; an interruption is its parent's to answer, not its own."""
    if _METHOD != "forkserver":
        return
    multiprocessing.get_context("forkserver").set_forkserver_preload(list(_LOADED))
    # Starting this one unblocks what is blocked below: so it is started before.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        forkserver.ensure_running()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _interrupted() -> None:
    """End what workers are made of: it may be loading still, and holds our output open. So may the
    process that Python keeps beside it, which has nothing of ours to look after."""
    server = getattr(getattr(forkserver, "_forkserver", None), "_forkserver_pid", None)
    tracker = getattr(getattr(resource_tracker, "_resource_tracker", None), "_pid", None)
    for process in (server, tracker):
        if process is not None:
            with suppress(OSError):
                os.kill(process, signal.SIGKILL)


def results(
    begin: Callable[[], Callable[[Task], Made]], tasks: Sequence[Task], jobs: int
) -> Generator[tuple[int, Made | Died], None, None]:
    """What is made of each task, with its number, as they are done, by at most so many processes.

    `begin` is called once in each and gives what does a task; both can be pickled. A task whose
    worker dies is tried once more. Closing the iterator ends the workers at once.
    """
    waiting = deque(range(len(tasks)))
    tried: set[int] = set()
    workers: list[_Worker[Task, Made]] = []
    try:
        _serving()
        while waiting or any(worker.held is not None for worker in workers):
            while waiting and len(workers) < jobs and all(w.held is not None for w in workers):
                workers.append(_Worker(begin))
                _give(workers[-1], waiting, tasks)
            _employ(workers, waiting, tasks)
            for pipe in connection.wait([w.pipe for w in workers if w.held is not None]):
                worker = next(w for w in workers if w.pipe is pipe)
                number = worker.held
                assert number is not None
                try:
                    made: Any = worker.pipe.recv()
                except (EOFError, OSError):
                    workers.remove(worker)
                    _end([worker])
                    if number in tried:
                        yield number, Died()
                    else:
                        tried.add(number)
                        waiting.append(number)
                    continue
                worker.held = None
                yield number, made
    except KeyboardInterrupt:
        _interrupted()
        raise
    finally:
        _end(workers)


def _employ(
    workers: Sequence[_Worker[Task, Made]], waiting: deque[int], tasks: Sequence[Task]
) -> None:
    """Give a task to each who has none."""
    for worker in workers:
        if waiting and worker.held is None:
            _give(worker, waiting, tasks)


def _give(worker: _Worker[Task, Made], waiting: deque[int], tasks: Sequence[Task]) -> None:
    number = waiting.popleft()
    try:
        worker.give(number, tasks[number])
    except OSError:
        # It died between two tasks: that shows when it is asked for a result.
        return


def _leave(_signal: int, _frame: FrameType | None) -> None:
    """Leave, so that what was begun is taken away. Where Python can't let that happen just now (in
    the middle of forgetting a value) it would say so; the parent ends the process soon anyway."""
    sys.unraisablehook = lambda _: None
    sys.exit()


def _serve(pipe: Any, begin: Callable[[], Callable[[Any], Any]]) -> None:
    """Do tasks until the other end is closed; an interruption is the parent's to answer."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _leave)
    gc.set_threshold(_COLLECT_EVERY)
    # What is loaded lives as long as the process, and most of it in the pages of its parent.
    gc.freeze()
    do = begin()
    while True:
        try:
            task = pipe.recv()
        except (EOFError, ConnectionError):
            return
        pipe.send(do(task))
