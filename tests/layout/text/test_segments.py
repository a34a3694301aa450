from hypothesis import given
from hypothesis import strategies as st

from briefing.layout.text.breaking import Joint
from briefing.layout.text.segments import Segment, chopped, pieces, segments
from briefing.layout.theme import Look
from briefing.model.inline import Break, Mark
from tests.layout.documents import number, words


def cut(look: Look, *inlines, language: str = "en", hyphenated: bool = True) -> tuple[Segment, ...]:
    run = pieces(inlines, look.style.text.body, look)
    return segments(run, look, language, hyphenated=hyphenated)


def text(part: Segment) -> str:
    return "".join(piece.text for piece in part.pieces)


def shown(found: tuple[Segment, ...]) -> list[str]:
    return [text(part) for part in found]


def test_lines_may_end_at_spaces_only_where_they_break(look: Look) -> None:
    assert shown(cut(look, words("30\u00a0June was the day"))) == [
        "30\u00a0June",
        "was",
        "the",
        "day",
    ]


def test_marks_within_a_word_stay_with_it(look: Look) -> None:
    found = cut(
        look, words("un", Mark.STRONG), words("do, "), number("US$1.6\u00a0billion"), words(".")
    )
    assert shown(found) == ["undo,", "US$1.6\u00a0billion."]


def test_a_span_of_years_or_months_holds_together(look: Look) -> None:
    assert shown(cut(look, words("over 1990–2014"))) == ["over", "1990–2014"]
    assert shown(cut(look, words("Jan–Sept\u00a02024"))) == ["Jan–Sept\u00a02024"]


def test_a_span_wider_than_the_measure_is_cut_after_its_dash(look: Look) -> None:
    whole = cut(look, words("1990–2014"))
    width = whole[0].measured.width
    assert shown(chopped(whole, width, look)) == ["1990–2014"]
    assert shown(chopped(whole, width - 1, look)) == ["1990–", "2014"]


def test_long_words_get_hyphens_but_names_and_figures_do_not(look: Look) -> None:
    assert len(cut(look, words("partnership"))) > 1
    assert len(cut(look, words("Mongolrostsvetmet"))) == 1
    assert len(cut(look, number("US$1.6\u00a0trillionfold"))) == 1
    assert len(cut(look, words("partnership"), hyphenated=False)) == 1
    assert len(cut(look, words("partnership"), language="xx")) == 1


def test_addresses_are_not_hyphenated(look: Look) -> None:
    for address in ("unctadstat.unctad.org", "comtradeplus.un.org", "github.com"):
        (part,) = cut(look, words(address))
        assert part.measured.end == 0


def test_hyphens_come_from_the_language(look: Look) -> None:
    assert "".join(shown(cut(look, words("сотрудничество"), language="ru"))) == "сотрудничество"
    assert len(cut(look, words("сотрудничество"), language="ru")) > 1
    assert len(cut(look, words("хамтын"), language="mn")) >= 1


def test_a_break_of_the_author_is_kept(look: Look) -> None:
    found = cut(look, words("one"), Break(), words("two"))
    assert [part.measured.joint for part in found] == [Joint.FORCED, Joint.BREAK]


def test_a_fact_is_noted_once_though_its_text_is_cut(look: Look) -> None:
    found = cut(look, number("a decrease of 2.7% or US$79\u00a0million"))
    noted = [piece.whole for part in found for piece in part.pieces if piece.whole]
    assert noted == ["a decrease of 2.7% or US$79\u00a0million"]


def test_a_word_wider_than_the_line_is_cut_between_letters(look: Look) -> None:
    whole = cut(look, words("https" * 40), hyphenated=False)
    found = chopped(whole, 100, look)
    assert len(found) > 1
    assert "".join(shown(found)) == "https" * 40
    assert all(part.measured.width + part.measured.end <= 100 for part in found)


@given(st.text(alphabet="ab-–/.é ж\u00a0\n5", min_size=1, max_size=60))
def test_no_character_is_lost(look: Look, written: str) -> None:
    found = cut(look, words(written))
    joined = "".join(text(part) + (" " if part.space else "") for part in found)
    assert joined.split(" ") == _spaced(written).split(" ")


def _spaced(written: str) -> str:
    """White space as the page has it: one space, none at the beginning."""
    collapsed = " ".join(written.replace("\n", " ").split(" "))
    while "  " in collapsed:
        collapsed = collapsed.replace("  ", " ")
    return collapsed.lstrip(" ")
