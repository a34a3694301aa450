"""The one door to disk and environment; remembers what was read."""

from typing import TYPE_CHECKING

from briefing.model.deferred import deferred

if TYPE_CHECKING:
    from briefing.model import Input, shown
    from briefing.workspace.files import Unreadable, Workspace

# The cache is asked before anything is read: what reads is loaded when it is wanted.
__getattr__ = deferred(
    "briefing",
    {
        "Input": "model.record",
        "shown": "model.wording",
        "Unreadable": "workspace.files",
        "Workspace": "workspace.files",
    },
)

__all__ = ["Input", "Unreadable", "Workspace", "shown"]
