"""What a language needs to say a figure aloud, as one says it: “nearly three billion dollars”."""

from collections.abc import Mapping
from typing import TypeAlias

from msgspec import Struct

# One, few, many of what is counted; a language that counts otherwise repeats a form.
Counted: TypeAlias = tuple[str, str, str]


class SpokenWords(Struct, frozen=True):
    """Words of the speaking card. `numbers` are one, two … as they stand before what they count;
    patterns take `{0}`, an amount its `{number}`, `{scale}` and `{currency}`.

    `parts` say which part of a sum is almost all, most, more than half of it; `below_two` is the
    form that a fraction below two has.
    """

    title: str
    numbers: tuple[str, ...]
    nearly: str
    over: str
    about: str
    amount: str
    scales: Mapping[int, Counted]
    currencies: Mapping[str, str]
    percent: Counted
    deficit: str
    parts: tuple[str, str, str]
    said: str
    provisional: str
    part_year: str
    old: str
    listed: str
    stock: str
    share: str
    round: str
    below_two: int = 1
