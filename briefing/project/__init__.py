"""What an author writes about the whole: the manifest to a Spec, a style file to a Style."""

from typing import TYPE_CHECKING

from briefing.model.deferred import deferred
from briefing.project.codes import CODES

if TYPE_CHECKING:
    from briefing.project.manifest import read
    from briefing.project.style.read import read_style, style_of

__getattr__ = deferred(
    __name__,
    {
        "read": "manifest",
        "read_style": "style.read",
        "style_of": "style.read",
    },
)

__all__ = ["CODES", "read", "read_style", "style_of"]
