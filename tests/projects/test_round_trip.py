"""The text of each file, walked by structure, is the text of its document: nothing is lost, added,
run together or out of order. The tags of each file are clean."""

import re
from pathlib import Path

import pytest
from msgspec.structs import replace

import briefing
from briefing import verify
from briefing.model import Document
from briefing.run.examine import examine
from briefing.workspace import Workspace
from tests.projects.justified import JUSTIFIED, justified_style
from tests.projects.round_trip import document_words, pdf_words
from tests.projects.test_projects import CASES, HERE

ROOT = HERE.parents[1]
SAMPLES = sorted(p.parent for p in (ROOT / "data").glob("*/briefing.yaml"))
FOLDERS = [HERE / case / "project" for case in CASES] + SAMPLES
PROFILES = ["ua1+3a", "4f"]
MANIFEST = """\
briefing: 1
title: A long text
period: 2025
released: 2026-11-24
languages: [en]
sections: [text]
"""
# Texts from outside the repository.
TEXTS = ROOT.parent / "shared" / "data" / "text"
LONG = [
    "udhr_en.md",
    "udhr_ru.md",
    "udhr_mn_cyrillic.md",
    "en_us-angola_fact-sheet_2023.md",
    "en_us-mongolia_joint-statement_2023.md",
]


def _named(folder: Path) -> str:
    return folder.parent.name if folder.name == "project" else folder.name


def makes_a_pdf(folder: Path) -> bool:
    """Whether a project is there to be built: all but the cases whose expected files have no text.

    So that a build that fails can't pass for one that had nothing to show.
    """
    expected = folder.parent / "expected"
    return not expected.is_dir() or any(expected.glob("text.*.txt"))


def both(
    folder: Path, output: Path, profile: str, style: str = ""
) -> list[tuple[list[str], bytes]]:
    """The words of each document, and its file; none where a finding is an error."""
    choices = briefing.Choices(profile=profile, style=style)
    examined = examine(Workspace(str(folder)), choices)
    outcome = briefing.build(str(folder), str(output), choices)
    files = {built.language: Path(built.path).read_bytes() for built in outcome.built}
    if outcome.failed:
        return []
    assert examined.spec is not None
    documents, annex = examined.documents, examined.spec.annex or "short"
    if examined.spec.style == "factsheet":
        # It ends with its sources, and says of no figure how it is derived; its first page has no
        # map.
        documents = tuple(map(_briefly, documents))
        annex = "none"
    return [(_words(d, annex, files[d.language]), files[d.language]) for d in documents]


def _words(document: Document, annex: str, data: bytes) -> list[str]:
    """The words of a document; a short annex may have its figures in lines and not in a table."""
    lines = document_words(document, "lines")
    return (
        lines if annex == "short" and lines == pdf_words(data) else document_words(document, annex)
    )


def _briefly(document: Document) -> Document:
    start = document.opening and replace(document.opening, locator=None)
    return replace(document, annex=replace(document.annex, methods=()), opening=start)


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("folder", FOLDERS, ids=_named)
def test_a_project_comes_back_whole_and_clean(folder: Path, profile: str, tmp_path: Path) -> None:
    made = both(folder, tmp_path, profile)
    assert bool(made) is makes_a_pdf(folder)
    for words, data in made:
        assert pdf_words(data) == words
        file = verify.open_file(data)
        assert verify.check(file) == ()
        assert verify.lint(file) == ()


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("folder", FOLDERS, ids=_named)
def test_a_justified_style_changes_no_word(folder: Path, profile: str, tmp_path: Path) -> None:
    with justified_style(tmp_path / "styles"):
        made = both(folder, tmp_path / "out", profile, JUSTIFIED)
    assert bool(made) is makes_a_pdf(folder)
    for words, data in made:
        assert pdf_words(data) == words
        assert verify.lint(verify.open_file(data)) == ()


def quoted(text: str) -> str:
    """A text as one section: quotations, which need no facts, under its headings."""
    text = re.sub(r"\A---\n.*?\n---\n", "# A long text\n", text, flags=re.DOTALL)
    text = re.sub(r"</?sup>", "", text)
    lines = []
    for line in text.splitlines():
        numbered = re.match(r"#+ (.*\d.*)", line)
        if numbered:
            lines += ["", f"> **{numbered[1]}**", ""]
        else:
            lines.append(line if line.startswith("#") else f"> {line}")
    return "\n".join(lines) + "\n"


def project(folder: Path, text: str) -> Path:
    (folder / "sections" / "en").mkdir(parents=True)
    (folder / "sections" / "en" / "text.md").write_text(text, encoding="utf-8")
    (folder / "briefing.yaml").write_text(MANIFEST, encoding="utf-8")
    return folder


def long_text(name: str) -> str:
    if not (TEXTS / name).exists():
        pytest.skip(f"{name} is not beside the repository")
    return quoted((TEXTS / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", LONG)
def test_a_long_text_comes_back_whole_and_clean(name: str, tmp_path: Path) -> None:
    folder = project(tmp_path / "long", long_text(name))
    ((words, data),) = both(folder, tmp_path / "out", "ua1+3a")
    assert len(words) > 1000
    assert pdf_words(data) == words
    file = verify.open_file(data)
    assert verify.check(file) == ()
    assert verify.lint(file) == ()


def test_a_script_without_a_face_is_found_not_set(tmp_path: Path) -> None:
    folder = project(tmp_path / "long", long_text("udhr_zh_hans.md"))
    outcome = briefing.build(str(folder), str(tmp_path / "out"))
    assert outcome.built == ()
    assert {f.code for f in outcome.findings if f.severity == "error"} == {"B401", "B402"}
    (script,) = (f for f in outcome.findings if f.code == "B402")
    assert (script.place.file, script.place.line) == ("sections/en/text.md", 1)
