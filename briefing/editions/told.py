"""What differs between two editions, in words: figures as their pages write them."""

from collections.abc import Iterator

from msgspec import Struct

from briefing import language
from briefing.editions.compare import Difference, Paths
from briefing.editions.prose import Rewording, excerpt
from briefing.figures import Revision
from briefing.model import Entry, Record


class Told(Struct, frozen=True):
    """A figure's name with its period, its text before and now, and by how much it differs."""

    name: str
    old: str
    new: str
    percent: str = ""


def told(difference: Difference, revision: Revision) -> Told:
    """A revision, in the language of the new edition; values that read alike with the digits that
    tell them apart."""
    new, code = difference.new, language.spoken(difference.new)
    name = called(new, revision.new)
    if revision.follows:
        name = f"{called(difference.old, revision.old)} → {when(revision.new, code)}"
    before, now = map(_plain, language.apart(revision.old, revision.new, code))
    return Told(name, before, now, signed(revision))


def called(record: Record, entry: Entry) -> str:
    """`Exports to Russia 2024`."""
    return f"{record.label(entry)} {when(entry, language.spoken(record))}".strip()


def when(entry: Entry, code: str) -> str:
    """An entry's period as a page names it; empty where it has none."""
    period = entry.fact.period
    return _plain(language.period(period, code)) if period else ""


def shown(record: Record, entry: Entry) -> str:
    """A figure as its pages write it."""
    return _plain(language.recorded(entry, language.spoken(record)))


def signed(revision: Revision) -> str:
    """“+1.3%”; empty where a percentage means nothing."""
    return "" if revision.percent is None else f"{revision.percent:+}%"


def rewording(r: Rewording) -> str:
    """“… sold fuel …” → “… sold copper …”; “new: …” or “gone: …” for a sentence with no other."""
    if r.old and r.new:
        return f"“{excerpt(r.old, r.new)}” → “{excerpt(r.new, r.old)}”"
    return f"new: “{excerpt(r.new, '')}”" if r.new else f"gone: “{excerpt(r.old, '')}”"


def _plain(text: str) -> str:
    """With plain spaces, as who searches for it types it."""
    return " ".join(text.split())


def of_paths(paths: Paths) -> Iterator[tuple[str, str]]:
    """Each path and what became of it, in order of path; nothing is said of a changed one."""
    words = {
        **dict.fromkeys(paths.changed, ""),
        **dict.fromkeys(paths.new, " is new"),
        **dict.fromkeys(paths.gone, " is gone"),
    }
    yield from sorted(words.items())
