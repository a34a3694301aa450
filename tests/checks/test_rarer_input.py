"""What claims and rules make of zero, of what is missing and of rarer input."""

import shutil
from pathlib import Path

import pytest

import briefing
from tests.checks.test_claims import TOLD
from tests.checks.test_faults import CLEAN

# States that are no more, as ISO 3166-3 and older ISO 3166-1 have them, and three codes that
# sources give Kosovo.
FORMER = (
    *("ANT", "BUR", "BYS", "CSK", "DDR", "ROM", "SCG", "SUN", "TMP", "VDR", "YMD", "YUG", "ZAR"),
    *("XKX", "XKK", "XKS"),
)


def edited(project: Path, *edits: tuple[str, str, str]) -> None:
    for name, old, new in edits:
        file = project / name
        text = file.read_text(encoding="utf-8")
        assert text.count(old) == 1, old
        file.write_text(text.replace(old, new), encoding="utf-8")


def found(project: Path) -> list[str]:
    return [f"{f.code} {f.message}" for f in briefing.check(str(project)).findings]


@pytest.fixture
def told(tmp_path: Path) -> Path:
    return Path(shutil.copytree(TOLD, tmp_path / "told"))


@pytest.fixture
def clean(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CLEAN, tmp_path / "clean"))


@pytest.mark.parametrize(("base", "codes"), [("0", []), ("6000", []), ("11000", ["B105"])])
@pytest.mark.parametrize(
    "sentence",
    [
        "Visitors doubled from {{ visitors 2020 }} to {{ visitors 2021 }}.",
        "Visitors doubled to {{ visitors 2021 }}.",
        "Visitors doubled since 2020, to {{ visitors 2021 }}.",
    ],
)
def test_no_multiple_is_told_of_a_base_of_zero(
    told: Path, sentence: str, base: str, codes: list[str]
) -> None:
    edited(told, ("visitors.csv", "year,value\n", f"year,value\n2020,{base}\n"))
    section = told / "sections/en/trade.md"
    section.write_text(f"{section.read_text(encoding='utf-8')}\n{sentence}\n", encoding="utf-8")
    assert [line[:4] for line in found(told) if line.startswith("B105")] == codes


@pytest.mark.parametrize(
    ("earlier", "codes"), [("..", []), ("9000", ["B105"]), ("15000", [])], ids=str
)
@pytest.mark.parametrize(
    "sentence",
    ["Visitors fell to {{ visitors 2021 }}.", "Visitors fell to {{ visitors 2021 }} after 2020."],
)
def test_no_direction_is_told_of_what_is_missing(
    told: Path, sentence: str, earlier: str, codes: list[str]
) -> None:
    edited(
        told,
        (
            "briefing.yaml",
            "unit: persons, kind: flow}",
            'unit: persons, kind: flow, missing: [".."]}',
        ),
        ("visitors.csv", "year,value\n", f"year,value\n2020,{earlier}\n"),
    )
    section = told / "sections/en/trade.md"
    section.write_text(f"{section.read_text(encoding='utf-8')}\n{sentence}\n", encoding="utf-8")
    assert [line[:4] for line in found(told)] == codes


def test_former_states_and_kosovo_are_partners_as_others_are(clean: Path) -> None:
    named = "".join(f'  {code}: {{en: "{code}"}}\n' for code in (*FORMER, "XYZ"))
    edited(clean, ("briefing.yaml", "names:\n", f"names:\n{named}"))
    rows = "".join(f"{code},import,2025,0.1\n" for code in FORMER)
    file = clean / "trade.csv"
    file.write_text(file.read_text(encoding="utf-8").rstrip("\n") + "\n" + rows, encoding="utf-8")
    assert found(clean) == []
    file.write_text(file.read_text(encoding="utf-8") + "XYZ,import,2025,0.1\n", encoding="utf-8")
    assert found(clean) == [
        "B113 imports_from[XYZ] stands in “rank(imports_from, $partner)”, and it is no country"
    ]


def test_one_label_of_two_ranks_is_told(clean: Path) -> None:
    edited(clean, ("briefing.yaml", '"Rank as an investor"', '"Rank as a supplier"'))
    assert found(clean) == [
        "B106 the text tells “Rank as a supplier” of RUS twice: 2nd of 5 listed by "
        "“imports_from”, 3rd by “stock_from”"
    ]


def test_the_second_flow_of_a_mirror_is_looked_at(clean: Path) -> None:
    edited(
        clean,
        ("briefing.yaml", "russia_reports, gap]", "russia_reports]"),
        (
            "briefing.yaml",
            '  gap: {is: "mirror_gap(exports, russia_reports)", label: {en: "Gap"}}\n',
            "",
        ),
        (
            "briefing.yaml",
            "  inflows: {kind: bars, show: net_fdi}",
            "  inflows: {kind: bars, show: net_fdi}\n  both:\n    kind: mirror\n"
            "    show: [exports, goods_sold, exports, russia_reports]",
        ),
        ("sections/en/trade.md", " The gap was {{ gap 2024 }} in 2024.", ""),
    )
    # In 2020 57.3 were sold, and Russia has 41.2: 16.1 is 32.7 percent of 49.25.
    assert found(clean) == [
        "B120 exhibit “both” is not used",
        "B114 exports and russia_reports 2020 differ by 33 percent of their mean, and nothing "
        "prints the gap",
    ]
