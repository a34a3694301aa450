"""Mail, summary, diff, trace, preview and page print one figure one way."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from briefing import project as projects
from briefing.cli.app import cli
from briefing.editions import new_edition
from briefing.mail.letter import letter
from briefing.model.record import Record, decode
from briefing.model.spec import Choices
from briefing.preview.session import Session
from briefing.preview.snapshot import Snapshot
from briefing.preview.trace import figures
from briefing.run.build import build
from briefing.workspace import Workspace

MANIFEST = """\
briefing: 1
title: {en: Figures of many kinds}
parameters: {reporter: MNG, partner: RUS}
period: 2025
released: 2026-11-24
languages: [en]
sources:
  nso: {title: Foreign trade, publisher: National Statistics Office, retrieved: 2026-11-01}
  mfa: {title: Register of visits, publisher: Ministry of Foreign Affairs, retrieved: 2026-11-01}
tables:
  trade: {file: trade.csv, source: nso, period: year, value: value, unit: USD thousand, kind: flow}
series:
  exports_to: {table: trade, where: {flow: export}, by: partner}
  exports: {is: "exports_to[$partner]", label: {en: Exports to Russia}}
  growth_rate: {is: growth(exports), label: {en: Growth of exports}}
  small: {is: "exports_to[FRA]", label: {en: Exports to France}}
  part: {is: "share(small, exports)", label: {en: Part of France}}
  place: {is: "rank(exports_to, DEU)", label: {en: Rank of Germany}}
facts:
  seats: {value: "<1", unit: percent, period: 2025, source: mfa, label: {en: Seats}}
  students: {value: 2760, unit: persons, period: 2025, source: mfa, checked: 2025-05-01,
    valid: 2025-05-01, label: {en: Students}}
  visits: {value: 10, unit: {one: visit, other: visits}, period: 2025, source: mfa,
    label: {en: Visits}}
  rate: {value: 3577.95, unit: MNT per USD, period: 2025, source: nso, label: {en: Rate}}
sections: [trade]
"""
TEXT = """\
# Trade

::: lead
Of seats it holds {{ seats }}.
:::

::: keypoints
- Exports are {{ exports }}, to France {{ small }}, or {{ part }} of them.
:::

Students were {{ students }}. There were {{ visits }}. A dollar cost {{ rate }}.

Germany is the {{ place | rank: of }}. Exports moved by {{ growth_rate }}.
"""
ROWS = {
    ("RUS", 2024): "60000.5",
    ("RUS", 2025): "61607.3",
    ("FRA", 2024): "9",
    ("FRA", 2025): "12",
    ("DEU", 2024): "700",
    ("DEU", 2025): "700",
    ("JPN", 2024): "700",
    ("JPN", 2025): "700",
}
# Of each figure what the page prints, in a sentence.
PRINTED = {
    "seats": "less than 1%",
    "exports": "US$62 million",
    "small": "less than US$1 million",
    "part": "less than 0.1%",
    "students": "2,760 (as of 1 May 2025)",
    "visits": "10",
    "rate": "MNT 3,577.95",
    "place": "joint 2nd of 4 listed",
}


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("old"), ROWS, MANIFEST)


@pytest.fixture(scope="module")
def new(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with values that differ by little: in print hardly or not at all."""
    rows = ROWS | {("RUS", 2025): "61907.3", ("FRA", 2025): "13", ("DEU", 2025): "701"}
    manifest = (
        MANIFEST.replace('"<1"', '"<2"').replace("2760", "2761").replace("10, unit", "11, unit")
    )
    return made(tmp_path_factory.mktemp("new"), rows, manifest.replace("3577.95", "3577.96"))


def made(folder: Path, rows: dict[tuple[str, int], str], manifest: str) -> Path:
    lines = [f"{code},{year},export,{value}" for (code, year), value in rows.items()]
    (folder / "trade.csv").write_text("\n".join(["partner,year,flow,value", *lines, ""]), "utf-8")
    (folder / "briefing.yaml").write_text(manifest, "utf-8")
    (folder / "sections/en").mkdir(parents=True)
    (folder / "sections/en/trade.md").write_text(TEXT, "utf-8")
    return folder


def record(folder: Path) -> Record:
    outcome = build(str(folder), str(folder / "out"), Choices())
    assert outcome.built, [f.message for f in outcome.findings]
    return decode(outcome.record or b"")


def plain(text: str) -> str:
    return " ".join(text.split())


def told(*arguments: str | Path) -> str:
    result = CliRunner().invoke(cli, [*map(str, arguments)], standalone_mode=False)
    if result.exception:
        raise result.exception
    return plain(result.stdout)


def sent(folder: Path, now: Record, last: Record | None) -> str:
    spec, _ = projects.read(Workspace(str(folder)), Choices())
    assert spec is not None
    made = letter(spec, "en", "Figures", ["a.pdf"], now, last)
    return plain(made.text)


def by_name(now: Record, name: str) -> str:
    """What the page prints of a figure's latest value."""
    latest = [e for e in now.facts if e.name == name][-1]
    return plain(latest.printed["en"][0].text)


def test_the_page_prints_each_kind_so(old: Path) -> None:
    now = record(old)
    for name, text in PRINTED.items():
        assert text in by_name(now, name) or by_name(now, name) in text, name


def test_mail_and_summary_give_the_pages_own_text(old: Path) -> None:
    now = record(old)
    mail, summary = sent(old, now, None), plain(new_edition("p", [], encoded(old), None))
    for name, text in PRINTED.items():
        label = now.label(next(e for e in now.facts if e.name == name))
        if name != "place":
            assert f"{label}, 2025: {text}" in mail, name
        assert f"| {label} | 2025 | {text}" in summary.replace("&lt;", "<"), name


def encoded(folder: Path) -> bytes:
    return (folder / "out" / folder.name / "2025" / "record.json").read_bytes()


def test_diff_tells_values_apart_and_writes_them_as_pages_do(old: Path, new: Path) -> None:
    record(old), record(new)
    lines = told("diff", old / "out" / old.name / "2025/record.json", new)
    for line in (
        "Exports to Russia 2025: US$61.6 million → US$61.9 million",
        "Seats 2025: less than 1% → less than 2%",
        "Students 2025: 2,760 (as of 1 May 2025) → 2,761 (as of 1 May 2025)",
        "Visits 2025: 10 → 11",
        "Rate 2025: MNT 3,577.95 per US dollar → MNT 3,577.96 per US dollar",
        "Rank of Germany 2025: joint 2nd of 4 listed → 2nd of 4 listed",
    ):
        assert line.partition(" per ")[0] in lines, (line, lines)
    assert "Exports to France 2025: US$12,000 → US$13,000" in lines
    mail = sent(new, record(new), record(old))
    assert "Exports to Russia, 2025: US$61.9 million, before US$61.6 million" in mail
    assert "Seats, 2025: less than 2%, before less than 1%" in mail


def test_trace_and_preview_give_the_registers_text(old: Path) -> None:
    now = record(old)
    pdf = next((old / "out").rglob("*.pdf"))
    shown: list[Snapshot] = []
    Session(str(old), Choices(), strict=False).refresh(shown.append)
    paper = shown[-1].papers["en"]
    pages = range(1, paper.pages.count + 1)
    looked = [f for page in pages for figure in figures(paper, page) for f in figure["facts"]]
    for name in PRINTED:
        text = told("trace", pdf, name)
        latest = [e for e in now.facts if e.name == name][-1]
        value = next(plain(f["value"]) for f in looked if f["name"] == name)
        assert f"value {value}" in text, name
        assert f"“{by_name(now, name)}”" in text
        assert not re.search(r"\d{12}", text), text
        assert latest.stale is None or "as of 2025-05-01" in text
    assert "Ministry of Foreign Affairs, Register of visits (mfa)" in told("trace", pdf, "visits")


def test_nowhere_stands_a_decimal_of_34_digits(old: Path, new: Path) -> None:
    before, now = record(old), record(new)
    data = old / "out" / old.name / "2025/record.json"
    for text in (
        sent(new, now, before),
        plain(new_edition("p", [], encoded(new), encoded(old))),
        told("diff", data, new),
        told("diff", data, new, "--format", "markdown"),
        told("trace", data, "growth_rate"),
    ):
        assert not re.search(r"\d\.\d{12}", text), text


def test_the_subject_says_correction_where_a_figure_was_wrong(old: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    wrong = "share(small, sum(exports_to))"
    made(other, ROWS, MANIFEST.replace("share(small, exports)", wrong))
    other_record, spec = record(other), projects.read(Workspace(str(old)), Choices())[0]
    assert spec is not None
    subject = letter(spec, "en", "Figures", ["a.pdf"], record(old), other_record).subject
    assert subject == "Correction: Figures: Edition 2025"
    assert letter(spec, "en", "Figures", ["a.pdf"], record(old), record(old)).subject == (
        "Figures: Edition 2025"
    )
    content = json.loads(told("diff", other / "out/other/2025/record.json", old, "--json"))
    assert [r["name"] for r in content["corrected"]] == ["part"]
