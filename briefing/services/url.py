"""A file at an address."""

from briefing.model.spec import Origin
from briefing.services.request import Asked, Rows, Service, need, one, some


def _question(origin: Origin, _keyed: bool, _description: bytes) -> Asked:
    need(origin, "url")
    return Asked(one(origin, "url"))


def _examine(_origin: Origin, _keyed: bool, _body: bytes, rows: Rows) -> str:
    some(rows, "look at the address in a browser")
    return ""


SERVICE = Service(_question, _examine)
