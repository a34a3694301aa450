"""Keys that are names: with spaces, commas, parentheses and apostrophes, wherever a key stands."""

from pathlib import Path

import briefing
from tests.pdf.structure import structure_text

MANIFEST = """\
briefing: 1
title: T
period: 2024
released: 2025-06-01
languages: [en]
sources: {s: {title: Trade, publisher: P, retrieved: 2025-05-01, basis: b}}
tables:
  f: {file: f.csv, source: s, period: y, value: v, unit: USD million, kind: flow, codes: none,
    totals: {who: [All the world]}}
names:
  {Viet Nam: {en: Vietnam}, "Korea, Rep.": {en: South Korea},
   Micronesia (Fed.): {en: Micronesia}}
series:
  by: {table: f, by: who, label: {en: Exports}}
  vn: {is: "by[Viet Nam]", label: {en: To Vietnam}}
  kr: {is: "by[Korea, Rep.] + by[Micronesia (Fed.)]", label: {en: To two}}
  sh: {is: "share(by[Viet Nam], by[All the world])", label: {en: Share}}
  rk: {is: "rank(by, 'Korea, Rep.')", label: {en: Rank}}
exhibits:
  g: {kind: grid, show: ["by[Viet Nam]", "by[Korea, Rep.]", "by[Côte d’Ivoire]"]}
  b: {kind: bars, show: ["by[Micronesia (Fed.)]", vn]}
  t: {kind: tiles, show: ["by[Viet Nam]", kr]}
  r: {kind: ranking, show: by}
checks:
  sums: [{total: kr, parts: ["by[Korea, Rep.]", "by[Micronesia (Fed.)]"]}]
sections: [one]
"""
TEXT = """\
# One

A {{ by[Viet Nam] }}; B {{ by[Korea, Rep.] 2023 }}; C {{ by[Côte d’Ivoire] | change }}; D {{ kr }};
E {{ sh }}; F {{ rk | rank: of }}; G {{ max(by[Micronesia (Fed.)]) | period }}.

![G](exhibit:g)

![B](exhibit:b)

![T](exhibit:t)

![R](exhibit:r)
"""
ROWS = (
    ("Viet Nam", 10, 12),
    ('"Korea, Rep."', 8, 9),
    ("Côte d’Ivoire", 1, 2),
    ("Micronesia (Fed.)", 4, 3),
    ("All the world", 30, 33),
)


def made(folder: Path, manifest: str = MANIFEST) -> Path:
    (folder / "sections/en").mkdir(parents=True)
    (folder / "briefing.yaml").write_text(manifest, encoding="utf-8")
    lines = [
        f"{who},{year},{v}" for who, *vs in ROWS for year, v in zip((2023, 2024), vs, strict=True)
    ]
    (folder / "f.csv").write_text("who,y,v\n" + "\n".join(lines) + "\n", encoding="utf-8")
    (folder / "sections/en/one.md").write_text(TEXT, encoding="utf-8")
    return folder


def test_names_are_keys_everywhere(tmp_path: Path) -> None:
    outcome = briefing.build(str(made(tmp_path / "p")), str(tmp_path / "out"))
    assert [f.message for f in outcome.findings] == []
    text = structure_text(Path(outcome.built[0].path).read_bytes())
    text = text.replace("\N{NO-BREAK SPACE}", " ")
    for part in (
        "A US$12 million; B US$8 million; C an increase of 100.0% or US$1 million; D US$12 million",
        "E 36.4%; F 2nd of 4 listed; G 2023.",
        "Exports, Vietnam",
        "South Korea",
        "Micronesia",
    ):
        assert part in text, text


def test_a_key_that_no_table_has_is_told_with_those_that_it_has(tmp_path: Path) -> None:
    spelt = MANIFEST.replace('"by[Viet Nam]"\n', "").replace("by[Viet Nam]", "by[Vietnam]")
    found = briefing.check(str(made(tmp_path / "p", spelt))).findings
    assert any("did you mean “Viet Nam”?" in f.message for f in found), found


def test_a_name_with_brackets_is_refused(tmp_path: Path) -> None:
    spelt = MANIFEST.replace("{Viet Nam:", "{'Viet [Nam]':")
    found = briefing.check(str(made(tmp_path / "p", spelt))).findings
    assert "B011" in {f.code for f in found}
