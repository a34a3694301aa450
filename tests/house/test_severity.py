"""How bad a finding is stands in one table with the codes: no other place says it."""

import ast
from collections.abc import Iterator
from pathlib import Path

from briefing.model import severity
from briefing.model.severity import Severity, severities, severity_of
from briefing.run.codes import ROOMS

PACKAGE = Path(__file__).parents[2] / "briefing"
DOCUMENTED = {code for room in ROOMS.values() for code in room}


def said(text: str) -> Iterator[str]:
    """Where code gives a severity to something, or hands it on: it may compare one."""
    tree = ast.parse(text)
    compared = {
        id(side)
        for node in ast.walk(tree)
        if isinstance(node, ast.Compare)
        for side in (node.left, *node.comparators)
    }
    for node in ast.walk(tree):
        if not isinstance(node, ast.Attribute) or node.attr not in ("ERROR", "WARNING"):
            continue
        if ast.unparse(node.value).endswith("Severity") and id(node) not in compared:
            yield f"{node.lineno}: {ast.unparse(node)}"


def test_no_place_outside_the_table_says_how_bad_a_finding_is() -> None:
    told = {
        str(file.relative_to(PACKAGE)): found
        for file in PACKAGE.rglob("*.py")
        if (found := list(said(file.read_text(encoding="utf-8"))))
    }
    assert list(told) == ["model/severity.py"], told


def test_the_reading_finds_planted_ones_and_lets_comparisons_pass() -> None:
    assert list(said("x = Finding('B101', model.Severity.ERROR, place)"))
    assert list(said("replace(found, severity=Severity.WARNING)"))
    assert not list(said("bad = [f for f in found if f.severity is Severity.ERROR]"))


def test_what_the_table_names_is_documented_and_stands_in_it_once() -> None:
    assert severity._WARNINGS | severity._LIGHTER <= DOCUMENTED
    assert not severity._WARNINGS & severity._LIGHTER


def lighter(text: str) -> Iterator[str]:
    """The codes of findings that are made in their lighter case; what has no literal is passed."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call) and any(word.arg == "lighter" for word in node.keywords):
            code = node.args[0] if node.args else None
            if isinstance(code, ast.Constant) and isinstance(code.value, str):
                yield code.value


def test_each_lighter_case_that_is_made_is_declared_and_each_declared_one_made() -> None:
    made = {
        code for file in PACKAGE.rglob("*.py") for code in lighter(file.read_text(encoding="utf-8"))
    }
    # B308 is a name where footnotes are gathered.
    assert made | {"B308"} == severity._LIGHTER


def test_the_lighter_case_of_a_code_that_has_none_is_what_the_code_is() -> None:
    assert severity_of("B101", lighter=True) is Severity.ERROR
    assert severity_of("B111", lighter=True) is Severity.WARNING
    assert severity_of("B104", lighter=True) is Severity.WARNING
    assert severities("B104") == (Severity.ERROR, Severity.WARNING)
    assert (severities("B101"), severities("B111")) == ((Severity.ERROR,), (Severity.WARNING,))
