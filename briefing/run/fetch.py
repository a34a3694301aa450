"""Figures from where they are published into the project: the reply's bytes and one lock entry."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from hashlib import sha256

from msgspec import Struct, structs

from briefing import model, project, services, tables
from briefing.run.lock import read_lock, written_lock
from briefing.run.outcome import Outcome
from briefing.services import SERVICES, RefusedError, Service
from briefing.workspace import Unreadable, Workspace, clock, new_files
from briefing.workspace.http import Ask, FailedError


class Taken(Struct, frozen=True):
    """What came of one table: `new`, `revised`, `unchanged`, `restored` or `failed`; its file, its
    rows and how many of them are others than before, its source's own date."""

    table: str
    result: str
    file: str
    rows: int = 0
    differing: int = 0
    published: str = ""


class Haul(Struct, frozen=True):
    """What came of all: the findings, and each table's result."""

    outcome: Outcome
    taken: tuple[Taken, ...]

    @property
    def failed(self) -> bool:
        """Whether a service gave nothing of use."""
        return any(taken.result == "failed" for taken in self.taken)


class _Got(Struct, frozen=True):
    """A reply that may be kept: the entry that it makes, its body (None: what stands is not older)
    and rows, and how many rows it holds that weren't asked for."""

    entry: model.Fetched
    body: bytes | None
    rows: tuple[model.Row, ...] = ()
    unasked: int = 0


def fetch(
    folder: str,
    names: Sequence[str],
    choices: model.Choices,
    ask: Ask,
    keys: Mapping[str, str],
    *,
    dry_run: bool = False,
    progress: Callable[[str], None] = lambda _: None,
    now: Callable[[], datetime] = clock.now,
) -> Haul:
    """Fetch the project's tables that have a `from:`, or those named.

    A table whose reply isn't good keeps its last file and entry; what says nothing else than before
    changes no byte. Raises BriefingError for a name that is no such table (exit 2).
    """
    workspace = Workspace(folder)
    spec, found = project.read(workspace, choices, fetching=True)
    findings = list(model.errors(found))
    if spec is None:
        return Haul(_outcome(workspace, findings), ())
    lock = read_lock(workspace)
    taken: list[Taken] = []
    for table in _wanted(spec.tables, names):
        progress(f"fetching {table.name}")
        before = lock.tables.get(table.name)
        try:
            got = _got(table, before, ask, keys, now)
        except (RefusedError, FailedError) as error:
            findings.append(_refusal(table, error))
            taken.append(Taken(table.name, "failed", table.file.text))
            continue
        result, entry = _compared(workspace, table, before, got)
        taken.append(result)
        if got.unasked:
            findings.append(_unasked(table, got))
        if got.body is not None and result.result != "unchanged" and not dry_run:
            new_files.replace(folder, entry.file, got.body)
            lock = _locked(folder, lock, table.name, entry)
    return Haul(_outcome(workspace, findings), tuple(taken))


def _locked(folder: str, lock: model.Lock, name: str, entry: model.Fetched) -> model.Lock:
    """The lock with a table's entry, written where that is another."""
    if lock.tables.get(name) == entry:
        return lock
    lock = structs.replace(lock, tables={**lock.tables, name: entry})
    new_files.replace(folder, model.LOCK, written_lock(lock))
    return lock


def fetches(folder: str) -> bool:
    """Whether a table of the project says from where it is fetched."""
    spec, _ = project.read(Workspace(folder), model.Choices(), fetching=True)
    return spec is not None and any(t.origin is not None for t in spec.tables.values())


def _wanted(specs: Mapping[str, model.TableSpec], names: Sequence[str]) -> list[model.TableSpec]:
    fetched = {name: spec for name, spec in specs.items() if spec.origin is not None}
    for name in names:
        if name not in fetched:
            raise model.BriefingError(
                f"no table “{name}” has a `from:`{model.did_you_mean(name, fetched)}",
                f"Tables that can be fetched: {', '.join(fetched) or 'none'}.",
                model.ExitCode.USAGE,
            )
    return [fetched[name] for name in dict.fromkeys(names) or fetched]


def _got(
    table: model.TableSpec,
    before: model.Fetched | None,
    ask: Ask,
    keys: Mapping[str, str],
    now: Callable[[], datetime],
) -> _Got:
    """Ask, and judge the reply. Raises RefusedError, FailedError."""
    origin = table.origin
    assert origin is not None
    service = SERVICES[origin.service]
    key = keys.get(origin.service, "")
    described = b""
    if service.description is not None:
        described = services.good(ask(service.description(origin)), service.hints).body
    request = _keyed(service.question(origin, bool(key), described), service, key, keys)
    known = before if before is not None and _same_question(before, origin, request) else None
    reply = ask(_conditional(request, known))
    if reply.status == 304 and known is not None:
        return _Got(known, None)
    service.open(services.good(reply, service.hints).body)
    read = _read(table, reply)
    published = service.examine(origin, bool(key), reply, read.rows)
    rows = tuple(service.asked(origin, read.rows))
    if not rows:
        message = f"none of the {len(read.rows):,} rows of the reply is what was asked for"
        raise RefusedError("B074", message, "mend the question, or tell the service")
    entry = _entry(table, origin, request, reply, now())
    entry = structs.replace(entry, rows=len(rows), published=published)
    return _Got(entry, reply.body, rows, len(read.rows) - len(rows))


def _entry(
    table: model.TableSpec,
    origin: model.Origin,
    request: model.Request,
    reply: model.Reply,
    now: datetime,
) -> model.Fetched:
    return model.Fetched(
        file=table.file.text,
        service=origin.service,
        asked=origin.asked,
        address=request.address,
        retrieved=now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        sha256=sha256(reply.body).hexdigest(),
        bytes=len(reply.body),
        rows=0,
        etag=reply.headers.get("etag", ""),
        last_modified=reply.headers.get("last-modified", ""),
    )


def _keyed(
    request: model.Request, service: Service, key: str, keys: Mapping[str, str]
) -> model.Request:
    """With the user's keys, in a header or for the places of the address that want one."""
    if key and service.key_header:
        return structs.replace(request, secret={service.key_header: key})
    named = services.NAMED.findall(request.address)
    for name in named:
        if name not in keys:
            hint = f"set BRIEFING_{name.upper()}_KEY, or name a --keys-file that has {name}=…"
            raise RefusedError("B070", f"the address wants a key, “{name}”, which isn't set", hint)
    return structs.replace(request, keys={name: keys[name] for name in named})


def _same_question(before: model.Fetched, origin: model.Origin, request: model.Request) -> bool:
    return (before.service, before.asked, before.address) == (
        origin.service,
        origin.asked,
        request.address,
    )


def _conditional(request: model.Request, known: model.Fetched | None) -> model.Request:
    """Ask only for what changed since, where the same was asked before."""
    if known is None or request.body is not None:
        return request
    since = {"If-None-Match": known.etag, "If-Modified-Since": known.last_modified}
    return structs.replace(
        request, headers={**request.headers, **{k: v for k, v in since.items() if v}}
    )


def _read(table: model.TableSpec, reply: model.Reply) -> model.Table:
    """The reply as the table will be read. Raises RefusedError, with what it says for itself."""
    read, findings = tables.load(table, reply.body)
    wrong = model.errors(findings)
    if read is None or wrong:
        first = (wrong or findings)[0]
        message = first.message.removeprefix(f"table {table.name}: ")
        words = services.said(reply.body)
        told = f"; it says: {words}" if words and words[:40] not in message else ""
        raise RefusedError("B071", f"the reply can't be kept: {message}{told}", first.hint)
    return read


def _compared(
    workspace: Workspace, table: model.TableSpec, before: model.Fetched | None, got: _Got
) -> tuple[Taken, model.Fetched]:
    """What the reply is beside what stands there, and the entry to keep: the old one where nothing
    that counts differs, for some services write another time into each reply."""
    entry, path = got.entry, table.file.text
    if before is None:
        return Taken(table.name, "new", path, entry.rows, entry.rows, entry.published), entry
    old = _standing(workspace, table, before)
    if got.body is None:
        return Taken(table.name, "unchanged", path, entry.rows, 0, entry.published), before
    differing = _differing(old or (), got.rows)
    # The address may be another by a key that is set now, or by positions of codes that shifted.
    asked = (before.service, before.asked, before.file)
    if asked == (entry.service, entry.asked, entry.file):
        if entry.sha256 == before.sha256 and old is None:
            return Taken(table.name, "restored", path, entry.rows, 0, entry.published), before
        if old is not None and not differing and entry.published == before.published:
            return Taken(table.name, "unchanged", path, entry.rows, 0, entry.published), before
    taken = Taken(table.name, "revised", path, entry.rows, differing, entry.published)
    return taken, entry


def _standing(
    workspace: Workspace, table: model.TableSpec, before: model.Fetched
) -> tuple[model.Row, ...] | None:
    """The rows that stand in the project; None where the file isn't what was fetched."""
    if not workspace.holds(before.file):
        return None
    try:
        data = workspace.read(before.file)
    except Unreadable:
        return None
    if sha256(data).hexdigest() != before.sha256:
        return None
    read, _ = tables.load(table, data)
    return services.only_asked(table.origin, read).rows if read is not None else ()


def _differing(old: Sequence[model.Row], new: Sequence[model.Row]) -> int:
    """How many rows are there in one only, in whatever order they stand."""
    before, now = (Counter(tuple(row.cells.items()) for row in rows) for rows in (old, new))
    return max((before - now).total(), (now - before).total())


def _refusal(table: model.TableSpec, error: RefusedError | FailedError) -> model.Finding:
    assert table.origin is not None
    code = error.code if isinstance(error, RefusedError) else "B070"
    message = f"table {table.name}: {error.message}"
    return model.Finding(code, table.origin.place, message, error.hint)


def _unasked(table: model.TableSpec, got: _Got) -> model.Finding:
    assert table.origin is not None
    message = (
        f"table {table.name}: {got.unasked:,} of {got.unasked + len(got.rows):,} rows of the reply "
        "weren't asked for; they are left out"
    )
    hint = "look whether codes of the service changed; ask more narrowly"
    return model.Finding("B074", table.origin.place, message, hint, lighter=True)


def _outcome(workspace: Workspace, findings: Sequence[model.Finding]) -> Outcome:
    lines = {f.place: workspace.line(f.place.file, f.place.line) for f in findings}
    return Outcome(workspace.name, tuple(findings), lines)
