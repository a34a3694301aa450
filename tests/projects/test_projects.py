"""Whole small projects in, reviewed text out.

Each folder here with a `project/` is a case; `expected/` holds its findings, the facts that it
prints, the text of the built PDF in reading order and its tag tree. `--update-expected` writes them
anew: read the difference.
"""

import json
import re
from pathlib import Path

import pytest

import briefing
from briefing.run.outcome import Outcome
from tests.pdf.structure import structure_text, tag_tree

HERE = Path(__file__).parent
CASES = sorted(p.parent.name for p in HERE.glob("*/project"))


@pytest.mark.parametrize("case", CASES)
def test_project(case: str, tmp_path: Path, pytestconfig: pytest.Config) -> None:
    outcome = briefing.build(str(HERE / case / "project"), str(tmp_path))
    expected = HERE / case / "expected"
    results = _results(outcome)
    if pytestconfig.getoption("--update-expected"):
        expected.mkdir(exist_ok=True)
        for old in expected.iterdir():
            old.unlink()
        for name, text in results.items():
            (expected / name).write_text(text, encoding="utf-8")
    assert sorted(p.name for p in expected.iterdir()) == sorted(results)
    for name, text in results.items():
        assert text == (expected / name).read_text(encoding="utf-8"), name


def _results(outcome: Outcome) -> dict[str, str]:
    results = {"findings.txt": "".join(_shown(outcome))}
    for built in outcome.built:
        data = Path(built.path).read_bytes()
        results[f"text.{built.language}.txt"] = _masked(structure_text(data))
        results[f"tags.{built.language}.txt"] = _masked(tag_tree(data))
        record = json.loads(Path(built.path).with_name("record.json").read_bytes())
        results["facts.txt"] = "".join(map(_fact, record["facts"]))
    return results


def _masked(text: str) -> str:
    """The text without the digest of all inputs: fonts and styles, too, are among them."""
    return re.sub(r"\b[0-9a-f]{32} [0-9a-f]{32}\b", "(32 digits) (32 digits)", text)


def _shown(outcome: Outcome) -> list[str]:
    return [
        f"{f.place}: {f.severity}[{f.code}] {f.message}\n"
        f"    {outcome.lines[f.place].strip()}\n    hint: {f.hint}\n"
        for f in outcome.findings
    ]


def _fact(fact: dict) -> str:
    cells = " ".join(f"{c['file']}:{c['row']}:{c['column']}" for c in fact["cells"])
    printed = " | ".join(
        f"{language} p{p['page']} {p['text']}"
        for language, places in fact["printed"].items()
        for p in places
    )
    return (
        f"{fact['name']} {fact['period'] or ''}: {fact['value']} {fact['unit']}"
        f"{', ' if fact['status'] else ''}{fact['status']}\n"
        f"    is {fact['is'] or 'stored'}; from {', '.join(fact['source'])}; cells {cells}\n"
        f"    printed {printed}\n"
    )
