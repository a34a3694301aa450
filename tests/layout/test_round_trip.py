"""Any document comes back from its pages by structure, word for word, and its tags are clean."""

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from briefing import verify
from briefing.model.block import CodeBlock, Container, Listing, Paragraph, Quote, Role
from briefing.model.inline import Break, Mark, Words
from briefing.model.link import Anchor, Link, Url
from tests.layout.conftest import Press
from tests.layout.documents import (
    HERE,
    chapter,
    chart,
    document,
    grid,
    heading,
    markdown_table,
    opening,
    placed,
    tiles,
    timeline,
)
from tests.projects.round_trip import document_words, pdf_words

WORD = st.text("abcäéшүөЖ-–/.,:;’“”&€%1234", min_size=1, max_size=30) | st.sampled_from(
    [
        "internationalisation",
        "Олон улсын харилцаа",
        "US$1.6\u00a0billion",
        "https://example.org/a-very-long/address?with=many&parts=and-more#of-them",
        "W" * 90,
        "a",
    ]
)
PHRASE = st.lists(WORD, min_size=1, max_size=25).map(" ".join)
LINKS = st.sampled_from(
    [None, None, Link(Url("https://example.org/"), 1, HERE), Link(Anchor("c1"), 2, HERE)]
)
MARKS = st.frozensets(st.sampled_from(list(Mark)), max_size=2)
INLINE = st.builds(
    lambda text, marks, link, gap: Words(text + gap, HERE, marks, link),
    *(PHRASE, MARKS, LINKS, st.sampled_from(["", " "])),
)


def joined(parts: list[tuple[Words, bool]]) -> Paragraph:
    """Words one after the other, broken between where that is asked for; the links of a paragraph
    are told apart by their numbers."""
    inlines: list[Words | Break] = []
    for number, (words, broken) in enumerate(parts):
        link = replace(words.link, number=number) if words.link else None
        inlines += [Break()] if broken and inlines else []
        inlines.append(replace(words, link=link))
    return Paragraph(tuple(inlines), HERE)


PARAGRAPH = st.lists(st.tuples(INLINE, st.booleans()), min_size=1, max_size=5).map(joined)


def items(blocks: st.SearchStrategy) -> st.SearchStrategy:
    return st.lists(st.lists(blocks, max_size=3).map(tuple), min_size=1, max_size=3).map(tuple)


NESTED = st.recursive(
    PARAGRAPH | st.builds(lambda text: CodeBlock(text, HERE), PHRASE),
    lambda inner: (
        st.builds(
            Listing, items(inner), st.sampled_from([None, 1, 9]), st.booleans(), st.just(HERE)
        )
        | st.builds(Quote, st.lists(inner, min_size=1, max_size=2).map(tuple), st.just(HERE))
    ),
    max_leaves=6,
)
SHOWN = st.sampled_from([grid(), grid(40, 3), chart(), tiles(3), timeline(12)])
BLOCK = (
    NESTED
    | PHRASE.map(lambda text: heading(text))
    | st.builds(markdown_table, st.integers(1, 30), st.integers(1, 5))
    | st.lists(NESTED, min_size=1, max_size=3).map(
        lambda blocks: Container(Role.ASIDE, tuple(blocks), HERE)
    )
)


# Without shrinking, which takes minutes here and can be done by hand.
@settings(
    max_examples=25,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    st.lists(st.lists(BLOCK, max_size=6), min_size=1, max_size=3),
    st.lists(SHOWN, max_size=3),
    st.lists(NESTED, max_size=3),
)
def test_any_document_comes_back(
    press: Press, sections: list[list], shown: list, points: list
) -> None:
    chapters = [
        chapter(str(n), *blocks, name=f"c{n}") for n, blocks in enumerate(sections, start=1)
    ]
    exhibits = [placed(f"e{n}", content) for n, content in enumerate(shown)]
    chapters.append(chapter(str(len(chapters) + 1), *exhibits, name="shown"))
    made = document(*chapters, opening=opening(*points))
    pages, findings = press.print(made)
    if pages is None:
        assert any(f.severity == "error" for f in findings)
        return
    assert pdf_words(pages.data) == document_words(made)
    file = verify.open_file(pages.data)
    assert verify.check(file) == ()
    assert verify.lint(file) == ()


def test_an_item_that_begins_with_a_link_alone_keeps_its_order(press: Press) -> None:
    link = Paragraph((Words("A link", HERE, link=Link(Anchor("c1"), 1, HERE)),), HERE)
    item = (link, Paragraph((Words("then more", HERE),), HERE))
    listing = Listing((item,), None, False, HERE)
    made = document(
        chapter("1", listing, Container(Role.ASIDE, (listing,), HERE), name="c1"),
        opening=opening(),
    )
    pages, _ = press.print(made)
    assert pages is not None
    words = pdf_words(pages.data)
    assert words == document_words(made)
    assert " ".join(words).count("• A link then more") == 2


def test_words_on_either_side_of_a_hard_break_stay_two(press: Press) -> None:
    made = document(
        chapter("1", Paragraph((Words("one", HERE), Break(), Words("two", HERE)), HERE), name="c1"),
        opening=opening(),
    )
    pages, _ = press.print(made)
    assert pages is not None
    assert "one two" in " ".join(pdf_words(pages.data))
