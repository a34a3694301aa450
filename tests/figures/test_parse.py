import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.figures.parse import MOST_DEPTH, parse
from briefing.figures.refusal import RefusedError
from briefing.figures.signatures import needs
from briefing.figures.tokens import MOST_TOKENS
from briefing.model.expression import Call, Chain, Literal, Name, Negative, Parameter, Quoted

_PIECES = st.sampled_from(
    ["exports", "[WLD]", "[$partner]", "$partner", "+", "-", "*", "/", "(", ")", ",", "12.5",
     '"2014..2025"', "share(", " ", "[", "\n", "é", "’"]
)  # fmt: skip


def test_a_product_binds_tighter_than_a_sum():
    tree = parse("a + 2 * b - c")
    assert isinstance(tree, Chain)
    assert [step.operator for step in tree.steps] == ["+", "-"]
    product = tree.steps[0].operand
    assert isinstance(product, Chain)
    assert isinstance(product.first, Literal)
    assert list(needs(tree)) == ["a", "b", "c"]


def test_all_atoms():
    tree = parse('rank(exports_to, $partner) + cagr(x, "2014..2025") + -(a[$partner] + b[EU27])')
    assert isinstance(tree, Chain)
    rank, cagr, minus = tree.first, tree.steps[0].operand, tree.steps[1].operand
    assert isinstance(rank, Call)
    assert isinstance(rank.arguments[1], Parameter)
    assert isinstance(cagr, Call)
    assert cagr.arguments[1] == Quoted("2014..2025", 37)
    assert isinstance(minus, Negative)
    assert isinstance(minus.operand, Chain)
    assert minus.operand.first == Name("a", "$partner", 55)


@pytest.mark.parametrize("text", ["“share(a, b)”", "cagr(a, ‘2014..2025’)"])
def test_quotes_of_a_word_processor_are_told(text):
    with pytest.raises(RefusedError) as refused:
        parse(text)
    assert refused.value.code == "B250"
    assert "straight quotes" in refused.value.hint


@pytest.mark.parametrize(
    ("text", "code", "offset", "words"),
    [
        ("", "B250", 0, "ends where a name"),
        ("a +", "B250", 3, "ends where a name"),
        ("a b", "B250", 2, "“b” stands where an operator"),
        ("a + * b", "B250", 4, "“*” stands where a name"),
        ("(a + b", "B250", 6, "ends where “)”"),
        ("a[]", "B250", 1, "brackets are empty"),
        ("a[WLD", "B250", 1, "“[” has no meaning"),
        ("a × b", "B250", 2, "“×” has no meaning"),
        ("--a", "B250", 1, "“-” stands"),
        ("share(a,)", "B250", 8, "“)” stands"),
        ("a.b", "B250", 1, "“.” has no meaning"),
        ("9" * 40, "B250", 0, "digits"),
    ],
)
def test_what_is_no_expression_and_where(text, code, offset, words):
    with pytest.raises(RefusedError) as refused:
        parse(text)
    assert (refused.value.code, refused.value.offset) == (code, offset)
    assert words in refused.value.message
    assert refused.value.hint


def test_depth_and_length_are_bounded():
    parse("(" * MOST_DEPTH + "a" + ")" * MOST_DEPTH)
    parse("+".join("a" * (MOST_TOKENS // 2)))
    for text in ("(" * 51 + "a" + ")" * 51, "f(" * 100_000, "+".join("a" * 501), "-" * 5000):
        with pytest.raises(RefusedError) as refused:
            parse(text)
        assert refused.value.code in ("B250", "B251")


@given(st.one_of(st.text(max_size=80), st.lists(_PIECES, max_size=40).map("".join)))
def test_parsing_any_text_gives_a_tree_or_is_refused(text):
    try:
        list(needs(parse(text)))
    except RefusedError as refused:
        where = refused.offset
    else:
        where = 0
    assert 0 <= where <= len(text)
