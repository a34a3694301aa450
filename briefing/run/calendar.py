"""What lies ahead in a project's calendar."""

from msgspec import Struct

from briefing import editions, language, project
from briefing.model import Choices, errors
from briefing.run.examine import outcome
from briefing.run.outcome import Outcome
from briefing.workspace import Workspace


class Day(Struct, frozen=True):
    """A coming day: its name in the manifest, first and last day, kind, what and where."""

    name: str
    first: str
    last: str
    kind: str
    what: str
    where: str


class Coming(Struct, frozen=True):
    """The coming days of a project, and the same as iCalendar; none where its manifest has errors,
    which the outcome tells."""

    outcome: Outcome
    language: str = ""
    days: tuple[Day, ...] = ()
    ics: str = ""


def coming(folder: str, choices: Choices) -> Coming:
    """The days of the calendar that are not over by the edition's date, in its first language."""
    workspace = Workspace(folder)
    spec, findings = project.read(workspace, choices)
    told = outcome(workspace, errors(findings))
    if spec is None or told.findings:
        return Coming(told)
    code = spec.languages[0]
    days = tuple(
        Day(
            name,
            f"{day.when.start}",
            f"{day.when.end}",
            day.kind.value,
            language.fill(day.what[code].text, spec, code),
            language.fill(day.where[code].text, spec, code) if day.where else "",
        )
        for name, day in spec.calendar.items()
    )
    return Coming(told, code, days, editions.icalendar(spec, code))
