"""Formats of data files: one reader a format, behind one verb."""

from collections.abc import Callable, Mapping

from briefing.tables.formats import (
    comtrade,
    delimited,
    eurostat_tsv,
    json_stat,
    large,
    pc_axis,
    sdmx_csv,
    sdmx_json,
    sdmx_ml,
    workbook,
    world_bank,
)
from briefing.tables.formats.content import Content, Given, UnfitError, header_period, unfit
from briefing.tables.formats.unpacked import unpacked

READERS: Mapping[str, Callable[[Given], Content]] = {
    "delimited": delimited.read,
    "xlsx": workbook.read,
    "xls": workbook.read,
    "ods": workbook.read,
    "parquet": large.read,
    "large-delimited": large.read,
    "sdmx-csv": sdmx_csv.read,
    "sdmx-ml": sdmx_ml.read,
    "sdmx-json": sdmx_json.read,
    "json-stat": json_stat.read,
    "px": pc_axis.read,
    "eurostat-tsv": eurostat_tsv.read,
    "world-bank": world_bank.read,
    "comtrade": comtrade.read,
}
_ZIPPED = ("xlsx", "xls", "ods")
# What a document that is well-formed but of another shape makes a reader stumble over.
_SHAPE = (LookupError, TypeError, AttributeError, ValueError, RecursionError)


def read(given: Given) -> Content:
    """The rows of a file by the reader of its declared format. Raises UnfitError."""
    reader = READERS[given.spec.format]
    if given.stored is not None:
        return reader(given)
    inside = unpacked(given, given.spec.format in _ZIPPED)
    try:
        return reader(inside)
    except _SHAPE as error:
        message = f"{inside.file} has not the shape of {given.spec.format} ({_said(error)})"
        hint = "look at what was sent, or name its format by `format:`; inspect says what it is"
        raise unfit(inside, message, hint) from None


def _said(error: Exception) -> str:
    return f"{type(error).__name__} {str(error)[:60]}".strip()


__all__ = ["READERS", "Content", "Given", "UnfitError", "header_period", "read"]
