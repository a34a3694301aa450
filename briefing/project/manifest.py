"""The manifest, `briefing.yaml`, read to a Spec."""

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

from msgspec import Struct, structs

from briefing import model
from briefing.model.style import Style
from briefing.project import names, package, references, rules, sections, specify
from briefing.project.choices import Chosen, choose, value_place
from briefing.project.keys import manifest
from briefing.project.keys.entry import Entry
from briefing.project.keys.panels import DateEntry
from briefing.project.keys.tables import TableEntry
from briefing.project.known import Known, mapping, survey, words
from briefing.project.known_styles import styles_of
from briefing.project.readers.refusal import kind_of
from briefing.project.salvage import Remains, remains
from briefing.project.structure import entry
from briefing.project.style.read import read_inline, style_of, taken
from briefing.project.yaml.tree import Listed, Mapped, Node, read_tree
from briefing.workspace import Unreadable, Workspace, shown

MANIFEST = "briefing.yaml"
LARGEST = 1024 * 1024  # bytes
Made = TypeVar("Made")
Read = TypeVar("Read", bound=Entry)


def read(
    workspace: Workspace, choices: model.Choices, *, fetching: bool = False
) -> tuple[model.Spec | None, tuple[model.Finding, ...]]:
    """The manifest as a Spec, with the command line's choices in it, and all that is wrong with it;
    `fetching` says that files which are fetched may not be there yet.

    Where a finding is an error, the Spec is without the entries that are wrong, and these are
    `broken`: good for finding what else is wrong, for nothing more. None where that can't be told.
    """
    root, found = _root(workspace)
    if root is None:
        return None, found
    package_findings = package.unfold(workspace, root)
    inline = taken(root)
    chosen, choice_findings = choose(root, choices, styles_of(workspace))
    known = survey(root, chosen.languages, chosen.parameters)
    _unfold_all(root)
    contents = _contents(root, known)
    named = [sections.Named(*named) for named in _sections(root.get("sections"))]
    located, section_findings = sections.locate(workspace, named, known)
    look, style_findings = _inline(workspace, inline, chosen)
    found += (
        *choice_findings,
        *package_findings,
        *style_findings,
        *contents.findings,
        *rules.examine(root, known),
        *names.examine(root),
        *references.examine(workspace, root, chosen.style, fetching),
        *section_findings,
    )
    ordered = tuple(sorted(dict.fromkeys(found), key=lambda f: (f.place, f.code, f.message)))
    left = remains(root, model.errors(ordered), contents.tables, contents.series)
    if left is None or contents.head is None:
        return None, ordered
    made = _spec(workspace.name, root, contents, contents.head, choices, chosen, located, left)
    dressed, more = _dressed(workspace, structs.replace(made, look=look))
    return dressed, tuple(sorted((*ordered, *more), key=lambda f: (f.place, f.code, f.message)))


def _root(workspace: Workspace) -> tuple[Mapped | None, tuple[model.Finding, ...]]:
    """The file's keys and values."""
    try:
        text = workspace.text(MANIFEST, LARGEST)
    except Unreadable as problem:
        place = problem.at or model.Place(MANIFEST)
        return None, (_error(problem.code, place, problem.message, problem.hint),)
    root, found = read_tree(MANIFEST, text)
    if root is None or isinstance(root, Mapped):
        return root, found
    message = f"a manifest is keys and values, not {kind_of(root)}"
    return None, (*found, _error("B007", root.place, message, "begin with “briefing: 1”"))


def _inline(
    workspace: Workspace, inline: Mapped | None, chosen: Chosen
) -> tuple[Style | None, tuple[model.Finding, ...]]:
    """The style that the manifest says itself, unless the command line chose another."""
    return (None, ()) if inline is None or chosen.style else read_inline(inline, workspace)


def _dressed(
    workspace: Workspace, spec: model.Spec
) -> tuple[model.Spec, tuple[model.Finding, ...]]:
    """The manifest with the logo that its style brings, where it has none, and with the sections
    that the style prints; a finding for each that isn't there."""
    style, _ = style_of(workspace, spec)
    if style is None:
        return spec, ()
    own = style.own_logo
    if own is not None and not spec.logo.printed:
        spec = structs.replace(spec, logo=model.LocatorSpec(True, own.picture, own.text))
    there = [section.name for section in spec.sections]
    found = tuple(
        _error(
            "B024",
            section.place,
            f"the style prints a section “{shown(section.text)}”, which the manifest lacks"
            + model.did_you_mean(section.text, there),
            f"sections: {', '.join(there)}",
        )
        for section in style.sections
        if section.text not in there
    )
    return structs.replace(spec, printed=tuple(section.text for section in style.sections)), found


class _Contents(Struct, frozen=True):
    """What could be read of a manifest, and what is wrong with the rest."""

    head: manifest.ManifestEntry | None
    sources: Mapping[str, model.Source]
    tables: Mapping[str, model.TableSpec]
    series: Mapping[str, model.SeriesSpec]
    facts: Mapping[str, model.FactSpec]
    exhibits: Mapping[str, model.ExhibitSpec]
    calendar: Mapping[str, model.DateSpec]
    findings: tuple[model.Finding, ...]


def _contents(root: Mapped, known: Known) -> _Contents:
    head, findings = entry(manifest.ManifestEntry, root, (), known)
    found = list(findings)

    def group(
        name: str, keys: type[Read], make: Callable[[str, Mapped, Read], Made]
    ) -> dict[str, Made]:
        holder = root.get(name)
        made: dict[str, Made] = {}
        for key in holder if isinstance(holder, Mapped) else ():
            read_entry, problems = entry(keys, root, (name, key), known)
            found.extend(problems)
            if read_entry is not None and isinstance(holder, Mapped):
                made[key] = make(key, holder, read_entry)
        return made

    return _Contents(
        head,
        group("sources", manifest.SourceEntry, specify.source),
        group("tables", TableEntry, specify.table),
        group("series", manifest.SeriesEntry, specify.series),
        group("facts", manifest.FactEntry, specify.fact),
        group("exhibits", manifest.ExhibitEntry, specify.exhibit),
        group("calendar", DateEntry, specify.day),
        tuple(found),
    )


def _listed(node: Node) -> Node:
    """A list of sections with each bare name as `{name: …}`; one alone is a list of one."""
    if isinstance(node, model.Phrase):
        alone = Listed(node.place)
        alone.append(node)
        node = alone
    _unfold(node, "name")
    return node


def _sections(node: Node | None) -> Iterator[tuple[model.Phrase, tuple[model.Phrase, ...]]]:
    """The name of each section and what it needs, where they are words."""
    for item in node if isinstance(node, Listed) else ():
        name = mapping(item).get("name")
        if isinstance(name, model.Phrase):
            yield name, words(mapping(item).get("needs"))


def _unfold(holder: Node | None, key: str) -> None:
    """Each bare string of a map or list becomes `{key: …}`."""
    if isinstance(holder, Mapped):
        for name, node in holder.items():
            holder[name] = _unfolded(node, key)
    elif isinstance(holder, Listed):
        holder[:] = [_unfolded(node, key) for node in holder]


def _unfolded(node: Node, key: str) -> Node:
    if not isinstance(node, model.Phrase):
        return node
    unfolded = Mapped(node.place)
    unfolded[key] = node
    unfolded.keys_at[key] = node.place
    return unfolded


def _unfold_all(root: Mapped) -> None:
    """What is said in short, as if it were said at length: series, recipients, sections."""
    _unfold(root.get("series"), "is")
    _unfold_recipients(root.get("send"))
    if "sections" in root:
        root["sections"] = _listed(root["sections"])


def _unfold_recipients(send: Node | None) -> None:
    if isinstance(send, Mapped):
        for group in ("to", "pre_release"):
            _unfold(send.get(group), "address")


def _spec(
    name: str,
    root: Mapped,
    contents: _Contents,
    head: manifest.ManifestEntry,
    choices: model.Choices,
    chosen: Chosen,
    located: tuple[model.SectionSpec, ...],
    left: Remains,
) -> model.Spec:
    tables = left.of("tables", contents.tables)
    begins = specify.fiscal_month(tables)
    released = references.released(root)
    days = specify.coming(left.of("calendar", contents.calendar), released)
    period = (chosen.period or head.period).beginning(begins)
    return model.Spec(
        **specify.said(root, head),
        name=name,
        file=MANIFEST,
        parameters=chosen.parameters,
        period=period,
        released=released,
        languages=chosen.languages,
        style=chosen.style or head.style,
        sources=contents.sources,
        tables=tables,
        series=left.of("series", contents.series),
        facts=left.of("facts", contents.facts),
        exhibits=specify.begun(left.of("exhibits", contents.exhibits), begins),
        sections=located,
        edition=head.edition or str(period).replace("/", "-"),
        card=head.card or choices.card,
        next_release=specify.next_release(head, days),
        calendar=days,
        public=choices.public,
        draft=choices.draft,
        broken=left.broken,
        parameters_at={name: value_place(root, name, choices) for name in chosen.parameters},
    )


def _error(code: str, place: model.Place, message: str, hint: str) -> model.Finding:
    return model.Finding(code, place, message, hint)
