"""PxWeb, API v1: what is selected is named by its text, for some offices' codes are positions
that shift when a row is added."""

import json
from typing import Any
from urllib.parse import quote

from briefing.model.finding import did_you_mean
from briefing.model.spec import Origin
from briefing.services.request import Asked, RefusedError, Rows, Service, need, one, some

# Names of offices for the beginning of their addresses.
PLACES = {
    "nso-mongolia": "https://data.1212.mn/api/v1/mn/NSO",
    "statistics-finland": "https://statfin.stat.fi/PXWeb/api/v1/en/StatFin",
}


def _address(origin: Origin) -> str:
    need(origin, "service", "table")
    service = one(origin, "service")
    base = PLACES.get(service, service)
    if not base.startswith("https://"):
        message = f"no PxWeb office is called “{service[:60]}”{did_you_mean(service, PLACES)}"
        raise RefusedError("B070", message, f"they are {', '.join(PLACES)}, or write https://…")
    return f"{base.rstrip('/')}/{quote(one(origin, 'table'), safe='/')}"


def _description(origin: Origin) -> Asked:
    return Asked(_address(origin))


def _question(origin: Origin, _keyed: bool, description: bytes) -> Asked:
    variables = _variables(description)
    by_name = {str(v[key]): v for v in variables for key in ("text", "code")}
    query = []
    for name, members in origin.asked.items():
        if name in ("service", "table"):
            continue
        variable = by_name.get(name)
        if variable is None:
            message = f"the table has no variable “{name[:60]}”{did_you_mean(name, by_name)}"
            raise RefusedError("B070", message, f"it has {', '.join(map(str, by_name))[:300]}")
        codes = [_code(variable, name, member) for member in members]
        query.append({"code": variable["code"], "selection": {"filter": "item", "values": codes}})
    body = {"query": query, "response": {"format": "json-stat2"}}
    return Asked(_address(origin), body=json.dumps(body, ensure_ascii=False).encode())


def _variables(description: bytes) -> list[dict[str, Any]]:
    try:
        variables = json.loads(description)["variables"]
        assert all(len(v["values"]) == len(v["valueTexts"]) and v["code"] for v in variables)
    except (ValueError, LookupError, TypeError, AssertionError):
        message = "the office sent no description of the table"
        raise RefusedError("B071", message, "look whether the table still has this name") from None
    return [v | {"text": v.get("text", v["code"])} for v in variables]


def _code(variable: dict[str, Any], name: str, member: str) -> str:
    texts = [str(text).strip() for text in variable["valueTexts"]]
    if texts.count(member) != 1:
        much = "several members" if member in texts else "no member"
        message = f"variable “{name[:60]}” has {much} “{member[:60]}”{did_you_mean(member, texts)}"
        raise RefusedError("B070", message, "select members by their text, as the table shows it")
    return str(variable["values"][texts.index(member)])


def _examine(origin: Origin, _keyed: bool, body: bytes, rows: Rows) -> str:
    some(rows, "look at what is selected")
    whole = json.loads(body)
    for name, members in origin.asked.items():
        if name in ("service", "table"):
            continue
        column = _column(whole, name)
        for row in rows:
            if row.cells.get(f"{column} label", "").strip() not in members:
                got = row.cells.get(f"{column} label", "")
                message = f"the reply has “{got[:60]}” of {name[:60]}, which was not selected"
                raise RefusedError("B074", message, "fetch again; the office changed the table")
    return str(whole.get("updated") or "")


def _column(whole: dict[str, Any], name: str) -> str:
    """The dimension that is called so, by its code or its label."""
    for code, dimension in whole["dimension"].items():
        if code == name or (isinstance(dimension, dict) and dimension.get("label") == name):
            return str(code)
    return name


SERVICE = Service(_question, _examine, _description)
