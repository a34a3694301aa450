"""The World Bank's indicators, API v2: errors come with HTTP 200, values in pages."""

from urllib.parse import quote, urlencode

from briefing.model import Origin, Reply, Request, Row
from briefing.services.request import Rows, Service, day, need, one, parsed, short, some, whole

_BASE = "https://api.worldbank.org/v2/en/country"
_LONGEST = 1_500
_PAGE = 20_000
_EVERY = "all"


def _question(origin: Origin, _keyed: bool, _description: bytes) -> Request:
    need(origin, "indicator", "country")
    countries = ";".join(origin.asked["country"])
    query = {"format": "json", "per_page": str(_PAGE)}
    if start := one(origin, "start"):
        query["date"] = f"{start}:{one(origin, 'end', start)}"
    path = f"{quote(countries, safe=';')}/indicator/{quote(one(origin, 'indicator'))}"
    address = f"{_BASE}/{path}?{urlencode(query, safe=':')}"
    return Request(short(address, _LONGEST, "the World Bank"))


def _open(body: bytes) -> None:
    content = parsed(body)
    if isinstance(content, list) and len(content) == 2:
        hint = "look at country, indicator and dates: it answers so for what it doesn't have"
        some(content[1] or (), hint)


def _examine(_origin: Origin, _keyed: bool, reply: Reply, rows: Rows) -> str:
    head = parsed(reply.body)[0]
    whole(rows, int(head.get("total", len(rows))), None, "ask for fewer countries or years")
    return day(str(head.get("lastupdated") or ""))


def _asked(origin: Origin, rows: Rows) -> Rows:
    indicator = one(origin, "indicator").casefold()
    countries = {country.casefold() for country in origin.asked.get("country", ())}
    start = one(origin, "start")
    end = one(origin, "end", start)

    def wanted(row: Row) -> bool:
        cells = row.cells
        named = {cells.get(c, "").casefold() for c in ("countryiso3code", "country")}
        date = cells.get("date", "")[: len(start)]
        return (
            cells.get("indicator", "").casefold() == indicator
            and (_EVERY in countries or bool(named & countries))
            and (not start or start <= date <= end)
        )

    return [row for row in rows if wanted(row)]


SERVICE = Service(_question, _examine, _asked, _open)
