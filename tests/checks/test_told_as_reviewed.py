"""What findings say, word by word: `expected/*.txt` are lists that a person can review, a sentence
or an edit each with what is found in it.

`--update-expected` writes them anew; read the difference.
"""

import shutil
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from itertools import product, zip_longest
from pathlib import Path

import pytest

import briefing
from briefing.model import Finding
from briefing.project.schema import schema
from briefing.starter.project import Answers, project
from tests.checks.claims import NEAR, PLANTED
from tests.checks.faults import FAULTS, NEAR_MISSES
from tests.checks.test_claims import TOLD
from tests.checks.test_claims_in_french import NEAR as FRENCH_NEAR
from tests.checks.test_claims_in_french import PLANTED as FRENCH
from tests.checks.test_faults import CLEAN, apply
from tests.checks.test_in_each_language import FACTS, LABEL
from tests.checks.test_in_each_language import FAULTS as TOLD_FAULTS
from tests.checks.test_in_each_language import NEAR_MISSES as TOLD_NEAR

EXPECTED = Path(__file__).parent / "expected"


def reviewed(request: pytest.FixtureRequest, name: str, text: str) -> None:
    file = EXPECTED / f"{name}.txt"
    if request.config.getoption("--update-expected"):
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text(encoding="utf-8")


def line(finding: Finding) -> str:
    """A finding: its code, how bad it is, in which column, and its words."""
    column = str(finding.place.column) if finding.place.line else ""
    parts = (finding.code, finding.severity, column, finding.message, "—", finding.hint)
    return f"    {' '.join(filter(None, parts))}\n".replace("\u00a0", "_").replace("\u202f", "‿")


def beside(section: Path, sentences: Sequence[str]) -> str:
    """Each sentence, a paragraph each of one section, with what is found in it."""
    before = section.read_text(encoding="utf-8") if section.exists() else ""
    first = before.count("\n") + 2
    section.write_text(before + "".join(f"\n{s}\n" for s in sentences), encoding="utf-8")
    root = next(p for p in section.parents if (p / "briefing.yaml").exists())
    found: dict[int, list[Finding]] = defaultdict(list)
    for finding in briefing.check(str(root)).findings:
        if finding.place.file == section.relative_to(root).as_posix():
            found[finding.place.line].append(finding)
    told = []
    for number, sentence in enumerate(sentences):
        lines = found[first + 2 * number]
        told.append(f"{sentence}\n{''.join(line(f) for f in lines)}")
    return "".join(told)


def test_claims_of_the_tests(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    shutil.copytree(TOLD, tmp_path / "told")
    sentences = [s for _, s in PLANTED] + list(NEAR)
    section = tmp_path / "told/sections/en/trade.md"
    reviewed(request, "claims", beside(section, [s for s in sentences if "\n" not in s]))


PAIRS = ((2015, 2025), (2019, 2020), (2020, 2021), (2022, 2023), (2023, 2024), (2024, 2025))
YEARS = (2015, 2020, 2023, 2024, 2025)


def grid() -> Iterator[str]:
    """True, false and unsure claims of every kind, over figures near each other."""
    yield from directions()
    yield from sizes()
    yield from signs()
    yield from places()


def directions() -> Iterator[str]:
    for verb, (a, b) in product(("rose", "fell", "remained unchanged"), PAIRS):
        yield f"Exports {verb} from {{{{ exports {a} }}}} to {{{{ exports {b} }}}}."
        yield f"Exports were {{{{ exports {b} }}}}, and {verb} since {a}."
    for verb, year in product(("rose", "fell", "remained stable"), YEARS):
        yield f"Exports {verb} by {{{{ exports {max(year, 2016)} | change: bare }}}}."
        yield f"Exports {verb} to {{{{ exports {year} }}}}."
        yield f"The balance {verb} to {{{{ balance {year} }}}}."
        yield f"GDP {verb} ({{{{ gdp_growth {year} }}}})." if year > 2015 else f"GDP {verb}."
    gaps = ("", " clearly", " at last, in those years,", " in all of these six long years")
    for verb, gap, year in product(("exceeded", "fell short of", "were below"), gaps, YEARS):
        yield f"Exports, {{{{ exports {year} }}}}, {verb}{gap} {{{{ imports {year} }}}} bought."
    for year in YEARS:
        yield (
            f"At {{{{ exports {year} }}}}, exports were higher than imports, "
            f"{{{{ imports {year} }}}}."
        )


def sizes() -> Iterator[str]:
    multiples = ("doubled", "tripled", "halved", "quadrupled", "grew tenfold", "grew elevenfold")
    for verb, more, (a, b) in product(multiples, ("", "more than ", "almost "), PAIRS[:4]):
        yield f"Exports {more}{verb} from {{{{ exports {a} }}}} to {{{{ exports {b} }}}}."
    factors = ("twice", "more than twice", "almost twice", "three times", "half")
    for factor, (a, b) in product(factors, ((2015, 2015), (2024, 2024), (2025, 2015))):
        sold, bought = f"{{{{ exports {a} }}}}", f"{{{{ imports {b} }}}}"
        yield f"Exports of {sold} were {factor} as much as imports of {bought}."
    for part, year in product(("a half", "a third", "a quarter", "two thirds"), YEARS):
        yield f"Germany takes {part} of exports ({{{{ export_share {year} }}}})."
        yield f"Germany takes almost {part} of exports, {{{{ export_share {year} }}}}."
    changed = "{{ exports | change: bare }}"
    yield f"Exports were twice {{{{ exports 2015 }}}}, after {changed}."
    yield f"Exports were {{{{ exports }}}}, twice as much, after {changed}."


def signs() -> Iterator[str]:
    words = ("deficit", "surplus", "negative balance", "positive balance")
    for word, year in product(words, YEARS):
        yield f"A {word} of {{{{ balance {year} }}}} remained."
        yield f"A {word} of {{{{ services_balance {max(year, 2018)} }}}} remained."
        yield f"The {word} with Germany, {{{{ balance {year} | balance }}}}, was as told."
        yield f"A {word} of {{{{ exports {year} }}}} was seen."
        yield f"The goods balance of {{{{ balance {year} }}}} was a {word}."
    for word, asked in product(("stock", "inflow", "inflows", "flow"), ("stock", "inflow")):
        yield f"It amounts to {{{{ {asked} }}}} of {word}."
        yield f"It has {{{{ {asked} }}}} {word} in all."
        yield f"The {word} was {{{{ {asked} }}}}."
        yield f"The {word} rose by an addition of {{{{ {asked} }}}}."


def places() -> Iterator[str]:
    highs = ("peaked", "reached a record", "were at their lowest", "hit a low", "fell to a low")
    for high, year in product(highs, YEARS):
        yield f"Exports {high} in {year}, at {{{{ exports {year} }}}}."
    levels = ("highest", "lowest")
    for level, since, year in product(levels, (2015, 2019, 2022), YEARS[1:]):
        yield f"Exports of {{{{ exports {year} }}}} were the {level} since {since}."
    for count, high in product(("two", "three", "five", "ten"), ("high", "low")):
        yield f"Exports reached a {count}-year {high} of {{{{ exports }}}}."
        yield f"Exports of {{{{ exports 2023 }}}} were a {count}-year {high}."
    for place in ("largest", "second largest", "third", "fifth largest", "smallest"):
        yield f"It is the {place} market, {{{{ export_rank | rank: of }}}}."
        yield f"It is the {place} of all markets ({{{{ export_rank | rank: largest }}}})."
    for count, verb, year in product(("second", "third", "fourth"), ("rose", "fell"), YEARS[1:]):
        yield f"Exports {verb} for the {count} year running, to {{{{ exports {year} }}}}."
    for asked in ("rounded: 1", "rounded: 2", "unit: USD thousand", "unit: USD thousand | exact"):
        yield f"In 2018 they were {{{{ exports 2018 | {asked} }}}}."
    yield "Then {{ exports 2021 | unit: USD thousand }} were told."
    yield "Then {{ exports 2021 | unit: USD thousand | rounded: 1 }} were told."
    yield "At {{ exports 2015 }} they were twice as much, with {{ balance | balance }}."


def test_a_grid_of_claims(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    shutil.copytree(TOLD, tmp_path / "told")
    reviewed(request, "grid", beside(tmp_path / "told/sections/en/trade.md", list(grid())))


TITLES = {
    "Exports to Germany": tuple(
        f"Exports {said}"
        for said in (
            *("rise", "fall", "have risen since 2020", "have fallen since 2020", "fell in 2024"),
            *("rose in 2024", "fell from 2022 to 2025", "rose from 2019 to 2020"),
            *("peaked in 2019", "peaked in 2022", "were highest in 2015", "were lowest in 2024"),
            *("were lowest in 2015", "hit a low in 2020", "reached a record in 2025"),
            *("reached a record in 2022", "were at a record in 2019", "hit a record low in 2016"),
            *("in 2019 were the highest since 2015", "in 2020 were the highest since 2015"),
            *("reached a five-year high in 2021", "reached a five-year high in 2023"),
            *("stay near their record", "reached a record before they fell"),
            *("peaked in 2022 before they fell", "hit a low in 2015, then rose"),
            *("left a deficit", "remained unchanged", "rose and fell"),
        )
    ),
    "Exports and imports": tuple(
        f"Imports {said}"
        for said in (
            *("fell from 2024 to 2025", "rose from 2024 to 2025", "fall", "rise", "peaked in 2015"),
            *("peaked in 2025", "were lowest in 2025", "fall short of exports"),
        )
    ),
    "Markets": (
        *("Germany is the largest market", "Germany is the second largest market"),
        *("China is the third largest market", "China is the largest market"),
        *("China is the largest market, Germany the second", "Japan is the third market"),
    ),
    "The balance of goods": (
        *("The deficit became a surplus", "Trade left a surplus", "Trade left a deficit"),
        *("The balance peaked in 2015", "The balance rose", "The balance fell"),
    ),
}


def test_claims_of_titles(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    shutil.copytree(TOLD, tmp_path / "told")
    section = tmp_path / "told/sections/en/trade.md"
    text = section.read_text(encoding="utf-8")
    told = {title: "" for titles in TITLES.values() for title in titles}
    for titles in zip_longest(*TITLES.values()):
        asked = {old: new for old, new in zip(TITLES, titles, strict=True) if new}
        assert all(f"![{old}]" in text for old in asked)
        section.write_text(reduce(_titled, asked.items(), text), encoding="utf-8")
        lines = section.read_text(encoding="utf-8").splitlines()
        for finding in briefing.check(str(tmp_path / "told")).findings:
            title = lines[finding.place.line - 1].removeprefix("![").partition("]")[0]
            told[title] += line(finding)
    reviewed(request, "titles", "".join(f"{title}\n{found}" for title, found in told.items()))


def _titled(text: str, change: tuple[str, str]) -> str:
    return text.replace(f"![{change[0]}]", f"![{change[1]}]")


@pytest.mark.parametrize("code", ["fr", "mn", "ru"])
def test_claims_in_each_language(tmp_path: Path, request: pytest.FixtureRequest, code: str) -> None:
    files = project(Answers("MNG", "JPN", (code,), "ministry"), schema().encode())
    for path, content in files.items():
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        text = content.decode()
        if path == "briefing.yaml":
            text = text.replace("facts:\n", FACTS.replace("@", LABEL))
        file.write_text(text, encoding="utf-8")
    if code == "fr":
        sentences = [s for _, s in FRENCH] + list(FRENCH_NEAR)
    else:
        sentences = [s for _, s in TOLD_FAULTS[code]] + TOLD_NEAR[code]
    sentences = [s for s in sentences if "expired" not in s]
    (section,) = tmp_path.glob("sections/**/trade.md")
    reviewed(request, f"claims.{code}", beside(section, sentences))


def test_faults_of_the_tests(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    reviewed(request, "faults", "".join(faults(tmp_path)))


def faults(folder: Path) -> Iterable[str]:
    for number, fault in enumerate((*FAULTS, *NEAR_MISSES)):
        copy = Path(shutil.copytree(CLEAN, folder / str(number)))
        apply(copy, fault.edits)
        found = briefing.check(str(copy)).findings
        yield f"{fault.rule} {fault.edits[-1].old} → {fault.edits[-1].new}\n".replace("\n\n", "\n")
        yield from (line(f) for f in found)
