from collections.abc import Mapping
from pathlib import Path

import pytest

from briefing.model.finding import Finding
from briefing.model.spec import Choices, Spec
from briefing.project import read
from briefing.workspace import Workspace

MANIFEST = """\
briefing: 1
title: {en: Mongolia and Russia}
parameters: {reporter: MNG, partner: RUS}
period: 2025
released: 2026-11-24
languages: [en]
style: ministry
sources:
  nso: {title: Trade, publisher: NSO, url: "https://1212.mn", retrieved: 2026-04-15}
tables:
  trade: {file: trade.csv, source: nso, period: year, value: value, unit: USD thousand, kind: flow}
  events: {file: events.csv, source: nso, period: date, text: {en: event}}
series:
  exports_to: {table: trade, where: {flow: export}, by: partner}
  exports: "exports_to[$partner]"
facts:
  students: {value: 2760, unit: persons, period: 2000..2013, source: nso}
exhibits:
  chart: {kind: bars, show: exports, from: 2005}
  history: {kind: timeline, show: events}
sections: [trade]
"""
FILES = {
    "trade.csv": "year,flow,partner,value\n2025,export,RUS,1\n",
    "events.csv": "date,event\n1921-11-05,Treaty\n",
    "sections/en/trade.md": "# Trade\n",
}
Reading = tuple[Spec | None, tuple[Finding, ...]]


class Project:
    """A small sound project on disk, to be spoilt and read."""

    def __init__(self, root: Path) -> None:
        self.root = root
        root.mkdir()
        self.write("briefing.yaml", MANIFEST)
        for path, text in FILES.items():
            self.write(path, text)

    def write(self, path: str, text: str | bytes) -> None:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())

    def replace(self, changes: Mapping[str, str]) -> None:
        """Change pieces of the manifest, each of which must stand there once."""
        manifest = (self.root / "briefing.yaml").read_text()
        for old, new in changes.items():
            assert manifest.count(old) == 1, old
            manifest = manifest.replace(old, new)
        self.write("briefing.yaml", manifest)

    def read(self, choices: Choices | None = None) -> Reading:
        return read(Workspace(str(self.root)), choices or Choices())

    def found(self, choices: Choices | None = None) -> list[str]:
        """The findings as `line:column code message`, of the manifest; others with their file."""
        return [
            f"{f.place} {f.code} {f.message}".removeprefix("briefing.yaml:")
            for f in self.read(choices)[1]
        ]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path / "mongolia-russia")
