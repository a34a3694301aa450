"""The engine: tagged, archival PDF on ReportLab, with shaped text in shared faces."""

from briefing.pdf.canvas import TaggedCanvas
from briefing.pdf.fonts import Face, Faces, load_faces
from briefing.pdf.metadata import Metadata
from briefing.pdf.profiles import PROFILES, Profile
from briefing.pdf.tree import Element, Tree

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
