"""In each language mail, diff, trace, preview and page print one figure one way: bounds, stale
facts, counts with nouns, rates, floors, joint ranks."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from briefing import project as projects
from briefing.cli.app import cli
from briefing.language import GRAMMARS
from briefing.mail.letter import letter
from briefing.model import Choices
from briefing.model.record import Record, decode
from briefing.preview.session import Session
from briefing.preview.snapshot import Snapshot
from briefing.preview.trace import figures
from briefing.run.build import build
from briefing.workspace import Workspace

LANGUAGES = tuple(sorted(GRAMMARS))
# Value, unit and further keys of each fact that is stated.
STATED = {
    "seats": ('"<1"', "percent", ""),
    "least": ('">100"', "USD million", ""),
    "students": ("2760", "persons", "checked: 2025-05-01, valid: 2025-05-01, "),
    "rate": ("3577.95", "MNT per USD", ""),
    "distance": ("1205", "km", ""),
}
SERIES = {
    "exports": "exports_to[RUS]",
    "small": "exports_to[FRA]",
    "part": "share(small, exports)",
    "place": "rank(exports_to, DEU)",
    "deficit": "small - exports",
}
ROWS = {("RUS", 2025): "61607.3", ("FRA", 2025): "12", ("DEU", 2025): "700", ("JPN", 2025): "700"}
LATER = ROWS | {("RUS", 2025): "61907.3", ("FRA", 2025): "13", ("DEU", 2025): "701"}


def every(text: str) -> str:
    return "{" + ", ".join(f"{code}: {text}" for code in LANGUAGES) + "}"


def manifest(later: bool) -> str:
    stated = {k: (v.replace("0", "1", 1) if later else v, u, m) for k, (v, u, m) in STATED.items()}
    facts = "".join(
        f"  {name}: {{value: {value}, unit: {unit}, period: 2025, source: nso, {more}"
        f"label: {every(name.upper())}}}\n"
        for name, (value, unit, more) in stated.items()
    )
    nouns = "{one: visit, other: visits}"
    series = "".join(
        f'  {name}: {{is: "{made}", label: {every(name.upper())}}}\n'
        for name, made in SERIES.items()
    )
    return (
        f"briefing: 1\ntitle: {every('Figures')}\nparameters: {{reporter: MNG, partner: RUS}}\n"
        f"period: 2025\nreleased: 2026-11-24\nlanguages: [{', '.join(LANGUAGES)}]\n"
        f"sources:\n  nso: {{title: {every('Trade')}, publisher: {every('Office')}, "
        "retrieved: 2026-11-01}\n"
        "tables:\n  trade: {file: trade.csv, source: nso, period: year, value: value, "
        "unit: USD thousand, kind: flow}\n"
        f"series:\n  exports_to: {{table: trade, where: {{flow: export}}, by: partner, "
        f"label: {every('EXPORTS TO')}}}\n{series}"
        f"facts:\n{facts}  visits: {{value: {11 if later else 10}, unit: {nouns}, period: 2025, "
        f"source: nso, label: {every('VISITS')}}}\nsections: [trade]\n"
    )


NAMES = (*SERIES, *STATED, "visits")
TEXT = "# T\n\n" + "\n\n".join(
    f"{{{{ {name}{' | rank: of' if name == 'place' else ''} }}}}." for name in NAMES
)


def made(folder: Path, later: bool) -> Path:
    rows = LATER if later else ROWS
    lines = [f"{code},{year},export,{value}" for (code, year), value in rows.items()]
    (folder / "trade.csv").write_text("\n".join(["partner,year,flow,value", *lines, ""]), "utf-8")
    (folder / "briefing.yaml").write_text(manifest(later), "utf-8")
    for code in LANGUAGES:
        (folder / "sections" / code).mkdir(parents=True)
        (folder / "sections" / code / "trade.md").write_text(TEXT, "utf-8")
    outcome = build(str(folder), str(folder / "out"), Choices())
    assert outcome.built, [f.message for f in outcome.findings]
    return folder


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("old"), later=False)


@pytest.fixture(scope="module")
def new(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("new"), later=True)


def record(folder: Path) -> Record:
    return decode((folder / "out" / folder.name / "2025" / "record.json").read_bytes())


def plain(text: str) -> str:
    return " ".join(text.split())


def paged(now: Record, name: str, code: str) -> str:
    """What the pages of a language print of a figure."""
    (entry,) = [e for e in now.facts if e.name == name]
    return plain(entry.printed[code][0].text)


def alike(one: str, other: str) -> bool:
    """Whether they are one text, but for the capital with which a sentence begins."""
    return one.casefold() == other.casefold()


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_mail_gives_the_pages_own_text(old: Path, code: str) -> None:
    now = record(old)
    spec, _ = projects.read(Workspace(str(old)), Choices())
    assert spec is not None
    mail = plain(letter(spec, code, "Figures", ["a.pdf"], now, None).text)
    told = 0
    for name in NAMES:
        label = re.search(rf"{name.upper()}[^:]*\s*: ", mail)
        if label is None:
            # The letter tells the first figures of the edition only.
            continue
        told += 1
        text = paged(now, name, code)
        assert alike(mail[label.end() :][: len(text)], text), (name, mail)
    assert told >= 6


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_mail_of_revisions_gives_both_pages_texts_where_they_differ(
    old: Path, new: Path, code: str
) -> None:
    before, now = record(old), record(new)
    spec, _ = projects.read(Workspace(str(new)), Choices())
    assert spec is not None
    mail = plain(letter(spec, code, "Figures", ["a.pdf"], now, before).text)
    assert not re.search(r"\d[.,]\d{12}", mail)
    told = 0
    for name in ("least", "students", "rate", "visits", "place"):
        texts = paged(now, name, code), paged(before, name, code)
        if name.upper() in mail and not alike(*texts):
            told += 1
            assert all(text.casefold() in mail.casefold() for text in texts), (name, texts, mail)
    assert told >= 3


@pytest.mark.parametrize("code", LANGUAGES)
def test_trace_of_a_file_and_the_preview_give_one_value(old: Path, code: str) -> None:
    now = record(old)
    pdf = next((old / "out").rglob(f"*.{code}.pdf"))
    shown: list[Snapshot] = []
    Session(str(old), Choices(), strict=False).refresh(shown.append)
    paper = shown[-1].papers[code]
    looked = [
        fact
        for page in range(1, paper.pages.count + 1)
        for figure in figures(paper, page)
        for fact in figure["facts"]
    ]
    for name in NAMES:
        result = CliRunner().invoke(cli, ["trace", str(pdf), name], standalone_mode=False)
        text = plain(result.stdout)
        assert f"“{paged(now, name, code)}”" in text, text
        value = next(plain(f["value"]) for f in looked if f["name"] == name)
        assert f"value {value}" in text, (name, value, text)


def test_a_diff_writes_each_figure_as_its_pages_do(old: Path, new: Path) -> None:
    before, now = record(old), record(new)
    data = old / "out" / old.name / "2025" / "record.json"
    result = CliRunner().invoke(cli, ["diff", str(data), str(new)], standalone_mode=False)
    lines = plain(result.stdout)
    told = 0
    for name in ("least", "students", "visits", "place", "rate"):
        texts = [paged(each, name, LANGUAGES[0]) for each in (before, now)]
        if texts[0] != texts[1]:
            told += 1
            assert " → ".join(texts).casefold() in lines.casefold(), (name, texts, lines)
    assert told >= 3
