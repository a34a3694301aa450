"""From a project folder to documents and findings, before anything is drawn."""

from collections.abc import Callable, Iterable, Iterator
from importlib.metadata import version
from typing import Protocol

from msgspec import Struct, structs

from briefing import checks, exhibits, facts, model, narrative, project, services, tables
from briefing.editions import digest
from briefing.run import scripts
from briefing.run.inputs import inputs
from briefing.run.length import too_long
from briefing.run.lock import as_fetched, marked
from briefing.run.outcome import Omitted, Outcome
from briefing.run.told import Told, named_elsewhere, told
from briefing.workspace import Unreadable, Workspace
from briefing.workspace.large import Stored

PRODUCT = f"briefing {version('country-briefing')}"


class Seen(Protocol):
    """Who looks at one language while all are examined; keeps the exhibits that were built."""

    built: exhibits.Built

    def reading(
        self, workspace: Workspace, choices: model.Choices
    ) -> tuple[model.Spec | None, tuple[model.Finding, ...]]:
        """The manifest, as `project.read` has it."""

    def order(self, spec: model.Spec) -> tuple[str, ...]:
        """The languages, in the order in which they are composed."""

    def composed(self, workspace: Workspace, spec: model.Spec, document: model.Document) -> None:
        """Gets each document when it is composed, without its statement on quality."""


Making = Callable[
    [model.TableSpec, bytes | Stored, tuple[model.SeriesSpec, ...]],
    tuple[model.Table | None, tuple[model.Finding, ...]],
]
Known = tuple[model.Facts, tuple[model.Finding, ...]]


class Examined(Struct, frozen=True):
    """A project as read: its manifest (None when that can't be used), its documents, a language
    each, every finding, what came of the rules, what is left out because it needs what the data
    lack, all that it was made of, where the documents state it, and what figures rest on."""

    spec: model.Spec | None
    documents: tuple[model.Document, ...]
    findings: tuple[model.Finding, ...]
    examination: model.Examination = model.NOTHING
    omitted: tuple[Omitted, ...] = ()
    inputs: tuple[model.Input, ...] = ()
    facts: model.Facts | None = None


def check(folder: str, choices: model.Choices) -> Outcome:
    """The findings of the project in a folder."""
    return examined_in(Workspace(folder), choices)


def examined_in(workspace: Workspace, choices: model.Choices) -> Outcome:
    """The findings of the project in a workspace."""
    examined = examine(workspace, choices, stating=False)
    waived = examined.examination.waived
    findings = examined.findings + scripts.unset(workspace, examined.spec, examined.documents)
    return structs.replace(outcome(workspace, findings, waived), omitted=examined.omitted)


def outcome(
    workspace: Workspace, findings: tuple[model.Finding, ...], waived: tuple[model.Waived, ...] = ()
) -> Outcome:
    """The findings by cause, errors first, in order of place, with their lines; those waived."""
    ordered = model.by_cause(findings)
    lines = {f.place: workspace.line(f.place.file, f.place.line) for f in ordered}
    return Outcome(workspace.name, ordered, lines, waived=waived)


def examine(
    workspace: Workspace,
    choices: model.Choices,
    progress: Callable[[str], None] = lambda _: None,
    knowing: Callable[[Workspace, model.Spec], Known] | None = None,
    stating: bool = True,
    seen: Seen | None = None,
) -> Examined:
    """Read, load, query, derive, compose and examine the project.

    `knowing` stands in for `know`, where what was known before may be known still. Unless
    `stating`, the documents lack their statement on quality, which who draws nothing needs not.
    `seen` is who looks at one of the languages meanwhile.
    """
    progress("reading the manifest")
    spec, manifest_findings = _manifest(workspace, choices, seen)
    if spec is None:
        return Examined(None, (), manifest_findings)
    progress("loading data")
    known, known_findings = (knowing or know)(workspace, spec)
    spec, fetched_findings = as_fetched(workspace, spec)
    whole, (spec, omitted, need_findings) = spec, _complete(spec, known)
    findings = manifest_findings + known_findings + need_findings + fetched_findings
    left_out = frozenset(o.name for o in omitted if not o.is_section)
    ordered = _composed(workspace, whole, spec, known, left_out, progress, seen)
    documents = [one.document for one in ordered if one.document is not None]
    findings += tuple(finding for one in ordered for finding in one.findings)
    if model.errors(manifest_findings) and not spec.draft:
        return Examined(None, (), findings)
    progress("examining")
    # What lacks its facts in one language would be told of each other language again.
    sound = [one.document for one in ordered if one.document and not model.errors(one.findings)]
    examination = checks.examine(spec, known, tuple(o.manuscript for o in ordered), tuple(sound))
    mentioned = {name for one in ordered for name in one.mentioned} | _needs(whole)
    findings += examination.findings + _unused(workspace, whole, mentioned, known)
    if not stating:
        return Examined(spec, tuple(documents), findings, examination, omitted)
    made_of = marked(workspace, spec, inputs(workspace, spec))
    certified = _certified(spec, documents, examination, made_of, known_findings)
    return Examined(spec, certified, findings, examination, omitted, made_of, known)


def _unused(
    workspace: Workspace, whole: model.Spec, mentioned: set[str], known: model.Facts
) -> tuple[model.Finding, ...]:
    """What no section uses, nor a section's text for other values of the parameters."""
    found = checks.unused(whole, mentioned, known.broken)
    if found and whole.parameters:
        found = checks.unused(whole, mentioned | named_elsewhere(workspace, whole), known.broken)
    return found


def _manifest(
    workspace: Workspace, choices: model.Choices, seen: Seen | None
) -> tuple[model.Spec | None, tuple[model.Finding, ...]]:
    """The manifest; None as well where it asks for more than can be read."""
    spec, findings = (seen.reading if seen else project.read)(workspace, choices)
    endless = tuple(too_long(workspace, spec)) if spec else ()
    return None if endless else spec, findings + endless


def _composed(
    workspace: Workspace,
    whole: model.Spec,
    spec: model.Spec,
    known: model.Facts,
    left_out: frozenset[str],
    progress: Callable[[str], None],
    seen: Seen | None,
) -> list[Told]:
    """What each language tells; who looks at one sees it as soon as it is composed."""
    each = {}
    for language in seen.order(spec) if seen else spec.languages:
        progress(f"composing {language}")
        made = each[language] = told(
            workspace, whole, spec, known, language, left_out, seen.built if seen else None
        )
        if seen is not None and made.document is not None:
            seen.composed(workspace, spec, made.document)
    return [each[language] for language in spec.languages]


def _certified(
    spec: model.Spec,
    documents: Iterable[model.Document],
    examination: model.Examination,
    made_of: tuple[model.Input, ...],
    found: tuple[model.Finding, ...],
) -> tuple[model.Document, ...]:
    """The documents with their statement on quality, by what was found in the data too."""
    doubts = len({f.place for f in found if f.severity is model.Severity.WARNING})
    origin = narrative.Origin(PRODUCT, len(made_of), digest(made_of))
    return tuple(narrative.certify(d, spec, examination, origin, doubts) for d in documents)


def _complete(
    spec: model.Spec, known: model.Facts
) -> tuple[model.Spec, tuple[Omitted, ...], tuple[model.Finding, ...]]:
    """The manifest without the sections that its style doesn't print, and without the sections and
    exhibits that need what has no value."""
    omitted: list[Omitted] = []
    findings: tuple[model.Finding, ...] = ()
    chosen = tuple(s for s in spec.sections if not spec.printed or s.name in spec.printed)
    for part in _parts(structs.replace(spec, sections=chosen)):
        asked, wrong = narrative.needed(part.needs)
        held, missing = facts.held(known, asked)
        findings += wrong + missing
        lacks = tuple(str(reference) for reference in asked if reference not in held)
        lacks += _nothing_ahead(spec, part)
        if lacks:
            omitted.append(Omitted(part.name, isinstance(part, model.SectionSpec), lacks))
    sections = {o.name for o in omitted if o.is_section}
    exhibits = {o.name for o in omitted if not o.is_section}
    left = structs.replace(
        spec,
        sections=tuple(s for s in chosen if s.name not in sections),
        exhibits={name: e for name, e in spec.exhibits.items() if name not in exhibits},
    )
    return left, tuple(omitted), findings


def _nothing_ahead(
    spec: model.Spec, part: model.SectionSpec | model.ExhibitSpec
) -> tuple[str, ...]:
    """What a calendar lacks of which all is over."""
    if isinstance(part, model.SectionSpec) or part.kind != "calendar":
        return ()
    kinds = {day.kind for day in spec.calendar.values()}
    wanted = set(part.occasions or model.Occasion)
    return () if kinds & wanted else ("calendar",)


def _parts(spec: model.Spec) -> Iterator[model.SectionSpec | model.ExhibitSpec]:
    yield from spec.sections
    yield from spec.exhibits.values()


def _needs(spec: model.Spec) -> set[str]:
    """The names that sections and exhibits need."""
    phrases = (phrase for part in _parts(spec) for phrase in part.needs)
    return {reference.name for reference in narrative.needed(phrases)[0]}


def know(workspace: Workspace, spec: model.Spec) -> Known:
    """Everything that the edition may print: its tables loaded and queried, its facts derived."""
    loaded, load_findings = load(workspace, spec)
    stored, query_findings = tables.query(spec, loaded)
    known, derive_findings = facts.derive(spec, stored)
    return known, load_findings + query_findings + derive_findings


def load(
    workspace: Workspace,
    spec: model.Spec,
    made: Making = tables.load,
) -> tuple[dict[str, model.Table], tuple[model.Finding, ...]]:
    """The tables of the manifest, each `made` of its file."""
    loaded: dict[str, model.Table] = {}
    findings: tuple[model.Finding, ...] = ()
    for name, table_spec in spec.tables.items():
        try:
            data = _data(workspace, table_spec)
        except Unreadable as problem:
            findings += (model.refused(problem, table_spec.file.place),)
            continue
        cuts = tuple(cut for cut in spec.series.values() if cut.table == name)
        table, found = made(table_spec, data, cuts)
        findings += found
        if table is not None:
            loaded[name] = services.only_asked(table_spec.origin, table)
    return loaded, findings


def _data(workspace: Workspace, table: model.TableSpec) -> bytes | Stored:
    """The bytes of a table's file, or where it is stored. Raises Unreadable."""
    path = table.file.text
    return workspace.stored(path) if table.format in tables.LARGE else workspace.read(path)
