"""What a language calls the kinds of charts, the course of a line and what panels show: words of
alternative texts."""

from collections.abc import Mapping

from msgspec import Struct


class DrawnWords(Struct, frozen=True):
    """`kinds` are charts by kind and mode (`bars`, `bars.stacked`), as a sentence begins;
    `courses` say of a series in all that it rises, falls, stays or does neither.

    Phrases are filled by `str.format`: `panels` with how many there are, `second` with what the
    panel at a larger scale shows, `without` with the period that it leaves out, `cross` and
    `often` with two series and when.
    """

    kinds: Mapping[str, str]
    courses: Mapping[str, str]
    panels: str
    second: str
    without: str
    cross: str
    often: str
