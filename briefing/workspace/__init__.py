"""The one door to disk and environment; remembers what was read."""

from briefing.model.record import Input
from briefing.model.wording import shown
from briefing.workspace.files import Unreadable, Workspace

__all__ = ["Input", "Unreadable", "Workspace", "shown"]
