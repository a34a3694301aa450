"""What a file is, and the entry of the manifest that reads it."""

from briefing.tables.inspection.inspect import Inspection, inspect
from briefing.tables.inspection.written import comments, entry

__all__ = ["Inspection", "comments", "entry", "inspect"]
