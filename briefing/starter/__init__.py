"""What a project begins with, and the files that build it every week."""

from briefing.starter.project import LANGUAGES, Answers, project
from briefing.starter.schedule import SCHEDULES, Site, schedule, workflow

__all__ = ["LANGUAGES", "SCHEDULES", "Answers", "Site", "project", "schedule", "workflow"]
