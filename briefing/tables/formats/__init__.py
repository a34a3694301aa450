"""Formats of data files: one reader a format, behind one verb."""

from collections.abc import Callable, Mapping
from importlib import import_module

from briefing.tables.decode import UnfitError
from briefing.tables.formats.content import Content, Given, header_period, unfit
from briefing.tables.formats.unpacked import unpacked
from briefing.workspace import shown

# The module of each reader, which is loaded when a table is of that format.
READERS: Mapping[str, str] = {
    "delimited": "delimited",
    "xlsx": "workbook",
    "xls": "workbook",
    "ods": "workbook",
    "parquet": "large",
    "large-delimited": "large",
    "sdmx-csv": "sdmx_csv",
    "sdmx-ml": "sdmx_ml",
    "sdmx-json": "sdmx_json",
    "json-stat": "json_stat",
    "px": "pc_axis",
    "eurostat-tsv": "eurostat_tsv",
    "world-bank": "world_bank",
    "comtrade": "comtrade",
}
_ZIPPED = ("xlsx", "xls", "ods")
# What a document that is well-formed but of another shape makes a reader stumble over.
_SHAPE = (LookupError, TypeError, AttributeError, ValueError, RecursionError)


def read(given: Given) -> Content:
    """The rows of a file by the reader of its declared format. Raises UnfitError."""
    reader = _reader(given.spec.format)
    if given.stored is not None:
        return reader(given)
    inside = unpacked(given, given.spec.format in _ZIPPED)
    try:
        return reader(inside)
    except _SHAPE as error:
        message = f"{inside.file} has not the shape of {given.spec.format}{_said(error)}"
        hint = "look at what was sent, or name its format by `format:`; inspect says what it is"
        raise unfit(inside, message, hint) from None


def _reader(format: str) -> Callable[[Given], Content]:
    module = import_module(f"briefing.tables.formats.{READERS[format]}")
    reader: Callable[[Given], Content] = module.read
    return reader


def _said(error: Exception) -> str:
    """What of the shape is lacking; nothing that Python says of our code."""
    lacking = error.args[0] if isinstance(error, KeyError) and error.args else ""
    return f": it lacks “{shown(lacking)[:60]}”" if isinstance(lacking, str) and lacking else ""


__all__ = ["READERS", "Content", "Given", "UnfitError", "header_period", "read"]
