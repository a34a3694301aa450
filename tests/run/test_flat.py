"""Memory of a batch: what is kept from one briefing to the next is bounded."""

import gc
import shutil
import sys
from pathlib import Path
from random import Random

from briefing.checks import sentences
from briefing.layout.text import breaking, hyphens
from briefing.model import Choices
from briefing.pdf import fonts
from briefing.run import batch
from briefing.run.batch import State, Task, maker
from briefing.workspace import memory
from tests.world import matrix

# As many briefings as fill what is bounded here, and as many after them.
FIRST, THEN = 20, 40
# What is remembered of words at most, for this test: so few that the first briefings fill it.
FEW = 64


def blocks() -> int:
    """How many blocks of memory values take."""
    gc.collect()
    return sys.getallocatedblocks()


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


def text(number: int) -> str:
    """A paragraph of words that no other briefing has."""
    dice = Random(number)
    words = ["".join(dice.choices("abdefgiklmnoprstu", k=9)) for _ in range(60)]
    return f"\n\n{' '.join(words).capitalize()}.\n"


def test_a_batch_does_not_grow(tmp_path, monkeypatch):
    """Forty further briefings, each with words of its own, leave hardly a value behind."""
    monkeypatch.setattr(fonts, "_WORDS", FEW)
    fonts._loaded.cache_clear()
    project = Path(shutil.copytree(matrix.PAIRS, tmp_path / "pairs"))
    section = project / "sections/en/overview.md"
    plain = section.read_text(encoding="utf-8")
    brief = maker()
    counts = []
    for number in range(FIRST + THEN):
        section.write_text(plain + text(number), encoding="utf-8")
        first, second = matrix.SIX[number % 6], matrix.SIX[(number + 1) % 6]
        choices = Choices(parameters=(("reporter", first), ("partner", second)), apart=True)
        done = brief(Task(str(project), str(tmp_path / "out"), choices, anew=True))
        assert done.state is State.BUILT, done.outcome
        if number in (FIRST - 1, FIRST + THEN - 1):
            counts.append(blocks())
    fonts._loaded.cache_clear()
    before, after = counts
    # Other caches, which are bounded too, still fill; without a bound it is 13%.
    assert after - before < 0.08 * before


def test_memory_is_given_back_now_and_then(monkeypatch):
    given = []
    monkeypatch.setattr(batch, "_TIDY", 3)
    monkeypatch.setattr(batch, "_brief", lambda task, *_: task)
    monkeypatch.setattr(memory, "give_back", lambda: given.append(1))
    brief = batch.maker()
    made = [brief(Task("folder", f"out{number}", Choices())) for number in range(8)]
    assert len(made) == 8
    assert len(given) == 2


def test_what_is_free_is_given_back():
    """Elsewhere than with glibc nothing is given back, and nothing goes wrong."""
    held = [bytes(1000) for _ in range(100_000)]
    del held[::2]
    memory.give_back()
    assert len(held) == 50_000
