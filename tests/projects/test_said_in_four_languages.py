"""Counts with nouns, sums of quarters, breaks and beginnings of sentences, in each language."""

from pathlib import Path

import pytest

import briefing
from briefing.cli.options import choices
from briefing.editions import compare, read
from briefing.model.block import Paragraph
from briefing.model.inline import Number, Words
from briefing.model.spec import Choices
from briefing.run.build import build
from briefing.run.examine import examine
from briefing.workspace import Workspace
from tests.pdf.structure import structure_text

MANIFEST = """\
briefing: 1
title: T
parameters: {{reporter: MNG, partner: USA}}
period: 2024
released: 2025-06-01
languages: [{language}]
sources: {{s: {{title: T, publisher: P, retrieved: 2025-05-01, basis: b}}}}
tables:
  people: {{file: m.csv, source: s, period: y, value: v, unit: persons, kind: flow}}
  q: {{file: q.csv, source: s, period: y, value: v, unit: USD million, kind: flow}}
  flows: {{file: f.csv, source: s, period: y, value: v, unit: USD million, kind: flow, status: st}}
series:
  four: {{is: "rolling(q, 4)", label: {{{language}: {{text: L, gender: m}}}}}}
  exports: {{table: flows, label: {{{language}: {{text: L, gender: m}}}}}}
  peak: {{is: "max(exports)", label: {{{language}: {{text: L, gender: m}}}}}}
  of_peak: {{is: "exports / max(exports)", label: {{{language}: {{text: L, gender: m}}}}}}
  least: {{is: "min(exports)", label: {{{language}: {{text: L, gender: m}}}}}}
sections: [one]
"""
FLOWS = "y,v,st\n2019,50,\n2020,80,\n2021,60,b\n2022,70,\n2023,75,\n2024,61,\n"


def made(folder: Path, language: str, text: str) -> Path:
    (folder / "sections" / language).mkdir(parents=True)
    (folder / "briefing.yaml").write_text(MANIFEST.format(language=language), encoding="utf-8")
    (folder / "m.csv").write_text("y,v\n2023,1\n2024,2760\n", encoding="utf-8")
    quarters = (f"{y}-Q{n},{100 + n}\n" for y in (2023, 2024) for n in range(1, 5))
    (folder / "q.csv").write_text("y,v\n" + "".join(quarters), encoding="utf-8")
    (folder / "f.csv").write_text(FLOWS, encoding="utf-8")
    section = folder / "sections" / language / "one.md"
    section.write_text(f"# O\n\n{text}\n", encoding="utf-8")
    return folder


def said(project: Path) -> str:
    examined = examine(Workspace(str(project)), choices("", (), (), ""))
    wrong = [f.message for f in examined.findings if f.severity == "error"]
    assert not wrong, wrong
    (document,) = examined.documents
    (paragraph,) = (b for c in document.chapters for b in c.blocks if isinstance(b, Paragraph))
    text = "".join(i.text for i in paragraph.inlines if isinstance(i, Words | Number))
    return text.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("language", "text", "printed"),
    [
        ("en", "x {{ people }}.", "x 2,760 persons."),
        ("en", "x {{ people 2023 }}.", "x 1 person."),
        ("en", "x {{ people | number }}.", "x 2,760."),
        ("en", "x {{ people }} Mongolian students y.", "x 2,760 Mongolian students y."),
        ("en", "x {{ people }} students y.", "x 2,760 students y."),
        ("en", "{{ people }}", "2,760"),
        ("en", "{{ exports | change }} y.", "A decrease of 18.7% or US$14 million y."),
        (
            "en",
            "X approx. {{ exports | change }}.",
            "X approx. a decrease of 18.7% or US$14 million.",
        ),
        ("en", "X. {{ partner.the }} y.", "X. The United States y."),
        (
            "en",
            "x {{ exports | change: since 2020 }}.",
            "x a decrease of 23.8% or US$19 million (2021: break in series).",
        ),
        ("en", "x {{ four latest }}.", "x US$410 million in the four quarters to Q4 2024."),
        ("en", "x {{ four latest | period }}.", "x four quarters to Q4 2024."),
        (
            "en",
            "x {{ peak }}, {{ least }}, {{ of_peak }}.",
            "x US$80 million, US$50 million, 0.763.",
        ),
        ("en", "x {{ exports 2023 | record: years }}.", "x a three-year high."),
        ("ru", "х {{ people }}.", "х 2 760 человек."),
        ("ru", "х {{ people 2023 }}.", "х 1 человек."),
        ("ru", "х {{ people }} студентов.", "х 2 760 студентов."),
        ("ru", "{{ exports | change }}.", "Снижение на 18,7 %, или на 14 млн долл. США."),
        (
            "ru",
            "в 2024 г. {{ exports | change }}.",
            "в 2024 г. снижение на 18,7 %, или на 14 млн долл. США.",
        ),
        (
            "ru",
            "х {{ exports | change: since 2020 }}.",
            "х снижение на 23,8 %, или на 19 млн долл. США (2021: разрыв ряда).",
        ),
        (
            "ru",
            "х {{ four latest }}.",
            "х 410 млн долл. США за четыре квартала по IV квартал 2024 года.",
        ),
        ("ru", "х {{ exports 2023 | record: years }}.", "х максимум за три года."),
        ("fr", "x {{ people }}.", "x 2 760 personnes."),
        ("fr", "x {{ people 2023 }}.", "x 1 personne."),
        (
            "fr",
            "x {{ four latest }}.",
            "x 410 millions de dollars au cours des quatre trimestres jusqu’au 4e trimestre 2024.",
        ),
        ("fr", "{{ exports | change }}.", "Une baisse de 18,7 %, soit 14 millions de dollars."),
        ("fr", "x {{ exports 2023 | record: years }}.", "x un plus haut de trois ans."),
        ("mn", "х {{ people }}.", "х 2,760 хүн."),
        ("mn", "х {{ people }} монгол оюутан.", "х 2,760 монгол оюутан."),
        (
            "mn",
            "х {{ four latest }}.",
            "х 2024 оны IV улирал хүртэлх дөрвөн улиралд 410 сая ам.доллар.",
        ),
        (
            "mn",
            "х {{ exports 2023 | record: years }}.",
            "х сүүлийн гурван жилийн хамгийн өндөр үзүүлэлт.",
        ),
    ],
)
def test_what_a_sentence_says(tmp_path: Path, language: str, text: str, printed: str) -> None:
    assert said(made(tmp_path / "p", language, text)) == printed


def test_below_zero_no_exhibit_mail_or_diff_has_a_percentage(tmp_path: Path) -> None:
    manifest = (
        MANIFEST.format(language="en")
        .replace('{is: "max(exports)"', '{is: "growth(exports)"')
        .replace(
            "sections: [one]",
            "exhibits:\n"
            "  t: {kind: tiles, show: [exports]}\n"
            "  g: {kind: grid, show: [exports, peak], periods: [2022..2024]}\n"
            "  l: {kind: line, show: [exports]}\n"
            "sections: [one]",
        )
    )
    text = "Flows: {{ exports | change }}.\n\n![T](exhibit:t)\n\n![G](exhibit:g)\n\n![L](exhibit:l)"
    records = []
    for name, last in (("old", "-30"), ("new", "-50")):
        project = made(tmp_path / name, "en", text)
        (project / "briefing.yaml").write_text(manifest, encoding="utf-8")
        rows = f"y,v,st\n2021,5,\n2022,0,\n2023,-10,\n2024,{last},\n"
        (project / "f.csv").write_text(rows, encoding="utf-8")
        outcome = build(str(project), str(tmp_path / name / "out"), Choices())
        assert outcome.built, [f.message for f in outcome.findings]
        records.append(read(outcome.record or b""))
        page = structure_text(Path(outcome.built[0].path).read_bytes())
        page = page.replace("\N{NO-BREAK SPACE}", " ").replace("\t", " ")
        assert f"a decrease of US${-10 - int(last)} million" in page
        assert "After −10 in 2023" in page
        assert f"2024 {last.replace('-', '−')} [z]" in page
        assert "2022 0 −100.0" in page
    difference = compare(*records)
    revised = [r for r in difference.figures.revised if r.new.name == "exports"]
    assert [(r.old.value, r.new.value, r.percent) for r in revised] == [("-30", "-50", None)]


def test_the_statement_counts_one_as_one(tmp_path: Path) -> None:
    project = made(tmp_path / "p", "en", "One figure: {{ exports 2023 }}.")
    outcome = briefing.build(str(project), str(tmp_path / "out"))
    text = structure_text(Path(outcome.built[0].path).read_bytes())
    assert "1 figure of this briefing is bound to data or to a cited source." in text
    assert "They found nothing amiss in 1 sentence with figures" in text
