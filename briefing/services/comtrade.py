"""UN Comtrade, API v1: totals only, by its own codes; what is wrongly asked comes back empty."""

import json
from urllib.parse import urlencode

from briefing.model.spec import Origin
from briefing.services.request import (
    Asked,
    RefusedError,
    Rows,
    Service,
    need,
    none_else,
    one,
    some,
    whole,
)

_BASE = "https://comtradeapi.un.org"
_MOST = 4_096
_CAPS = {True: 100_000, False: 500}
# Without these, rows of each mode of transport and procedure stand beside their total.
_TOTALS = {"partner2Code": "0", "customsCode": "C00", "motCode": "0"}
_NAMES = {
    "reporter": "reporterCode",
    "partner": "partnerCode",
    "period": "period",
    "flow": "flowCode",
    "commodity": "cmdCode",
}


def _question(origin: Origin, keyed: bool, _description: bytes) -> Asked:
    need(origin, "reporter", "period")
    for name in ("reporter", "partner"):
        for code in origin.asked.get(name, ()):
            if not code.isdecimal():
                message = f"“{code[:20]}” is no code of UN Comtrade for a {name}"
                hint = "its codes are numbers: Mongolia 496, Russia 643, China 156, the world 0"
                raise RefusedError("B070", message, hint)
    if len(origin.asked["period"]) > 12:
        raise RefusedError("B070", "UN Comtrade gives at most 12 periods", "split the table")
    query = {
        column: ",".join(origin.asked[name])
        for name, column in _NAMES.items()
        if name in origin.asked
    }
    query = {"cmdCode": "TOTAL", "flowCode": "X,M"} | query | _TOTALS
    frequency = one(origin, "frequency", "A")
    path = "data/v1/get" if keyed else "public/v1/preview"
    address = f"{_BASE}/{path}/C/{frequency}/HS?{urlencode(query, safe=',')}"
    if len(address) > _MOST:
        message = f"the address has {len(address):,} characters; UN Comtrade takes {_MOST:,}"
        raise RefusedError("B070", message, "ask for less")
    return Asked(address, key_header="Ocp-Apim-Subscription-Key" if keyed else "")


def _examine(origin: Origin, keyed: bool, body: bytes, rows: Rows) -> str:
    hint = "look at codes and periods: wrong ones are answered so, and so is a year not reported"
    some(rows, hint)
    count = json.loads(body).get("count")
    announced = int(count) if isinstance(count, int) and count >= 0 else None
    more = "ask for less" if keyed else "ask for less, or set BRIEFING_COMTRADE_KEY"
    whole(rows, announced, _CAPS[keyed], more)
    none_else(origin, rows, _NAMES)
    seen: dict[tuple[str, ...], int] = {}
    for row in rows:
        key = tuple(row.cells.get(column, "") for column in _NAMES.values())
        first = seen.setdefault(key, row.number)
        if first != row.number:
            message = f"rows {first} and {row.number} are both of {', '.join(key)}"
            raise RefusedError("B074", message, "adding them would count twice; ask for totals")
    return ""


SERVICE = Service(_question, _examine)
