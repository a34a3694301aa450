"""Which language a piece of text is in, where it isn't the document's.

WCAG 2.2, 3.1.2: parts in another language say so. An author's `[…]{lang=mn}` and sources that
declare their language are exact; words in another script are at least known not to be the
document's: BCP 47 has `und-Cyrl` for Cyrillic in a language that nobody told (Russian and Mongolian
can't be told apart by their letters). Latin words in a Cyrillic text are mostly names and
abbreviations, which 3.1.2 leaves out.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain

from briefing.layout.text.segments import Piece

# Languages that are written in these scripts: the script is nothing foreign in their documents.
_WRITTEN = {
    "Cyrl": frozenset(["be", "bg", "kk", "ky", "mk", "mn", "ru", "sr", "tg", "tt", "uk"]),
    "Grek": frozenset(("el",)),
}
_LETTERS = {"Cyrl": "\u0400-\u052f\u1c80-\u1c8f\u2de0-\u2dff\ua640-\ua69f", "Grek": "\u0370-\u03ff"}


def spoken(
    run: Sequence[Piece | None], language: str, names: Mapping[str, str]
) -> tuple[Piece | None, ...]:
    """The pieces of a text in `language`, cut where another begins and ends; `names` are texts of
    which the language is declared."""
    return tuple(
        chain.from_iterable(
            (piece,) if piece is None else _parts(piece, language, names) for piece in run
        )
    )


def _parts(piece: Piece, language: str, names: Mapping[str, str]) -> Iterator[Piece]:
    told = piece.language or piece.facts
    if told or (piece.text.isascii() and not names):
        yield piece
        return
    position = 0
    for match in _foreign(language, tuple(names)).finditer(piece.text):
        if match.start() > position:
            yield piece.part(piece.text[position : match.start()], begins=False)
        found = names.get(match[0]) or f"und-{match.lastgroup}"
        own = "" if found == language else found
        yield piece.part(match[0], begins=False, language=own)
        position = match.end()
    if position < len(piece.text):
        yield piece.part(piece.text[position:], begins=False)


@lru_cache(maxsize=16)
def _foreign(language: str, names: tuple[str, ...]) -> re.Pattern[str]:
    """Declared names, and runs of words (of two letters at least) of a script that the language
    isn't written in, with what stands between them."""
    primary = language.partition("-")[0]
    found = [re.escape(name) for name in sorted(names, key=len, reverse=True)]
    for script, letters in _LETTERS.items():
        if primary not in _WRITTEN[script]:
            word = f"[{letters}]+"
            found.append(
                f"(?P<{script}>(?=[{letters}]{{2}}){word}(?:[\\s\u00a0.,’'«»“”–-]+{word})*)"
            )
    return re.compile("|".join(found))
