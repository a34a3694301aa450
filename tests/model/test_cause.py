"""Findings by cause: four causes make four findings."""

from briefing.model.cause import by_cause
from briefing.model.finding import Finding
from briefing.model.text import Place


def finding(code: str, file: str, line: int, message: str) -> Finding:
    return Finding(code, Place(file, line), message, "mend it")


def test_four_causes_make_four_findings() -> None:
    rows = [finding("B204", "trade.csv", n, f"row {n} has 48 cells") for n in range(2, 22)]
    asked = [finding("B271", "a.md", n, "FRA is not among the partners") for n in (3, 5, 9)]
    shares = [finding("B104", "briefing.yaml", 13, f"{n} shares make 101 percent") for n in (3, 4)]
    typed = finding("B101", "a.md", 2, "“62” is bound to no fact")
    told = by_cause([*rows, *asked, *shares, typed])
    assert [f.message for f in told] == [
        "“62” is bound to no fact",
        "FRA is not among the partners (and 2 more places)",
        "3 shares make 101 percent (and 1 more like this)",
        "row 2 has 48 cells (and 19 more rows like this, to line 21)",
    ]


def test_errors_stand_before_warnings() -> None:
    told = by_cause([finding("B110", "a.csv", 1, "a jump"), finding("B101", "z.md", 9, "“1”")])
    assert [f.code for f in told] == ["B101", "B110"]


def test_a_few_rows_have_each_their_own_cause() -> None:
    rows = [finding("B205", "trade.csv", n, f"“{n}x” is no number") for n in (2, 3, 4)]
    assert len(by_cause(rows)) == 3


def test_what_lacks_only_because_rows_could_not_be_read_keeps_silent() -> None:
    rows = [finding("B204", "trade.csv", n, "too many cells") for n in range(2, 9)]
    lack = finding("B263", "briefing.yaml", 3, "no table holds “IND”")
    assert [f.code for f in by_cause([*rows, lack])] == ["B204"]
    assert [f.code for f in by_cause([lack])] == ["B263"]


def test_typed_figures_are_told_each() -> None:
    typed = [finding("B101", "a.md", n, "“62” is bound to no fact") for n in range(9)]
    assert len(by_cause(typed)) == 9
