"""The lock file of a project: what of it reaches the pages and the record."""

from collections.abc import Iterator
from datetime import date
from posixpath import normpath

import msgspec
from msgspec.structs import replace

from briefing import model
from briefing.workspace import Unreadable, Workspace


def read_lock(workspace: Workspace) -> model.Lock:
    """What was fetched; nothing where there is no lock. Raises BriefingError (exit 1) where it is
    no lock."""
    if not workspace.holds(model.LOCK):
        return model.Lock()
    try:
        lock = msgspec.json.decode(workspace.read(model.LOCK), type=model.Lock)
        for entry in lock.tables.values():
            date.fromisoformat(entry.retrieved[:10])
        return lock
    except (msgspec.DecodeError, ValueError, RecursionError, Unreadable) as error:
        raise model.BriefingError(
            f"{model.LOCK} can't be read: {error}",
            "Take it from version control again, or delete it and run `briefing fetch`.",
            model.ExitCode.FAILED,
        ) from None


def written_lock(lock: model.Lock) -> bytes:
    """The bytes of a lock: sorted and indented, so that a change of one table is a few lines."""
    return msgspec.json.format(msgspec.json.encode(lock, order="deterministic"), indent=2) + b"\n"


def as_fetched(
    workspace: Workspace, spec: model.Spec
) -> tuple[model.Spec, tuple[model.Finding, ...]]:
    """The manifest with each source dated as its tables were fetched, and a finding for each file
    that is no longer what was fetched, or was fetched by another question. Of several tables of a
    source the latest day counts."""
    entries = dict(_entries(workspace, spec))
    findings: list[model.Finding] = []
    days: dict[str, list[model.Fetched]] = {}
    digests = {i.path: i.sha256 for i in workspace.inputs}
    for name, entry in entries.items():
        table = spec.tables[name]
        path = normpath(table.file.text)
        findings += _parted(table, entry, digests.get(path, ""))
        if digests.get(path) == entry.sha256 and table.source in spec.sources:
            days.setdefault(table.source, []).append(entry)
    sources = dict(spec.sources)
    for name, several in days.items():
        latest = max(several, key=lambda entry: entry.retrieved)
        day = date.fromisoformat(latest.retrieved[:10])
        published = max(entry.published for entry in several)
        source = sources[name]
        sources[name] = replace(source, retrieved=day, published=published or source.published)
    return replace(spec, sources=sources), tuple(findings)


def marked(
    workspace: Workspace, spec: model.Spec, inputs: tuple[model.Input, ...]
) -> tuple[model.Input, ...]:
    """The inputs, those that are just what was fetched with their address and when."""
    fetched = {
        (normpath(spec.tables[name].file.text), entry.sha256): entry
        for name, entry in _entries(workspace, spec)
    }
    found = ((i, fetched.get((i.path, i.sha256))) for i in inputs)
    return tuple(
        i if entry is None else replace(i, address=entry.address, retrieved=entry.retrieved)
        for i, entry in found
    )


def _entries(workspace: Workspace, spec: model.Spec) -> Iterator[tuple[str, model.Fetched]]:
    """The entries of the tables that are fetched."""
    if any(table.origin is not None for table in spec.tables.values()):
        lock = read_lock(workspace)
        for name, table in spec.tables.items():
            if table.origin is not None and name in lock.tables:
                yield name, lock.tables[name]


def _parted(table: model.TableSpec, entry: model.Fetched, digest: str) -> Iterator[model.Finding]:
    """A doubt where file, question and entry don't belong together."""
    origin = table.origin
    assert origin is not None
    hint = f"fetch it again: briefing fetch . {table.name}"
    if (origin.service, origin.asked) != (entry.service, entry.asked):
        message = f"table {table.name}: `from:` asks for something else than was fetched"
        yield model.Finding("B076", origin.place, message, hint)
    elif digest and digest != entry.sha256:
        message = (
            f"table {table.name}: {table.file.text} is not what was fetched on "
            f"{entry.retrieved[:10]}"
        )
        hint += "; of a file that you keep by hand, delete `from:`"
        yield model.Finding("B076", model.Place(table.file.text), message, hint)
