"""Projects made after public bug reports; the folder beside the checkout may be absent."""

import shutil
from pathlib import Path

import pytest

import briefing
from briefing.checks.parts import exhibits
from briefing.cli.options import choices
from briefing.model.block import Paragraph
from briefing.model.exhibit import Chart
from briefing.model.finding import Severity
from briefing.model.inline import Number, Words
from briefing.model.spec import Choices
from briefing.run.examine import check, examine
from briefing.workspace import Workspace
from tests.pdf.structure import structure_text

CASES = Path(__file__).parents[3] / "shared" / "cases"


def found(case: str) -> list[tuple[str, Severity, str]]:
    folder = next(CASES.glob(f"{case}-*"), None) if CASES.is_dir() else None
    if folder is None:
        pytest.skip("../shared/cases is not beside this checkout")
    return [
        (f.code, f.severity, f.message)
        for f in check(str(folder), choices("", (), (), "")).findings
    ]


def text(case: str) -> str:
    """The paragraphs that a case prints."""
    folder = next(CASES.glob(f"{case}-*"), None) if CASES.is_dir() else None
    if folder is None:
        pytest.skip("../shared/cases is not beside this checkout")
    (document,) = examine(Workspace(str(folder)), Choices()).documents
    paragraphs = (b for c in document.chapters for b in c.blocks if isinstance(b, Paragraph))
    lines = (
        "".join(i.text for i in p.inlines if isinstance(i, Words | Number)) for p in paragraphs
    )
    return "\n".join(lines).replace("\u00a0", " ")


def test_a_change_below_zero_follows_the_difference_and_has_no_percentage() -> None:
    printed = text("01")
    for words in (
        "was −US$26 million: a decrease of US$9 million. It decreased by US$9 million.",
        "was −US$18 million: an increase of US$8 million. It increased by US$8 million; +US$8",
        "was US$7 million: an increase of US$25 million. In 2024 a decrease of US$12 million.",
        "a deficit of US$50 million, a widening of the deficit by US$30 million. It widened by",
        "In 2022 the balance narrowed by US$30 million, to a deficit of US$30 million.",
    ):
        assert words in printed, printed
    assert "%" not in printed


def test_tiny_changes_keep_their_direction_and_huge_ones_are_told_by_their_values() -> None:
    printed = text("22")
    for words in (
        "China: a decrease of less than 0.1% or US$4 million; bare down less than 0.1%; growth "
        "less than 0.1% below zero.",
        "Russia: an increase of less than 0.1% or US$4 million; bare up less than 0.1%; growth "
        "less than 0.1%.",
        "Japan: an increase of US$12 million",
        "Korea: a decrease of 100.0% or US$12 million; bare −100.0%.",
        "Britain: an increase from US$3 million to US$9.0 billion; bare from US$3 million to",
    ):
        assert words in printed, printed
    assert "299,900" not in printed


def test_a_rate_that_is_data_is_told_how_to_be_written() -> None:
    ((code, _, message),) = found("24")
    assert (code, message) == ("B105", "a minus stands after “fell by”: −1.2%")


def test_parts_of_unlike_scales_are_converted_before_they_are_shared_out() -> None:
    folder = next(CASES.glob("28-*"), None) if CASES.is_dir() else None
    if folder is None:
        pytest.skip("../shared/cases is not beside this checkout")
    (document,) = examine(Workspace(str(folder)), Choices()).documents
    ((chart,),) = ([p.exhibit.content] for p in exhibits(document))
    assert isinstance(chart, Chart)
    assert [p.text for p in chart.lines[0].points] == ["75.0", "25.0"]


def test_ties_are_rounded_from_exact_fractions() -> None:
    printed = text("29")
    assert "Coal over gold: 7.88.\nThe same by their shares: 7.88." in printed
    assert printed.endswith(": 0.0453.")


def test_measures_that_are_equal_by_arithmetic_are_equal() -> None:
    assert found("30") == []


def test_227_exact_shares_add_up_to_100() -> None:
    assert [code for code, _, _ in found("31")] == ["B110"]


def test_a_number_is_printed_by_its_value_however_it_is_written() -> None:
    assert "US$127 million" in text("32")
    assert "US$16 million" in text("32")
    assert {code for code, _, _ in found("32")} == {"B120"}


def test_letters_of_statuses_may_be_parted() -> None:
    assert found("05") == []


def test_each_series_of_a_table_with_a_column_of_units_has_its_own_unit() -> None:
    assert found("33") == []


def test_half_a_picture_is_a_finding_at_its_place() -> None:
    assert [message for _, _, message in found("37") if "damaged PNG" in message]


def test_the_year_before_the_first_is_no_crash() -> None:
    assert {code for code, _, _ in found("38")} <= {"B272", "B273", "B275"}


def test_members_below_zero_let_a_part_be_larger_than_its_total() -> None:
    assert found("11") == []


@pytest.mark.parametrize(
    ("case", "words"),
    [("07", "by[8471] stands in"), ("12", "imports_from[CHN] stands in")],
)
def test_a_set_that_holds_more_than_like_members_is_a_warning(case: str, words: str) -> None:
    warned = [m for code, severity, m in found(case) if (code, severity) == ("B113", "warning")]
    assert [message for message in warned if words in message]


def text_of(case: str, tmp_path: Path, replaced: tuple[tuple[str, str], ...] = ()) -> str:
    """What the pages of a case print, in reading order; with pieces of its manifest replaced."""
    folder = next(CASES.glob(f"{case}-*"), None) if CASES.is_dir() else None
    if folder is None:
        pytest.skip("../shared/cases is not beside this checkout")
    copy = tmp_path / folder.name
    shutil.copytree(folder, copy)
    manifest = (copy / "briefing.yaml").read_text(encoding="utf-8")
    for old, new in replaced:
        assert old in manifest
        manifest = manifest.replace(old, new)
    (copy / "briefing.yaml").write_text(manifest, encoding="utf-8")
    outcome = briefing.build(str(copy), str(tmp_path / "out"))
    assert outcome.built, [finding.message for finding in outcome.findings]
    text = structure_text(Path(outcome.built[0].path).read_bytes())
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_notes_name_the_months_that_they_are_of(tmp_path: Path) -> None:
    text = text_of("02", tmp_path)
    assert "May 2023: not available." in text
    assert "November–December 2024 provisional" in text
    assert "2023: not available" not in text.replace("May 2023: not available", "")


def test_what_is_cut_from_a_family_is_said_and_a_stack_has_the_height_of_all(
    tmp_path: Path,
) -> None:
    text = text_of("03", tmp_path)
    assert "8 are listed; the 4 largest and Russia are shown." in text
    assert "All other" in text


def test_several_statuses_stand_beside_their_value(tmp_path: Path) -> None:
    text = text_of("04", tmp_path)
    for row in ("8,247,139 [e] [b]", "8,525,657 [p] [b]", "10,423,502 [p] [r]"):
        assert row in text
    assert "2010, 2012, 2014: break in series." in text


def test_groups_called_by_name_are_told() -> None:
    named = [m for code, _, m in found("06") if code == "B113" and "is that of a group" in m]
    # High income, OECD members, East Asia & Pacific, European Union, Euro area, Sub-Saharan Africa,
    # Not classified and this one; China and the other countries are none.
    assert [message.split()[0] for message in named] == ["by[Arab"]
    assert "(and 7 more like this" in named[0]


def test_listed_members_above_the_declared_total_are_told() -> None:
    assert [m for code, _, m in found("06") if code == "B113" and "more than World" in m]


def test_rows_that_end_with_a_delimiter_are_read(tmp_path: Path) -> None:
    assert found("08") == []
    text = text_of("08", tmp_path)
    assert "Exports to India were US$476 million, 38.6% of all" in text
    assert "1st of 20 listed" in text


def test_fiscal_years_are_no_months_and_can_be_said(tmp_path: Path) -> None:
    assert [code for code, severity, _ in found("09") if severity == "error"] == ["B242"]
    folder = next(CASES.glob("09-*"))
    declared = (
        ("kind: flow}", "kind: flow, year_starts: 4}"),
        ("period: 2011-12", "period: 2011/12"),
    )
    copy = tmp_path / "copied"
    shutil.copytree(folder, copy)
    section = copy / "sections" / "en" / "a.md"
    section.write_text(
        section.read_text()
        .replace("In 2009-10 they", "Before they")
        .replace("x 2009-10", "x 2009/10")
    )
    manifest = copy / "briefing.yaml"
    text = manifest.read_text()
    for old, new in declared:
        assert old in text
        text = text.replace(old, new)
    manifest.write_text(text)
    outcome = briefing.build(str(copy), str(tmp_path / "out"))
    assert [(f.code, f.message) for f in outcome.findings] == []
    assert Path(outcome.built[0].path).parent.name == "FY2011-04"
    printed = structure_text(Path(outcome.built[0].path).read_bytes())
    assert "Exports were US$43\N{NO-BREAK SPACE}million in 2011/12." in printed
    assert "2005/06–2011/12" in printed
    assert "Before they were US$14\N{NO-BREAK SPACE}million" in printed
    assert "Newest data 2011/12" in printed.replace("\N{NO-BREAK SPACE}", " ")


def test_quarters_named_by_a_month_are_told_and_can_be_said(tmp_path: Path) -> None:
    assert "B243" in {code for code, _, _ in found("10")}
    said = (
        ("kind: flow}", "kind: flow, frequency: quarter}"),
        ("period: 2025-12", "period: 2025-Q4"),
        ("show: [x]", "show: [x, y]"),
    )
    text = text_of("10", tmp_path, said[:2])
    assert "CA$12.2 billion in Q4 2025" in text
    assert "Q1 2022–Q4 2025" in text


def test_small_changes_are_no_level_in_a_tile_and_large_amounts_stay_in_it(tmp_path: Path) -> None:
    text = text_of("13", tmp_path)
    assert "Up less than 0.1% on 2023" in text
    assert "Down less than 0.1% on 2023" in text
    assert "Level with" not in text
    assert "22,139 IDR trillion" in text


def test_a_territory_that_was_split_has_a_break(tmp_path: Path) -> None:
    assert "2012: break in series." in text_of("15", tmp_path)


def test_an_exact_zero_after_large_values_is_told() -> None:
    zeros = [m for code, _, m in found("16") if code == "B110"]
    assert [m.split()[0] for m in zeros] == ["by[DNK]", "by[NOR]", "by[SWE]"]


def test_thousands_read_as_decimals_are_told() -> None:
    assert "B241" in {code for code, _, _ in found("17")}


def test_one_partner_spelt_twice_is_told() -> None:
    assert [code for code, _, _ in found("18")] == ["B245", "B322", "B245", "B245"]


def test_imports_cut_from_exports_are_told() -> None:
    assert [code for code, _, _ in found("19")] == ["B246"]


def test_shares_of_a_complete_table_say_that_they_are_rounded(tmp_path: Path) -> None:
    assert text_of("20", tmp_path).count("Totals may not sum due to rounding.") == 2


def test_bars_keep_confidential_ends(tmp_path: Path) -> None:
    assert text_of("21", tmp_path).count("2023–2024: confidential.") == 2


def test_eurostat_writes_greece_and_the_united_kingdom_its_own_way(tmp_path: Path) -> None:
    folder = next(CASES.glob("23-*"), None) if CASES.is_dir() else None
    if folder is None:
        pytest.skip("../shared/cases is not beside this checkout")
    hints = {f.hint for f in check(str(folder), choices("", (), (), "")).findings}
    assert "declare `codes: eurostat` on table n" in hints
    copy = tmp_path / "copied"
    shutil.copytree(folder, copy)
    manifest = copy / "briefing.yaml"
    manifest.write_text(manifest.read_text().replace("codes: alpha2", "codes: eurostat"))
    # What is left is case 24: a published rate below zero after “fell by”.
    left = check(str(copy), choices("", (), (), "")).findings
    assert {finding.code for finding in left} <= {"B105"}


def test_empty_rows_are_none_and_a_footer_says_how_to_end_the_table(tmp_path: Path) -> None:
    assert [code for code, _, _ in found("25")] == ["B208", "B208"]
    assert "Germany" in text_of("25", tmp_path, (("codes: none", 'codes: none, end: "Source"'),))


def test_an_axis_of_persons_has_whole_numbers(tmp_path: Path) -> None:
    text = text_of("26", tmp_path)
    assert "0.5" not in text
    assert "1.5" not in text


def test_a_column_has_one_number_of_decimals(tmp_path: Path) -> None:
    text = text_of("27", tmp_path)
    for cell in ("496.0", "18.2", "213.0", "63.0", "647.3", "1,143.0"):
        assert cell in text


def test_a_mistyped_year_is_told_at_its_row() -> None:
    assert [(code, severity) for code, severity, _ in found("34")] == [("B244", "warning")]


def test_signs_of_a_dialect_are_different() -> None:
    assert [code for code, _, _ in found("39")] == ["B029"]
