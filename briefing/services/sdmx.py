"""SDMX services: data as SDMX-CSV, by flow and key."""

import re
from collections.abc import Mapping
from urllib.parse import quote, urlencode

from msgspec import Struct

from briefing.model.finding import did_you_mean
from briefing.model.spec import Origin
from briefing.services.request import Asked, RefusedError, Rows, Service, need, one, some

_FLOW = re.compile(r"[A-Za-z0-9_.@,:/+~*-]+")
_CSV = "application/vnd.sdmx.data+csv;version=1.0.0"


class _Place(Struct, frozen=True):
    """Where a service is and how it wants to be asked: `{flow}/{key}` behind the base."""

    base: str
    query: Mapping[str, str]
    accept: str = _CSV
    period: str = "startPeriod"


PLACES: Mapping[str, _Place] = {
    "imf": _Place("https://api.imf.org/external/sdmx/3.0/data/dataflow", {}, period=""),
    "oecd": _Place(
        "https://sdmx.oecd.org/public/rest/data",
        {"dimensionAtObservation": "AllDimensions"},
        "application/vnd.sdmx.data+csv",
    ),
    "eurostat": _Place(
        "https://ec.europa.eu/eurostat/api/dissemination/sdmx/2.1/data", {"format": "SDMX-CSV"}
    ),
    "ecb": _Place("https://data-api.ecb.europa.eu/service/data", {"format": "csvdata"}, "text/csv"),
}


def _question(origin: Origin, _keyed: bool, _description: bytes) -> Asked:
    need(origin, "service", "flow", "key")
    name, flow, key = one(origin, "service"), one(origin, "flow"), one(origin, "key")
    place = PLACES.get(name)
    if place is None:
        message = f"no SDMX service is called “{name}”{did_you_mean(name, PLACES)}"
        raise RefusedError("B070", message, f"they are {', '.join(PLACES)}")
    if not _FLOW.fullmatch(flow):
        raise RefusedError("B070", f"“{flow[:60]}” is no data flow", "write it as in its address")
    query = dict(place.query)
    start, end = one(origin, "start"), one(origin, "end")
    if start and place.period:
        query |= {"startPeriod": start} | ({"endPeriod": end} if end else {})
    elif start:
        query["c[TIME_PERIOD]"] = f"ge:{start}" + (f"+le:{end}" if end else "")
    asked = f"?{urlencode(query, safe='[]:+')}" if query else ""
    address = f"{place.base}/{quote(flow, safe='/,@+*~:')}/{quote(key, safe='.+*')}{asked}"
    return Asked(address, {"Accept": place.accept})


def _examine(origin: Origin, _keyed: bool, _body: bytes, rows: Rows) -> str:
    some(rows, "look at flow and key: unknown ones are answered so as well")
    columns = list(rows[0].cells)
    for part in one(origin, "key").split("."):
        wanted = set(filter(None, part.replace("*", "").split("+")))
        if wanted and not any({row.cells[c] for row in rows} <= wanted for c in columns):
            message = f"the reply has rows of something else than “{part[:60]}”, which was asked"
            raise RefusedError("B074", message, "mend the key: a part a dimension, in their order")
    return ""


SERVICE = Service(_question, _examine)
