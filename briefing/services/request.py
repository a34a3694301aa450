"""What a service is asked, and what is made of its reply."""

from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct, field

from briefing.model.spec import Origin
from briefing.model.table import Row

Rows = Sequence[Row]


class Asked(Struct, frozen=True):
    """One request: an address, headers, and a body (JSON) where it is posted.

    `key_header` is the header in which the service wants the key that its user has with it.
    """

    address: str
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes | None = None
    key_header: str = ""


class RefusedError(Exception):
    """A question that can't be asked, or a reply that may not be kept: why, and what to do."""

    def __init__(self, code: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.code, self.message, self.hint = code, message, hint


class Service(Struct, frozen=True):
    """How a service is spoken to.

    `question` makes the request (`keyed`: the user has a key), of a table's description where one
    is `described` first. `examine` looks at the reply and its rows, says when its publisher last
    changed it (as written there, empty if unknown), or raises RefusedError.
    """

    question: Callable[[Origin, bool, bytes], Asked]
    examine: Callable[[Origin, bool, bytes, Rows], str]
    description: Callable[[Origin], Asked] | None = None


def need(origin: Origin, *names: str) -> None:
    """Refuse a question that lacks what its service wants."""
    for name in names:
        if not origin.asked.get(name):
            message = f"`from: {{{origin.service}: …}}` lacks “{name}”"
            raise RefusedError("B070", message, f"add {name}: … to it")


def one(origin: Origin, name: str, otherwise: str = "") -> str:
    """A key of the question that has one value."""
    return next(iter(origin.asked.get(name, ())), otherwise)


def none_else(origin: Origin, rows: Rows, columns: Mapping[str, str]) -> None:
    """Refuse a reply that has rows of anything else than was asked for: `columns` leads from the
    question's keys to the reply's columns."""
    for name, column in columns.items():
        wanted = set(origin.asked.get(name, ()))
        for row in rows if wanted else ():
            if row.cells.get(column, "") not in wanted:
                message = (
                    f"row {row.number} of the reply has {column} “{row.cells.get(column, '')[:40]}”"
                    f", but {name} {', '.join(sorted(wanted))[:80]} was asked for"
                )
                raise RefusedError("B074", message, "mend the question, or tell the service")


def some(rows: Rows, hint: str) -> None:
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
