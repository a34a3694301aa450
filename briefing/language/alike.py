"""What every grammar does alike: its dates name periods, its names countries, its forms stand
around exhibits."""

import re
from abc import abstractmethod
from collections.abc import Mapping
from typing import Protocol

from briefing.language.captions import Captions
from briefing.language.forms import Forms
from briefing.language.told import Named, Role, Speech
from briefing.model import Period

_ARROW = "(?<=→)[ ]"


class Dates(Protocol):
    """A language's names of periods, which are a module of it."""

    def period(self, period: Period, short: bool = False) -> str:
        """The period by itself."""

    def months(self, period: Period, short: bool = True) -> str:
        """The months that a part-year covers, without the year."""

    def tick(self, period: Period, narrow: bool = False) -> str:
        """What an axis writes."""

    def at(self, period: Period, stock: bool = False) -> str:
        """When something is."""

    def of(self, period: Period) -> str:
        """Whose something is."""


class Names(Protocol):
    """A language's names of countries, which are a module of it; `SHORT_NAMES` are what a narrow
    place has."""

    SHORT_NAMES: Mapping[str, str]

    def named(self, name: Named, role: Role, /) -> str:
        """A name in its role of a sentence."""


class Adjectives(Protocol):
    """A language's adjectives of countries, which are a module of it."""

    def adjective(self, name: Named, agreeing: frozenset[str], /) -> str:
        """Of what the name is; it may agree with a noun."""


class Alike(Speech):
    """The part of a grammar that differs between languages by its tables alone."""

    dates: Dates
    names: Names
    adjectives: Adjectives
    forms: Forms

    @property
    def captions(self) -> Captions:
        """What stands around exhibits."""
        return Captions(self, self.forms)

    def period(self, period: Period, short: bool = False) -> str:
        """The period by itself."""
        return self.dates.period(period, short)

    def months(self, period: Period) -> str:
        """The months of a part-year without the year."""
        return self.dates.months(period)

    def tick(self, period: Period, narrow: bool = False) -> str:
        """What an axis writes under a period whose year stands below."""
        return self.dates.tick(period, narrow)

    def at(self, period: Period, stock: bool) -> str:
        """When something is."""
        return self.dates.at(period, stock)

    def of(self, period: Period) -> str:
        """Whose something is."""
        return self.dates.of(period)

    def short_country(self, code: str, name: str) -> str:
        """A country where there is little room; else the name."""
        return self.names.SHORT_NAMES.get(code, name)

    def named(self, name: Named, role: Role, agreeing: frozenset[str] = frozenset()) -> str:
        """A country in its role of a sentence."""
        if role is Role.ADJECTIVE:
            return self.adjectives.adjective(name, agreeing)
        return self.names.named(name, role)

    def timed(self, period: Period, stock: bool, over: int = 0) -> tuple[str, str]:
        """What stands before and after a value of this period: nothing, and when it is."""
        when = self.run(over, period, inside=True) if over > 1 else self.at(period, stock)
        return "", f" {when}"

    @abstractmethod
    def run(self, count: int, last: Period, inside: bool) -> str:
        """So many periods up to one."""


def holding(*patterns: str) -> re.Pattern[str]:
    """A pattern of the spaces that a language holds, and of that behind an arrow of a reference."""
    return re.compile("|".join((_ARROW, *patterns)))
