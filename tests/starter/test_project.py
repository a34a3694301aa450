"""A new project builds at once without a finding, whatever the answers."""

from pathlib import Path

import pytest

from briefing.language import GRAMMARS
from briefing.model.spec import Choices
from briefing.project.known_styles import known_styles
from briefing.run.build import build
from briefing.run.examine import check
from briefing.starter import LANGUAGES, Answers, project
from briefing.workspace.new_files import write_new
from tests.project.test_schema import problems

PLAIN = Answers("MNG", "RUS", ("en",), "ministry")


def begun(folder: Path, answers: Answers) -> str:
    write_new(str(folder), project(answers, b"{}"))
    return str(folder)


@pytest.mark.parametrize(
    "answers",
    [
        PLAIN,
        Answers("SGP", "CHN", ("en",), "ministry", "Singapore: “a: b” # c"),
        Answers("USA", "DEU", LANGUAGES, "ministry", "{{ partner.short }} & others"),
    ],
    ids=lambda a: a.partner,
)
def test_it_has_no_finding_and_an_editor_has_none(tmp_path: Path, answers: Answers) -> None:
    assert problems(project(answers, b"")["briefing.yaml"].decode()) == []
    assert check(begun(tmp_path / "new", answers), Choices()).findings == ()


def test_it_builds_and_says_that_its_figures_are_examples(tmp_path: Path) -> None:
    pypdfium2 = pytest.importorskip("pypdfium2")
    outcome = build(begun(tmp_path / "new", PLAIN), str(tmp_path / "out"), Choices(), strict=True)
    assert outcome.findings == ()
    (built,) = outcome.built
    with pypdfium2.PdfDocument(built.path) as pdf:
        texts = [page.get_textpage().get_text_bounded() for page in pdf]
    assert "Russia" in texts[0]
    assert all("EXAMPLE FIGURES" in text for text in texts)
    assert "Example figures, not real" in texts[1]


def test_every_comment_that_is_a_key_works_when_uncommented(tmp_path: Path) -> None:
    folder = Path(begun(tmp_path / "new", PLAIN))
    manifest = folder / "briefing.yaml"
    lines = manifest.read_text(encoding="utf-8").splitlines()
    keys = ("# contact:", "# next_release:", "# url:", "# licence:")
    opened = [
        line.replace("# ", "", 1) if line.lstrip().startswith(keys) else line for line in lines
    ]
    assert sum(a != b for a, b in zip(lines, opened, strict=True)) == len(keys)
    manifest.write_text("\n".join(opened), encoding="utf-8")
    assert problems("\n".join(opened)) == []
    assert check(str(folder), Choices()).findings == ()


def test_countries_of_the_example_data_are_never_the_partner_twice() -> None:
    rows = project(Answers("CHN", "USA", ("en",), "ministry"), b"")["trade.csv"].decode().split()
    first = [row.split(",")[2] for row in rows[1:] if row.startswith("2018,export")]
    assert len(first) == len(set(first)) == 6
    assert "CHN" not in first


def test_languages_and_styles_are_the_products() -> None:
    assert set(LANGUAGES) <= set(GRAMMARS)
    assert PLAIN.style in known_styles()


def test_the_schema_stands_where_the_first_line_says(tmp_path: Path) -> None:
    files = project(PLAIN, b"schema")
    first = files["briefing.yaml"].decode().splitlines()[0]
    path = first.removeprefix("# yaml-language-server: $schema=./")
    assert files[path] == b"schema"
