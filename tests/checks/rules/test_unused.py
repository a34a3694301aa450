"""B120, over whole projects: names that nothing uses, in no edition."""

import shutil
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
        "B120 series “gap” is not used",
        "B120 series “idle” is not used",
        "B120 fact “seats” is not used",
        "B120 exhibit “more” is not used",
    ]


def test_use_by_another_name_counts(tmp_path: Path) -> None:
    chain = "  gap: imports - exports\n  twice: gap * 2\nexhibits:\n"
    assert unused(tmp_path, "exhibits:\n", chain, "\n{{ twice }}\n") == []


def test_use_in_another_edition_counts(tmp_path: Path) -> None:
    """A block that this edition drops speaks of the name all the same."""
    later = "  later: {value: 2019-09-03, unit: date, source: nso}\nexhibits:\n"
    section = "\n::: if later\nSigned on {{ later }}.\n:::\n"
    assert unused(tmp_path, "exhibits:\n", f"facts:\n{later}", section) == []
