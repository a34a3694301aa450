"""Labels of a file made keys, and what is found where they can't be."""

from briefing.model import Members, TableSpec
from briefing.model.text import Phrase, Place
from briefing.tables import load

PLACE = Place("briefing.yaml", 1, 1)
DATA = b"country,year,value\nChina,2024,1\n Korea ,2024,2\nOceania,2024,3\n"
ARE = {"China": "CHN", "Korea": "KOR"}


def spec(*members: Members) -> TableSpec:
    file = Phrase("t.csv", PLACE)
    return TableSpec("t", PLACE, file, period="year", value="value", members=members)


def test_a_label_becomes_its_key_and_stands_beside_it() -> None:
    table, findings = load(spec(Members("partner", "country", ARE)), DATA)
    assert table is not None
    assert findings == ()
    assert [row.cells["partner"] for row in table.rows] == ["CHN", "KOR", "Oceania"]
    assert [row.cells["country"].strip() for row in table.rows] == ["China", "Korea", "Oceania"]
    assert [row.number for row in table.rows] == [2, 3, 4]


def test_a_column_that_is_not_there_or_already_there_is_told() -> None:
    table, (finding,) = load(spec(Members("partner", "contry", ARE)), DATA)
    assert (table, finding.code) == (None, "B206")
    assert "did you mean “country”?" in finding.message
    table, (finding,) = load(spec(Members("year", "country", ARE)), DATA)
    assert (table, finding.code) == (None, "B203")


def test_a_reply_without_a_record_has_no_columns_and_is_told() -> None:
    empty = TableSpec(
        "t", PLACE, Phrase("t.json", PLACE), period="date", value="value", format="world-bank"
    )
    table, found = load(empty, b'[{"total":0},null]')
    assert table is None
    assert {finding.code for finding in found} == {"B206"}
