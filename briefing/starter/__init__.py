"""What a project begins with, and the files that build it every week."""

from briefing.starter.added import added
from briefing.starter.project import LANGUAGES, Answers, Data, Shown, project, project_of, sampled
from briefing.starter.schedule import SCHEDULES, Site, schedule, workflow

__all__ = [
    "LANGUAGES",
    "SCHEDULES",
    "Answers",
    "Data",
    "Shown",
    "Site",
    "added",
    "project",
    "project_of",
    "sampled",
    "schedule",
    "workflow",
]
