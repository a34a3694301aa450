"""Two editions compared by their records: what was revised, is new or gone, what it was made of."""

from collections.abc import Mapping

from msgspec import Struct

from briefing.editions.prose import Rewording, reworded
from briefing.figures import Revisions, revisions
from briefing.model import Record

_NARRATIVE = "sections/"


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
    """What differs between two editions. `narrative` are the files of text; `prose` is what they
    say otherwise, where both records hold their words."""

    old: Record
    new: Record
    figures: Revisions
    narrative: Paths
    prose: tuple[Rewording, ...]
    data: Paths
    product: tuple[str, str] | None
    choices: bool

    @property
    def wordless(self) -> tuple[str, ...]:
        """Files of text that changed without a sentence that says otherwise: they ask for other
        figures, or the words of an edition aren't known."""
        told = {f"{_NARRATIVE}{r.language}/{r.section}." for r in self.prose}
        return tuple(p for p in self.narrative.every if not p.startswith(tuple(told)))

    @property
    def unrevised(self) -> bool:
        """Whether data changed, and no figure did: they are written otherwise, or not printed."""
        return self.data.some and not self.figures.some

    @property
    def some(self) -> bool:
        """Whether anything differs."""
        files = self.narrative.some or self.prose or self.data.some
        return bool(self.figures.some or files or self.product or self.choices)


def compare(old: Record, new: Record) -> Difference:
    """What differs in the new record from the old one."""
    files = old.files, new.files
    products = old.product, new.product
    return Difference(
        old=old,
        new=new,
        figures=revisions(old, new),
        narrative=_paths(*files, narrative=True),
        prose=reworded(old, new),
        data=_paths(*files, narrative=False),
        product=products if products[0] != products[1] else None,
        choices=old.choices != new.choices,
    )


def _paths(old: Mapping[str, str], new: Mapping[str, str], *, narrative: bool) -> Paths:
    wanted = [p for p in sorted({*old, *new}) if p.startswith(_NARRATIVE) == narrative]
    return Paths(
        new=tuple(p for p in wanted if p not in old),
        gone=tuple(p for p in wanted if p not in new),
        changed=tuple(p for p in wanted if p in old and p in new and old[p] != new[p]),
    )
