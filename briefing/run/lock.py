"""The lock file of a project: what of it reaches the pages."""

from datetime import date

import msgspec
from msgspec.structs import replace

from briefing.model.finding import BriefingError, Finding, Severity
from briefing.model.lock import LOCK, Lock
from briefing.model.place import Place
from briefing.model.spec import Spec
from briefing.workspace import Unreadable, Workspace


def read_lock(workspace: Workspace) -> Lock:
    """What was fetched; nothing where there is no lock. Raises BriefingError (exit 1) where it is
    no lock."""
    if not workspace.holds(LOCK):
        return Lock()
    try:
        return msgspec.json.decode(workspace.read(LOCK), type=Lock)
    except (msgspec.DecodeError, msgspec.ValidationError, Unreadable) as error:
        raise BriefingError(
            f"{LOCK} can't be read: {error}",
            "Take it from version control again, or delete it and run `briefing fetch`.",
            exit_code=1,
        ) from None


def as_fetched(workspace: Workspace, spec: Spec) -> tuple[Spec, tuple[Finding, ...]]:
    """The manifest with each source dated as its tables were fetched, and a finding for each file
    that is no longer what was fetched. Of several tables of a source the latest day counts."""
    fetched = {name: table for name, table in spec.tables.items() if table.origin is not None}
    if not fetched or not workspace.holds(LOCK):
        return spec, ()
    lock = read_lock(workspace)
    sources = dict(spec.sources)
    findings: list[Finding] = []
    days: dict[str, list[tuple[str, str]]] = {}
    digests = {i.path: i.sha256 for i in workspace.inputs}
    for name, table in fetched.items():
        entry = lock.tables.get(name)
        if entry is None:
            continue
        if digests.get(entry.file, entry.sha256) != entry.sha256:
            message = (
                f"table {name}: {entry.file} is not what was fetched on {entry.retrieved[:10]}"
            )
            hint = f"fetch it again: briefing fetch . {name}; or delete `from:` of a file of yours"
            place = Place(entry.file)
            findings.append(Finding("B076", Severity.WARNING, place, message, hint))
        if table.source in spec.sources:
            days.setdefault(table.source, []).append((entry.retrieved[:10], entry.published))
    for name, several in days.items():
        latest, published = max(several)
        source = spec.sources[name]
        day = date.fromisoformat(latest)
        sources[name] = replace(source, retrieved=day, published=published or source.published)
    return replace(spec, sources=sources), tuple(findings)
