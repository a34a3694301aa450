"""In which part of a sentence a country's name stands, and what is known of the name."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from msgspec import Struct

GENDERS = ("m", "f", "n", "pl")


class Role(StrEnum):
    """What the name does in its sentence; each brings its preposition, article, case or suffix.

    As an adjective (“российский”, “italienne”) it agrees with what it stands by: with its gender
    and number (`m`, `f`, `n`, `pl`), and with the part in the sentence that this has.
    """

    SUBJECT = "subject"
    OF = "of"
    FROM = "from"
    TO = "to"
    WITH = "with"
    IN = "in"
    ABOUT = "about"
    ADJECTIVE = "adjective"


class Named(Struct, frozen=True):
    """A country or another member: its code, its name, the forms that the project gives by role.

    `own` says that the name is the project's: a language's table knows nothing of it.
    """

    code: str
    name: str
    own: bool = False
    forms: Mapping[str, str] = MappingProxyType({})
