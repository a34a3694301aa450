"""What a project is shown as, from one saving to the next."""

import shutil
from pathlib import Path

import pytest

from briefing.model.spec import Choices
from briefing.preview.raster import Raster
from briefing.preview.session import Session
from briefing.preview.snapshot import Paper, Snapshot
from tests.preview.conftest import CASE, ROOT
from tests.preview.large import enlarged


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CASE, tmp_path / "two-sections"))


def refreshed(session: Session) -> Snapshot:
    shown: list[Snapshot] = []
    session.refresh(shown.append)
    return shown[-1]


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def words(snapshot: Snapshot, language: str = "en") -> str:
    paper, raster = snapshot.papers[language], Raster()
    pages = range(1, paper.pages.count + 1)
    spans = (raster.spans(paper.digest, paper.pages.data, page) for page in pages)
    return " ".join(span.text for page in spans for span in page)


def printed(snapshot: Snapshot) -> list[str]:
    return [one.text for one in snapshot.papers["en"].pages.printed]


def test_an_unchanged_project_gives_the_same_snapshot(folder: Path) -> None:
    session = Session(str(folder), Choices(), strict=False)
    assert refreshed(session) == refreshed(session)


def test_each_kind_of_file_is_read_again(folder: Path) -> None:
    session = Session(str(folder), Choices(), strict=False)
    digests = [refreshed(session).papers["en"].digest]
    edit(folder / "sections/en/trade.md", "hardly a market", "seldom a customer")
    digests.append(refreshed(session).papers["en"].digest)
    edit(folder / "trade.csv", "RUS,2014,import,1549318.25,p", "RUS,2014,import,1949318.25,p")
    second = refreshed(session)
    assert "US$1.9\N{NO-BREAK SPACE}billion" in printed(second)
    digests.append(second.papers["en"].digest)
    edit(folder / "briefing.yaml", "marking: OFFICIAL", "marking: PUBLIC")
    digests.append(refreshed(session).papers["en"].digest)
    assert len(set(digests)) == 4


def test_it_is_what_a_build_makes(folder: Path, tmp_path: Path) -> None:
    import briefing

    session = Session(str(folder), Choices(), strict=False)
    refreshed(session)
    edit(folder / "trade.csv", "RUS,2014,import,1549318.25,p", "RUS,2014,import,1949318.25,p")
    edit(folder / "sections/en/trade.md", "hardly a market", "seldom a customer")
    warm = refreshed(session)
    cold = refreshed(Session(str(folder), Choices(), strict=False))
    assert warm == cold
    built = briefing.build(str(folder), str(tmp_path / "out")).built[0]
    assert built.pages == warm.papers["en"].pages.count


def test_an_error_makes_a_draft_and_shows_the_lines_around_it(folder: Path) -> None:
    session = Session(str(folder), Choices(), strict=False)
    good = refreshed(session)
    edit(folder / "sections/en/trade.md", "{{ exports }}", "{{ exprots }}")
    held = refreshed(session)
    assert (held.draft, held.held_back) == (True, False)
    assert held.papers["en"].digest != good.papers["en"].digest
    assert "[exprots]" in words(held)
    assert "DRAFT" in words(held)
    finding = held.findings[0]
    excerpt = dict(held.excerpts[finding.place])
    assert "exprots" in excerpt[finding.place.line]
    assert list(excerpt) == list(range(finding.place.line - 2, finding.place.line + 3))
    assert excerpt[finding.place.line - 2] == ":::"
    edit(folder / "sections/en/trade.md", "{{ exprots }}", "{{ exports }}")
    assert refreshed(session) == good


def test_a_file_that_comes_back_is_read(folder: Path) -> None:
    session = Session(str(folder), Choices(), strict=False)
    good = refreshed(session)
    (folder / "trade.csv").rename(folder / "trade.cvs")
    assert "no file trade.csv; did you mean “trade.cvs”?" in refreshed(session).findings[0].message
    (folder / "trade.cvs").rename(folder / "trade.csv")
    assert refreshed(session) == good


def test_strict_makes_a_draft_for_a_warning(folder: Path) -> None:
    edit(folder / "briefing.yaml", "exhibits:", "  idle: imports - exports\nexhibits:")
    lax = refreshed(Session(str(folder), Choices(), strict=False))
    strict = refreshed(Session(str(folder), Choices(), strict=True))
    assert (lax.draft, len(lax.papers)) == (False, 1)
    assert (strict.draft, len(strict.papers)) == (True, 1)


def test_a_sketch_shows_the_pages_that_are_looked_at_before_the_rest(folder: Path) -> None:
    session = Session(str(folder), Choices(), strict=False)
    refreshed(session)
    edit(folder / "sections/en/trade.md", "hardly a market", "seldom a customer")
    shown: list[Snapshot] = []
    session.refresh(shown.append, "en", frozenset({1}))
    sketch, whole = shown[0].papers["en"], shown[-1].papers["en"]
    assert (sketch.pages.drawn, whole.pages.drawn) == ({1}, None)
    assert sketch.pages.count == whole.pages.count == 3
    raster = Raster()
    for paper in (sketch, whole):
        assert len(raster.sizes(paper.digest, paper.pages.data)) == 3

    def pictured(paper: Paper, page: int) -> bytes:
        return raster.picture(paper.digest, paper.pages.data, page, 900)

    assert pictured(sketch, 1) == pictured(whole, 1)
    assert pictured(sketch, 2) != pictured(whole, 2)
    second = [one for one in whole.pages.printed if one.page == 1]
    assert [(p.text, p.areas) for p in sketch.pages.printed] == [(p.text, p.areas) for p in second]


def test_what_cannot_be_set_is_left_out_of_a_draft(folder: Path) -> None:
    session = Session(str(folder), Choices(), strict=False)
    refreshed(session)
    edit(folder / "sections/en/trade.md", "hardly a market", "سوق")
    shown: list[Snapshot] = []
    session.refresh(shown.append, "en", frozenset({1}))
    assert shown[-1].draft
    assert [finding.code for finding in shown[-1].findings] == ["B402"]
    assert "[sections/en/trade.md:4]" in words(shown[-1])
    edit(folder / "sections/en/trade.md", "سوق", "hardly a market")
    assert not refreshed(session).draft


FAULTS = {
    "no YAML": ("briefing.yaml", "kind: bars", "kind: [bars"),
    "an unknown kind": ("briefing.yaml", "kind: bars", "kind: brs"),
    "a source without a title": ("briefing.yaml", "title: Foreign", "titl: Foreign"),
    "an unknown style": ("briefing.yaml", "style: ministry", "style: nope"),
    "a formula of nothing": ("briefing.yaml", "exports + imports", "exports + improts"),
    "a language more": ("briefing.yaml", "[en]", "[en, mn]"),
    "a cell of letters": ("trade.csv", "1549318.25", "15493x18.25"),
    "a reference to nothing": ("sections/en/trade.md", "{{ exports }}", "{{ exprots }}"),
    "an exhibit that isn't there": ("sections/en/trade.md", "exhibit:trade", "exhibit:trde"),
    "a figure that is typed": ("sections/en/flows.md", "Imports were", "Between 7 and 9 were"),
    "a link to nowhere": ("sections/en/trade.md", "(#flows)", "(#flws)"),
    "a section without a title": ("sections/en/flows.md", "# Year by year", ""),
    "raw HTML": ("sections/en/flows.md", "# Year by year", "# Year by year\n\n<b>x</b>"),
    "two leads": ("sections/en/trade.md", "In {{ period }}", "::: lead\na\n\nb\n:::\n\nIn 20"),
    "a table too wide": (
        "sections/en/flows.md",
        "# Year by year",
        "# Year by year\n\n" + "|".join(["Waaaaaaaaaaaaaaaaay"] * 16) + "\n"
        + "|".join(["---"] * 16) + "\n" + "|".join(["Looooooooooooooong"] * 16),
    ),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_a_draft_goes_on_whatever_is_wrong(folder: Path, fault: str) -> None:
    """With the fault the pages still follow what is saved; without it they are as they were."""
    session = Session(str(folder), Choices(), strict=False)
    good = refreshed(session)
    file, old, new = FAULTS[fault]
    before = (folder / file).read_text(encoding="utf-8")
    edit(folder / file, old, new)
    drafted = refreshed(session)
    assert (drafted.draft, drafted.held_back) == (True, False)
    assert any(str(finding.severity) == "error" for finding in drafted.findings)
    assert all(finding.place.line >= 1 for finding in drafted.findings)
    edit(folder / "sections/en/trade.md", "is a supplier", "is a seller")
    later = refreshed(session)
    assert later.draft
    assert "is a seller" in words(later)
    edit(folder / "sections/en/trade.md", "is a seller", "is a supplier")
    (folder / file).write_text(before, encoding="utf-8")
    assert refreshed(session) == good


def test_a_project_that_cannot_be_read_from_the_start_has_no_pages_yet(folder: Path) -> None:
    edit(folder / "briefing.yaml", "kind: bars", "kind: [bars")
    session = Session(str(folder), Choices(), strict=False)
    first = refreshed(session)
    assert (first.papers, first.held_back, first.draft) == ({}, True, False)
    edit(folder / "briefing.yaml", "kind: [bars", "kind: bars")
    assert not refreshed(session).held_back


def test_a_missing_fact_of_one_language_is_told_once(tmp_path: Path) -> None:
    sample = tmp_path / "sample"
    shutil.copytree(ROOT / "data" / "mongolia-russia", sample)
    edit(sample / "sections/en/trade.md", "{{ imports_per_export | times }}", "{{ nothing }}")
    session = Session(str(sample), Choices(), strict=False)
    drafted = refreshed(session)
    assert drafted.draft
    assert len(drafted.papers) == 3
    errors = [f for f in drafted.findings if str(f.severity) == "error"]
    assert [(f.code, f.place.file) for f in errors] == [("B270", "sections/en/trade.md")]


def test_styles_are_looked_at_in_place(folder: Path) -> None:
    session = Session(str(folder), Choices(), strict=False)
    first = refreshed(session)
    assert first.style == "ministry"
    assert {"ministry", "plain", "large"} <= set(first.styles)
    shown: list[Snapshot] = []
    session.refresh(shown.append, "en", frozenset({1}), "plain")
    assert shown[-1].style == "plain"
    assert shown[-1].papers["en"].digest != first.papers["en"].digest
    session.refresh(shown.append, "en", frozenset({1}), "ministry")
    assert shown[-1] == first


def test_what_is_written_stands_where_the_page_has_it(folder: Path) -> None:
    """Each paragraph, heading and exhibit of the text has its place; nothing else has."""
    session = Session(str(folder), Choices(), strict=False)
    paper = refreshed(session).papers["en"]
    raster = Raster()
    for spot in paper.pages.spots:
        lines = paper.written[spot.place]
        assert spot.place.file.endswith((".md", "briefing.yaml"))
        assert lines[0][0] == spot.place.line
        source = (folder / spot.place.file).read_text(encoding="utf-8").splitlines()
        assert all(source[number - 1] == text for number, text in lines)
    lead = next(s for s in paper.pages.spots if s.place.line == 4 and "trade" in s.place.file)
    inside = [
        span.text
        for span in raster.spans(paper.digest, paper.pages.data, lead.page)
        if lead.top - 2 <= span.top <= lead.top + lead.height
    ]
    assert "supplier" in " ".join(inside)
    every = {(s.place.file, s.place.line) for s in paper.pages.spots}
    for file in ("trade", "flows"):
        path = f"sections/en/{file}.md"
        for number, text in enumerate((folder / path).read_text().splitlines(), 1):
            if text.strip() and not text.startswith(":::"):
                assert (path, number) in every, (path, number)


def test_a_sketch_of_a_long_document_has_what_is_looked_at(tmp_path: Path) -> None:
    project = enlarged(ROOT / "data" / "mongolia-russia", tmp_path / "large")
    session = Session(str(project), Choices(languages=("en",)), strict=False)
    whole = refreshed(session).papers["en"]
    assert whole.pages.count >= 35
    raster = Raster()
    for page in (1, 9, 20):
        spot = next(
            s for s in whole.pages.spots if s.page == page and s.place.file != "briefing.yaml"
        )
        text = whole.written[spot.place][0][1]
        file = project / spot.place.file
        edit(file, text, f"{text} ")
        shown: list[Snapshot] = []
        session.refresh(shown.append, "en", frozenset({page}))
        sketch, after = shown[0].papers["en"], shown[-1].papers["en"]
        assert sketch.pages.drawn == {page}
        assert sketch.pages.count == after.pages.count
        pictures = [raster.picture(p.digest, p.pages.data, page, 600) for p in (sketch, after)]
        assert pictures[0] == pictures[1]


def test_a_save_meanwhile_does_not_wait_for_the_other_languages(tmp_path: Path) -> None:
    sample = tmp_path / "sample"
    shutil.copytree(ROOT / "data" / "mongolia-russia", sample)
    session = Session(str(sample), Choices(), strict=False)
    shown: list[Snapshot] = []
    session.refresh(shown.append, "mn", is_late=lambda: True)
    assert set(shown[-1].papers) == {"mn"}
    assert not shown[-1].held_back
    session.refresh(shown.append, "mn")
    assert set(shown[-1].papers) == {"en", "mn", "ru"}
