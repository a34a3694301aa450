"""The one door to disk and environment; remembers what was read."""

from briefing.model.finding import did_you_mean as suggestion
from briefing.workspace.files import Input, Unreadable, Workspace
from briefing.workspace.wording import shown

__all__ = ["Input", "Unreadable", "Workspace", "shown", "suggestion"]
