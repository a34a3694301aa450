"""B120, over whole projects: names that nothing uses, in no edition."""

import shutil
from itertools import pairwise
from pathlib import Path

import briefing

CASE = Path(__file__).parents[2] / "projects" / "two-sections" / "project"


def unused(tmp_path: Path, old: str, new: str, section: str = "") -> list[str]:
    project = Path(shutil.copytree(CASE, tmp_path / "p"))
    manifest = project / "briefing.yaml"
    text = manifest.read_text(encoding="utf-8")
    assert old in text
    manifest.write_text(text.replace(old, new), encoding="utf-8")
    with (project / "sections/en/flows.md").open("a", encoding="utf-8") as file:
        file.write(section)
    outcome = briefing.check(str(project))
    assert not outcome.failed
    return [f"{f.code} {f.message}" for f in outcome.findings]


def test_what_nothing_uses(tmp_path: Path) -> None:
    found = unused(
        tmp_path,
        "exhibits:\n",
        "  gap: imports - exports\n  idle: gap * 2\n"
        "facts:\n  seats: {value: 76, unit: persons, source: nso}\n"
        "exhibits:\n  more: {kind: grid, show: [gap]}\n",
    )
    assert found == [
        "B120 series “idle” is not used",
        "B120 fact “seats” is not used",
        "B120 exhibit “more” is not used",
    ]


def test_what_only_an_unused_name_needs_is_told_with_it(tmp_path: Path) -> None:
    chain = "  gap: imports - exports\n  twice: gap * 2\n  thrice: twice + gap\nexhibits:\n"
    project = Path(shutil.copytree(CASE, tmp_path / "p"))
    manifest = project / "briefing.yaml"
    text = manifest.read_text(encoding="utf-8")
    manifest.write_text(text.replace("exhibits:\n", chain), encoding="utf-8")
    (finding,) = briefing.check(str(project)).findings
    assert finding.message == "series “thrice” is not used"
    assert finding.hint.endswith("and with it what nothing else needs: gap, twice")
    # Its advice breaks nothing.
    manifest.write_text(text, encoding="utf-8")
    assert briefing.check(str(project)).findings == ()


def test_of_many_names_five_are_told(tmp_path: Path) -> None:
    project = Path(shutil.copytree(CASE, tmp_path / "p"))
    manifest = project / "briefing.yaml"
    text = manifest.read_text(encoding="utf-8")
    for links, told in ((5, "a1, a2, a3, a4, a5"), (6, "a1, a2, a3, a4, a5 and others")):
        names = [f"a{number}" for number in range(1, links + 2)]
        chain = "".join(f"  {b}: {a} * 2\n" for a, b in pairwise(names))
        chain = f"  a1: imports - exports\n{chain}exhibits:\n"
        manifest.write_text(text.replace("exhibits:\n", chain), encoding="utf-8")
        (finding,) = briefing.check(str(project)).findings
        assert finding.hint.endswith(f"and with it what nothing else needs: {told}")


def test_a_table_that_nothing_uses_is_told(tmp_path: Path) -> None:
    project = Path(shutil.copytree(CASE, tmp_path / "p"))
    manifest = project / "briefing.yaml"
    text = manifest.read_text(encoding="utf-8")
    keys = "period: year, value: v, unit: km, kind: stock, source: nso"
    table = f"tables:\n  idle: {{file: idle.csv, {keys}}}\n"
    manifest.write_text(text.replace("tables:\n", table, 1), encoding="utf-8")
    (project / "idle.csv").write_text("year,v\n2014,1\n", encoding="utf-8")
    found = [f.message for f in briefing.check(str(project)).findings]
    assert "table “idle” is not used" in found


def test_what_one_partner_s_text_uses_is_used_in_every_edition_of_a_template(
    tmp_path: Path,
) -> None:
    """A clause, a block and a section that wait for what this partner lacks."""
    later = "  later: {value: 2019-09-03, unit: date, source: nso, when: {partner: DEU}}\n"
    section = "\nTrade[, signed on {{ later }}]{if=later}.\n"
    assert unused(tmp_path, "exhibits:\n", f"facts:\n{later}exhibits:\n", section) == []


def test_use_by_another_name_counts(tmp_path: Path) -> None:
    chain = "  gap: imports - exports\n  twice: gap * 2\nexhibits:\n"
    assert unused(tmp_path, "exhibits:\n", chain, "\n{{ twice }}\n") == []


def test_use_in_another_edition_counts(tmp_path: Path) -> None:
    """A block that this edition drops speaks of the name all the same."""
    later = "  later: {value: 2019-09-03, unit: date, source: nso}\nexhibits:\n"
    section = "\n::: if later\nSigned on {{ later }}.\n:::\n"
    assert unused(tmp_path, "exhibits:\n", f"facts:\n{later}", section) == []
