from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from briefing.layout.text.breaking import Joint, Judgement, Measured, lines, spread
from briefing.layout.theme import Look
from tests.benchmarks.breaks import compared, cost, greedy, long_texts

JUDGEMENTS = st.sampled_from([Judgement(), Judgement(justified=True), Judgement(balanced=True)])
JOINTS = st.sampled_from([Joint.SPACE, Joint.HYPHEN, Joint.BREAK])


@st.composite
def texts(draw: st.DrawFn, most: int = 40) -> list[Measured]:
    made = []
    for _ in range(draw(st.integers(1, most))):
        joint = draw(JOINTS)
        inside = 2.5 if joint is Joint.SPACE else 0.0
        end = 3.0 if joint is Joint.HYPHEN else 0.0
        made.append(Measured(draw(st.floats(1, 60)), joint, inside, end))
    return made


def width_of(part: list[Measured], last: bool) -> float:
    inner = sum(s.width + s.inside for s in part[:-1])
    return inner + part[-1].width + (0 if last else part[-1].end)


@given(texts(), st.floats(20, 200))
def test_lines_hold_everything_once_and_fit(text: list[Measured], measure: float) -> None:
    found = lines(text, measure, Judgement())
    assert [i for start, end in found for i in range(start, end)] == list(range(len(text)))
    for start, end in found:
        part = text[start:end]
        assert width_of(part, end == len(text)) <= measure + 1e-5 or len(part) == 1


@given(texts(most=7), st.floats(63, 120), JUDGEMENTS)
def test_no_other_breaks_cost_less(
    text: list[Measured], measure: float, judgement: Judgement
) -> None:
    inner = range(1, len(text))
    every = [c for n in range(len(text)) for c in combinations(inner, n)]
    least = min(
        cost(text, tuple(pairwise((0, *cuts, len(text)))), measure, judgement) for cuts in every
    )
    assert cost(text, lines(text, measure, judgement), measure, judgement) <= least + 1e-6


@given(texts(), st.floats(63, 200), JUDGEMENTS)
def test_total_fit_is_never_worse_than_greedy(
    text: list[Measured], measure: float, judgement: Judgement
) -> None:
    found, first = lines(text, measure, judgement), greedy(text, measure)
    assert [i for start, end in first for i in range(start, end)] == list(range(len(text)))
    ours, theirs = (cost(text, ranges, measure, judgement) for ranges in (found, first))
    assert ours <= theirs + 1e-6


def test_long_texts_are_set_with_less_demerit_than_greedily(look: Look) -> None:
    for name, language, held in long_texts():
        for justified in (False, True):
            width = look.style.column.main
            first, second = compared(held, language, look, width, justified=justified)
            assert second.demerits < first.demerits, name


def test_a_forced_break_ends_the_line() -> None:
    text = [Measured(10, Joint.FORCED), Measured(10, Joint.SPACE, 2), Measured(10, Joint.BREAK)]
    assert lines(text, 100, Judgement()) == ((0, 1), (1, 3))


def test_a_last_line_of_one_short_word_is_avoided() -> None:
    text = [Measured(19, Joint.SPACE, 1) for _ in range(5)] + [Measured(5, Joint.BREAK)]
    assert lines(text, 100, Judgement())[-1] == (4, 6)


def test_balanced_lines_are_alike() -> None:
    text = [Measured(19, Joint.SPACE, 1) for _ in range(6)]
    assert lines(text, 100, Judgement(balanced=True)) == ((0, 3), (3, 6))


def test_nothing_has_no_lines() -> None:
    assert lines([], 100, Judgement()) == ()


def test_spaces_stretch_and_shrink_within_limits() -> None:
    assert spread(2.0, 10.0) == 0.2
    assert spread(-1.0, 10.0) == -0.1
    assert spread(30.0, 10.0) == 1.5
    assert spread(-30.0, 10.0) == -0.2
    assert spread(5.0, 0.0) == 0.0


def test_a_justified_line_may_hold_more_than_a_ragged_one() -> None:
    text = [Measured(21, Joint.SPACE, 6) for _ in range(4)] + [Measured(90, Joint.BREAK)]
    assert lines(text, 100, Judgement()) == ((0, 2), (2, 4), (4, 5))
    assert lines(text, 100, Judgement(justified=True)) == ((0, 4), (4, 5))
