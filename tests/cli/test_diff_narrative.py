"""A PDF says what its record on the shelf says: `briefing diff` of either is the same."""

import json
import shutil
from itertools import product
from pathlib import Path

import pytest
from click.testing import CliRunner
from msgspec import UNSET

import briefing
from briefing.cli.app import cli
from briefing.editions import read, worded
from briefing.editions.passages import seen
from briefing.model.record import Said
from briefing.model.spec import Choices
from briefing.pdf.reading.attached import attachments
from briefing.run.outcome import Outcome
from briefing.workspace import assets

PROJECTS = Path(__file__).parents[1] / "projects"
CASES = ["all-markdown", "footnotes", "second-edition", "tongues", "two-sections", "writing"]
CHANGED = {
    "The lead, with": "A lead, with",
    "   - again": "   - once more",
    "> A quotation with": "> A citation with",
    "| **b** |": "| **c** |",
    "    indented code, 42": "    indented code, 43",
    "Beside the text.": "Beside the words.",
    "- loose\n": "",
    "See [](#trade)": "New in {{ period }}. With {{ exports }}.\n\nSee [](#trade)",
}
NOTED = {
    "At the border posts.": "At the posts of the border.",
    "Customs officers count,": "Officers count,",
    "| Exports |": "| Sales |",
}


def built(project: Path, output: Path, profile: str = "") -> list[Path]:
    outcome: Outcome = briefing.build(str(project), str(output), Choices(profile=profile))
    pdfs = [Path(made.path) for made in outcome.built]
    assert pdfs
    return pdfs


def said(old: Path, new: Path) -> list[dict[str, str]]:
    result = CliRunner().invoke(cli, ["diff", str(old), str(new), "--json"], standalone_mode=False)
    if result.exception:
        raise result.exception
    content = json.loads(result.stdout)
    return [{key: entry[key] for key in ("section", "old", "new")} for entry in content["prose"]]


def same(pdf: Path) -> None:
    """The PDF's own words are those of the record beside it, passage by passage."""
    data = pdf.read_bytes()
    inside = worded(read(data), data)
    beside = read(pdf.with_name("record.json").read_bytes())
    assert inside.prose is not UNSET
    assert beside.prose is not UNSET
    languages = {entry.language for entry in inside.prose}
    wanted = [entry for entry in beside.prose if entry.language in languages]
    assert [_seen(entry) for entry in inside.prose] == [_seen(entry) for entry in wanted]


def _seen(entry: Said) -> list[str]:
    return [entry.section, *map(seen, (entry.title, *entry.paragraphs))]


@pytest.mark.parametrize("case", CASES)
def test_a_pdf_has_the_words_of_its_record(case: str, tmp_path: Path) -> None:
    for pdf in built(PROJECTS / case / "project", tmp_path):
        same(pdf)


def test_so_has_one_of_pdf_2(tmp_path: Path) -> None:
    (pdf,) = built(PROJECTS / "footnotes" / "project", tmp_path, "4f")
    same(pdf)


def test_the_sample_differs_in_nothing_from_its_record(tmp_path: Path) -> None:
    pdf, *_ = built(Path(assets.samples()) / "mongolia-russia", tmp_path)
    same(pdf)
    assert said(pdf, pdf) == said(pdf, pdf.with_name("record.json")) == []
    assert b'"prose"' not in attachments(pdf.read_bytes())["record.json"]


@pytest.mark.parametrize(
    ("case", "section", "changed", "count"),
    [("all-markdown", "text", CHANGED, 9), ("footnotes", "trade", NOTED, 3)],
)
def test_pdfs_and_records_differ_in_the_same_words(
    case: str, section: str, changed: dict[str, str], count: int, tmp_path: Path
) -> None:
    before, project = PROJECTS / case / "project", tmp_path / "project"
    shutil.copytree(before, project)
    (file,) = project.glob(f"sections/*/{section}.md")
    text = file.read_text(encoding="utf-8")
    for old, new in changed.items():
        assert old in text
        text = text.replace(old, new)
    file.write_text(text, encoding="utf-8")
    (old,), (new,) = built(before, tmp_path / "old"), built(project, tmp_path / "new")
    olds, news = ((pdf, pdf.with_name("record.json")) for pdf in (old, new))
    wanted = said(olds[1], news[1])
    assert len(wanted) == count
    for pair in product(olds, news):
        assert said(*pair) == wanted
