"""For which values of its parameters a project is built, a briefing each."""

import csv
import io
from collections.abc import Sequence

from msgspec.structs import replace

from briefing import facts, project, tables
from briefing.model import BriefingError, Choices, ExitCode, Spec, errors
from briefing.run.examine import load
from briefing.workspace import Workspace

Parameters = tuple[tuple[str, str], ...]
_ALL = "all"
_USAGE = "Write --each partner=CHN,JPN, --each partner=all, or --each FILE.csv with a column each."


def each(
    folder: str, choices: Choices, wanted: str, rows: str | None = None
) -> tuple[Choices, ...]:
    """The choices of each briefing, in the order asked for, its edition in a folder of its own.

    `wanted` is `partner=CHN,JPN` or `partner=all`; `rows` the text of a CSV file with a parameter
    a column. Raises BriefingError (exit 2) for what is none of these, names a briefing twice, or
    has none.
    """
    found = _listed(folder, choices, wanted) if rows is None else _table(wanted, rows)
    if not found:
        raise BriefingError(f"--each {wanted} has no value", _USAGE, ExitCode.USAGE)
    spec, wrong = project.read(Workspace(folder), choices)
    for name, _ in found[0]:
        if spec is not None and not errors(wrong) and name not in spec.parameters:
            raise _unknown(spec, name)
    chosen = tuple(
        replace(choices, parameters=_with(choices.parameters, parameters), apart=True)
        for parameters in found
    )
    names: dict[str, None] = {}
    for one in chosen:
        name = "-".join(value for _, value in one.parameters)
        if name.casefold() in names:
            message = f"--each {wanted}: {name} stands twice"
            hint = "Name each briefing once; capitals don't tell names apart on every disk."
            raise BriefingError(message, hint, ExitCode.USAGE)
        names[name.casefold()] = None
    return chosen


def _with(parameters: Parameters, more: Parameters) -> Parameters:
    return tuple((dict(parameters) | dict(more)).items())


def _listed(folder: str, choices: Choices, wanted: str) -> tuple[Parameters, ...]:
    name, equals, values = wanted.partition("=")
    if not (name and equals and values):
        raise BriefingError(f"--each {wanted} names no values", _USAGE, ExitCode.USAGE)
    if values == _ALL:
        return tuple(((name, value),) for value in members(folder, choices, name))
    return tuple(((name, value.strip()),) for value in values.split(",") if value.strip())


def members(folder: str, choices: Choices, name: str) -> tuple[str, ...]:
    """Every value of a parameter that the project's data hold. Raises BriefingError (exit 2) where
    the manifest can't be read, or no family is asked for the parameter."""
    workspace = Workspace(folder)
    spec, found = project.read(workspace, choices)
    if spec is None or errors(found):
        raise BriefingError(
            f"--each {name}=all: the manifest has errors",
            "briefing check says which.",
            ExitCode.FAILED,
        )
    if name not in spec.parameters:
        raise _unknown(spec, name)
    loaded, _ = load(workspace, spec)
    stored, _ = tables.query(spec, loaded)
    values = facts.members(spec, stored, name)
    if not values:
        raise BriefingError(
            f"--each {name}=all: no family is asked for ${name}, or it has no values",
            f"Name the values: --each {name}=CHN,JPN.",
            ExitCode.USAGE,
        )
    return values


def _unknown(spec: Spec, name: str) -> BriefingError:
    known = ", ".join(spec.parameters) or "none"
    message = f"--each: the project has no parameter “{name}”"
    return BriefingError(message, f"It has: {known}.", ExitCode.USAGE)


def _table(file: str, text: str) -> tuple[Parameters, ...]:
    rows: Sequence[Sequence[str]] = [
        [cell.strip() for cell in row] for row in csv.reader(io.StringIO(text)) if any(row)
    ]
    if not rows or not all(rows[0]) or len(set(rows[0])) < len(rows[0]):
        hint = "Its first line names the parameters, each once: partner,reporter."
        raise BriefingError(f"--each {file}: no line with names", hint, ExitCode.USAGE)
    head = rows[0]
    for number, row in enumerate(rows[1:], start=2):
        if len(row) != len(head) or not all(row):
            message = f"--each {file}: row {number} has not a value for each of {', '.join(head)}"
            raise BriefingError(message, "Give each row a value for each column.", ExitCode.USAGE)
    return tuple(tuple(zip(head, row, strict=True)) for row in rows[1:])
