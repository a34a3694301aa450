"""Whether a reply may hold data at all, and what one that doesn't says for itself."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from briefing.model import Reply
from briefing.services.request import RefusedError

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
