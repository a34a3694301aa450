import pytest

from briefing.model.finding import Finding
from briefing.model.text import Filter, Place, Reference
from briefing.narrative.reference import is_country, reference

START = Place("a.md", 3, 10)


def read(text: str) -> Reference:
    found = reference(text, START)
    assert isinstance(found, Reference)
    return found


def refused(text: str) -> Finding:
    found = reference(text, START)
    assert isinstance(found, Finding)
    assert found.code == "B303"
    assert found.hint
    return found


def test_a_name_alone() -> None:
    assert read(" exports ") == Reference("exports", Place("a.md", 3, 11))


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("exports_to[CHN]", "CHN"),
        ("exports_to[$partner]", "$partner"),
        ("exports_of[Mineral products]", "Mineral products"),
        ("exports_to[ WLD ]", "WLD"),
    ],
)
def test_a_key_of_a_family(text: str, key: str) -> None:
    assert read(text).key == key


@pytest.mark.parametrize(
    "period", ["2014", "2014-Q3", "2014-09", "2011-01..2011-09", "latest", "period.previous"]
)
def test_a_period(period: str) -> None:
    assert read(f"exports {period}").period == period


def test_filters_with_arguments_and_their_places() -> None:
    found = read("exports[CHN] 2014 | change: since 2005, verb | exact")
    assert found.filters == (
        Filter("change", ("since 2005", "verb"), Place("a.md", 3, 30)),
        Filter("exact", (), Place("a.md", 3, 57)),
    )


def test_names_of_countries_and_of_the_edition() -> None:
    assert is_country(read("partner.the"))
    assert not is_country(read("period.previous"))
    assert not is_country(read("exports"))


@pytest.mark.parametrize(
    ("text", "message", "column"),
    [
        ("", "without a name", 10),
        (" 5x ", "“5x” is no name", 11),
        ("exports[]", "the key of “exports”", 17),
        ("exports[CHN", "the key of “exports”", 17),
        ("exports 20x4", "“20x4” is no period", 18),
        ("exports latst", "did you mean “latest”?", 18),
        ("exports 2014..2011", "ends before it begins", 18),
        ("exports |", "a bar without a filter", 19),
        ("exports | change since 2005", "“change since 2005” is no filter", 20),
        ("exports | change: ", "empty argument", 20),
        ("exports | change: since 2005,", "empty argument", 20),
        ("partner.shrt", "did you mean “partner.short”?", 10),
        ("partner.the[CHN]", "takes no key", 10),
        ("partner.the | exact", "takes no filter", 10),
        ("period 2014", "takes no key and no period", 10),
        ("exports/imports", "is no reference", 17),
    ],
)
def test_what_is_no_reference_says_where_and_why(text: str, message: str, column: int) -> None:
    found = refused(text)
    assert message in found.message
    assert found.place == Place("a.md", 3, column)


def test_a_filter_without_its_bar_is_shown_how_to_write_it() -> None:
    assert "{{ … | change }}" in refused("exports change").hint
    assert "| change: since 2005" in refused("exports | change since 2005").hint
