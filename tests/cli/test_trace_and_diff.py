"""`briefing trace` and `briefing diff` on a built edition."""

import json
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

import briefing
from briefing.cli.app import cli
from briefing.model.finding import BriefingError

PROJECT = Path(__file__).parents[1] / "projects" / "two-sections" / "project"


@pytest.fixture(scope="module")
def pdf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    (built,) = briefing.build(str(PROJECT), str(tmp_path_factory.mktemp("out"))).built
    return Path(built.path)


def told(*arguments: str | Path) -> str:
    result = CliRunner().invoke(cli, [*map(str, arguments)], standalone_mode=False)
    if result.exception:
        raise result.exception
    return result.stdout


def test_a_printed_figure_leads_to_file_row_and_column(pdf: Path) -> None:
    shutil.move(pdf.with_name("record.json"), pdf.with_name("elsewhere.json"))
    text = told("trace", pdf, "1.6 billion")
    assert text.splitlines()[:7] == [
        "turnover 2014 (F5)",
        "  called   Trade turnover",
        "  value    1,610,925.55 US$ thousand, provisional",
        "  is       exports + imports",
        "  source   National Statistics Office of Mongolia, Foreign trade by country (nso)",
        "  from     trade.csv, row 11, column value",
        "           trade.csv, row 21, column value",
    ]
    assert "“US$1.6 billion”, page 1" in text
    assert told("trace", pdf, "F5") == told("trace", pdf, "trade turnover 2014") == text
    content = json.loads(told("trace", pdf, "F5", "--json"))
    assert content["facts"][0]["cells"][1] == {"file": "trade.csv", "row": 21, "column": "value"}


def test_a_figure_below_zero_is_traced_behind_two_dashes(tmp_path: Path) -> None:
    """As a shell hands it on: `briefing trace FILE -- -36.0%`."""
    project = tmp_path / "project"
    shutil.copytree(PROJECT, project)
    manifest = project / "briefing.yaml"
    text = manifest.read_text(encoding="utf-8")
    series = "  turnover: {is: exports + imports, label: {en: Trade turnover}}\n"
    pace = '  pace: {is: "growth(imports)", label: {en: Pace of imports}}\n'
    text = text.replace(series, series + pace)
    shown = "show: [imports, exports, turnover], periods"
    manifest.write_text(text.replace(shown, "show: [imports, pace], periods"), encoding="utf-8")
    (built,) = briefing.build(str(project), str(tmp_path / "out")).built
    record = json.loads(Path(built.path).with_name("record.json").read_text(encoding="utf-8"))
    (falling,) = [
        printed["text"]
        for fact in record["facts"]
        if fact["name"] == "pace"
        for printed in fact["printed"]["en"]
        if printed["text"].startswith("\N{MINUS SIGN}")
    ][:1]
    typed = falling.replace("\N{MINUS SIGN}", "-")
    for asked in (typed, falling):
        assert told("trace", built.path, "--", asked).startswith("pace 20")


def test_what_is_nowhere_printed_is_refused_with_what_is_near(pdf: Path) -> None:
    with pytest.raises(BriefingError, match="called or printed") as refused:
        told("trace", pdf, "turnovr")
    assert (refused.value.exit_code, "“turnover”" in refused.value.hint) == (1, True)


def test_a_pdf_differs_from_a_project_in_what_was_changed_there(pdf: Path, tmp_path: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(PROJECT, project)
    assert told("diff", pdf, project) == "nothing differs\n"
    table = project / "trade.csv"
    text = table.read_text(encoding="utf-8")
    table.write_text(text.replace("61607.3", "71607.3"), encoding="utf-8")
    lines = told("diff", pdf, project).splitlines()
    assert lines[0] == "revised"
    assert "  Exports to Russia 2014: US$62 million → US$72 million  +16.2%" in lines
    assert lines[-2:] == ["data", "  trade.csv changed"]
    content = json.loads(told("diff", pdf, project, "--json"))
    (revised,) = (r for r in content["revised"] if r["name"] == "exports")
    assert (revised["old"], revised["new"], revised["difference"]) == (
        "61607.3",
        "71607.3",
        "10000.0",
    )
    assert "| Exports to Russia 2014 |" in told("diff", pdf, project, "--format", "markdown")


def test_a_change_leads_to_the_cells_of_both_years(pdf: Path) -> None:
    text = told("trace", pdf, "0.8%")
    change, growth = text.split("\n\n")
    assert growth.startswith(
        "growth(turnover) 2014 (F3)\n  called   Growth of Trade turnover on the"
    )
    assert change.startswith(
        "change(turnover) 2014 (F4)\n  called   Change of Trade turnover on the"
    )
    for fact in (change, growth):
        assert re.findall(r"trade\.csv, row (\d+),", fact) == ["11", "21", "10", "20"]


def test_what_the_narrative_says_otherwise_is_shown(pdf: Path, tmp_path: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(PROJECT, project)
    section = project / "sections/en/trade.md"
    text = section.read_text(encoding="utf-8")
    text = text.replace("hardly a market", "and no market").replace("the [table]", "our [table]")
    section.write_text(text + "\nThe border was open.\n", encoding="utf-8")
    assert told("diff", pdf, project).splitlines() == [
        "narrative",
        "  Trade in goods: “Russia is a supplier, hardly a market.” → "
        "“Russia is a supplier, and no market.”",
        "  Trade in goods: “… before, to US$1.6 billion; the table has the years …” → "
        "“… before, to US$1.6 billion; our table has the years …”",
        "  Trade in goods: new: “The border was open.”",
    ]
    content = json.loads(told("diff", pdf, project, "--json"))
    assert content["narrative"]["changed"] == ["sections/en/trade.md"]
    assert content["prose"][-1] == {
        "language": "en",
        "section": "trade",
        "title": "Trade in goods",
        "old": "",
        "new": "The border was open.",
    }
    page = told("diff", pdf, project, "--format", "markdown")
    assert "## Narrative\n\n- Trade in goods: “Russia is" in page


def test_another_figure_in_the_same_words_is_a_change_of_the_file(
    pdf: Path, tmp_path: Path
) -> None:
    project = tmp_path / "project"
    shutil.copytree(PROJECT, project)
    section = project / "sections/en/trade.md"
    text = section.read_text(encoding="utf-8")
    section.write_text(text.replace("{{ turnover }}", "{{ turnover | exact }}"), encoding="utf-8")
    assert told("diff", pdf, project).splitlines()[-2:] == [
        "narrative",
        "  sections/en/trade.md changed",
    ]
