"""What an author writes about the whole: the manifest to a Spec, a style file to a Style."""

from briefing.project.codes import CODES
from briefing.project.manifest import read
from briefing.project.style import read_style

__all__ = ["CODES", "read", "read_style"]
