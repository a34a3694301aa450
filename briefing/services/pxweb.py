"""PxWeb, API v1: what is selected is named by its text, for some offices' codes are positions
that shift when a row is added."""

import json
from typing import Any
from urllib.parse import quote

from briefing.model import Origin, Reply, Request, Row, did_you_mean
from briefing.services.request import RefusedError, Rows, Service, day, need, one, parsed, some

# Names of offices for the beginning of their addresses.
PLACES = {
    "nso-mongolia": "https://data.1212.mn/api/v1/en/NSO",
    "nso-mongolia-mn": "https://data.1212.mn/api/v1/mn/NSO",
    "statistics-finland": "https://statfin.stat.fi/PXWeb/api/v1/en/StatFin",
}
_WHERE = ("service", "table")
_EVERY = "*"
_LISTED = 300


def _address(origin: Origin) -> str:
    need(origin, *_WHERE)
    service = one(origin, "service")
    base = PLACES.get(service, service)
    if not base.startswith("https://"):
        message = f"no PxWeb office is called “{service[:60]}”{did_you_mean(service, PLACES)}"
        raise RefusedError("B070", message, f"they are {', '.join(PLACES)}, or write https://…")
    return f"{base.rstrip('/')}/{quote(one(origin, 'table'), safe='/')}"


def _description(origin: Origin) -> Request:
    return Request(_address(origin))


def _question(origin: Origin, _keyed: bool, description: bytes) -> Request:
    variables = _variables(description)
    selected = _selected(origin)
    texts = [str(v["text"]) for v in variables]
    for name in selected:
        if not any(name in (v["text"], v["code"]) for v in variables):
            message = f"the table has no variable “{name[:60]}”{did_you_mean(name, texts)}"
            raise RefusedError("B070", message, f"it has {', '.join(texts)[:_LISTED]}")
    query = []
    for variable in variables:
        name = next((n for n in selected if n in (variable["text"], variable["code"])), "")
        if not name:
            message = f"nothing is selected of “{str(variable['text'])[:60]}”"
            hint = 'add it to `select:`, with the members wanted, or with "*" for all of them'
            raise RefusedError("B070", message, hint)
        query.append({"code": variable["code"], "selection": _selection(variable, selected[name])})
    body = {"query": query, "response": {"format": "json-stat2"}}
    return Request(_address(origin), body=json.dumps(body, ensure_ascii=False).encode())


def _selected(origin: Origin) -> dict[str, tuple[str, ...]]:
    return {name: members for name, members in origin.asked.items() if name not in _WHERE}


def _variables(description: bytes) -> list[dict[str, Any]]:
    try:
        variables = json.loads(description.removeprefix(b"\xef\xbb\xbf"))["variables"]
        if not all(len(v["values"]) == len(v["valueTexts"]) and v["code"] for v in variables):
            raise ValueError
    except (ValueError, LookupError, TypeError):
        message = "the office sent no description of the table"
        raise RefusedError("B071", message, "look whether the table still has this name") from None
    return [v | {"text": v.get("text", v["code"])} for v in variables]


def _selection(variable: dict[str, Any], members: tuple[str, ...]) -> dict[str, Any]:
    if members == (_EVERY,):
        return {"filter": "all", "values": [_EVERY]}
    return {"filter": "item", "values": [_code(variable, member) for member in members]}


def _code(variable: dict[str, Any], member: str) -> str:
    texts = [str(text).strip() for text in variable["valueTexts"]]
    if texts.count(member) != 1:
        much = "several members" if member in texts else "no member"
        name = str(variable["text"])[:60]
        message = f"variable “{name}” has {much} “{member[:60]}”{did_you_mean(member, texts)}"
        raise RefusedError("B070", message, "select members by their text, as the table shows it")
    return str(variable["values"][texts.index(member)])


def _examine(_origin: Origin, _keyed: bool, reply: Reply, rows: Rows) -> str:
    some(rows, "look at what is selected")
    return day(str(parsed(reply.body).get("updated") or ""))


def _asked(origin: Origin, rows: Rows) -> Rows:
    """The rows whose members have the texts that were selected: a reply's dimensions stand in the
    order of its columns `NAME label`, under the variables' codes."""
    wanted = {
        name: set(members) for name, members in _selected(origin).items() if members != (_EVERY,)
    }

    def is_wanted(row: Row) -> bool:
        texts = {cell.strip() for name, cell in row.cells.items() if name.endswith(" label")}
        return all(
            row.cells.get(f"{name} label", "").strip() in members
            if f"{name} label" in row.cells
            else bool(texts & members)
            for name, members in wanted.items()
        )

    return [row for row in rows if is_wanted(row)]


SERVICE = Service(
    _question,
    _examine,
    _asked,
    description=_description,
    hints={403: "that is more cells than the office sends at once: select fewer members"},
)
