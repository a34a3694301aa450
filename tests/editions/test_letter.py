"""What the mail says, from a new project's own figures."""

import json
from pathlib import Path

from briefing import project
from briefing.editions.letter import letter
from briefing.model.spec import Choices
from briefing.run.build import build
from briefing.starter import Answers
from briefing.starter import project as begun
from briefing.workspace import Workspace
from briefing.workspace.begin import write_new


def test_headline_figures_are_those_of_the_first_page_with_their_units(tmp_path: Path) -> None:
    folder = str(tmp_path / "new")
    write_new(folder, begun(Answers("MNG", "RUS", ("en",), "ministry"), b"{}"))
    record = json.loads(build(folder, str(tmp_path / "out"), Choices()).record or b"")
    spec, _ = project.read(Workspace(folder), Choices())
    assert spec is not None
    text = letter(spec, "en", "Mongolia and Russia", ["new.en.pdf"], record, None).text
    figures = text.partition("Headline figures\n")[2].partition("\n\n")[0].replace("\u00a0", " ")
    assert figures.splitlines() == [
        "- Goods balance, 2025: −US$228 million",
        "- Export share, 2025: 20.9%",
        "- Exports to Russia, 2025: US$588 million",
        "- Imports from Russia, 2025: US$816 million",
        "- Students, 2025: 120",
        "- Trade turnover, 2025: US$1.4 billion",
    ]
