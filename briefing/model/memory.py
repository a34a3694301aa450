"""What a process remembers from one text to the next: so much at most, until it is to forget it.

Words, widths, lines and streams come back within a document and in the next one that is like it. A
process that makes thousands would hold those of all that it made until its bounds are reached; so
one that makes many forgets them now and then, and holds no more at the thousandth than at the
tenth. What belongs to the program and not to a text (grammars, outlines) isn't remembered here.
"""

from collections.abc import Callable, Hashable
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar
from weakref import WeakSet

if TYPE_CHECKING:
    from functools import _lru_cache_wrapper

Made = TypeVar("Made")
_REMEMBERING: "WeakSet[Last | _lru_cache_wrapper[Any]]" = WeakSet()


def remembers(most: int) -> "Callable[[Callable[..., Made]], _lru_cache_wrapper[Made]]":
    """As `lru_cache`: what the function gave for the last so many arguments, until `forget`."""

    def wrap(function: Callable[..., Made]) -> "_lru_cache_wrapper[Made]":
        cached = lru_cache(maxsize=most)(function)
        _REMEMBERING.add(cached)
        return cached

    return wrap


class Last:
    """What was made last, by keys, until `forget`: so many at most."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._made: dict[Hashable, Any] = {}
        _REMEMBERING.add(self)

    def once(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """What `make` gives, made once for a key; those asked for longest ago make room."""
        made: Made = self._made.pop(key) if key in self._made else make()
        if len(self._made) >= self._most:
            del self._made[next(iter(self._made))]
        self._made[key] = made
        return made

    def cache_clear(self) -> None:
        """Forget all of it."""
        self._made.clear()


def forget() -> None:
    """Forget what is remembered of texts: it is made again where it is met again."""
    for remembering in list(_REMEMBERING):
        remembering.cache_clear()
