"""UN Comtrade, API v1: totals only, by its own codes; what is wrongly asked comes back empty."""

from collections.abc import Mapping
from urllib.parse import urlencode

from briefing.language.country_codes import comtrade_number
from briefing.model import Origin, Reply, Request
from briefing.services import request

_BASE = "https://comtradeapi.un.org"
_LONGEST = 4_096
_MOST_PERIODS = 12
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
_COUNTRIES = ("reporter", "partner")
_OTHERWISE = {"flowCode": ("X", "M"), "cmdCode": ("TOTAL",)}


def _wanted(origin: Origin) -> Mapping[str, tuple[str, ...]]:
    """What is asked of each column of the reply, countries by UN Comtrade's numbers."""
    named = {
        _NAMES[name]: tuple(map(_number, values)) if name in _COUNTRIES else values
        for name, values in origin.asked.items()
        if name in _NAMES
    }
    return {**_OTHERWISE, **named}


def _number(code: str) -> str:
    return comtrade_number(code) or code


def _question(origin: Origin, keyed: bool, _description: bytes) -> Request:
    request.need(origin, "reporter", "period")
    for name in _COUNTRIES:
        for code in origin.asked.get(name, ()):
            if not _number(code).isdecimal():
                message = f"“{code[:20]}” is no code of a country or of UN Comtrade for a {name}"
                hint = "write ISO alpha-3 (MNG, $partner, WLD) or its numbers (496, 0)"
                raise request.RefusedError("B070", message, hint)
    if len(origin.asked["period"]) > _MOST_PERIODS:
        message = f"UN Comtrade gives at most {_MOST_PERIODS} periods"
        raise request.RefusedError("B070", message, "ask for the others in a second table")
    query = {column: ",".join(values) for column, values in _wanted(origin).items()} | _TOTALS
    path = "data/v1/get" if keyed else "public/v1/preview"
    address = (
        f"{_BASE}/{path}/C/{request.one(origin, 'frequency', 'A')}/HS?{urlencode(query, safe=',')}"
    )
    return Request(request.short(address, _LONGEST, "UN Comtrade"))


def _open(body: bytes) -> None:
    content = request.parsed(body)
    if isinstance(content, dict) and isinstance(content.get("data"), list):
        hint = "look at codes and periods: wrong ones are answered so, as is a year not reported"
        request.some(content["data"], hint)


def _examine(origin: Origin, keyed: bool, reply: Reply, rows: request.Rows) -> str:
    count = request.parsed(reply.body).get("count")
    announced = count if isinstance(count, int) and count >= 0 else None
    more = "ask for less" if keyed else "ask for less, or set BRIEFING_COMTRADE_KEY"
    request.whole(rows, announced, _CAPS[keyed], more)
    once = "adding them would count twice: ask for one commodity level, and tell UN Comtrade"
    request.single(_asked(origin, rows), tuple(_NAMES.values()), once)
    return ""


def _asked(origin: Origin, rows: request.Rows) -> request.Rows:
    wanted = _wanted(origin)
    return [
        row
        for row in rows
        if all(row.cells.get(column, "") in values for column, values in wanted.items())
    ]


SERVICE = request.Service(
    _question,
    _examine,
    _asked,
    _open,
    key_header="Ocp-Apim-Subscription-Key",
    hints={
        401: "the key is wrong or missing: set BRIEFING_COMTRADE_KEY, or name a --keys-file",
        403: "the key's calls of the day are used up: try again tomorrow",
    },
)
