"""The one door to disk and environment; remembers what was read."""

from briefing.model.wording import shown
from briefing.workspace.files import Input, Unreadable, Workspace

__all__ = ["Input", "Unreadable", "Workspace", "shown"]
