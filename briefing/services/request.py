"""How a service is spoken to, what its reply must stand, and whether it may hold data at all."""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from msgspec import Struct, field

from briefing.model import Origin, Refusal, Reply, Request, Row

Rows = Sequence[Row]

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_EUROPEAN = re.compile(r"\d\d/\d\d/\d\d(\d\d)?")


class RefusedError(Refusal):
    """A question that can't be asked, or a reply that may not be kept: why, and what to do."""

    def __init__(self, code: str, message: str, hint: str) -> None:
        super().__init__(message, hint, code)


class Service(Struct, frozen=True):
    """How a service is spoken to.

    `question` makes the request (`keyed`: the user has a key), of a table's description where one
    is fetched first. `open` looks into a reply for something to read; `examine` looks at the reply
    and all its rows, says when its publisher last changed it (empty if unknown), or raises
    RefusedError. `asked` are the rows among them that were asked for. `hints` say what to do about
    an HTTP status.
    """

    question: Callable[[Origin, bool, bytes], Request]
    examine: Callable[[Origin, bool, Reply, Rows], str]
    asked: Callable[[Origin, Rows], Rows] = lambda _, rows: rows
    open: Callable[[bytes], None] = lambda _: None
    description: Callable[[Origin], Request] | None = None
    key_header: str = ""
    hints: Mapping[int, str] = field(default_factory=dict)


def need(origin: Origin, *names: str) -> None:
    """Refuse a question that lacks what its service wants."""
    for name in names:
        if not origin.asked.get(name):
            message = f"`from: {{{origin.service}: …}}` lacks “{name}”"
            raise RefusedError("B070", message, f"add {name}: … to it")


def one(origin: Origin, name: str, otherwise: str = "") -> str:
    """A key of the question that has one value."""
    return next(iter(origin.asked.get(name, ())), otherwise)


def short(address: str, most: int, service: str) -> str:
    """An address that the service takes."""
    if len(address) > most:
        message = f"the address has {len(address):,} characters; {service} takes {most:,}"
        raise RefusedError("B070", message, "ask for less, in a table each")
    return address


def parsed(body: bytes) -> Any:
    """What a reply holds as JSON; None where it is none, which its reader says better."""
    try:
        return json.loads(body.removeprefix(b"\xef\xbb\xbf"))
    except (ValueError, RecursionError):
        return None


def some(rows: Sequence[object], hint: str) -> None:
    """Refuse a reply without rows."""
    if not rows:
        raise RefusedError("B072", "the reply holds no rows", hint)


def whole(rows: Rows, announced: int | None, cap: int | None, hint: str) -> None:
    """Refuse a reply that was cut: as many rows as are ever sent, or fewer than it says."""
    if cap is not None and len(rows) >= cap:
        message = f"{len(rows):,} rows are the most that this address sends: the rest is cut off"
        raise RefusedError("B073", message, hint)
    if announced is not None and announced != len(rows):
        message = f"the reply says {announced:,} rows and holds {len(rows):,}"
        raise RefusedError("B073", message, hint)


def single(rows: Rows, columns: Sequence[str], hint: str) -> None:
    """Refuse a reply with two rows of one thing, told apart by the columns."""
    seen: dict[tuple[str, ...], int] = {}
    for row in rows:
        key = tuple(row.cells.get(column, "") for column in columns)
        first = seen.setdefault(key, row.number)
        if first != row.number:
            told = ", ".join(part for part in key if part)
            message = f"rows {first} and {row.number} are both of {told[:120]}"
            raise RefusedError("B074", message, hint)


def day(written: str) -> str:
    """The day of a moment as services write it, as 2026-04-15; as written if it is none."""
    if match := _DAY.match(written):
        return match[0]
    if match := _EUROPEAN.match(written):
        form = "%d/%m/%Y" if match[1] else "%d/%m/%y"
        return _parsed(match[0], form, written)
    return written


def _parsed(text: str, form: str, otherwise: str) -> str:
    try:
        found: date = datetime.strptime(text, form).date()
    except ValueError:
        return otherwise
    return found.isoformat()


_PAGE = (b"<!doctype html", b"<html")
_SAID = ("message", "error", "warning", "label", "value", "key", "detail", "title", "errors")
_ELEMENT = re.compile(r"<[^>]*>")
_MOST = 200
_OTHERWISE = "look at what is asked, and at the service's own pages"
_HINTS = {
    401: "the key is wrong or missing: set BRIEFING_…_KEY, or name a --keys-file",
    403: "the service doesn't let you: look at the key's quota and rights, and try again tomorrow",
    404: "there is no such table or address, or nothing for what is asked",
    413: "ask for less",
    422: "the key doesn't fit the table's dimensions: count its parts",
}


def good(reply: Reply, hints: Mapping[int, str]) -> Reply:
    """A reply that may hold data. Raises RefusedError."""
    start = reply.body[:400].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if reply.status == 204 or (reply.status == 200 and not start):
        hint = "look at what is asked: what a service doesn't know is answered so as well"
        raise RefusedError("B072", f"the service sent nothing (HTTP {reply.status})", hint)
    if reply.status != 200:
        words = "a web page" if start.startswith(_PAGE) else said(reply.body)
        told = f": {words}" if words else ""
        todo = hints.get(reply.status) or _HINTS.get(reply.status) or _OTHERWISE
        raise RefusedError("B070", f"the service answers HTTP {reply.status}{told}", todo)
    if start.startswith(_PAGE):
        hint = "a proxy, a login or maintenance stands between: open the address in a browser"
        raise RefusedError("B071", "a web page came in place of data", hint)
    return reply


def said(body: bytes) -> str:
    """What a short reply that is no data says: the words of its JSON or XML, or its prose."""
    if len(body) > 8192:
        return ""
    text = body.decode("utf-8", "replace").strip()
    if text.startswith("<"):
        text = _ELEMENT.sub(" ", text)
    elif text.startswith(("{", "[")):
        try:
            text = ": ".join(dict.fromkeys(_words(json.loads(text))))
        except (ValueError, RecursionError):
            return ""
    text = " ".join(text.split())
    return text if len(text) <= _MOST else f"{text[:_MOST]}…"


def _words(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value[:5]:
            yield from _words(one)
    elif isinstance(value, dict):
        for key in _SAID:
            yield from _words(value.get(key))
