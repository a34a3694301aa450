"""Memory of a batch: what is kept from one briefing to the next is bounded."""

import gc
from collections import Counter

from briefing.checks import sentences
from briefing.layout.text import breaking, hyphens
from briefing.model import Choices
from briefing.pdf import fonts
from briefing.run.batch import State, Task, maker
from briefing.run.each import each
from tests.world import matrix

# As many briefings as fill what is bounded here, and as many after them.
FIRST, THEN = 20, 40
# What is remembered of words at most, for this test: so few that the first briefings fill it.
FEW = 64


def objects() -> Counter[str]:
    """How many values of each type there are."""
    gc.collect()
    return Counter(type(one).__name__ for one in gc.get_objects())


def test_texts_asked_for_longest_ago_make_room(monkeypatch):
    monkeypatch.setattr(fonts, "_WORDS", 3)
    faces = fonts.Faces()
    made = []

    def once(key: str) -> str:
        return faces.once(key, lambda: made.append(key) or key.upper())

    assert [once(key) for key in "abcabdab"] == list("ABCABDAB")
    # `c` made room for `d`, being the one that was asked for longest ago.
    assert made == list("abcd")
    assert once("c") == "C"
    assert made == list("abcdc")


def test_what_is_remembered_of_words_is_bounded():
    caches = sentences._pattern, sentences._held, sentences._sought, sentences._alternatives
    for cache in (*caches, breaking._lines, hyphens.points):
        assert cache.cache_info().maxsize


def test_a_batch_does_not_grow(tmp_path, monkeypatch):
    """Forty further briefings, of other pairs, leave hardly a value behind."""
    monkeypatch.setattr(fonts, "_WORDS", FEW)
    fonts._loaded.cache_clear()
    pairs = [(a, b) for a in matrix.SIX for b in matrix.SIX if a != b]
    rows = "reporter,partner\n" + "".join(f"{a},{b}\n" for a, b in pairs)
    choices = each(str(matrix.PAIRS), Choices(), "pairs.csv", rows)
    brief = maker()
    counts = []
    for number in range(FIRST + THEN):
        choice = choices[number % len(choices)]
        assert brief(Task(str(matrix.PAIRS), str(tmp_path), choice, anew=True)).state is State.BUILT
        if number in (FIRST - 1, FIRST + THEN - 1):
            counts.append(objects())
    fonts._loaded.cache_clear()
    before, after = counts
    grown = {kind: after[kind] - before[kind] for kind in after if after[kind] > before[kind]}
    assert sum(grown.values()) < 0.02 * before.total(), sorted(grown.items(), key=lambda g: -g[1])
