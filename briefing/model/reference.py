"""How the text asks for a fact: `{{ name[key] period | filter: argument }}`."""

from msgspec import Struct

from briefing.model.place import Place


class Filter(Struct, frozen=True):
    """One filter with its arguments as written."""

    name: str
    arguments: tuple[str, ...]
    place: Place


class Reference(Struct, frozen=True):
    """A name, perhaps a key of a family, perhaps a period, and how to write what it reads.

    `key` is a code or `$parameter`; `period` is as written (`2014`, `latest`, `period.previous`),
    empty for the edition's own. `over` is `max` or `min` where it asks for the extreme of a series,
    up to the edition's period or within a range of periods.
    """

    name: str
    place: Place
    key: str = ""
    period: str = ""
    filters: tuple[Filter, ...] = ()
    over: str = ""

    def __str__(self) -> str:
        """What is asked for, without how to write it: `stock_from[CHN] 2014`."""
        key = f"[{self.key}]" if self.key else ""
        name = f"{self.over}({self.name}{key})" if self.over else f"{self.name}{key}"
        return f"{name} {self.period}".rstrip()

    def filter(self, name: str) -> Filter | None:
        """The filter of that name, if it stands there."""
        return next((f for f in self.filters if f.name == name), None)
