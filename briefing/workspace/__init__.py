"""The one door to disk and environment; remembers what was read."""

from briefing.workspace.files import Input, Unreadable, Workspace
from briefing.workspace.wording import shown

__all__ = ["Input", "Unreadable", "Workspace", "shown"]
