"""Two editions compared by their records: what was revised, is new or gone, what it was made of."""

from collections.abc import Iterator, Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from msgspec import Struct

from briefing.editions.entries import Entry, Record, entries, number
from briefing.editions.prose import Rewording, reworded
from briefing.figures import rate
from briefing.model.table import are_stated

_NARRATIVE = "sections/"
# A fact that is made in another way than before, or typed differently, is corrected.
_MADE = ("is", "source")
_NO_PERCENT = ("percent", "percentage points", "rank")


class Revision(Struct, frozen=True):
    """A fact that both editions print, of one period, with two values.

    `flips` says that it changed its sign or direction; then it may also be of two periods, the
    latest of each edition. `corrected` says that it is made in another way than before, or of what
    the author typed alone; else its data were revised.
    """

    old: Entry
    new: Entry
    flips: bool
    corrected: bool

    @property
    def difference(self) -> Decimal | None:
        """New less old, in the fact's unit; None where one is no number."""
        old, new = number(self.old), number(self.new)
        return None if old is None or new is None else rate.ARITHMETIC.subtract(new, old)

    @property
    def percent(self) -> Decimal | None:
        """The difference in percent of the old value, to a tenth; None where that means nothing."""
        old, new = number(self.old), number(self.new)
        if old is None or new is None or self.new["unit"] in _NO_PERCENT:
            return None
        growth = rate.growth(old, new)
        return (
            growth.quantize(Decimal("0.1"), ROUND_HALF_UP) if isinstance(growth, Decimal) else None
        )


class Paths(Struct, frozen=True):
    """Files of the project by what became of them."""

    new: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()

    @property
    def every(self) -> tuple[str, ...]:
        """All of them, in order."""
        return tuple(sorted((*self.new, *self.gone, *self.changed)))

    @property
    def some(self) -> bool:
        """Whether anything became of any."""
        return bool(self.every)


class Difference(Struct, frozen=True):
    """What differs between two editions; facts in the order of the records, flips apart.

    `narrative` are the files of text; `prose` is what they say otherwise, where both records hold
    their words.
    """

    flips: tuple[Revision, ...]
    revised: tuple[Revision, ...]
    new: tuple[Entry, ...]
    gone: tuple[Entry, ...]
    narrative: Paths
    prose: tuple[Rewording, ...]
    data: Paths
    product: tuple[str, str] | None
    choices: bool

    @property
    def told(self) -> tuple[Revision, ...]:
        """What was revised, for who reads a list of it: what changed its direction first, and a
        figure that goes by several names (`exports`, `exports_to[RUS]`) once."""
        listed: dict[Any, Revision] = {}
        same = (r for r in self.flips if r.old["period"] == r.new["period"])
        for revision in (*same, *self.revised):
            key = _figure(revision)
            if key not in listed or _is_named(revision) > _is_named(listed[key]):
                listed[key] = revision
        return tuple(listed.values())

    @property
    def wordless(self) -> tuple[str, ...]:
        """Files of text that changed without a sentence that says otherwise: they ask for other
        figures, or the words of an edition aren't known."""
        told = {f"{_NARRATIVE}{r.language}/{r.section}." for r in self.prose}
        return tuple(p for p in self.narrative.every if not p.startswith(tuple(told)))

    @property
    def some(self) -> bool:
        """Whether anything differs."""
        facts = self.flips or self.revised or self.new or self.gone
        files = self.narrative.some or self.prose or self.data.some
        return bool(facts or files or self.product or self.choices)


def compare(old: Record, new: Record) -> Difference:
    """What differs in the new record from the old one."""
    before, now = _by_key(old), _by_key(new)
    revised = [
        _revision(before[key], now[key])
        for key in now
        if key in before and before[key]["value"] != now[key]["value"]
    ]
    files = _digests(old), _digests(new)
    products = old.get("product", ""), new.get("product", "")
    return Difference(
        flips=(*(r for r in revised if r.flips), *_turned(before, now)),
        revised=tuple(r for r in revised if not r.flips),
        new=tuple(now[key] for key in now if key not in before),
        gone=tuple(before[key] for key in before if key not in now),
        narrative=_paths(*files, narrative=True),
        prose=reworded(old, new),
        data=_paths(*files, narrative=False),
        product=products if products[0] != products[1] else None,
        choices=old.get("choices", {}) != new.get("choices", {}),
    )


def _figure(revision: Revision) -> Any:
    """What a revised figure is, whatever it is called; one that was made of no cell is itself."""
    old, new = revision.old, revision.new
    cells = tuple((c["file"], c["row"], c["column"]) for c in new.get("cells", ()))
    return new["period"], new["unit"], old["value"], new["value"], cells or new["name"]


def _is_named(revision: Revision) -> bool:
    return str(revision.new["name"]).isidentifier()


def _revision(old: Entry, new: Entry) -> Revision:
    return Revision(old, new, _opposed(old, new), _is_corrected(old, new))


def _is_corrected(old: Entry, new: Entry) -> bool:
    if any(old.get(key) != new.get(key) for key in _MADE):
        return True
    return are_stated([cell["column"] for cell in new.get("cells", ())])


def _opposed(old: Entry, new: Entry) -> bool:
    values = number(old), number(new)
    return None not in values and (values[0] or 0) * (values[1] or 0) < 0


def _turned(before: Mapping[Any, Entry], now: Mapping[Any, Entry]) -> Iterator[Revision]:
    """Facts whose latest values in the two editions are of two periods and point in opposite
    directions: growth that became decline, a surplus that became a deficit."""
    latest = _latest(before)
    for key, entry in _latest(now).items():
        old = latest.get(key)
        if old is not None and old["period"] != entry["period"] and _opposed(old, entry):
            yield Revision(old, entry, flips=True, corrected=False)


def _latest(entries: Mapping[Any, Entry]) -> dict[tuple[str, str], Entry]:
    found: dict[tuple[str, str], Entry] = {}
    for entry in entries.values():
        key = entry["name"], entry["unit"]
        if key not in found or (entry["period"] or "") > (found[key]["period"] or ""):
            found[key] = entry
    return found


def _by_key(record: Record) -> dict[tuple[str, str, str], Entry]:
    return {(f["name"], f["period"] or "", f["unit"]): f for f in entries(record)}


def _digests(record: Record) -> dict[str, str]:
    return {entry["path"]: entry["sha256"] for entry in record.get("inputs", ())}


def _paths(old: Mapping[str, str], new: Mapping[str, str], *, narrative: bool) -> Paths:
    wanted = [p for p in sorted({*old, *new}) if p.startswith(_NARRATIVE) == narrative]
    return Paths(
        new=tuple(p for p in wanted if p not in old),
        gone=tuple(p for p in wanted if p not in new),
        changed=tuple(p for p in wanted if p in old and p in new and old[p] != new[p]),
    )
