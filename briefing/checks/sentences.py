"""The text of a document in sentences and clauses, its numbers in their places."""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache

from msgspec import Struct

from briefing import language
from briefing.checks.digits import OBJECT, quotations
from briefing.checks.parts import texts
from briefing.language.claims import Claims
from briefing.model import Break, Document, Inline, Mark, NoteMark, Number, Place, Words
from briefing.model.memory import remembers

# In place of code and of what stands in quotation marks.
BLANK = "\ufffd"
_WORD = re.compile(r"\w+")
# A number alone in parentheses, or behind a colon, belongs to what stands before it.
_END = re.compile(
    rf"[.!?;…](?=\s|$)|:(?=\s(?!\s*{OBJECT}\s*(?:[.;]|$))|$)|\((?!{OBJECT}\))|(?<!\({OBJECT})\)"
    r"|\s[–—]\s|\n"
)

# Lists of words that are remembered: those of some languages, and the names of a briefing or two.
_LISTS = 512


class Passage(Struct, frozen=True):
    """The text of one block, an OBJECT for each number; `starts` are offsets and their places.

    `titles` says that it is the title of an exhibit.
    """

    language: str
    text: str
    numbers: tuple[tuple[int, Number], ...]
    starts: tuple[tuple[int, Place], ...]
    titles: bool = False

    def place(self, offset: int) -> Place:
        """Where a character stands in the author's file."""
        start, place = self.starts[bisect_right(self.starts, offset, key=lambda s: s[0]) - 1]
        return Place(place.file, place.line, place.column + offset - start)


class Clause(Struct, frozen=True):
    """A stretch of a passage; offsets count from its own beginning."""

    passage: Passage
    start: int
    end: int

    @property
    def text(self) -> str:
        """Its text."""
        return self.passage.text[self.start : self.end]

    @property
    def numbers(self) -> tuple[tuple[int, Number], ...]:
        """Its numbers with their offsets."""
        numbers = self.passage.numbers
        return tuple((o - self.start, n) for o, n in numbers if self.start <= o < self.end)

    def place(self, offset: int) -> Place:
        """Where a character stands in the author's file."""
        return self.passage.place(self.start + offset)

    @property
    def claims(self) -> Claims:
        """The words of its language that claim something."""
        return language.grammar(self.passage.language).claims


class Sentence(Struct, frozen=True):
    """A sentence, whole and in its clauses."""

    whole: Clause
    clauses: tuple[Clause, ...]


def sentences(document: Document) -> Iterator[Sentence]:
    """The sentences of all that a document says."""
    claims = language.grammar(document.language).claims
    for inlines, titles in texts(document):
        if not any(isinstance(inline, Words | Number) for inline in inlines):
            continue
        told = passage(document.language, inlines, titles)
        for start, end in _split(told.text, _END):
            clauses = _clauses(told, start, end, claims)
            yield Sentence(Clause(told, start, end), tuple(clauses))


def found(words: Collection[str], text: str) -> Iterator[re.Match[str]]:
    """Where one of the words or phrases stands in a text; of no words, nowhere."""
    wanted = tuple(words)
    return _pattern(wanted).finditer(text) if _may_hold(wanted, text) else iter(())


class _Sought(Struct, frozen=True):
    """A list of words by what tells quickly that none of them is in a text: `phrases` are the words
    of each by its longest one, `within` parts of those that have any letters in them."""

    phrases: Mapping[str, tuple[frozenset[str], ...]]
    within: tuple[str, ...]


def _may_hold(words: tuple[str, ...], text: str) -> bool:
    """Whether all parts of one of the words are in the text. To compile the pattern of a long list
    takes longer than to look through many sentences, and most lists have no word in any."""
    sought, (folded, held) = _sought(words), _held(text)
    for word in held.intersection(sought.phrases):
        if any(phrase <= held for phrase in sought.phrases[word]):
            return True
    return bool(sought.within) and any(part in folded for part in sought.within)


@remembers(_LISTS)
def _held(text: str) -> tuple[str, frozenset[str]]:
    """A text in small letters, and its words."""
    folded = text.casefold()
    return folded, frozenset(_WORD.findall(folded))


@remembers(_LISTS)
def _sought(words: tuple[str, ...]) -> _Sought:
    phrases: dict[str, dict[frozenset[str], None]] = {}
    within: dict[str, None] = {}
    for word in words:
        parts = word.casefold().split()
        if all(_WORD.fullmatch(part) for part in parts):
            phrases.setdefault(max(parts, key=len), {})[frozenset(parts)] = None
        else:
            within[max(re.split(r"[\s*]", word.casefold()), key=len)] = None
    return _Sought({longest: tuple(each) for longest, each in phrases.items()}, tuple(within))


def found_but(
    words: Collection[str], excluded: Collection[str], text: str
) -> Iterator[re.Match[str]]:
    """Where one of the words stands that is no part of an excluded phrase."""
    spans = [match.span() for match in found(excluded, text)]
    for match in found(words, text):
        if not any(start <= match.start() < end for start, end in spans):
            yield match


@remembers(_LISTS)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w’-])(?:{any_of(words)})(?![\w-])", re.IGNORECASE)


def any_of(words: Collection[str]) -> str:
    """A pattern's alternatives, longest first; a space stands for any white space, `*` for any
    letters."""
    return _alternatives(tuple(words))


@remembers(_LISTS)
def _alternatives(words: tuple[str, ...]) -> str:
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(
        re.escape(word).replace(r"\ ", r"\s+").replace(r"\*", r"\w*") for word in ordered
    )


def entry(listed: Mapping[str, int], word: str) -> int:
    """What a list gives for a word of a text that it holds. Raises KeyError for any other."""
    for known, number in listed.items():
        if re.fullmatch(any_of((known,)), word, re.IGNORECASE):
            return number
    raise KeyError(word)


def passage(code: str, inlines: Sequence[Inline], titles: bool) -> Passage:
    """The text of one block in a language, with its numbers; code and quotations are blanked."""
    parts: list[str] = []
    numbers: list[tuple[int, Number]] = []
    starts: list[tuple[int, Place]] = []
    length = 0
    for inline in inlines:
        if isinstance(inline, NoteMark):
            continue
        if isinstance(inline, Words):
            part = BLANK * len(inline.text) if Mark.CODE in inline.marks else inline.text
            starts.append((length, inline.place))
        elif isinstance(inline, Number):
            part = OBJECT
            starts.append((length, inline.place))
            numbers.append((length, inline))
        else:
            part = "\n" if isinstance(inline, Break) else BLANK
        parts.append(part)
        length += len(part)
    text = "".join(parts)
    for start, end in quotations(text):
        text = text[:start] + BLANK * (end - start) + text[end:]
    bound = tuple((offset, number) for offset, number in numbers if text[offset] == OBJECT)
    return Passage(code, text, bound, tuple(starts), titles)


def _clauses(passage: Passage, start: int, end: int, claims: Claims) -> Iterator[Clause]:
    text = passage.text[start:end]
    held = [match.span() for match in _insertion(claims.insertions).finditer(text)]
    for first, last in _split(text, _joint(claims.joins, claims.goes_on), held):
        yield Clause(passage, start + first, start + last)


@cache
def _insertion(words: tuple[str, ...]) -> re.Pattern[str]:
    """An insertion with its two commas, that has no figure of its own."""
    return re.compile(rf",\s*(?:{any_of(words) or '(?!)'})\b[^,{OBJECT}]*,", re.IGNORECASE)


@cache
def _joint(joins: tuple[str, ...], goes_on: tuple[str, ...]) -> re.Pattern[str]:
    """Before a joining word, and at a comma unless a number or a word that goes on follows."""
    after = rf"\s*(?:{OBJECT}|(?:{any_of(goes_on)})\b)"
    return re.compile(rf",(?!\d)(?!{after})|(?=(?<!\w)(?:{any_of(joins)})\b)", re.IGNORECASE)


def _split(
    text: str, at: re.Pattern[str], held: Collection[tuple[int, int]] = ()
) -> Iterator[tuple[int, int]]:
    """The stretches between matches; a match within a held one parts nothing."""
    start = 0
    for match in at.finditer(text):
        if any(first <= match.start() < last for first, last in held):
            continue
        if match.start() > start:
            yield start, match.start()
        start = match.end()
    if start < len(text):
        yield start, len(text)
