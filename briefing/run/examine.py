"""From a project folder to documents and findings, before anything is drawn."""

from collections.abc import Callable, Iterable, Iterator
from importlib.metadata import version

from msgspec import Struct
from msgspec.structs import replace

from briefing import checks, exhibits, facts, model, narrative, project, services, tables
from briefing.editions import digest
from briefing.model.cause import by_cause
from briefing.model.examination import NOTHING, Examination, Waived
from briefing.model.record import Input
from briefing.run import scripts
from briefing.run.inputs import inputs
from briefing.run.length import too_long
from briefing.run.lock import as_fetched, marked
from briefing.run.outcome import Omitted, Outcome
from briefing.workspace import Unreadable, Workspace
from briefing.workspace.large import Stored

PRODUCT = f"briefing {version('country-briefing')}"
_NAMES = ("partner.", "reporter.")


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
    examination: Examination = NOTHING
    omitted: tuple[Omitted, ...] = ()
    inputs: tuple[Input, ...] = ()
    facts: model.Facts | None = None


def check(folder: str, choices: model.Choices) -> Outcome:
    """The findings of the project in a folder."""
    workspace = Workspace(folder)
    examined = examine(workspace, choices, stating=False)
    waived = examined.examination.waived
    findings = examined.findings + scripts.unset(workspace, examined.spec, examined.documents)
    return replace(outcome(workspace, findings, waived), omitted=examined.omitted)


def outcome(
    workspace: Workspace, findings: tuple[model.Finding, ...], waived: tuple[Waived, ...] = ()
) -> Outcome:
    """The findings by cause, errors first, in order of place, with their lines; those waived."""
    ordered = by_cause(findings)
    lines = {f.place: workspace.line(f.place.file, f.place.line) for f in ordered}
    return Outcome(workspace.name, ordered, lines, waived=waived)


def examine(
    workspace: Workspace,
    choices: model.Choices,
    progress: Callable[[str], None] = lambda _: None,
    knowing: Callable[[Workspace, model.Spec], Known] | None = None,
    stating: bool = True,
) -> Examined:
    """Read, load, query, derive, compose and examine the project.

    `knowing` stands in for `know`, where what was known before may be known still. Unless
    `stating`, the documents lack their statement on quality, which who draws nothing needs not.
    """
    progress("reading the manifest")
    spec, manifest_findings = project.read(workspace, choices)
    if spec is None:
        return Examined(None, (), manifest_findings)
    endless = tuple(too_long(workspace, spec))
    if endless:
        return Examined(None, (), manifest_findings + endless)
    progress("loading data")
    known, known_findings = (knowing or know)(workspace, spec)
    spec, fetched_findings = as_fetched(workspace, spec)
    whole, (spec, omitted, need_findings) = spec, _complete(spec, known)
    findings = manifest_findings + known_findings + need_findings + fetched_findings
    left_out = frozenset(o.name for o in omitted if not o.is_section)
    manuscripts, documents, mentioned = [], [], set[str]()
    for language in spec.languages:
        progress(f"composing {language}")
        sections, narrated = _sections(workspace, whole, language)
        mentioned |= narrative.mentions(sections)
        stay = {section.name for section in spec.sections}
        sections = tuple(section for section in sections if section.name in stay)
        manuscript, kept = _manuscript(spec, known, sections, language, left_out)
        document, composed = _compose(workspace, spec, known, manuscript)
        mentioned |= {reference.name for reference in narrative.references(manuscript)}
        manuscripts.append(manuscript)
        findings += narrated + kept + composed
        if document is not None:
            documents.append(document)
    if model.errors(manifest_findings):
        return Examined(None, (), findings)
    progress("examining")
    examination = checks.examine(spec, known, tuple(manuscripts), tuple(documents))
    findings += examination.findings
    mentioned |= _needs(whole)
    findings += checks.unused(whole, mentioned, known.broken)
    if not stating:
        return Examined(spec, tuple(documents), findings, examination, omitted)
    made_of = marked(workspace, spec, inputs(workspace, spec))
    origin = narrative.Origin(PRODUCT, len(made_of), digest(made_of))
    doubts = len({f.place for f in known_findings if f.severity is model.Severity.WARNING})
    certified = tuple(narrative.certify(d, spec, examination, origin, doubts) for d in documents)
    return Examined(spec, certified, findings, examination, omitted, made_of, known)


def _complete(
    spec: model.Spec, known: model.Facts
) -> tuple[model.Spec, tuple[Omitted, ...], tuple[model.Finding, ...]]:
    """The manifest without the sections and exhibits that need what has no value."""
    omitted: list[Omitted] = []
    findings: tuple[model.Finding, ...] = ()
    for part in _parts(spec):
        asked, wrong = narrative.needed(part.needs)
        held, missing = facts.held(known, asked)
        findings += wrong + missing
        lacks = tuple(str(reference) for reference in asked if reference not in held)
        if lacks:
            omitted.append(Omitted(part.name, isinstance(part, model.SectionSpec), lacks))
    sections = {o.name for o in omitted if o.is_section}
    exhibits = {o.name for o in omitted if not o.is_section}
    left = replace(
        spec,
        sections=tuple(s for s in spec.sections if s.name not in sections),
        exhibits={name: e for name, e in spec.exhibits.items() if name not in exhibits},
    )
    return left, tuple(omitted), findings


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
            findings += (_unreadable(problem, table_spec.file.place),)
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


def _sections(
    workspace: Workspace, spec: model.Spec, language: str
) -> tuple[tuple[model.Section, ...], tuple[model.Finding, ...]]:
    sections: list[model.Section] = []
    findings: tuple[model.Finding, ...] = ()
    for section_spec in spec.sections:
        if language not in section_spec.files:
            continue
        file = section_spec.files[language]
        try:
            text = workspace.text(file)
        except Unreadable as problem:
            findings += (_unreadable(problem, section_spec.place),)
            continue
        section, found = narrative.read(file, section_spec.name, text)
        findings += found
        if section is not None:
            sections.append(section)
    return tuple(sections), findings


def _manuscript(
    spec: model.Spec,
    known: model.Facts,
    sections: tuple[model.Section, ...],
    language: str,
    left_out: frozenset[str],
) -> tuple[model.Manuscript, tuple[model.Finding, ...]]:
    """The title and the sections, with only those conditions' blocks that hold in this edition."""
    title, findings = narrative.phrase(spec.title[language])
    held, missing = facts.held(known, narrative.conditions(sections))
    kept = tuple(narrative.keep(section, held, left_out) for section in sections)
    return model.Manuscript(language, title, kept), findings + missing


def _compose(
    workspace: Workspace, spec: model.Spec, known: model.Facts, manuscript: model.Manuscript
) -> tuple[model.Document | None, tuple[model.Finding, ...]]:
    every = narrative.references(manuscript)
    asked = tuple(r for r in every if not _is_name(r) and r.name not in spec.parameters)
    readings, findings = facts.read(known, asked)
    wanted = dict.fromkeys(placement.exhibit for placement in narrative.placements(manuscript))
    records, unread = _records(workspace, spec, wanted)
    files = {i.path: i.sha256 for i in workspace.inputs}
    shown, shown_findings = exhibits.build(spec, known, wanted, manuscript.language, records, files)
    pictures, picture_findings = _pictures(workspace, spec, manuscript)
    document, composed = narrative.compose(spec, known, manuscript, readings, shown, pictures)
    return document, findings + unread + shown_findings + picture_findings + composed


def _records(
    workspace: Workspace, spec: model.Spec, wanted: Iterable[str]
) -> tuple[dict[str, bytes], tuple[model.Finding, ...]]:
    """The records of earlier editions that exhibits are set against, by path."""
    records: dict[str, bytes] = {}
    findings: tuple[model.Finding, ...] = ()
    for name in wanted:
        exhibit = spec.exhibits.get(name)
        against = exhibit.against if exhibit else None
        if against is None:
            continue
        try:
            records[against.text] = workspace.read(against.text)
        except Unreadable as problem:
            findings += (_unreadable(problem, against.place),)
    return records, findings


def _pictures(
    workspace: Workspace, spec: model.Spec, manuscript: model.Manuscript
) -> tuple[dict[str, bytes], tuple[model.Finding, ...]]:
    pictures: dict[str, bytes] = {}
    findings: tuple[model.Finding, ...] = ()
    own = spec.locator.picture
    asked = [(image.path, image.place) for image in narrative.images(manuscript)]
    for path, place in (*asked, *(((own.text, own.place),) if own else ())):
        try:
            pictures[path] = workspace.read(path)
        except Unreadable as problem:
            findings += (_unreadable(problem, place),)
    return pictures, findings


def _is_name(reference: model.Reference) -> bool:
    return reference.name.startswith(_NAMES)


def _unreadable(problem: Unreadable, place: model.Place) -> model.Finding:
    return model.Finding(
        problem.code, model.Severity.ERROR, problem.at or place, problem.message, problem.hint
    )
