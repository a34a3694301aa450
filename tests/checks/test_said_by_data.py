"""References that say what words would claim: extremes, records, multiples, rates, periods."""

import shutil
from pathlib import Path

import pytest

from briefing.cli.options import choices
from briefing.model.inline import Number
from briefing.model.walk import every_block, inlines_of
from briefing.run.examine import examine
from briefing.workspace import Workspace

TOLD = Path(__file__).parent / "told"
STATED = """\
facts:
  place: {value: 129, unit: rank, period: 2025, source: nso}
  second: {value: 2, unit: rank, period: 2025, source: nso}
  half: {value: 2.5, unit: rank, period: 2025, source: nso}
"""


def said(tmp_path: Path, reference: str) -> str:
    """What a reference prints, or its finding."""
    project = Path(shutil.copytree(TOLD, tmp_path / "told"))
    with (project / "briefing.yaml").open("a", encoding="utf-8") as file:
        file.write(STATED)
    section = project / "sections/en/trade.md"
    text = section.read_text(encoding="utf-8")
    section.write_text(f"{text}\nSaid: {{{{ {reference} }}}}.\n", encoding="utf-8")
    examined = examine(Workspace(str(project)), choices("", (), (), ""))
    found = [f"{f.code} {f.message}" for f in examined.findings if f.code != "B120"]
    if found:
        return found[0]
    (document,) = examined.documents
    numbers = [i for b in every_block(document.blocks) for i in inlines_of(b)]
    return [n.text for n in numbers if isinstance(n, Number)][-1].replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("reference", "printed"),
    [
        ("max(exports)", "US$600 million"),
        ("max(exports) | period", "2022"),
        ("min(exports) | period: in", "in 2015"),
        ("min(exports) 2016..2020", "US$120 million"),
        ("max(exports_to[CHN])", "US$620 million"),
        ("max(exports_to[$partner]) | period", "2022"),
        ("exports | record", "the highest since 2023"),
        ("exports 2024 | record", "the lowest since 2020"),
        ("imports | record", "a record"),
        ("exports | record: years", "a two-year high"),
        ("exports 2024 | record: years", "a four-year low"),
        ("exports | since", "since 2023"),
        ("stock | record", "a record"),
        ("imports | times: verb", "doubled"),
        ("exports | times: verb, since 2015", "rose 11-fold"),
        ("exports | times: verb, since 2016", "more than tripled"),
        ("exports | times: since 2015", "11 times"),
        ("cover | times", "1.1 times"),
        ("gdp_growth | growth: verb", "decreased by 1.2%"),
        ("gdp_growth | growth", "a decrease of 1.2%"),
        ("gdp_growth 2024 | growth: bare", "5.0%"),
        ("exports.period", "2025"),
        ("gdp_growth.period latest", "2025"),
        ("place", "129th"),
        ("place | rank: largest", "129th largest"),
        ("second | rank: largest", "second largest"),
    ],
)
def test_what_a_reference_says(tmp_path: Path, reference: str, printed: str) -> None:
    assert said(tmp_path, reference) == printed


@pytest.mark.parametrize(
    ("reference", "code"),
    [
        ("exports 2015 | record", "B275"),
        ("exports 2017 | record", "B275"),
        ("imports | since", "B317"),
        ("imports | record: years", "B317"),
        ("exports | times: verb", "B317"),
        ("balance | times: verb, since 2015", "B317"),
        ("exports | growth: verb", "B317"),
        ("max(place)", "B271"),
        ("max(exports", "B303"),
        ("max(exports) 1990..1999", "B273"),
        ("half", "B317"),
    ],
)
def test_what_nobody_can_say_is_a_finding(tmp_path: Path, reference: str, code: str) -> None:
    assert said(tmp_path, reference).startswith(code)
