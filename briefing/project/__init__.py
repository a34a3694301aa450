"""What an author writes about the whole: the manifest to a Spec, a style file to a Style."""

from typing import TYPE_CHECKING

from briefing.model.deferred import deferred
from briefing.project.codes import CODES

if TYPE_CHECKING:
    from briefing.project.manifest import read
    from briefing.project.style import read_style

__getattr__ = deferred(
    __name__,
    {
        "read": "manifest",
        "read_style": "style",
    },
)

__all__ = ["CODES", "read", "read_style"]
