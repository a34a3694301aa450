"""Whether a figure was revised or corrected depends on its data and their vintage, not on how its
formula is written; and an edition is made of its style and fonts too."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from briefing.cli.app import cli
from briefing.figures.revised import Revision, revisions
from briefing.model import Changes, Choices
from briefing.model.record import Record, decode
from briefing.narrative.plain import plain
from briefing.run import inputs
from briefing.run.build import build
from briefing.run.examine import examine
from briefing.workspace import Workspace

MANIFEST = """\
briefing: 1
title: {en: Vintages}
period: 2025
released: RELEASED
languages: [en]
sources:
  nso: {title: Trade, publisher: Office, retrieved: 2025-05-31}
tables:
  trade: {file: trade.csv, source: nso, period: year, value: value, as_of: known,
    unit: USD thousand, kind: flow}
series:
  goods: {table: trade, where: {flow: goods}, label: {en: Goods}}
  services: {table: trade, where: {flow: services}, label: {en: Services}}
  all: {is: "FORMULA", label: {en: Trade of all kinds}}
facts:
  students: {value: STUDENTS, unit: persons, period: 2025, source: nso, label: {en: Students}}
sections: [trade]
"""
TEXT = "# Trade\n\nThere were {{ all }} and {{ students }}.\n"
ROWS = ("2025,70000,8000,2025-03-01", "2025,71000,9000,2025-09-01", "2024,60000,7000,2025-03-01")
EARLY, LATE = "2025-06-01", "2025-12-01"


class Made:
    """A project that is written, and built, again and again in one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.before = b""
        (folder / "sections" / "en").mkdir(parents=True)

    def build(
        self,
        formula: str = "goods + services",
        rows: tuple[str, ...] = ROWS,
        released: str = EARLY,
        students: str = "2760",
        manifest: str = MANIFEST,
        text: str = TEXT,
    ) -> Record:
        for name, value in (("RELEASED", released), ("FORMULA", formula), ("STUDENTS", students)):
            manifest = manifest.replace(name, value)
        (self.folder / "briefing.yaml").write_text(manifest, "utf-8")
        (self.folder / "sections/en/trade.md").write_text(text, "utf-8")
        lines = ["year,flow,value,known"]
        for year, goods, services, known in (row.split(",") for row in rows):
            lines += f"{year},goods,{goods},{known}", f"{year},services,{services},{known}"
        (self.folder / "trade.csv").write_text("\n".join((*lines, "")), "utf-8")
        outcome = build(str(self.folder), str(self.folder / "out"), Choices())
        assert outcome.built, [f.message for f in outcome.findings]
        self.before = outcome.record or b""
        return decode(self.before)


@pytest.fixture
def project(tmp_path: Path) -> Made:
    return Made(tmp_path / "p")


def changed(old: Record, new: Record) -> Mapping[str, Revision]:
    found = revisions(old, new)
    return {r.new.name: r for r in (*found.flips, *found.revised) if r.new.period == "2025"}


def test_a_later_vintage_of_one_file_is_revised(project: Made) -> None:
    old, new = project.build(), project.build(released=LATE)
    assert old.files["trade.csv"] == new.files["trade.csv"]
    (revision,) = changed(old, new).values()
    assert (revision.old.value, revision.new.value) == ("78000", "80000")
    assert (revision.old.as_of, revision.new.as_of) == (date(2025, 3, 1), date(2025, 9, 1))
    assert not revision.corrected


def test_a_later_vintage_is_revised_however_its_formula_is_written_now(project: Made) -> None:
    old = project.build()
    new = project.build("(services + goods)", released=LATE)
    assert [r.corrected for r in changed(old, new).values()] == [False]


def test_another_spelling_of_a_formula_changes_nothing(project: Made) -> None:
    old = project.build()
    for formula in ("(goods + services)", "services + goods", "turnover(goods, services)"):
        assert changed(old, project.build(formula)) == {}


def test_another_formula_of_the_same_values_is_corrected(project: Made) -> None:
    old = project.build("goods - services")
    (revision,) = changed(old, project.build()).values()
    assert revision.corrected


def test_what_became_of_other_rows_of_the_file_says_nothing(project: Made) -> None:
    """The file is another and its rows stand elsewhere, the values that the figure rests on don't
    differ."""
    old = project.build("goods - services")
    rows = ("2023,50000,6000,2025-03-01", *reversed(ROWS[1:]), ROWS[0])
    new = project.build(rows=rows)
    assert old.files["trade.csv"] != new.files["trade.csv"]
    (revision,) = changed(old, new).values()
    assert revision.old.cells != revision.new.cells
    assert revision.old.data == revision.new.data != ""
    assert revision.corrected


def test_revised_values_are_revised_whatever_the_formula(project: Made) -> None:
    old = project.build()
    rows = ("2025,70001,8000,2025-03-01", *ROWS[1:])
    for formula in ("goods + services", "services + goods"):
        (revision,) = changed(old, project.build(formula, rows)).values()
        assert not revision.corrected


def test_what_the_author_typed_is_corrected_unless_it_is_of_another_day(project: Made) -> None:
    old = project.build()
    (revision,) = changed(old, project.build(students="2761")).values()
    assert (revision.new.name, revision.corrected) == ("students", True)
    known = project.build(students="2760, as_of: 2025-02-01")
    later = project.build(students="2761, as_of: 2025-05-01")
    (revision,) = changed(known, later).values()
    assert (revision.new.as_of, revision.corrected) == (date(2025, 5, 1), False)


def test_an_exhibit_of_changes_tells_vintage_and_correction_apart(project: Made) -> None:
    more = "exhibits:\n  news: {kind: changes, show: [all], against: previous.json}\nsections:"
    manifest = MANIFEST.replace("sections:", more)
    text = f"{TEXT}\n![What changed](exhibit:news)\n"
    for formula, released, head in (
        ("goods + services", LATE, "Revised"),
        ("(services) + (goods)", LATE, "Revised"),
        ("goods - services", EARLY, "Corrected"),
    ):
        project.build()
        (project.folder / "previous.json").write_bytes(project.before)
        project.build(formula, released=released, manifest=manifest, text=text)
        (document,) = examine(Workspace(str(project.folder)), Choices()).documents
        (placed,) = document.exhibits
        content = placed.exhibit.content
        assert isinstance(content, Changes)
        told = {c.head: " ".join(map(plain, c.lines)) for c in content.columns}
        assert "Trade of all kinds 2025" in told.pop(head), told
        assert "Trade of all kinds 2025" not in " ".join(told.values())


def test_trace_says_since_when_the_data_are_known(project: Made) -> None:
    project.build(released=LATE)
    pdf = next((project.folder / "out").rglob("*.pdf"))
    told = CliRunner().invoke(cli, ["trace", str(pdf), "all 2025"], standalone_mode=False).stdout
    assert "  known    since 2025-09-01\n" in told


def test_a_record_without_vintages_is_compared_by_its_files(project: Made) -> None:
    """As records were before: alike files say corrected, others revised."""
    old = project.build("goods - services")
    for entry in old.facts:
        assert entry.data
    bare = project.before.replace(b',"as_of":"2025-03-01"', b"")
    for entry in old.facts:
        bare = bare.replace(f',"data":"{entry.data}"'.encode(), b"")
    assert {(e.as_of, e.data) for e in decode(bare).facts} == {(None, "")}
    (revision,) = changed(decode(bare), project.build()).values()
    assert revision.corrected
    (revision,) = changed(decode(bare), project.build(rows=(*ROWS, "2020,1,1,2025-01-01"))).values()
    assert not revision.corrected


STYLED = MANIFEST.replace("sections:", "style: house\nsections:")


def styled(project: Made, size: str) -> None:
    (project.folder / "styles").mkdir(exist_ok=True)
    look = f"style: house\nextends: ministry\ntext:\n  body: {{size: {size}}}\n"
    (project.folder / "styles" / "house.yaml").write_text(look, "utf-8")


def test_record_statement_and_if_changed_know_the_style_and_the_fonts(
    project: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    def again() -> bool:
        """Whether a build that isn't needed is made all the same."""
        folder = str(project.folder)
        return bool(build(folder, f"{folder}/out", Choices(), if_changed=True).built)

    def stated() -> str:
        """The digest that the statement on quality gives, whole."""
        (document,) = examine(Workspace(str(project.folder)), Choices()).documents
        assert document.quality is not None
        return "".join(dict(document.quality.edition).values()).replace(" ", "")

    styled(project, "10")
    first = project.build(manifest=STYLED)
    assert {"styles/house.yaml", "styles/ministry.yaml"} <= first.files.keys()
    assert [path for path in first.files if path.startswith("fonts/")]
    assert first.digest in stated()
    assert not again()

    styled(project, "10.5")
    assert again()
    second = project.build(manifest=STYLED)
    changed_files = {p for p in first.files if first.files[p] != second.files[p]}
    assert changed_files == {"styles/house.yaml"}
    assert second.digest != first.digest
    assert second.digest in stated()
    assert not again()

    # A font of the same name from another release of its package.
    known = inputs.font
    monkeypatch.setattr(inputs, "font", lambda *asked: known(*asked)[::-1])
    assert again()
    third = project.build(manifest=STYLED)
    changed_files = {p for p in second.files if second.files[p] != third.files[p]}
    assert changed_files
    assert all(path.startswith("fonts/") for path in changed_files)
    assert third.digest in stated()
