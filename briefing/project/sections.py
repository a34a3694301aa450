"""The section files of an edition."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from briefing.model import Finding, Phrase, Place, SectionSpec, did_you_mean, refused
from briefing.project.known import Known
from briefing.project.readers.values import is_path_name
from briefing.workspace import Unreadable, Workspace, shown


class Named(Struct, frozen=True):
    """A section as the manifest names it, with what it needs."""

    name: Phrase
    needs: tuple[Phrase, ...] = ()


def locate(
    workspace: Workspace, named: Iterable[Named], known: Known
) -> tuple[tuple[SectionSpec, ...], tuple[Finding, ...]]:
    """Each section with its file a language, `sections/<language>/<name>.md`.

    Where there is a file for the value of one of the edition's parameters
    (`relations.CHN.md`) it stands in for the plain one; the last parameter's goes first.
    """
    specs: list[SectionSpec] = []
    found: list[Finding] = []
    seen: dict[str, Place] = {}
    for section in named:
        name, place = section.name.text, section.name.place
        # Some systems tell files apart by the case of their names, others don't.
        first = seen.setdefault(name.casefold(), place)
        if first is not place:
            message = f"section “{shown(name)}” stands twice, first on line {first.line}"
            hint = (
                "a section stands in the briefing once, whatever the case of its name: delete one"
            )
            found.append(Finding("B012", place, message, hint))
            continue
        if not is_path_name(name):
            continue
        files: dict[str, str] = {}
        for language in known.languages:
            file = _file(workspace, language, name, known.parameters)
            problem = _problem(workspace, language, name, file, place)
            if problem is None:
                files[language] = file
            else:
                found.append(problem)
        specs.append(SectionSpec(name, place, files, section.needs))
    return tuple(specs), tuple(found)


def _file(workspace: Workspace, language: str, name: str, parameters: Mapping[str, str]) -> str:
    for value in reversed(tuple(parameters.values())):
        special = f"sections/{language}/{name}.{value}.md"
        if workspace.holds(special):
            return special
    return f"sections/{language}/{name}.md"


def _problem(
    workspace: Workspace, language: str, name: str, file: str, place: Place
) -> Finding | None:
    if not workspace.holds(file) or file.rpartition("/")[2] not in workspace.listing(
        f"sections/{language}", ".md"
    ):
        names = [n.removesuffix(".md") for n in workspace.listing(f"sections/{language}", ".md")]
        message = f"section “{shown(name)}” has no text in {language}: no file {shown(file)}"
        hint = f"write {shown(file)}, or take “{shown(name)}” off the list of sections"
        message += did_you_mean(name, names)
        return Finding("B024", place, message, hint)
    try:
        workspace.check(file)
    except Unreadable as problem:
        return refused(problem, place)
    return None
