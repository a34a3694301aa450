"""What a language needs for panels of countries, for who is who, for what lies ahead and for lines
to take."""

from collections.abc import Mapping

from msgspec import Struct

from briefing.model import Occasion


class PanelWords(Struct, frozen=True):
    """`item` heads what a row says, `as_of` when it holds; `occasions` are what a coming day is,
    with a capital; `lines` head a line to take, `asked` what is said only if asked, `unsaid` what
    is not to be said."""

    item: str
    as_of: str
    occasions: Mapping[Occasion, str]
    lines: str
    asked: str
    unsaid: str
