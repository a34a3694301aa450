"""Memory of a batch: what is kept from one briefing to the next is bounded."""

import gc
import shutil
import sys
from pathlib import Path
from random import Random

from briefing.checks import sentences
from briefing.layout.text import breaking, hyphens
from briefing.model import Choices
from briefing.model.memory import forget
from briefing.pdf import fonts, writer
from briefing.pdf.vector import lettering
from briefing.run import batch
from briefing.run.batch import State, Task, maker
from briefing.workspace import memory
from tests.world import matrix

# As many briefings as go by until texts are forgotten, and as many after them.
FIRST, THEN = 20, 40


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
    forget()
    assert once("c") == "C"
    assert made == list("abcdcc")


def test_what_is_remembered_of_texts_is_bounded_and_forgotten():
    caches = sentences._pattern, sentences._held, sentences._sought, sentences._alternatives
    more = breaking._lines, hyphens.points, lettering.ink, writer.string, writer.packed
    hyphens.points("unforgettable", "en")
    for cache in (*caches, *more):
        assert cache.cache_info().maxsize
    assert hyphens.points.cache_info().currsize
    forget()
    assert [cache.cache_info().currsize for cache in (*caches, *more)] == [0] * 9


def text(number: int) -> str:
    """A paragraph of words that no other briefing has."""
    dice = Random(number)
    words = ["".join(dice.choices("abdefgiklmnoprstu", k=9)) for _ in range(60)]
    return f"\n\n{' '.join(words).capitalize()}.\n"


def test_a_batch_does_not_grow(tmp_path):
    """Forty further briefings, each with words of its own, leave hardly a value behind."""
    project = Path(shutil.copytree(matrix.PAIRS, tmp_path / "pairs"))
    section = project / "sections/en/overview.md"
    plain = section.read_text(encoding="utf-8")
    brief = maker()
    counts = []
    for number in range(FIRST + THEN + 1):
        section.write_text(plain + text(number), encoding="utf-8")
        first, second = matrix.SIX[number % 6], matrix.SIX[(number + 1) % 6]
        choices = Choices(parameters=(("reporter", first), ("partner", second)), apart=True)
        done = brief(Task(str(project), str(tmp_path / "out"), choices, anew=True))
        assert done.state is State.BUILT, done.outcome
        # The one before forgets what it doesn't need.
        if number in (FIRST, FIRST + THEN):
            counts.append(blocks())
    before, after = counts
    # Nothing forgotten it is 13%.
    assert after - before < 0.01 * before


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
