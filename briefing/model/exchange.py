"""What is sent to a service of the web, and what it answers."""

from collections.abc import Mapping

from msgspec import Struct, field


class Request(Struct, frozen=True):
    """What goes over the wire: posted as JSON where there is a body.

    `secret` are headers that hold a key; `keys` stand in the address as `{name}` until it is sent.
    """

    address: str
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes | None = None
    secret: Mapping[str, str] = field(default_factory=dict)
    keys: Mapping[str, str] = field(default_factory=dict)


class Reply(Struct, frozen=True):
    """What came: status, the bytes of the body (unpacked as its headers say), headers in small
    letters."""

    status: int
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
