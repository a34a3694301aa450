"""What a file is: its format, by its first bytes and its shape, never by its name."""

import re
import zipfile
from collections.abc import Mapping
from io import BytesIO
from typing import Any

from msgspec import Struct, structs

from briefing.tables.formats.content import Given, unfit
from briefing.tables.formats.jsons import parsed
from briefing.tables.formats.unpacked import unpacked
from briefing.tables.inspection.decoding import decoded

_HEAD = 4096
_ZIP, _OLE, _GZIP = b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\x1f\x8b"
_PAGE = re.compile(r"\s*<(!doctype html|html)", re.I)
_STRUCTURE = re.compile(r"<(?:\w+:)?Structure[\s>]")
_SDMX = re.compile(r"<(\w+:)?(GenericData|GenericTimeSeriesData|CompactData|StructureSpecific\w*)")
_PX = re.compile(r"^(CHARSET|AXIS-VERSION|CODEPAGE|LANGUAGE|TITLE|MATRIX|STUB|HEADING)\b.*=", re.M)
_EUROSTAT = re.compile(r"[^\t\n]*\\\w+[ ]*\t")


class Kind(Struct, frozen=True):
    """A format, and what is around it; `given` is what is inside, `text` its text if it is text."""

    format: str
    given: Given
    around: str = ""
    member: str = ""
    members: tuple[str, ...] = ()
    encoding: str = "utf-8"
    text: str = ""


def kind(given: Given) -> Kind:
    """The kind of a file. Raises UnfitError where it holds no data that is known."""
    if given.stored is not None:
        return Kind(given.spec.format, given)
    data = given.data
    if data.startswith(_GZIP):
        return structs.replace(kind(unpacked(given, False)), around="gzip")
    if data.startswith(_ZIP):
        return _zipped(given)
    if data.startswith(_OLE):
        return Kind("xls", given)
    encoding, text = decoded(data)
    named = _of_text(given, text)
    return Kind(named, given, encoding=encoding, text=text)


def _zipped(given: Given) -> Kind:
    """A workbook, or what is inside: of several files the largest, which a manifest must name."""
    try:
        with zipfile.ZipFile(BytesIO(given.data)) as parts:
            files = {i.filename: i.file_size for i in parts.infolist() if not i.is_dir()}
    except zipfile.BadZipFile:
        raise unfit(given, f"{given.file} is a damaged zip", "fetch it again") from None
    if "content.xml" in files:
        return Kind("ods", given)
    if "[Content_Types].xml" in files:
        return Kind("xlsx", given)
    wanted = given.spec.member or max(files, key=lambda name: files[name], default="")
    named = wanted if len(files) > 1 else ""
    inside = unpacked(structs.replace(given, spec=structs.replace(given.spec, member=named)), False)
    found = kind(inside)
    return structs.replace(found, around="zip", member=named, members=tuple(files))


def _of_text(given: Given, text: str) -> str:
    head = text[:_HEAD].lstrip()
    if _PAGE.match(head):
        message = f"{given.file} is a web page, no data"
        raise unfit(given, message, "download the data itself: look for CSV, XLSX or an API")
    if head.startswith("<"):
        if _SDMX.search(head):
            return "sdmx-ml"
        what = "a structure of SDMX, which describes data and holds none"
        what = what if _STRUCTURE.search(head) else "XML, but no data of SDMX"
        message = f"{given.file} is {what}"
        raise unfit(given, message, "ask the publisher for CSV, a workbook or SDMX")
    if head.startswith(("{", "[")):
        return _of_json(given)
    first = head.partition("\n")[0]
    if _PX.match(head) and re.search(r"^DATA=", text, re.M):
        return "px"
    if _EUROSTAT.match(first):
        return "eurostat-tsv"
    columns = {c.strip(' "').partition(":")[0].partition("[")[0] for c in re.split("[,;\t]", first)}
    if "STRUCTURE_ID" in columns or columns >= {"DATAFLOW", "OBS_VALUE"}:
        return "sdmx-csv"
    return "delimited"


def _of_json(given: Given) -> str:
    whole = parsed(given)
    if isinstance(whole, list):
        first = whole[0] if whole else None
        if isinstance(first, dict) and {"page", "total", "message"} & set(first):
            return "world-bank"
    elif _is_json_stat(whole):
        return "json-stat"
    elif "dataSets" in whole or "dataSets" in _map(whole.get("data")):
        return "sdmx-json"
    elif isinstance(whole.get("data"), list) and {"count", "elapsedTime"} & set(whole):
        return "comtrade"
    message = f"{given.file} is JSON of no shape that is known"
    hint = "such are JSON-stat, SDMX-JSON, the World Bank's and UN Comtrade's; else ask for CSV"
    raise unfit(given, message, hint)


def _is_json_stat(whole: Mapping[str, Any]) -> bool:
    sets = (whole, *(value for value in whole.values() if isinstance(value, dict)))
    return any("value" in one and "dimension" in one for one in sets)


def _map(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}
