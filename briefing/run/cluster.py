"""Briefings made on a Dask scheduler that somebody else runs (extra `cluster`)."""

import logging
import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

from msgspec.structs import replace

from briefing.model import BriefingError, ExitCode
from briefing.run import shelf
from briefing.run.batch import Briefed, State, Task
from briefing.run.crew import Made, Parcel, difference, make
from briefing.workspace import installed, parcel

_PATIENCE = 10
# So many tasks for each thread wait on the scheduler: results are fetched as they come.
_AHEAD = 4
_HINT = "See that the scheduler runs there and that its certificates are those of this side."


def results(tasks: Sequence[Task], address: str) -> Iterator[Briefed]:
    """What became of each task, as they are done, their editions shelved here.

    Raises BriefingError: exit 2 for an address that may not be used, exit 4 where nobody answers or
    a worker has other versions. Where the scheduler is lost, what is done is kept, and each of the
    others is told.
    """
    _allowed(address)
    with _connected(address) as client:
        wanted = installed.versions()
        _compared(client, wanted)
        for folder in dict.fromkeys(task.folder for task in tasks):
            own = [task for task in tasks if task.folder == folder]
            yield from _of_project(client, own, wanted)


def _of_project(client: Any, tasks: Sequence[Task], wanted: Mapping[str, str]) -> Iterator[Briefed]:
    as_completed: Any = _dask().as_completed
    run = uuid4().hex
    packed = Parcel(parcel.pack(tasks[0].folder, tasks[0].output))
    shipped = client.scatter(packed, broadcast=True, hash=False)
    waiting = iter(enumerate(tasks))
    going: dict[str, Task] = {}

    def begun() -> list[Any]:
        """The next task handed over, if there is one."""
        for number, task in waiting:
            # A key is the scheduler's: one that another run has used would give that run's result.
            key = f"briefing-{run}-{number}"
            going[key] = task
            return [client.submit(make, shipped, task, wanted, pure=False, key=key)]
        return []

    threads = max(1, sum(client.nthreads().values()))
    first = [future for _ in range(_AHEAD * threads) for future in begun()]
    finished = as_completed(first, loop=client.loop, with_results=True, raise_errors=False)
    for future, result in finished:
        task = going.pop(future.key)
        yield _kept(result) if future.status == "finished" else _lost(task, future.status, result)
        if future.status == "cancelled":
            break
        future.release()
        for another in begun():
            finished.add(another)
    for task in (*going.values(), *(task for _, task in waiting)):
        yield _lost(task, "cancelled", None)


def _kept(made: Made) -> Briefed:
    """The edition on the shelf, unless it stands there as it is."""
    briefed = made.briefed
    if made.names is None or briefed.outcome is None or briefed.state is not State.BUILT:
        return briefed
    output = briefed.task.output
    if not briefed.task.anew and shelf.holds(made.names, output, made.files):
        standing = tuple(built.path for built in briefed.outcome.built)
        outcome = replace(briefed.outcome, built=(), standing=standing)
        return replace(briefed, state=State.UNCHANGED, outcome=outcome)
    try:
        shelf.keep(made.names, output, made.files)
    except BriefingError as problem:
        return Briefed(
            briefed.task, State.FAILED, None, problem.message, problem.hint, problem.exit_code
        )
    return briefed


def _lost(task: Task, status: str, result: object) -> Briefed:
    if status == "cancelled":
        hint = "Run it again when the scheduler is back: what is done is left as it is."
        return Briefed(task, State.FAILED, None, "the scheduler was lost", hint, ExitCode.REMOTE)
    why = result[1] if isinstance(result, tuple) and len(result) > 1 else result
    message = f"its worker died, each time that it was tried: {type(why).__name__}"
    return Briefed(
        task, State.FAILED, None, message, "Build it alone to see more.", ExitCode.REMOTE
    )


def _allowed(address: str) -> None:
    """Refuse a way that others could read: who reaches a scheduler runs programs there and here."""
    parts = urlsplit(address)
    try:
        host, port = parts.hostname or "", parts.port
    except ValueError:
        host, port = "", None
    if parts.scheme not in ("tls", "tcp") or not (host and port):
        message = f"--cluster {address} is no address of a scheduler"
        raise BriefingError(message, "Write tls://HOST:PORT.", ExitCode.USAGE)
    if parts.scheme == "tcp" and not _is_here(host):
        message = f"--cluster {address} is not encrypted"
        raise BriefingError(message, "Use tls://; tcp:// is for this machine only.", ExitCode.USAGE)


def _is_here(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


@contextmanager
def _connected(address: str) -> Iterator[Any]:
    distributed = _dask()
    security = distributed.Security(require_encryption=address.startswith("tls:"))
    if security.require_encryption and not (security.tls_ca_file and security.tls_client_cert):
        hint = (
            "Say where they are, in Dask's own configuration or by DASK_DISTRIBUTED__COMM__TLS__"
            "CA_FILE, …__CLIENT__CERT and …__CLIENT__KEY."
        )
        raise BriefingError("no certificates for the cluster", hint, ExitCode.USAGE)
    # That of its clients has a level of its own, by Dask's configuration.
    names = ("distributed", "distributed.client", "tornado", "asyncio")
    loggers = [logging.getLogger(name) for name in names]
    before = [logger.level for logger in loggers]
    for logger in loggers:
        # What becomes of each briefing is told; Dask would add its tracebacks.
        logger.setLevel(logging.CRITICAL + 1)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            client = distributed.Client(
                address, security=security, set_as_default=False, timeout=_PATIENCE
            )
        except Exception as error:
            message = f"the cluster at {address} doesn’t answer: {type(error).__name__}"
            raise BriefingError(message, _HINT, ExitCode.REMOTE) from error
        try:
            yield client
        finally:
            client.close(timeout=1)
            for logger, level in zip(loggers, before, strict=True):
                logger.setLevel(level)


def _dask() -> Any:
    try:
        import distributed
    except ImportError:
        raise BriefingError(
            "--cluster needs Dask, which isn’t installed",
            "pip install 'country-briefing[cluster]'",
            ExitCode.USAGE,
        ) from None
    return distributed


def _compared(client: Any, wanted: Mapping[str, str]) -> None:
    """Refuse a crew of other versions: its files would have other bytes."""
    there = client.run(installed.versions, on_error="return")
    for worker, found in sorted(there.items()):
        differs = (
            difference(wanted, found) if isinstance(found, Mapping) else f"no briefing: {found}"
        )
        if differs:
            raise BriefingError(
                f"worker {worker} has {differs}",
                "Install the same versions on every worker; bytes would differ.",
                ExitCode.REMOTE,
            )
