"""A project in one language: read, kept to what the edition has, composed."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from briefing import exhibits, facts, model, narrative
from briefing.model.record import decode
from briefing.workspace import Unreadable, Workspace
from briefing.workspace.files import LARGEST_TEXT

_NAMES = ("partner.", "reporter.")


class Told(Struct, frozen=True):
    """The project in one language: as written, as composed, the names that it mentions."""

    manuscript: model.Manuscript
    document: model.Document | None
    mentioned: frozenset[str]
    findings: tuple[model.Finding, ...]


def told(
    workspace: Workspace,
    whole: model.Spec,
    spec: model.Spec,
    known: model.Facts,
    language: str,
    left_out: frozenset[str],
    built: exhibits.Built | None = None,
) -> Told:
    """`whole` is the manifest with the sections that the edition leaves out too; exhibits that were
    `built` aren't again."""
    sections, narrated = _sections(workspace, whole, language)
    mentioned = frozenset(narrative.mentions(sections))
    stay = {section.name for section in spec.sections}
    staying = tuple(section for section in sections if section.name in stay)
    chosen = spec.printed
    unprinted = narrative.anchors(s for s in sections if chosen and s.name not in chosen)
    unprinted -= narrative.anchors(staying)
    manuscript, kept = _manuscript(spec, known, staying, language, (left_out, unprinted))
    document, composed = _compose(workspace, spec, known, manuscript, built)
    mentioned |= {reference.name for reference in narrative.references(manuscript)}
    return Told(manuscript, document, mentioned, narrated + kept + composed)


def named_elsewhere(workspace: Workspace, spec: model.Spec) -> frozenset[str]:
    """The names in texts of the sections for other values of the parameters, of which this edition
    is not made."""
    sections: list[model.Section] = []
    for section in spec.sections:
        for file in section.files.values():
            folder, _, own = file.rpartition("/")
            for name in workspace.listing(folder, ".md"):
                if name != own and name.startswith(f"{section.name}."):
                    data = workspace.head(f"{folder}/{name}", LARGEST_TEXT)
                    read, _ = narrative.read(name, section.name, data.decode(errors="replace"))
                    sections += [read] if read is not None else []
    return frozenset(narrative.mentions(sections))


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
            findings += (model.refused(problem, section_spec.place),)
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
    left_out: tuple[frozenset[str], frozenset[str]],
) -> tuple[model.Manuscript, tuple[model.Finding, ...]]:
    """The title and the sections, with only those conditions' blocks that hold in this edition.

    `left_out` are exhibits that lack what they need, and what the style doesn't print."""
    title, findings = narrative.phrase(spec.title[language])
    held, missing = facts.held(known, narrative.conditions(sections))
    kept = tuple(narrative.keep(section, held, *left_out) for section in sections)
    return model.Manuscript(language, title, kept), findings + missing


def _compose(
    workspace: Workspace,
    spec: model.Spec,
    known: model.Facts,
    manuscript: model.Manuscript,
    built: exhibits.Built | None,
) -> tuple[model.Document | None, tuple[model.Finding, ...]]:
    every = narrative.references(manuscript)
    asked = tuple(r for r in every if not _is_name(r) and r.name not in spec.parameters)
    readings, findings = facts.read(known, asked)
    wanted = dict.fromkeys(placement.exhibit for placement in narrative.placements(manuscript))
    records, unread = _records(workspace, spec, wanted)
    files = {i.path: i.sha256 for i in workspace.inputs}
    language = manuscript.language
    shown, shown_findings = exhibits.build(spec, known, wanted, language, records, files, built)
    pictures, picture_findings = _pictures(workspace, spec, manuscript)
    last, unread_last = _last(spec, wanted, records, files)
    document, composed = narrative.compose(spec, known, manuscript, readings, shown, pictures, last)
    found = unread + unread_last + shown_findings + picture_findings
    return document, findings + found + composed


def _last(
    spec: model.Spec,
    wanted: Iterable[str],
    records: Mapping[str, bytes],
    files: Mapping[str, str],
) -> tuple[narrative.Last | None, tuple[model.Finding, ...]]:
    """The earlier edition that the first page is set against: the manifest's, or that of the first
    exhibit which is. What is no record is found; of an exhibit it is found elsewhere."""
    own = (spec.exhibits[name].against for name in wanted if name in spec.exhibits)
    asked = spec.against or next(filter(None, own), None)
    data = records.get(asked.text) if asked is not None else None
    if asked is None or data is None:
        return None, ()
    try:
        return narrative.Last(decode(data), files), ()
    except ValueError as error:
        message = f"against: the file is no edition’s record: {error}"
        hint = "copy the record.json of the last edition into the project: against: previous.json"
        found = model.Finding("B357", asked.place, message, hint)
        return None, (found,) if spec.against is not None else ()


def _records(
    workspace: Workspace, spec: model.Spec, wanted: Iterable[str]
) -> tuple[dict[str, bytes], tuple[model.Finding, ...]]:
    """The records of earlier editions that the first page and exhibits are set against, by path."""
    records: dict[str, bytes] = {}
    findings: tuple[model.Finding, ...] = ()
    asked = [spec.exhibits[name].against for name in wanted if name in spec.exhibits]
    for against in (spec.against, *asked):
        if against is None or against.text in records:
            continue
        try:
            records[against.text] = workspace.read(against.text)
        except Unreadable as problem:
            findings += (model.refused(problem, against.place),)
    return records, findings


def _pictures(
    workspace: Workspace, spec: model.Spec, manuscript: model.Manuscript
) -> tuple[dict[str, bytes], tuple[model.Finding, ...]]:
    pictures: dict[str, bytes] = {}
    findings: tuple[model.Finding, ...] = ()
    asked = [(image.path, image.place) for image in narrative.images(manuscript)]
    own = (spec.locator.picture, spec.logo.picture)
    wanted = {placement.exhibit for placement in narrative.placements(manuscript)}
    shown = (spec.exhibits[name] for name in sorted(wanted) if name in spec.exhibits)
    portraits = (person.portrait for exhibit in shown for person in exhibit.people)
    asked += [(phrase.text, phrase.place) for phrase in (*own, *portraits) if phrase is not None]
    for path, place in asked:
        try:
            pictures[path] = workspace.read(path)
        except Unreadable as problem:
            findings += (model.refused(problem, place),)
    return pictures, findings


def _is_name(reference: model.Reference) -> bool:
    return reference.name.startswith(_NAMES)
