"""The World Bank's indicators, API v2: errors come with HTTP 200, values in pages."""

import json
from urllib.parse import quote, urlencode

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

_BASE = "https://api.worldbank.org/v2/en/country"
_MOST = 1_500
_PAGE = 20_000


def _question(origin: Origin, _keyed: bool, _description: bytes) -> Asked:
    need(origin, "indicator", "country")
    countries = ";".join(origin.asked["country"])
    query = {"format": "json", "per_page": str(_PAGE)}
    if start := one(origin, "start"):
        query["date"] = f"{start}:{one(origin, 'end', start)}"
    path = f"{quote(countries, safe=';')}/indicator/{quote(one(origin, 'indicator'))}"
    address = f"{_BASE}/{path}?{urlencode(query, safe=':')}"
    if len(address) > _MOST:
        message = f"the address has {len(address):,} characters; the World Bank takes {_MOST:,}"
        raise RefusedError("B070", message, "ask for fewer countries")
    return Asked(address)


def _examine(origin: Origin, _keyed: bool, body: bytes, rows: Rows) -> str:
    head = json.loads(body)[0]
    some(rows, "look at country, indicator and dates: it answers so for what it doesn't have")
    whole(rows, int(head.get("total", len(rows))), None, "ask for fewer countries or years")
    none_else(origin, rows, {"indicator": "indicator", "country": "countryiso3code"})
    return str(head.get("lastupdated") or "")


SERVICE = Service(_question, _examine)
