"""The record of the edition that changes are told against."""

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.exhibits.frame import Frame, Unshowable
from briefing.figures import Cells
from briefing.model import Entry, Record, Refusal, decode


@dataclass(frozen=True, slots=True)
class Earlier:
    """What the record had of one figure; `rows` say where in it each entry stands, `cells` what
    figures are read from now."""

    record: Record
    entries: Sequence[Entry]
    rows: Sequence[int]
    cells: Cells


def decoded(frame: Frame) -> Record:
    """The record, read; what is none is refused."""
    try:
        return decode(frame.record)
    except ValueError as error:
        raise Unshowable(
            Refusal(
                f"exhibit {frame.asked.name}: the file that it is set against is no edition’s "
                f"record: {error}",
                "copy the record.json of the last edition into the project and name it: "
                "against: previous.json",
                "B357",
            )
        ) from None


def first_line(data: bytes) -> int:
    """The line of the first fact, where each stands on its own as briefing writes a record; else
    facts are counted from one."""
    heads = (n for n, line in enumerate(data.split(b"\n"), 1) if line.startswith(b' "facts": ['))
    return next(heads, 0) + 1
