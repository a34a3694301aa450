"""A picture of the project."""

from msgspec import Struct

from briefing.model.inline import Inline
from briefing.model.place import Place


class Image(Struct, frozen=True):
    """A picture of the project; `data` is a PNG or JPEG, checked, empty until it is read.

    `words` is the alternative text as the author wrote it; `alt` the same, references written;
    `caption` stands under it, `share` is the percentage of the column that it takes at most.
    """

    path: str
    alt: str
    place: Place
    data: bytes = b""
    width: int = 0
    height: int = 0
    words: tuple[Inline, ...] = ()
    caption: tuple[Inline, ...] = ()
    share: int = 100
