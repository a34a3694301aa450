import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pypdfium2
import pytest

from briefing.model.spec import Choices
from briefing.run.build import build
from briefing.run.outcome import Outcome

CASE = Path(__file__).parents[1] / "projects" / "two-sections" / "project"
EMBARGO = "embargo: 2026-12-01T09:30+08:00\n"
END = datetime(2026, 12, 1, 1, 30, tzinfo=UTC)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = Path(shutil.copytree(CASE, tmp_path / "two-sections"))
    manifest = folder / "briefing.yaml"
    manifest.write_text(manifest.read_text("utf-8") + EMBARGO, "utf-8")
    return folder


def never() -> datetime:
    raise AssertionError("the clock was read")


def made(
    project: Path, public: bool = False, now: Callable[[], datetime] = never, **choices: str
) -> Outcome:
    chosen = Choices(public=public, **choices)
    return build(str(project), str(project.parent / "out"), chosen, now=now)


def texts(path: str) -> list[str]:
    with pypdfium2.PdfDocument(path) as pdf:
        return [page.get_textpage().get_text_bounded() for page in pdf]


def test_every_page_and_the_name_say_it_and_the_clock_is_not_read(project: Path) -> None:
    (pdf,) = made(project).built
    assert Path(pdf.path).name == "two-sections.EMBARGOED-2026-12-01T0930+0800.en.pdf"
    pages = texts(pdf.path)
    assert len(pages) > 1
    line = "OFFICIAL · EMBARGOED until 1\u00a0December 2026, 09:30 UTC+8"
    for page in pages:
        assert page.replace(" ", "\u00a0").count(line.replace(" ", "\u00a0")) == 2
    # The lines are no content: who hears the document is told in the title block.
    assert "Embargo\r\n1\u00a0December 2026, 09:30 UTC+8" in pages[0].replace("Embargo ", "Embargo")


@pytest.mark.parametrize("zone", [0, 8, -5])
def test_the_public_version_is_refused_until_the_very_minute(project: Path, zone: int) -> None:
    here = timezone(timedelta(hours=zone))
    early = made(project, True, lambda: (END - timedelta(seconds=1)).astimezone(here))
    (finding,) = early.findings
    assert (finding.code, early.built) == ("B066", ())
    assert early.lines[finding.place] == EMBARGO.strip()
    assert "until 2026-12-01 09:30+08:00" in finding.message
    assert len(made(project, True, lambda: END.astimezone(here)).built) == 1


def test_the_public_version_takes_the_place_of_the_other(project: Path) -> None:
    made(project)
    (pdf,) = made(project, True, lambda: END).built
    assert Path(pdf.path).name == "two-sections.en.pdf"
    assert "EMBARGO" not in "".join(texts(pdf.path)).upper()
    assert {p.name for p in Path(pdf.path).parent.iterdir()} == {
        "two-sections.en.pdf",
        "record.json",
        "edition.jsonld",
    }


def test_without_an_embargo_the_public_version_is_the_usual_one(project: Path) -> None:
    manifest = project / "briefing.yaml"
    manifest.write_text(manifest.read_text("utf-8").removesuffix(EMBARGO), "utf-8")
    (pdf,) = made(project, True).built
    assert Path(pdf.path).name == "two-sections.en.pdf"
    assert "EMBARGO" not in "".join(texts(pdf.path)).upper()
