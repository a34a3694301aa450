"""What a project is shown as, from one saving to the next."""

import shutil
from pathlib import Path

import pytest

from briefing.model.spec import Choices
from briefing.preview.raster import Raster
from briefing.preview.session import Session
from briefing.preview.snapshot import Paper, Snapshot
from tests.preview.conftest import CASE


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


def test_an_error_holds_back_and_shows_the_lines_around_it(folder: Path) -> None:
    session = Session(str(folder), Choices(), strict=False)
    good = refreshed(session)
    edit(folder / "sections/en/trade.md", "{{ exports }}", "{{ exprots }}")
    held = refreshed(session)
    assert held.held_back
    assert held.papers == good.papers
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


def test_strict_holds_back_for_a_warning(folder: Path) -> None:
    edit(folder / "briefing.yaml", "exhibits:", "  idle: imports - exports\nexhibits:")
    lax = refreshed(Session(str(folder), Choices(), strict=False))
    strict = refreshed(Session(str(folder), Choices(), strict=True))
    assert (lax.held_back, len(lax.papers)) == (False, 1)
    assert (strict.held_back, len(strict.papers)) == (True, 0)


def test_a_sketch_shows_the_pages_that_are_looked_at_before_the_rest(folder: Path) -> None:
    session = Session(str(folder), Choices(), strict=False)
    refreshed(session)
    edit(folder / "sections/en/trade.md", "hardly a market", "seldom a customer")
    shown: list[Snapshot] = []
    session.refresh(shown.append, "en", frozenset({2}))
    sketch, whole = shown[0].papers["en"], shown[-1].papers["en"]
    assert (sketch.pages.drawn, whole.pages.drawn) == ({2}, None)
    assert sketch.pages.count == whole.pages.count == 3
    raster = Raster()
    for paper in (sketch, whole):
        assert len(raster.sizes(paper.digest, paper.pages.data)) == 3

    def pictured(paper: Paper, page: int) -> bytes:
        return raster.picture(paper.digest, paper.pages.data, page, 900)

    assert pictured(sketch, 2) == pictured(whole, 2)
    assert pictured(sketch, 1) != pictured(whole, 1)
    second = [one for one in whole.pages.printed if one.page == 2]
    assert [(p.text, p.areas) for p in sketch.pages.printed] == [(p.text, p.areas) for p in second]


def test_a_sketch_of_what_cannot_be_set_is_never_shown(folder: Path) -> None:
    session = Session(str(folder), Choices(), strict=False)
    good = refreshed(session)
    edit(folder / "sections/en/trade.md", "hardly a market", "سوق")
    shown: list[Snapshot] = []
    session.refresh(shown.append, "en", frozenset({1}))
    assert [snapshot.papers for snapshot in shown] == [good.papers]
    assert shown[0].held_back
