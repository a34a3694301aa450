"""B111 of stated facts: what was valid until a day, in editions before and after it."""

from pathlib import Path

import pytest

import briefing
from briefing.model.finding import Severity

MANIFEST = """\
briefing: 1
title: {en: People}
period: 2025
released: RELEASED
languages: [en]
sources:
  mfa: {title: Relations, publisher: A ministry, url: "https://mfa.example/", retrieved: 2024-05-01}
facts:
  students: {value: 2760, unit: persons, source: mfa, CHECKED}
  stays: {value: 30, unit: days, source: mfa, valid: 2024, checked: 2023-02-01}
exhibits:
  headline: {kind: tiles, show: [students]}
sections: [people]
"""
SECTION = """\
# People

![Students](exhibit:headline)

Some {{ students }} students, who stay {{ stays }}.
"""


def _check(folder: Path, released: str, checked: str) -> list[str]:
    (folder / "sections/en").mkdir(parents=True)
    text = MANIFEST.replace("RELEASED", released).replace("CHECKED", checked)
    (folder / "briefing.yaml").write_text(text, encoding="utf-8")
    (folder / "sections/en/people.md").write_text(SECTION, encoding="utf-8")
    outcome = briefing.check(str(folder))
    assert all(f.severity is Severity.WARNING for f in outcome.findings)
    return [f"{f.place}: {f.code} {f.message}" for f in outcome.findings]


@pytest.mark.parametrize("checked", ["valid: 2024-12-31", "valid: 2024", "valid: 2024-Q4"])
def test_a_fact_is_valid_up_to_the_end_of_its_period(tmp_path: Path, checked: str) -> None:
    assert _check(tmp_path, "2024-12-31", checked) == []


@pytest.mark.parametrize(
    ("checked", "as_of"),
    [
        ("valid: 2025-06, checked: 2024-05-01", "2024-05-01"),
        ("valid: 2025-06, as_of: 2024-03-01", "2024-03-01"),
        ("valid: 2025-06", "2025-06-30"),
    ],
)
def test_a_fact_past_its_validity_is_a_finding(tmp_path: Path, checked: str, as_of: str) -> None:
    assert _check(tmp_path, "2025-07-01", checked) == [
        "briefing.yaml:9:3: B111 fact students was valid until 2025-06, which ended before the "
        f"edition's date, 2025-07-01; it is printed as of {as_of}",
        "briefing.yaml:10:3: B111 fact stays was valid until 2024, which ended before the "
        "edition's date, 2025-07-01; it is printed as of 2023-02-01",
    ]


def test_a_check_after_the_edition_is_a_finding(tmp_path: Path) -> None:
    (found,) = _check(tmp_path, "2024-12-31", "checked: 2025-01-01")
    assert found == (
        "briefing.yaml:9:64: B031 fact students, checked: 2025-01-01 is after the edition, "
        "2024-12-31"
    )
