"""Where links may lead and what pictures may be."""

import re
from urllib.parse import unquote

from briefing.model import Anchor, Place, Url
from briefing.narrative.masks import is_masked
from briefing.narrative.script import Script

_SCHEME = re.compile(r"(?:https?://[^/]|mailto:[^@]+@)", re.IGNORECASE)
_PICTURES = (".png", ".jpg", ".jpeg", ".svg")


def link_target(script: Script, address: str, place: Place) -> Url | Anchor | None:
    """Where a link leads, an address with its scheme in small letters; None with a finding unless
    it is http(s), mailto or `#name`."""
    if _holds_reference(script, address, place):
        return None
    if address.startswith("#"):
        name = unquote(address[1:])
        if not name:
            script.find("B309", place, "a link that leads nowhere", "write #section or #exhibit")
            return None
        return Anchor(name)
    if not _SCHEME.match(address):
        script.find(
            "B309",
            place,
            f"a link cannot lead to “{unquote(address)}”",
            "a link leads to http://…, https://…, mailto:name@place or #section",
        )
        return None
    scheme, colon, rest = address.partition(":")
    return Url(f"{scheme.lower()}{colon}{rest}")


def picture_path(script: Script, address: str, place: Place) -> str:
    """The path of a picture in the project."""
    if _holds_reference(script, address, place):
        return ""
    path = unquote(address)
    if "://" in path or not path.lower().endswith(_PICTURES):
        script.find(
            "B314",
            place,
            f"“{path}” is no picture of the project",
            "name a .png, .jpg or .svg file of the project: ![What it shows](crest.png)",
        )
    return path


def _holds_reference(script: Script, address: str, place: Place) -> bool:
    if not is_masked(unquote(address)):
        return False
    hint = "write the address out"
    script.find("B303", place, "a reference cannot stand in an address", hint)
    return True
