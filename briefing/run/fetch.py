"""Figures from where they are published into the project: the reply's bytes and one lock entry."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from hashlib import sha256

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from briefing import project, tables
from briefing.model.finding import BriefingError, Finding, Severity, did_you_mean, errors
from briefing.model.lock import LOCK, Fetched, Lock
from briefing.model.spec import Choices, Origin, TableSpec
from briefing.model.table import Row
from briefing.run.lock import read_lock
from briefing.run.outcome import Outcome
from briefing.services import SERVICES, Asked, RefusedError
from briefing.workspace import Workspace, clock, new_files
from briefing.workspace.http import Ask, FailedError, Reply, Request, redacted

_PAGE = (b"<!doctype html", b"<html")


class Taken(Struct, frozen=True):
    """What came of one table: `new`, `revised`, `unchanged` or `failed`, its file, rows and
    source's own date."""

    table: str
    result: str
    file: str
    rows: int = 0
    published: str = ""


class Haul(Struct, frozen=True):
    """What came of all: the findings, and each table's result."""

    outcome: Outcome
    taken: tuple[Taken, ...]


def fetch(
    folder: str,
    names: Sequence[str],
    choices: Choices,
    ask: Ask,
    keys: Mapping[str, str],
    *,
    dry_run: bool = False,
    progress: Callable[[str], None] = lambda _: None,
    now: Callable[[], datetime] = clock.now,
) -> Haul:
    """Fetch the project's tables that have a `from:`, or those named.

    A table whose reply isn't good keeps its last file and entry; what is not another than before
    changes no byte. Raises BriefingError for a name that is no such table (exit 2).
    """
    workspace = Workspace(folder)
    spec, findings = project.read(workspace, choices)
    wrong = tuple(f for f in findings if f.code != "B050")
    if spec is None or (errors(wrong) and not spec.tables):
        return Haul(_outcome(workspace, findings), ())
    wanted = _wanted(spec.tables, names)
    lock = read_lock(workspace)
    found: list[Finding] = []
    taken: list[Taken] = []
    for table in wanted:
        progress(f"fetching {table.name}")
        before = lock.tables.get(table.name)
        try:
            entry, body = _fetched(workspace, table, before, ask, keys, now)
        except (RefusedError, FailedError) as error:
            found.append(_finding(table, error))
            taken.append(Taken(table.name, "failed", table.file.text))
            continue
        result = "unchanged" if body is None else "revised" if before else "new"
        taken.append(Taken(table.name, result, entry.file, entry.rows, entry.published))
        if body is not None and not dry_run:
            lock = replace(lock, tables={**lock.tables, table.name: entry})
            new_files.replace(folder, entry.file, body)
            new_files.replace(folder, LOCK, _written(lock))
    return Haul(_outcome(workspace, tuple(found)), tuple(taken))


def _wanted(specs: Mapping[str, TableSpec], names: Sequence[str]) -> list[TableSpec]:
    fetched = {name: spec for name, spec in specs.items() if spec.origin is not None}
    for name in names:
        if name not in fetched:
            raise BriefingError(
                f"no table “{name}” has a `from:`{did_you_mean(name, fetched)}",
                f"Tables that can be fetched: {', '.join(fetched) or 'none'}.",
                exit_code=2,
            )
    return [fetched[name] for name in names or fetched]


def _fetched(
    workspace: Workspace,
    table: TableSpec,
    before: Fetched | None,
    ask: Ask,
    keys: Mapping[str, str],
    now: Callable[[], datetime],
) -> tuple[Fetched, bytes | None]:
    """The lock's entry, and the bytes where they are others than before."""
    origin = table.origin
    assert origin is not None
    service = SERVICES[origin.service]
    key = keys.get(origin.service, "")
    described = b""
    if service.description is not None:
        described = _good(ask(_request(service.description(origin), ""))).body
    asked = service.question(origin, bool(key), described)
    standing = before if before and _stands(workspace, before) else None
    reply = ask(_conditional(_request(asked, key), standing))
    if reply.status == 304 and standing is not None:
        return standing, None
    body = _good(reply).body
    rows = _rows(table, body)
    published = service.examine(origin, bool(key), body, rows)
    digest = sha256(body).hexdigest()
    if standing is not None and standing.sha256 == digest:
        return standing, None
    return Fetched(
        file=table.file.text,
        service=origin.service,
        address=redacted(asked.address),
        retrieved=now().strftime("%Y-%m-%dT%H:%M:%SZ"),
        sha256=digest,
        bytes=len(body),
        rows=len(rows),
        published=published,
        etag=reply.headers.get("etag", ""),
        last_modified=reply.headers.get("last-modified", ""),
        asked=(asked.body or b"").decode(),
    ), body


def _request(asked: Asked, key: str) -> Request:
    secret = {asked.key_header: key} if asked.key_header and key else {}
    return Request(asked.address, asked.headers, asked.body, secret)


def _conditional(request: Request, standing: Fetched | None) -> Request:
    """Ask only for what changed since, where the same was asked and its file still stands."""
    if standing is None or standing.address != redacted(request.address):
        return request
    since = {"If-None-Match": standing.etag, "If-Modified-Since": standing.last_modified}
    return replace(request, headers={**request.headers, **{k: v for k, v in since.items() if v}})


def _stands(workspace: Workspace, entry: Fetched) -> bool:
    if not workspace.holds(entry.file):
        return False
    return sha256(workspace.read(entry.file)).hexdigest() == entry.sha256


def _good(reply: Reply) -> Reply:
    """A reply that may hold data."""
    start = reply.body[:400].lstrip().lower()
    if reply.status == 204 or (reply.status == 200 and not start):
        hint = "look at what is asked: what a service doesn't know is answered so as well"
        raise RefusedError("B072", f"the service sent nothing (HTTP {reply.status})", hint)
    if reply.status != 200:
        said = " ".join(reply.body[:300].decode("utf-8", "replace").split())
        said = "a web page" if start.startswith(_PAGE) else said
        hint = _HINTS.get(reply.status, "look at what is asked and at the service's own pages")
        raise RefusedError("B070", f"the service answers HTTP {reply.status}: {said[:200]}", hint)
    if start.startswith(_PAGE):
        hint = "a proxy, a login or maintenance stands between: open the address in a browser"
        raise RefusedError("B071", "a web page came in place of data", hint)
    return reply


_HINTS = {
    401: "the key is wrong or missing: set BRIEFING_COMTRADE_KEY or --keys-file",
    403: "the key's quota is used up, or it has no right to this: try again tomorrow",
    404: "no such table or address, or nothing for what is asked",
    413: "ask for less",
    422: "the key doesn't fit the table's dimensions: count its parts",
}


def _rows(table: TableSpec, body: bytes) -> Sequence[Row]:
    """The rows of the reply, read as the table will be read."""
    table_read, findings = tables.load(table, body)
    if table_read is None:
        first = findings[0]
        raise RefusedError("B071", f"the reply can't be read: {first.message}", first.hint)
    return table_read.rows


def _finding(table: TableSpec, error: RefusedError | FailedError) -> Finding:
    code = error.code if isinstance(error, RefusedError) else "B070"
    origin = table.origin
    place = origin.place if isinstance(origin, Origin) else table.place
    message = f"table {table.name}: {error.message}"
    return Finding(code, Severity.ERROR, place, message, error.hint)


def _written(lock: Lock) -> bytes:
    return msgspec.json.format(msgspec.json.encode(lock, order="deterministic"), indent=2) + b"\n"


def _outcome(workspace: Workspace, findings: tuple[Finding, ...]) -> Outcome:
    lines = {f.place: workspace.line(f.place.file, f.place.line) for f in findings}
    return Outcome(workspace.name, findings, lines)
