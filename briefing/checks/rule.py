"""What a rule is."""

from collections.abc import Callable, Iterator

from msgspec import Struct

from briefing.checks.material import Material
from briefing.model import Code, Finding


def always(_: Material) -> str:
    """For a rule that every briefing has something for."""
    return ""


class Rule(Struct, frozen=True):
    """One rule of NUMBERS.md §3: its documentation, what it finds, and why it can't look.

    `idle` gives nothing where there is something to look at, else what is lacking. `looks` says at
    what it looks, a name of `LOOKED`. `words` are the lists of a language's Claims that it knows.
    """

    code: Code
    examine: Callable[[Material], Iterator[Finding]]
    idle: Callable[[Material], str] = always
    words: tuple[str, ...] = ()
    looks: str = "sentences"
