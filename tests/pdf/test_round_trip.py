from unicodedata import normalize

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.pdf import TaggedCanvas
from tests.pdf import sample
from tests.pdf.structure import read

FACES = sample.faces()
ALPHABET = "fil ft-,.%€“’”\u00a0\u202f\u2011\u00adéäØшгөүҮІ→∰⅓①\u0301\u0323"
NAMES = st.sampled_from(["serif", "sans.strong"])


def composed(text: str) -> str:
    return normalize("NFC", text)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.text(ALPHABET, max_size=12), NAMES, st.sampled_from([0.0, 0.4]))))
def test_any_text_comes_back_as_it_was_written(parts: list[tuple[str, str, float]]) -> None:
    canvas = TaggedCanvas(FACES, sample.A4, "en", "Title")
    paragraph = canvas.tree.root.child("P")
    written = ""
    for text, face, tracking in parts:
        if FACES[face].missing(text):
            continue
        with canvas.tag(paragraph):
            canvas.text(50, 700, text, face, 10, sample.INK, tracking, word_space=tracking)
        written += text
    # An accented letter may come back as its parts, which Unicode says is the same.
    assert composed(read(canvas.finish(sample.RECORD)).text) == composed(written)
