"""What was fetched: `briefing.lock.json`."""

from collections.abc import Mapping

from msgspec import Struct, field

LOCK = "briefing.lock.json"


class Fetched(Struct, frozen=True, omit_defaults=True):
    """One table's file: whence, when (`published` as the source says), and what exactly.

    `asked` is the question of the manifest, members by their labels; the address has no keys in it.
    """

    file: str
    service: str
    asked: Mapping[str, tuple[str, ...]]
    address: str
    retrieved: str
    sha256: str
    bytes: int
    rows: int
    published: str = ""
    etag: str = ""
    last_modified: str = ""


class Lock(Struct, frozen=True):
    """All that was fetched, by the name of the table."""

    briefing: int = 1
    tables: Mapping[str, Fetched] = field(default_factory=dict)
