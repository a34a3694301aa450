"""A draft: drawn in spite of errors, marked on each page, beside the edition that stands."""

import json
import shutil
from pathlib import Path

import pypdfium2
import pytest
from click.testing import CliRunner

from briefing.cli.build import command
from briefing.model.spec import Choices
from briefing.run.build import build
from briefing.run.outcome import Outcome

CASE = Path(__file__).parents[1] / "projects" / "two-sections" / "project"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = Path(shutil.copytree(CASE, tmp_path / "two-sections"))
    section = folder / "sections" / "en" / "trade.md"
    lines = "\n\nNothing is {{ known }} of {{ exports 1970 }}.\n\n![Lost](exhibit:lost)\n"
    section.write_text(section.read_text("utf-8") + lines + "\n![Gone](no.png)\n", "utf-8")
    return folder


def made(project: Path, draft: bool = True, **choices: str) -> Outcome:
    return build(str(project), str(project.parent / "out"), Choices(draft=draft, **choices))


def texts(path: str) -> list[str]:
    with pypdfium2.PdfDocument(path) as pdf:
        return [page.get_textpage().get_text_bounded() for page in pdf]


def test_every_page_says_draft_and_names_what_is_missing(project: Path) -> None:
    whole = build(str(CASE), str(project.parent / "out"), Choices())
    (edition,) = whole.built
    before = Path(edition.path).read_bytes()
    outcome = made(project)
    assert outcome.failed
    (pdf,) = outcome.built
    assert Path(pdf.path).relative_to(project.parent / "out").as_posix() == (
        "two-sections/2014.draft/two-sections.DRAFT.en.pdf"
    )
    pages = texts(pdf.path)
    assert all(page.count("DRAFT · OFFICIAL") == 2 for page in pages)
    text = " ".join(" ".join(pages).split())
    assert "Nothing is [known] of [exports]." in text
    assert "[exhibit:lost]" in text
    assert "[no.png]" in text
    assert Path(edition.path).read_bytes() == before
    record = json.loads(outcome.record)
    assert record["choices"]["draft"] is True
    assert {f["code"] for f in record["findings"]} >= {"B318"}


def test_without_it_nothing_is_drawn(project: Path) -> None:
    assert made(project, draft=False).built == ()


def test_what_has_no_document_is_not_drawn(project: Path) -> None:
    (project / "briefing.yaml").write_text("sections: 3\n", "utf-8")
    outcome = made(project)
    assert outcome.failed
    assert outcome.built == ()


@pytest.mark.parametrize("other", ["--public", "--sign=key.p12"])
def test_a_draft_is_neither_made_public_nor_signed(project: Path, other: str) -> None:
    result = CliRunner().invoke(command, [str(project), "--draft", other])
    assert result.exit_code == 2
    assert "neither made public nor signed" in result.output
