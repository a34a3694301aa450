"""How exactly figures stand, and what a sentence says by itself."""

from pathlib import Path

import pytest

import briefing
from tests.pdf.structure import structure_text

MANIFEST = """briefing: 1
title: T
parameters: {reporter: MNG, partner: USA}
period: 2025
released: 2026-11-24
languages: [en]
sources: {s: {title: T, publisher: P, retrieved: 2026-01-01, basis: b}}
tables: {t: {file: t.csv, source: s, period: year, value: value, unit: USD million, kind: flow}}
exhibits: {c: {kind: KIND, show: tKEYS}}
sections: [one]
"""


def printed(folder: Path, text: str, kind: str = "line", keys: str = "") -> str:
    (folder / "sections/en").mkdir(parents=True)
    manifest = MANIFEST.replace("KIND", kind).replace("KEYS", keys)
    (folder / "briefing.yaml").write_text(manifest)
    (folder / "t.csv").write_text("year,value\n2022,400.123\n2023,5.127\n2024,6.126\n")
    (folder / "sections/en/one.md").write_text(f"# One\n\n{text}\n\n![Title](exhibit:c)\n")
    outcome = briefing.build(str(folder), str(folder / "out"))
    assert outcome.built, [finding.message for finding in outcome.findings]
    whole = structure_text(Path(outcome.built[0].path).read_bytes())
    return whole.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was {{ t latest | decimals: 2 }} sold.", "It was US$6.13 million in 2024 sold."),
        ("It was {{ t 2024 | decimals: 9 }}.", "It was US$6.126 million."),
        ("It was {{ t latest }} in 2024.", "It was US$6 million in 2024."),
        ("In {{ t latest | period }} it was {{ t latest }}.", "In 2024 it was US$6 million."),
        ("In 2024 all was well. It was {{ t latest }}.", "It was US$6 million in 2024."),
        ("It was {{ t latest }}. In 2024 all was well.", "It was US$6 million in 2024. In"),
        ("{{ partner.the }} bought it.", "The United States bought it."),
        ("All was sold. {{ partner.the }} bought it.", "sold. The United States bought it."),
        ("What {{ partner.the }} bought.", "What the United States bought."),
    ],
)
def test_sentences(tmp_path: Path, text: str, expected: str) -> None:
    assert expected in printed(tmp_path, text)


@pytest.mark.parametrize("kind", ["line", "bars", "grid"])
def test_an_exhibit_has_the_decimals_that_are_asked_for(tmp_path: Path, kind: str) -> None:
    assert "6.13" in printed(tmp_path, "Text.", kind, ", decimals: 2")
