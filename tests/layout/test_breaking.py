from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from briefing.layout.breaking import Joint, Measured, Ragging, _demerit, lines

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
    found = lines(text, measure, Ragging())
    assert [i for start, end in found for i in range(start, end)] == list(range(len(text)))
    for start, end in found:
        part = text[start:end]
        assert width_of(part, end == len(text)) <= measure + 1e-5 or len(part) == 1


@given(texts(most=7), st.floats(63, 120))
def test_no_other_breaks_cost_less(text: list[Measured], measure: float) -> None:
    ragging = Ragging()

    def cost(cuts: tuple[int, ...]) -> float:
        total = 0.0
        edges = (0, *cuts, len(text))
        for start, end in pairwise(edges):
            last = end == len(text)
            total += _demerit(width_of(text[start:end], last), measure, last, ragging)
            if text[end - 1].joint is Joint.HYPHEN and not last:
                total += ragging.hyphen
                if start and text[start - 1].joint is Joint.HYPHEN:
                    total += ragging.hyphens
        return total

    inner = range(1, len(text))
    every = [c for n in range(len(text)) for c in combinations(inner, n)]
    found = lines(text, measure, ragging)
    assert cost(tuple(end for _, end in found[:-1])) <= min(map(cost, every)) + 1e-6


def test_a_forced_break_ends_the_line() -> None:
    text = [Measured(10, Joint.FORCED), Measured(10, Joint.SPACE, 2), Measured(10, Joint.BREAK)]
    assert lines(text, 100, Ragging()) == ((0, 1), (1, 3))


def test_a_last_line_of_one_short_word_is_avoided() -> None:
    text = [Measured(19, Joint.SPACE, 1) for _ in range(5)] + [Measured(5, Joint.BREAK)]
    assert lines(text, 100, Ragging())[-1] == (4, 6)


def test_balanced_lines_are_alike() -> None:
    text = [Measured(19, Joint.SPACE, 1) for _ in range(6)]
    assert lines(text, 100, Ragging(balanced=True)) == ((0, 3), (3, 6))


def test_nothing_has_no_lines() -> None:
    assert lines([], 100, Ragging()) == ()
