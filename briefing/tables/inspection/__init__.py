"""What a file is, and the entry of the manifest that reads it."""

from briefing.tables.inspection.compared import compared
from briefing.tables.inspection.inspect import Inspection, inspect
from briefing.tables.inspection.written import comments, entry, titles

__all__ = ["Inspection", "comments", "compared", "entry", "inspect", "titles"]
