"""What the cases of `../shared/cases` print, exchange and say today, sentence by sentence of their
EXPECT.md; the folder beside the checkout may be absent."""

import csv
import shutil
from io import StringIO
from pathlib import Path

import pytest

import briefing
from briefing.editions import compare, markdown, read
from briefing.model.spec import Choices
from briefing.pdf.reading.attached import attachments
from briefing.run.build import build
from tests.pdf.structure import structure_text

CASES = Path(__file__).parents[3] / "shared" / "cases"
Edits = tuple[tuple[str, str, str], ...]
MANIFEST = "briefing.yaml"


def copied(case: str, folder: Path, edits: Edits = ()) -> Path:
    """A case in a folder of its own, with pieces of its files replaced."""
    found = next(CASES.glob(f"{case}-*"), None) if CASES.is_dir() else None
    if found is None:
        pytest.skip("../shared/cases is not beside this checkout")
    copy = folder / found.name
    shutil.copytree(found, copy)
    for file, old, new in edits:
        path = copy / file
        text = path.read_text(encoding="utf-8")
        assert old in text, (file, old)
        path.write_text(text.replace(old, new), encoding="utf-8")
    return copy


def pdf(project: Path, folder: Path) -> bytes:
    outcome = briefing.build(str(project), str(folder))
    assert outcome.built, [f.message for f in outcome.findings]
    return Path(outcome.built[0].path).read_bytes()


def printed(case: str, folder: Path, edits: Edits = ()) -> str:
    text = structure_text(pdf(copied(case, folder, edits), folder / "out"))
    return text.replace("\N{NO-BREAK SPACE}", " ").replace("\t", " ")


def found(project: Path) -> list[tuple[str, str]]:
    return [(f.code, f.message) for f in briefing.check(str(project)).findings]


def table(data: bytes, name: str) -> list[dict[str, str]]:
    files = dict(attachments(data))
    return list(csv.DictReader(StringIO(files[name].decode("utf-8-sig"))))


def test_growth_from_below_zero_is_not_applicable_in_a_grid(tmp_path: Path) -> None:
    text = printed("01", tmp_path)
    assert "Growth of the balance, %" in text
    assert "2021 −26 [z] −60 [z]" in text
    assert "[z] not applicable" in text


def test_statuses_stand_in_the_enclosed_data(tmp_path: Path) -> None:
    data = pdf(copied("04", tmp_path), tmp_path / "out")
    statuses = {row["period"]: row["status"] for row in table(data, "l.csv")}
    assert {p: statuses[p] for p in ("2010", "2012", "2013", "2016")} == {
        "2010": "eb",
        "2012": "pb",
        "2013": "",
        "2016": "peb",
    }


def test_where_groups_are_ranked_nobody_says_that_they_are_left_out(tmp_path: Path) -> None:
    text = printed("06", tmp_path)
    assert "totals and regions are left out" not in text
    assert "Ranks are among all that the source lists, groups among them." in text


def test_a_share_of_the_declared_total(tmp_path: Path) -> None:
    of_total = ((MANIFEST, "share(m, sum(by))", "share(m, by[TOTAL])"),)
    assert "made up 27.3% of all products" in printed("07", tmp_path, of_total)


def test_four_quarters_make_the_year(tmp_path: Path) -> None:
    edits = (
        (MANIFEST, "kind: flow}", "kind: flow, frequency: quarter}"),
        (MANIFEST, "period: 2025-12", "period: 2025-Q4"),
        ("sections/en/a.md", "Canadians invested", "In 2025 {{ y 2025 | exact }}; they invested"),
    )
    text = printed("10", tmp_path, edits)
    assert "In 2025 CA$27,603 million; they invested CA$12.2 billion in Q4 2025." in text


def test_a_change_across_a_break_says_so(tmp_path: Path) -> None:
    text = printed("15", tmp_path)
    assert "a decrease of 20.6% or US$130 million (2012: break in series)." in text


def test_a_count_that_is_zero_keeps_its_noun_where_the_sentence_lacks_it(tmp_path: Path) -> None:
    assert "Arrivals in Denmark came to 0 in 2018" in printed("16", tmp_path)
    edits = (("sections/en/a.md", "Arrivals in Denmark", "What came"),)
    assert "What came came to 0 arrivals in 2018" in printed("16", tmp_path / "b", edits)


def test_warnings_on_the_data_are_told_in_print(tmp_path: Path) -> None:
    assert "3 warnings of doubtful data were left standing." in printed("18", tmp_path)
    assert "1 warning of doubtful data was left standing." in printed("19", tmp_path)


def test_a_confidential_subject_is_not_said_to_be_unlisted(tmp_path: Path) -> None:
    text = printed("21", tmp_path)
    assert "1 is listed. France: confidential." in text
    assert "France is not listed" not in text


def test_growth_by_a_thousand_times_has_no_percentage_in_a_grid(tmp_path: Path) -> None:
    text = printed("22", tmp_path)
    assert "UK ×3,000" in text
    assert "299,900" not in text


def test_a_published_fall_is_written_by_its_size_and_a_false_one_is_caught(tmp_path: Path) -> None:
    section = "sections/en/a.md"
    right = (
        (section, "{{ x }}", "{{ x | growth: bare }}"),
        (section, "rose by {{ x 2023 }}", "rose by {{ x 2023 | growth: bare }}"),
    )
    text = printed("24", tmp_path, right)
    assert "GDP fell by 1.2% in 2024, after it rose by" in text
    wrong = (right[0], (section, "GDP fell by", "GDP rose by"))
    assert [code for code, _ in found(copied("24", tmp_path / "b", wrong))] == ["B105"]


def test_each_footer_says_where_the_table_ends(tmp_path: Path) -> None:
    edits = ((MANIFEST, "codes: none", 'codes: none, end: "Source:"'),)
    assert found(copied("25", tmp_path, edits)) == []


def test_what_is_written_otherwise_is_no_revision(tmp_path: Path) -> None:
    old = copied("32", tmp_path / "old")
    new = copied("32", tmp_path / "new")
    for file in new.glob("*.csv"):
        text = file.read_text()
        for one, other in (("28.50", "28.5"), ("1.6e1", "16"), ("1.6E1", "16.0")):
            text = text.replace(one, other)
        file.write_text(text)
    records = [read(build(str(p), str(p / "out"), Choices()).record or b"") for p in (old, new)]
    difference = compare(*records)
    assert not difference.figures.some
    assert difference.data.changed
    assert "No figure differs: nothing is revised." in markdown("old", "new", difference)


def test_texts_that_begin_as_formulas_are_inert_in_the_data_and_plain_in_print(
    tmp_path: Path,
) -> None:
    data = pdf(copied("35", tmp_path), tmp_path / "out")
    labels = [row["label"] for row in table(data, "r.csv")]
    assert labels[0] == "Japan"
    assert all(label.startswith("'") for label in labels[1:])
    assert {row["value"] for row in table(data, "r.csv")} == {"9", "7", "5"}
    assert {row["status"] for row in table(data, "r.csv")} == {""}
    assert table(data, "h.csv")[0]["title"].startswith("'=WEBSERVICE")
    text = structure_text(data)
    assert "@SUM(1+1)*cmd|" in text
    assert "'@SUM" not in text


def test_half_a_jpeg_is_told_at_its_place(tmp_path: Path) -> None:
    from PIL import Image

    case = copied("37", tmp_path, (("sections/en/one.md", "c.png", "c.jpg"),))
    Image.effect_noise((200, 100), 60).convert("RGB").save(case / "c.jpg", quality=90)
    assert [code for code, _ in found(case) if code == "B314"] == []
    whole = (case / "c.jpg").read_bytes()
    (case / "c.jpg").write_bytes(whole[: len(whole) // 2])
    assert [code for code, _ in found(case)] == ["B314"]


def test_a_draft_is_drawn_in_spite_of_a_bad_link(tmp_path: Path) -> None:
    project = copied("36", tmp_path)
    drafted = build(str(project), str(tmp_path / "out"), Choices(draft=True))
    assert drafted.built
    text = structure_text(Path(drafted.built[0].path).read_bytes())
    assert "See the site[…]." in text
