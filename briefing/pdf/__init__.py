"""The engine: tagged, archival PDF on ReportLab, with shaped text in shared faces."""

import sys
from types import ModuleType
from typing import TYPE_CHECKING

from briefing.model.deferred import deferred

if TYPE_CHECKING:
    from briefing.pdf.canvas import TaggedCanvas
    from briefing.pdf.fonts import Face, Faces, load_faces
    from briefing.pdf.metadata import Metadata
    from briefing.pdf.profiles import PROFILES, Profile
    from briefing.pdf.tree import Element, Tree

# ReportLab runs what it finds under these names in a home folder, and fails where that is none: a
# briefing depends on no such file.
for _own in ("reportlab_mods", "reportlab_settings"):
    sys.modules.setdefault(_own, ModuleType(_own))

__getattr__ = deferred(
    __name__,
    {
        "TaggedCanvas": "canvas",
        "Face": "fonts",
        "Faces": "fonts",
        "load_faces": "fonts",
        "Metadata": "metadata",
        "PROFILES": "profiles",
        "Profile": "profiles",
        "Element": "tree",
        "Tree": "tree",
    },
)

__all__ = [
    "PROFILES",
    "Element",
    "Face",
    "Faces",
    "Metadata",
    "Profile",
    "TaggedCanvas",
    "Tree",
    "load_faces",
]
