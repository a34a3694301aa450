from decimal import Decimal

import pytest

from briefing.model.series import Status
from briefing.tables.marks import marks_beside


@pytest.mark.parametrize(
    ("cell", "figure", "marks"),
    [
        ("12.3p", "12.3", "p"), ("12.3 (e)", "12.3", "(e)"), ("4.5 1)", "4.5", "1)"),
        ("1 234*", "1 234", "*"), ("7²", "7", "²"), ("-0.5 [b]", "-0.5", "[b]"),
        ("(1.2)", "(1.2)", ""), ("1e5", "1e5", ""), ("12.3", "12.3", ""), ("4.51)", "4.51)", ""),
        ("..", "..", ""), ("c", "", "c"), ("", "", ""), ("1.2e-3", "1.2e-3", ""),
    ],
)  # fmt: skip
def test_marks_beside_figures(cell, figure, marks):
    assert marks_beside(cell) == (figure, marks)


def _series(queried, text, **keys):
    stored, findings = queried(text, **keys)
    return stored, findings


def _observed(query, text, **keys):
    stored, findings = query(text, **keys)
    return [(o.value, o.status) for o in stored.series["trade"].observations], findings


def test_marks_are_stripped_or_read_as_statuses(query):
    text = "year,value\n2013,1.5p\n2014,(2.5)\n2015,3 1)\n"
    got, findings = _observed(query, text, marks="status", negative="brackets")
    assert not findings
    assert got == [
        (Decimal("1.5"), Status.PROVISIONAL), (Decimal("-2.5"), Status.FINAL),
        (Decimal(3), Status.FINAL),
    ]  # fmt: skip
    got, findings = _observed(query, text, marks="strip", negative="brackets")
    assert [status for _, status in got] == [Status.FINAL] * 3


def test_without_them_such_cells_are_findings(query):
    _, findings = query("year,value\n2013,1.5p\n2014,(2.5)\n")
    assert [f.code for f in findings] == ["B207", "B207"]


def test_other_flags_are_asked_for_then_mapped(query):
    text = "year,value,flag\n2013,1,y\n2014,2,p!\n"
    _, findings = query(text, status="flag")
    assert all("statuses:" in f.hint for f in findings)
    got, findings = _observed(query, text, status="flag", statuses={"y": "e", "!": ""})
    assert not findings
    assert [s for _, s in got] == [Status.ESTIMATED, Status.PROVISIONAL]
