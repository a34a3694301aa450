"""Two countries side by side, who is who, what lies ahead, lines to take: what is said of them, and
what is found when they are wrong."""

import csv
import io
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

import briefing
from briefing.cli.app import cli
from briefing.model import Choices, Document, Grid, People, Placed, Role, Timeline, every_block
from briefing.run.examine import examine
from briefing.workspace import Workspace
from tests.projects.round_trip import pdf_words

PAIR = Path(__file__).parents[1] / "projects" / "country-pair" / "project"
Change = Callable[[Path], None]


@pytest.fixture
def pair(tmp_path: Path) -> Path:
    return Path(shutil.copytree(PAIR, tmp_path / "pair"))


def put(folder: Path, file: str, old: str, new: str) -> None:
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text, old
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")


def found(folder: Path, **choices: object) -> list[tuple[str, str]]:
    """The codes and places of what is found beyond the two sayings that are older than a year."""
    findings = briefing.check(str(folder), Choices(**choices)).findings  # type: ignore[arg-type]
    return [(f.code, f.message) for f in findings if "last seen to hold" not in f.message]


def documents(folder: Path, **choices: object) -> dict[str, Document]:
    examined = examine(Workspace(str(folder)), Choices(**choices))  # type: ignore[arg-type]
    return {document.language: document for document in examined.documents}


def shown(document: Document, name: str) -> Placed:
    return next(p for p in document.exhibits if p.exhibit.name == name)


def rows(document: Document) -> dict[str, tuple[str, ...]]:
    content = shown(document, "facts").exhibit.content
    assert isinstance(content, Grid)
    said = {row.head: tuple(cell.text for cell in row.cells) for row in content.rows}
    return {
        head.replace("\u00a0", " "): tuple(c.replace("\u00a0", " ") for c in cells)
        for head, cells in said.items()
    }


def test_each_country_has_its_figure_its_age_and_its_source(pair: Path) -> None:
    made = rows(documents(pair, languages=("en",))["en"])
    assert made == {
        "Capital": ("Ulaanbaatar", "Moscow", "15 May 2026", "S2"),
        "Head of state": ("Somebody Someone", "[x]", "15 May 2024, 2 years old", "S2"),
        "Population": (
            "3.5 million",
            "143.5 million",
            "Mongolia: 2024; Russia: 2019, 6 years old",
            "S1",
        ),
        "GDP": (
            "US$23.6 billion",
            "US$2.2 trillion",
            "Mongolia: 2024; Russia: 2019, 6 years old",
            "S1",
        ),
        "GDP per head": ("US$6,691 per person", "[x]", "2024", "S1"),
    }
    # 23,586,000,000 / 3,524,788, by hand.
    assert round(23_586_000_000 / 3_524_788) == 6691


@pytest.mark.parametrize(
    ("code", "age"), [("ru", "данным 6 лет"), ("mn", "6 жилийн өмнөх дүн"), ("en", "6 years old")]
)
def test_an_old_figure_is_marked_in_each_language(pair: Path, code: str, age: str) -> None:
    made = rows(documents(pair)[code])
    assert sum(age in cells[2] for cells in made.values()) == 2


def test_a_figure_of_four_years_ago_is_not_old_one_of_five_is(pair: Path) -> None:
    put(pair, "pop.csv", "2019,RUS", "2021,RUS")
    assert (
        rows(documents(pair, languages=("en",))["en"])["GDP"][2] == "Mongolia: 2024; Russia: 2021"
    )
    put(pair, "pop.csv", "2021,RUS", "2020,RUS")
    assert rows(documents(pair, languages=("en",))["en"])["GDP"][2].endswith("2020, 5 years old")


def test_an_earlier_edition_knows_the_figures_of_its_time(pair: Path) -> None:
    made = rows(documents(pair, period="2023", languages=("en",))["en"])
    assert made["GDP"][:2] == ("US$20.3 billion", "US$2.2 trillion")


def test_another_partner_has_its_own_words_or_none(pair: Path) -> None:
    made = rows(documents(pair, languages=("en",), parameters=(("partner", "CHN"),))["en"])
    assert made["Capital"][:2] == ("Ulaanbaatar", "[x]")
    put(
        pair,
        "briefing.yaml",
        "RUS: {en: Moscow",
        "CHN: {en: Beijing, ru: Пекин, mn: Бээжин}, RUS: {en: Moscow",
    )
    made = rows(documents(pair, languages=("en",), parameters=(("partner", "CHN"),))["en"])
    assert made["Capital"][:2] == ("Ulaanbaatar", "Beijing")
    made = rows(documents(pair, languages=("en",))["en"])
    assert made["Capital"][:2] == ("Ulaanbaatar", "Moscow")


def test_the_panel_is_a_table_with_heads_and_its_figures_are_attached(
    pair: Path, tmp_path: Path
) -> None:
    (built,) = briefing.build(str(pair), str(tmp_path), Choices(languages=("en",))).built

    CliRunner().invoke(
        cli, ["extract", built.path, "--output", str(tmp_path / "x")], standalone_mode=False
    )
    (file,) = (tmp_path / "x").rglob("facts.csv")
    held = list(csv.DictReader(io.StringIO(file.read_text(encoding="utf-8-sig"))))
    assert {(row["name"], row["period"], row["value"]) for row in held} >= {
        ("population[MNG]", "2024", "3524788"),
        ("product[RUS]", "2019", "2173836000000"),
    }


ALT = "{en: A woman at a desk, ru: Женщина за столом, mn: Ширээний ард суусан эмэгтэй}"
CREDIT = '{en: "Photo: the Ministry", ru: "Фото: министерство", mn: "Зураг: яам"}'
FAULTS = {
    "a row without anything": (
        ", show: population}",
        "}",
        "B009",
        "a row has no values",
    ),
    "a row of figures and words": (
        "show: population}",
        "show: population, text: {MNG: {en: a, ru: a, mn: a}}}",
        "B029",
        "both “text” and “show”",
    ),
    "words of nobody": (
        "        source: codes\n        as_of: 2026-05-15\n",
        "        as_of: 2026-05-15\n",
        "B009",
        "lacks “source”",
    ),
    "words of no day": ("        as_of: 2026-05-15\n", "", "B009", "lacks “as_of”"),
    "a country that is none": (
        "RUS: {en: Moscow",
        "RSU: {en: Moscow",
        "B020",
        "“RSU” is no country",
    ),
    "a figure that is none": (
        "show: population}",
        "show: poplation}",
        "B016",
        "did you mean “population”",
    ),
    "a series as a family": (
        "show: product}",
        "show: per_head_mng}",
        "B352",
        "is no family by country",
    ),
    "a language without words": (
        "ru: Улан-Батор, mn: Улаанбаатар}, RUS",
        "mn: Улаанбаатар}, RUS",
        "B022",
        "lacks the language ru",
    ),
    "a key that nobody knows": (
        "label: {en: GDP, ru",
        "lable: {en: GDP, ru",
        "B008",
        "did you mean “label”",
    ),
    "no rows": (
        "    kind: facts\n    rows:",
        "    kind: facts\n    show: population\n    row:",
        "B008",
        "unknown key “row”",
    ),
    "show where there is none to be": (
        "    kind: facts\n",
        "    kind: facts\n    show: population\n",
        "B028",
        "“show” doesn't fit facts",
    ),
    "a later day than the edition's": (
        "as_of: 2026-05-15\n",
        "as_of: 2027-05-15\n",
        "B031",
        "is after the edition",
    ),
    "a person of no day": (
        ", as_of: 2026-05-15, portrait",
        ", portrait",
        "B009",
        "a person lacks “as_of”",
    ),
    "a person of nobody": (
        "since: 2021-06-25, source: codes, ",
        "since: 2021-06-25, ",
        "B009",
        "“source” is missing",
    ),
    "a portrait without words": (f", alt: {ALT}", "", "B009", "lacks “alt”"),
    "a portrait of nobody": (f", credit: {CREDIT}", "", "B009", "lacks “credit”"),
    "a portrait that isn't there": (
        "portrait: portrait.png",
        "portrait: nobody.png",
        "B050",
        "nobody.png",
    ),
    "a name of two languages": (
        "native: {ru: Иван Иванов}",
        "native: {ru: Иван Иванов, en: Ivan}",
        "B007",
        "must be one name",
    ),
    "a kind of day that is none": (
        "kind: release, source",
        "kind: relase, source",
        "B015",
        "did you mean “release”",
    ),
    "a day of nobody": (
        "kind: release, source: codes",
        "kind: release",
        "B009",
        "“source” is missing",
    ),
    "a day that is none": ("when: 2027-11,", "when: 2027-13,", "B018", "2027-13"),
    "a date's name": ("  next: {", "  .next: {", "B011", ".next"),
    "a figure among the words": (
        "{en: Moscow, ru: Москва, mn: Москва}",
        '{en: "Moscow, 13 million people", ru: Москва, mn: Москва}',
        "B101",
        "“13” is bound to no fact",
    ),
    "a figure of a day": ("en: Next edition,", "en: Next edition of 64 pages,", "B101", "“64”"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_what_is_wrong_in_the_manifest_is_found_at_its_place(pair: Path, fault: str) -> None:
    old, new, code, message = FAULTS[fault]
    put(pair, "briefing.yaml", old, new)
    told = found(pair)
    assert any(c == code and message in m for c, m in told), told


def test_as_it_stands_nothing_else_is_found(pair: Path) -> None:
    assert found(pair) == []


def test_words_and_people_seen_a_year_ago_are_told(pair: Path) -> None:
    told = [f for f in briefing.check(str(pair)).findings if f.code == "B111"]
    assert [re.findall("“(.*?)”", f.message)[0] for f in told] == ["Head of state", "Ivan Ivanov"]
    assert [f.severity.value for f in told] == ["warning"] * 2
    put(pair, "briefing.yaml", "as_of: 2024-05-15", "as_of: 2025-11-24")
    put(pair, "briefing.yaml", "as_of: 2025-05-15", "as_of: 2025-11-23")
    told = [f for f in briefing.check(str(pair)).findings if f.code == "B111"]
    assert [re.findall("“(.*?)”", f.message)[0] for f in told] == ["Ivan Ivanov"]


LINKED = "Trade needs [both sides](#facts)[^1]."
BLOCKS = {
    "no title": ("::: facts\nThe two countries\n:::", "::: facts\n:::", "B304"),
    "two paragraphs": ("The two countries\n", "The two\n\ncountries\n", "B304"),
    "of another kind": ("::: people\n", "::: people facts\n", "B318"),
    "of no name": ("::: people\n", "::: people peple\n", "B318"),
    "asked outside lines": (":::: lines\n", ":::: if product\n", "B306"),
    "in an aside": (
        "::: people\nWho is who\n:::",
        ":::: aside\n::: people\nWho is who\n:::\n::::",
        "B306",
    ),
    "lines in lines": ("::: asked\n", "::: lines\n", "B306"),
    "misspelt": ("::: unsaid\n", "::: unsad\n", "B304"),
    "a figure in the position": ("Trade needs both sides.", "Trade needs 17 sides.", "B101"),
    "a figure if asked": ("Because of distance.", "Because of 8,000 km.", "B101"),
}


@pytest.mark.parametrize("fault", BLOCKS)
def test_what_is_wrong_in_a_block_is_found(pair: Path, fault: str) -> None:
    old, new, code = BLOCKS[fault]
    put(pair, "sections/en/rest.md", old, new)
    assert code in [c for c, _ in found(pair, languages=("en",))]


def test_what_is_not_to_be_said_is_a_quotation_and_the_rest_is_none(pair: Path) -> None:
    false = "That its GDP fell from {{ product[MNG] 2023 }} to {{ product[MNG] latest }}."
    put(pair, "sections/en/rest.md", "That there are 5 million Mongolians.", false)
    assert found(pair, languages=("en",)) == []
    put(pair, "sections/en/rest.md", "Trade needs both sides.", false)
    assert "B105" in [code for code, _ in found(pair, languages=("en",))]


def test_a_line_to_take_stands_in_the_text_and_on_the_card(pair: Path, tmp_path: Path) -> None:
    outcome = briefing.build(str(pair), str(tmp_path), Choices(languages=("en", "ru")))
    for language, heads in (
        ("en", ("Line to take", "If asked", "Do not say")),
        ("ru", ("Позиция для беседы", "Если спросят", "Не говорить")),
    ):
        (built,) = (b for b in outcome.built if b.language == language)
        card = Path(built.path.replace(".pdf", ".card.pdf"))
        for file in (Path(built.path), card):
            text = " ".join(pdf_words(file.read_bytes()))
            places = [text.index(head) for head in heads]
            assert places == sorted(places)
            assert ("23.6" if language == "en" else "23,6") in text


def test_the_card_has_neither_exhibits_nor_links_of_the_lines(pair: Path) -> None:
    put(
        pair,
        "sections/en/rest.md",
        "Trade needs both sides.",
        "Trade needs [both sides](#facts)[^1].",
    )
    with (pair / "sections/en/rest.md").open("a", encoding="utf-8") as file:
        file.write("\n[^1]: As ever.\n")
    document = documents(pair, languages=("en",))["en"]
    lines = [b for b in every_block(document.card) if getattr(b, "role", "") == Role.LINES]
    assert len(lines) == 1
    inlines = [i for b in every_block(lines) for i in getattr(b, "inlines", ())]
    assert all(getattr(i, "link", None) is None and not hasattr(i, "tie") for i in inlines)
    assert "both sides" in "".join(getattr(i, "text", "") for i in inlines)


def test_people_are_named_in_their_own_language_too_unless_it_is_the_texts(pair: Path) -> None:
    for code, named in (
        ("en", [("Somebody Someone", "Хэн Нэгэн", "mn"), ("Ivan Ivanov", "Иван Иванов", "ru")]),
        ("mn", [("Хэн Нэгэн", "", "mn"), ("Иван Иванов", "", "ru")]),
        ("ru", [("Некто Нектович", "Хэн Нэгэн", "mn"), ("Иван Иванов", "", "ru")]),
    ):
        content = shown(documents(pair)[code], "people").exhibit.content
        assert isinstance(content, People)
        assert [(p.name, p.native, p.language) for p in content.people] == named
    assert content.people[0].portrait is not None
    assert content.people[0].portrait.data
    assert content.people[1].portrait is None


def test_who_came_into_office_later_is_not_in_an_earlier_edition(pair: Path) -> None:
    content = shown(documents(pair, period="2023")["en"], "people").exhibit.content
    assert isinstance(content, People)
    assert [p.name for p in content.people] == ["Somebody Someone"]
    assert ("B354", "exhibit people: nobody held office by 2020") in found(pair, period="2020")


def test_what_is_over_is_not_in_the_calendar(pair: Path) -> None:
    content = shown(documents(pair)["en"], "coming").exhibit.content
    assert isinstance(content, Timeline)
    assert [(m.title.split(",")[0], m.detail, m.meaning) for m in content.moments] == [
        ("Official visit", "Visit, Ulaanbaatar.", "visit"),
        ("Next edition", "Release.", ""),
    ]
    put(pair, "briefing.yaml", "when: 2026-03-10", "when: 2026-11-24")
    content = shown(documents(pair)["en"], "coming").exhibit.content
    assert isinstance(content, Timeline)
    assert content.moments[0].title == "Over"


def test_where_all_is_over_the_calendar_is_left_out_and_that_is_said(pair: Path) -> None:
    put(pair, "briefing.yaml", "{kind: calendar}", "{kind: calendar, occasions: [anniversary]}")
    outcome = briefing.check(str(pair))
    assert [(o.name, o.lacks) for o in outcome.omitted] == [("coming", ("calendar",))]
    assert found(pair) == []


def test_the_next_release_is_the_calendars_unless_the_manifest_says_another(pair: Path) -> None:
    def told() -> str:
        cells = documents(pair, languages=("en",))["en"].metadata
        return next((c.value for c in cells if c.label == "Next release"), "")

    assert told() == "November 2027"
    put(pair, "briefing.yaml", "style: ministry", "style: ministry\nnext_release: 2027-05")
    assert told() == "May 2027"
    put(pair, "briefing.yaml", "\nnext_release: 2027-05", "")
    put(pair, "briefing.yaml", "kind: release", "kind: anniversary")
    assert told() == ""
