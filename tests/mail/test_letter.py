"""What the mail says, from a new project's own figures."""

from pathlib import Path

from briefing import project
from briefing.mail.letter import letter
from briefing.model.record import Record, decode
from briefing.model.spec import Choices
from briefing.run.build import build
from briefing.starter import Answers
from briefing.starter import project as begun
from briefing.workspace import Workspace
from briefing.workspace.new_files import write_new


def begin(tmp_path: Path) -> Path:
    folder = tmp_path / "new"
    write_new(str(folder), begun(Answers("MNG", "RUS", ("en",), "ministry"), b"{}"))
    return folder


def made(folder: Path) -> Record:
    record = build(str(folder), str(folder.parent / "out"), Choices()).record
    return decode(record or b"")


def listed(folder: Path, now: Record, last: Record | None, heading: str) -> list[str]:
    spec, _ = project.read(Workspace(str(folder)), Choices())
    assert spec is not None
    text = letter(spec, "en", "Mongolia and Russia", ["new.en.pdf"], now, last).text
    part = text.partition(f"{heading}\n")[2].partition("\n\n")[0]
    return part.replace("\u00a0", " ").splitlines()


def test_headline_figures_are_those_of_the_first_page_with_their_units(tmp_path: Path) -> None:
    folder = begin(tmp_path)
    assert listed(folder, made(folder), None, "Headline figures") == [
        "- Trade turnover, 2025: US$1.4 billion",
        "- Exports to Russia, 2025: US$588 million",
        "- Imports from Russia, 2025: US$816 million",
        "- Goods balance, 2025: −US$228 million",
        "- Share of exports, Russia, 2025: 20.9%",
        "- Students, 2025: 120",
    ]


def test_changes_go_by_the_names_of_the_pages_each_once_and_tell_the_values_apart(
    tmp_path: Path,
) -> None:
    folder = begin(tmp_path)
    last = made(folder)
    trade = folder / "trade.csv"
    text = trade.read_text("utf-8")
    assert "2025,export,RUS,588.4" in text
    trade.write_text(text.replace("2025,export,RUS,588.4", "2025,export,RUS,601.2"), "utf-8")
    assert listed(folder, made(folder), last, "What changed") == [
        "- Goods balance, 2025: −US$215 million, before −US$228 million",
        "- Change of Exports to Russia on the year before, 2025: US$56 million, "
        "before US$43 million",
        "- Change of Trade turnover on the year before, 2025: US$82 million, before US$69 million",
        "- Share of exports, Russia, 2025: 21.4%, before 20.9%",
        "- Exports to Russia, 2025: US$601 million, before US$588 million",
        "- Growth of Exports to Russia on the year before, 2025: 10.3%, before 8.0%",
        "- Growth of Trade turnover on the year before, 2025: 6.1%, before 5.2%",
        "- Trade turnover, 2025: US$1.42 billion, before US$1.40 billion",
        # The first page says of other values other things.
        "- figures printed no longer: 1",
    ]
