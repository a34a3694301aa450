"""What two editions say otherwise: sentence by sentence, the figures of data left out."""

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from msgspec import UNSET, Struct

from briefing.editions.passages import seen
from briefing.model import Record, Said

_SENTENCE = re.compile(r"(?<=[.!?…])\s+")
_FIGURE = re.compile(r"\{[^{}]*\}")
_AROUND = 4
_LONGEST = 30

Section = tuple[str, str]


class Rewording(Struct, frozen=True):
    """A sentence that is worded otherwise, new (`old` is empty) or gone (`new` is empty).

    `section` is its name, `title` what stands above it; a figure of data stands in braces. Of a
    section that is new or gone as a whole it is all sentences.
    """

    language: str
    section: str
    title: str
    old: str
    new: str


def reworded(old: Record, new: Record) -> tuple[Rewording, ...]:
    """What is said otherwise in the new record, in the order of its sections, in the languages that
    both have: a PDF has one of its edition's. What a record of an
    edition says that was made before records held its words isn't known, so nothing is."""
    if old.prose is UNSET or new.prose is UNSET:
        return ()
    before, now = _sections(old), _sections(new)
    both = {language for language, _ in before} & {language for language, _ in now}
    found: list[Rewording] = []
    for section in dict.fromkeys(s for s in (*now, *before) if s[0] in both):
        entries = before.get(section), now.get(section)
        title = next(entry.title for entry in reversed(entries) if entry)
        sentences = [_sentences(entry) for entry in entries]
        whole = all(sentences)
        pairs = _pairs(*sentences) if whole else [tuple(map(" ".join, sentences))]
        found.extend(Rewording(*section, title, *pair) for pair in pairs)
    return tuple(found)


def excerpt(text: str, other: str) -> str:
    """The words of a text that another lacks, with a few around them; without figures' braces."""
    words, others = text.split(), other.split()
    first, last = 0, len(words)
    if other:
        head = _shared(words, others)
        tail = _shared(words[head:][::-1], others[head:][::-1])
        first, last = max(0, head - _AROUND), min(len(words), len(words) - tail + _AROUND)
    last = min(last, first + _LONGEST)
    shown = " ".join(words[first:last]).replace("{", "").replace("}", "")
    return f"{'… ' * (first > 0)}{shown}{' …' * (last < len(words))}"


def _sections(record: Record) -> Mapping[Section, Said]:
    prose = () if record.prose is UNSET else record.prose
    return {(entry.language, entry.section): entry for entry in prose}


def _sentences(entry: Said | None) -> list[str]:
    """The title and each sentence of a section."""
    if entry is None:
        return []
    texts = map(seen, entry.paragraphs)
    return [seen(entry.title), *(s for text in texts for s in _SENTENCE.split(text))]


def _pairs(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Sentences that differ in more than their figures, side by side where both have one."""
    was, now = ([_FIGURE.sub("{}", s) for s in sentences] for sentences in (old, new))
    for what, i, end_i, j, end_j in SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        if what == "equal":
            continue
        both = min(end_i - i, end_j - j)
        yield from zip(old[i : i + both], new[j : j + both], strict=True)
        yield from ((sentence, "") for sentence in old[i + both : end_i])
        yield from (("", sentence) for sentence in new[j + both : end_j])


def _shared(words: Sequence[str], others: Sequence[str]) -> int:
    """How many words both begin with; figures of data are alike."""
    count = 0
    for word, other in zip(words, others, strict=False):
        if word != other and not (word.startswith("{") and other.startswith("{")):
            break
        count += 1
    return count
