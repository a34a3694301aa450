"""Many briefings of one project, an edition each: one after the other, or by several processes."""

import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from enum import StrEnum
from functools import partial
from hashlib import sha256
from itertools import count
from typing import TYPE_CHECKING

from msgspec import Struct, structs

from briefing.model import BriefingError, Choices, ExitCode
from briefing.run import shelf
from briefing.run.build import Shelve, build, stops
from briefing.run.kept import Kept
from briefing.run.outcome import Outcome
from briefing.run.pool import Died, results
from briefing.workspace.cache import cache

if TYPE_CHECKING:
    from briefing.run.signing import Signing


# After how many briefings a process forgets their texts and gives back what it doesn't use. That
# takes half of what a briefing takes; without it, it has a tenth more at the hundredth than at the
# tenth.
_TIDY = 20


class Task(Struct, frozen=True):
    """One briefing to make, as `build` takes it; `anew` with nothing that the cache holds."""

    folder: str
    output: str
    choices: Choices
    strict: bool = False
    if_changed: bool = False
    anew: bool = False

    @property
    def name(self) -> str:
        """What tells it from the others: the values of its parameters."""
        return "-".join(value for _, value in self.choices.parameters)


class State(StrEnum):
    """What became of a briefing."""

    BUILT = "built"
    UNCHANGED = "unchanged"
    FAILED = "failed"


class Briefed(Struct, frozen=True):
    """What became of a task: its outcome, or the problem that kept it from one."""

    task: Task
    state: State
    outcome: Outcome | None = None
    problem: str = ""
    hint: str = ""
    exit_code: int = 0


def batch(tasks: Sequence[Task], jobs: int, sign: "Signing | None" = None) -> Iterator[Briefed]:
    """What became of each task, as they are done, each signed by the key of `sign`; one that fails
    doesn't keep the others.

    The files are the same whether one process makes them or several.
    """
    if jobs == 1 or len(tasks) == 1:
        brief = maker(sign)
        yield from (brief(task) for task in tasks)
        return
    with closing(results(partial(maker, sign), tasks, jobs)) as made:
        for number, result in made:
            if isinstance(result, Died):
                hint = "The other briefings stand. Build it alone to see more."
                message = "the process that built it died, twice"
                yield Briefed(tasks[number], State.FAILED, None, message, hint, ExitCode.BUG)
            else:
                yield result


def maker(sign: "Signing | None" = None, shelve: Shelve = shelf.keep) -> Callable[[Task], Briefed]:
    """What makes briefings one after the other, and keeps what they share."""
    kept: dict[str, Kept] = {}
    made = count(1)

    def brief(task: Task) -> Briefed:
        if next(made) % _TIDY == 0:
            # Loaded late: most runs make fewer.
            from briefing.workspace.memory import give_back

            give_back()
        if task.folder not in kept:
            kept.clear()
            kept[task.folder] = Kept(cache(reads=not task.anew))
        return _brief(task, kept[task.folder], sign, shelve)

    return brief


def _brief(task: Task, kept: Kept, sign: "Signing | None", shelve: Shelve) -> Briefed:
    try:
        outcome = build(
            task.folder,
            task.output,
            task.choices,
            strict=task.strict,
            if_changed=task.if_changed,
            sign=sign,
            kept=kept,
            shelve=shelve,
        )
    except BriefingError as problem:
        code = problem.exit_code
        return Briefed(task, State.FAILED, None, problem.message, problem.hint, code)
    except Exception as bug:
        # A fault of ours in one briefing is told with it; the others are made.
        message = "".join(traceback.format_exception(bug))
        return Briefed(task, State.FAILED, None, message, "Please report it.", ExitCode.BUG)
    # Records are large and stand on the shelf.
    outcome = structs.replace(outcome, record=b"", last=None)
    if outcome.built:
        return Briefed(task, State.BUILT, outcome, exit_code=int(_fails(task, outcome)))
    if outcome.standing:
        return Briefed(task, State.UNCHANGED, outcome, exit_code=int(_fails(task, outcome)))
    return Briefed(task, State.FAILED, outcome, exit_code=ExitCode.FAILED)


def _fails(task: Task, outcome: Outcome) -> bool:
    return stops(outcome.findings, task.strict)


def shard(tasks: Sequence[Task], number: int, of: int) -> tuple[Task, ...]:
    """The tasks of one of several equal parts, numbered from 1: by the digest of their names, so
    that a task stays in its part whatever others come or go."""
    return tuple(task for task in tasks if _digest(task.name) % of == number - 1)


def identity(tasks: Sequence[Task]) -> str:
    """What tells a batch from others: the SHA-256 of its tasks' names and choices."""
    listed = sorted(f"{task.name} {task.choices}" for task in tasks)
    return sha256("\n".join(listed).encode(errors="surrogateescape")).hexdigest()


def _digest(name: str) -> int:
    return int.from_bytes(sha256(name.encode()).digest()[:8], "big")
