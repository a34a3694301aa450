"""A file of an author looked at, before any manifest names it."""

from datetime import date

from msgspec import Struct, structs

from briefing import project
from briefing.model import BriefingError, Choices, ExitCode, errors
from briefing.starter import Answers, Data, Shown, added
from briefing.tables import UnfitError
from briefing.tables.inspection import Inspection, compared, entry, titles
from briefing.tables.inspection import inspect as look
from briefing.workspace import Unreadable, Workspace, folders, new_files
from briefing.workspace.large import Stored

_PARQUET = b"PAR1"
_LARGE = 64 * 1024 * 1024
# So many periods are a course.
_COURSE = 4


class Inspected(Struct, frozen=True):
    """What a file is, and the day on which it was last written here."""

    inspection: Inspection
    saved: date


def inspect(path: str, sheet: str = "", member: str = "") -> Inspected:
    """Look at a file. Raises BriefingError (exit 1) where it can't be read as data."""
    folder, name = folders.parted(path)
    workspace = Workspace(folder)
    try:
        data: bytes | Stored
        is_parquet = workspace.head(name, len(_PARQUET)) == _PARQUET
        if is_parquet or workspace.size(name) > _LARGE:
            data = workspace.stored(name)
        else:
            data = workspace.read(name)
        form = "parquet" if is_parquet else "large-delimited"
        return Inspected(look(name, data, form, sheet, member), workspace.saved(name))
    except Unreadable as problem:
        raise BriefingError(problem.message, problem.hint, ExitCode.FAILED) from None
    except UnfitError as problem:
        message = f"{problem.at}: {problem.message}"
        raise BriefingError(message, problem.hint, ExitCode.FAILED) from None


def begun(path: str, answers: Answers) -> Data:
    """What a project needs to begin with a file. Raises BriefingError (exit 1) where it can't be
    read as data, or not by the entry alone."""
    inspected = inspect(path)
    inspection, saved = inspected.inspection, inspected.saved.isoformat()
    if inspection.findings:
        first = inspection.findings[0]
        message = f"{first.place}: {first.message}"
        hint = f"{first.hint}; `briefing inspect {path}` says all that is doubtful"
        raise BriefingError(message, hint, ExitCode.FAILED)
    folder, name = folders.parted(path)
    try:
        content = Workspace(folder).read(name)
    except Unreadable as problem:
        raise BriefingError(problem.message, problem.hint, ExitCode.FAILED) from None
    period = inspection.periods[-1]
    languages = answers.languages
    inspection = compared(inspection, answers.reporter, answers.partner, languages)
    text = entry(inspection, saved, languages).rstrip()
    return Data(name, content, text, _shown(inspection, languages), period, saved)


def add(path: str, folder: str) -> tuple[str, ...]:
    """Put the entries of a file, beside a manifest, into it; their names. Raises BriefingError
    (exit 1) where a name is taken or the manifest can't take them."""
    inspected = inspect(path)
    workspace = Workspace(folder)
    spec, found = project.read(workspace, Choices())
    if spec is None or errors(found):
        message = f"the manifest of {folder} has errors"
        raise BriefingError(message, f"mend them first: briefing check {folder}", ExitCode.FAILED)
    proposal = inspected.inspection.proposal
    names = (proposal.table.source, proposal.table.name, *(cut.name for cut in proposal.series))
    taken = {*spec.sources, *spec.tables, *spec.series, *spec.facts} & set(names)
    if taken:
        message = f"{folder} has {', '.join(sorted(taken))} already"
        hint = "rename the file, or paste what briefing inspect prints, with other names"
        raise BriefingError(message, hint, ExitCode.FAILED)
    # What the manifest names already keeps its name.
    left = {key: text for key, text in proposal.names.items() if key not in spec.names}
    inspection = structs.replace(
        inspected.inspection, proposal=structs.replace(proposal, names=left)
    )
    text = entry(inspection, inspected.saved.isoformat(), spec.languages)
    whole = added(workspace.text(spec.file), text)
    new_files.replace(folder, spec.file, whole.encode())
    return names


def _shown(inspection: Inspection, languages: tuple[str, ...]) -> tuple[Shown, ...]:
    """The exhibits that show the figures of a file."""
    table, series = inspection.proposal.table, inspection.proposal.series
    if table.text:
        return (Shown(f"{{kind: timeline, show: {table.name}}}"),)
    families = [
        Shown(f"{{kind: ranking, show: {cut.name}, top: 10}}", titles(cut, inspection, languages))
        for cut in series
        if cut.by
    ]
    # Below the first title, the starter's, the exhibit itself says what it shows.
    families[:1] = [structs.replace(first, titles={}) for first in families[:1]]
    kind = "line" if len(inspection.periods) >= _COURSE else "grid"
    for family in (cut.name for cut in series if cut.by):
        own = [c for c in series if c.expression and c.expression.text.startswith(f"{family}[")]
        if own:
            names = ", ".join(cut.name for cut in own)
            said = {code: text.text for code, text in (own[0].label or {}).items()}
            families.append(Shown(f"{{kind: {kind}, show: [{names}]}}", said, len(own) > 1))
    listed = [cut.name for cut in series] or [v.name for v in table.values] or [table.name]
    return tuple(families) or (Shown(f"{{kind: grid, show: [{', '.join(listed)}]}}"),)
