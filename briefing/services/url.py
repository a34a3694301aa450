"""A file at an address; `{name}` in it is a key that only the user has."""

import re

from briefing.model import Origin, Reply, Request
from briefing.services.request import Rows, Service, need, one, some

NAMED = re.compile(r"\{([a-z][a-z0-9_]*)\}")


def _question(origin: Origin, _keyed: bool, _description: bytes) -> Request:
    need(origin, "url")
    return Request(one(origin, "url"))


def _examine(_origin: Origin, _keyed: bool, _reply: Reply, rows: Rows) -> str:
    some(rows, "look at the address in a browser")
    return ""


SERVICE = Service(_question, _examine)
