"""What an exhibit says, as text."""

from briefing.model import Exhibit
from briefing.narrative.plain import plain


def notes(exhibit: Exhibit) -> tuple[str, ...]:
    return tuple(map(plain, exhibit.notes))


def says(exhibit: Exhibit) -> str:
    return plain(exhibit.says)
