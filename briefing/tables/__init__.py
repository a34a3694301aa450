"""Data files to tables, and tables to stored series, families and events."""

from briefing.tables.codes import CODES
from briefing.tables.formats import READERS as FORMATS
from briefing.tables.formats import UnfitError
from briefing.tables.load import LARGE, load
from briefing.tables.queried import Queried
from briefing.tables.query import query

__all__ = ["CODES", "FORMATS", "LARGE", "Queried", "UnfitError", "load", "query"]
