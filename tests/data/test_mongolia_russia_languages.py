"""The sample in three languages at once: letters, traces and differences are in the file's own."""

from email import message_from_bytes, policy
from pathlib import Path

import pytest
from click.testing import CliRunner

from briefing.cli.app import cli
from briefing.model.spec import Choices
from briefing.run.build import build

SAMPLE = Path(__file__).parents[2] / "data" / "mongolia-russia"
SEND = """
send:
  from: Briefings <b@example.org>
  to:
    - {address: m@example.org, languages: [mn]}
    - {address: r@example.org, languages: [ru]}
    - {address: e@example.org, languages: [en, ru]}
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the project, which mails, and its editions of two years."""
    folder = tmp_path_factory.mktemp("sample")
    project = folder / "p"
    for file in SAMPLE.rglob("*"):
        if file.is_file():
            place = project / file.relative_to(SAMPLE)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(file.read_bytes())
    with (project / "briefing.yaml").open("a", encoding="utf-8") as manifest:
        manifest.write(SEND)
    build(str(project), str(folder / "old"), Choices(period="2024"), strict=True)
    outcome = build(str(project), str(folder / "out"), Choices(), strict=True)
    assert outcome.findings == ()
    assert [one.language for one in outcome.built] == ["en", "mn", "ru"]
    return folder


def run(*arguments: str) -> str:
    result = CliRunner().invoke(cli, arguments)
    return result.output.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("code", "asked", "told"),
    [
        ("ru", "Товарооборот 2014", ["Товарооборот", "1 610 925,55 тыс. долл. США"]),
        ("ru", "61 млн долл. США", ["Экспорт в Россию", "Национальное статистическое управление"]),
        ("mn", "61 сая ам.доллар", ["ОХУ-д гаргасан экспорт", "60,651.8 мянган ам.доллар"]),
        ("mn", "2.7 хувиар буюу 79 сая ам.доллараар буурч", ["Худалдааны эргэлт"]),
    ],
)
def test_a_trace_answers_in_the_file_s_language(
    built: Path, code: str, asked: str, told: list[str]
) -> None:
    output = run("trace", str(built / f"out/p/2025/p.{code}.pdf"), asked)
    assert all(text in output for text in told), output


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("ru", ["Период: 2024 → 2025", "Товарооборот 2024 → 2025: 2,9 млрд долл. США → 2,8"]),
        ("mn", ["Хугацаа: 2024 → 2025", "Худалдааны эргэлт 2024 → 2025: 2.9 тэрбум ам.доллар"]),
    ],
)
def test_a_difference_is_told_in_the_file_s_language(
    built: Path, code: str, told: list[str]
) -> None:
    old, new = (built / f"{place}/p.{code}.pdf" for place in ("old/p/2024", "out/p/2025"))
    output = run("diff", str(old), str(new))
    assert all(text in output for text in told), output


def test_each_has_a_letter_and_files_in_the_languages_wanted(built: Path) -> None:
    run("send", str(built / "p"), "-o", str(built / "out"), "--dry-run")
    letters = {}
    for file in (built / "out/p/outbox").glob("*.eml"):
        mail = message_from_bytes(file.read_bytes(), policy=policy.default)
        assert str(mail["subject"]).count("2025") == 1
        body = mail.get_body(("plain",))
        assert body is not None
        files = [part.get_filename() for part in mail.iter_attachments()]
        letters[str(mail["to"])] = (body.get_content().replace("\u00a0", " "), files)
    text, files = letters["m@example.org"]
    assert files == ["p.mn.pdf"]
    assert "Худалдааны эргэлт, 2025: 2.8 тэрбум ам.доллар" in text
    assert "Энэ бол таны хүлээн авч буй анхны дугаар." in text
    text, files = letters["r@example.org"]
    assert files == ["p.ru.pdf"]
    assert "Экспорт в Россию, 2025: 61 млн долл. США" in text
    text, files = letters["e@example.org"]
    assert files == ["p.en.pdf", "p.ru.pdf"]
    assert "Exports to Russia, 2025: US$61 million" in text
