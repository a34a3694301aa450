"""SDMX services: data as SDMX-CSV, by flow and key."""

import re
from collections.abc import Mapping, Sequence
from urllib.parse import quote, urlencode

from msgspec import Struct

from briefing.model import Origin, Reply, Request, did_you_mean
from briefing.services import request

_FLOW = re.compile(r"[A-Za-z0-9_.@,:/+~*-]+")
_CSV = "application/vnd.sdmx.data+csv;version=1.0.0"
_TIME = "TIME_PERIOD"
_DATED = ("LAST UPDATE", "UPDATED", "UPDATE_DATE")
# Columns before the dimensions, which say of what data set a row is.
_HEADS = ("DATAFLOW", "STRUCTURE", "STRUCTURE_ID", "STRUCTURE_NAME", "ACTION", "KEY", "LAST UPDATE")


class _Place(Struct, frozen=True):
    """Where a service is and how it wants to be asked: `{flow}/{key}` behind the base.

    `modern` says that it filters periods as SDMX 3.0 does; `dated` that its Last-Modified is the
    day of the data, not of the answer.
    """

    base: str
    query: Mapping[str, str]
    accept: str = _CSV
    modern: bool = False
    dated: bool = False


PLACES: Mapping[str, _Place] = {
    "imf": _Place("https://api.imf.org/external/sdmx/3.0/data/dataflow", {}, modern=True),
    "oecd": _Place(
        "https://sdmx.oecd.org/public/rest/data",
        {"dimensionAtObservation": "AllDimensions"},
        "application/vnd.sdmx.data+csv",
    ),
    "eurostat": _Place(
        "https://ec.europa.eu/eurostat/api/dissemination/sdmx/2.1/data", {"format": "SDMX-CSV"}
    ),
    "ecb": _Place(
        "https://data-api.ecb.europa.eu/service/data", {"format": "csvdata"}, "text/csv", dated=True
    ),
}


def _question(origin: Origin, _keyed: bool, _description: bytes) -> Request:
    request.need(origin, "service", "flow", "key")
    name, flow, key = (
        request.one(origin, "service"),
        request.one(origin, "flow"),
        request.one(origin, "key"),
    )
    place = PLACES.get(name)
    if place is None:
        message = f"no SDMX service is called “{name[:60]}”{did_you_mean(name, PLACES)}"
        raise request.RefusedError("B070", message, f"they are {', '.join(PLACES)}")
    if not _FLOW.fullmatch(flow):
        raise request.RefusedError(
            "B070", f"“{flow[:60]}” is no data flow", "write it as in its address"
        )
    query = {**place.query, **_periods(origin, place)}
    asked = f"?{urlencode(query, safe='[]:+')}" if query else ""
    address = f"{place.base}/{quote(flow, safe='/,@+*~:')}/{quote(key, safe='.+*')}{asked}"
    return Request(address, {"Accept": place.accept})


def _periods(origin: Origin, place: _Place) -> Mapping[str, str]:
    start, end = request.one(origin, "start"), request.one(origin, "end")
    if place.modern:
        bounds = [f"ge:{start}"] * bool(start) + [f"le:{end}"] * bool(end)
        return {"c[TIME_PERIOD]": "+".join(bounds)} if bounds else {}
    named = {"startPeriod": start, "endPeriod": end}
    return {name: period for name, period in named.items() if period}


def _examine(origin: Origin, _keyed: bool, reply: Reply, rows: request.Rows) -> str:
    request.some(rows, "look at flow and key: unknown ones are answered so as well")
    columns = list(rows[0].cells)
    if _TIME in columns:
        once = "ask by a key that tells them apart: a part for each dimension"
        request.single(_asked(origin, rows), (*_dimensions(columns), _TIME), once)
    dated = next((column for column in _DATED if column in columns), "")
    if dated:
        return max(request.day(row.cells[dated]) for row in rows)
    place = PLACES[request.one(origin, "service")]
    return _modified(reply.headers.get("last-modified", "")) if place.dated else ""


def _asked(origin: Origin, rows: request.Rows) -> request.Rows:
    """The rows whose dimensions have the members of the key, where the key names one a dimension;
    else of them all, if each part of it is found in a column."""
    if not rows:
        return rows
    parts = [
        set(filter(None, part.replace("*", "").split("+")))
        for part in request.one(origin, "key").split(".")
    ]
    dimensions = _dimensions(list(rows[0].cells))
    if len(dimensions) == len(parts):
        wanted = [(c, part) for c, part in zip(dimensions, parts, strict=True) if part]
        return [row for row in rows if all(row.cells[c] in part for c, part in wanted)]
    columns = list(rows[0].cells)
    known = all(
        not part or any({row.cells[c] for row in rows} <= part for c in columns) for part in parts
    )
    return rows if known else []


def _dimensions(columns: Sequence[str]) -> list[str]:
    """The columns of dimensions but time, which SDMX-CSV has before the period."""
    before = columns[: columns.index(_TIME)] if _TIME in columns else []
    return [column for column in before if column not in _HEADS]


def _modified(header: str) -> str:
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(header).date().isoformat()
    except ValueError:
        return ""


SERVICE = request.Service(_question, _examine, _asked)
