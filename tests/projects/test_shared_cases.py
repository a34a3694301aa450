"""Projects made after public bug reports; the folder beside the checkout may be absent."""

from pathlib import Path

import pytest

from briefing.cli.options import choices
from briefing.model.finding import Severity
from briefing.run.examine import check

CASES = Path(__file__).parents[3] / "shared" / "cases"


def found(case: str) -> list[tuple[str, Severity, str]]:
    folder = next(CASES.glob(f"{case}-*"), None) if CASES.is_dir() else None
    if folder is None:
        pytest.skip("../shared/cases is not beside this checkout")
    return [
        (f.code, f.severity, f.message)
        for f in check(str(folder), choices("", (), (), "")).findings
    ]


def test_letters_of_statuses_may_be_parted() -> None:
    assert found("05") == []


def test_each_series_of_a_table_with_a_column_of_units_has_its_own_unit() -> None:
    assert found("33") == []


def test_half_a_picture_is_a_finding_at_its_place() -> None:
    assert [message for _, _, message in found("37") if "damaged PNG" in message]


def test_the_year_before_the_first_is_no_crash() -> None:
    assert {code for code, _, _ in found("38")} <= {"B272", "B273", "B275"}


def test_members_below_zero_let_a_part_be_larger_than_its_total() -> None:
    assert found("11") == []


@pytest.mark.parametrize(
    ("case", "words"),
    [("07", "by[8471] stands in"), ("12", "imports_from[CHN] stands in")],
)
def test_a_set_that_holds_more_than_like_members_is_a_warning(case: str, words: str) -> None:
    warned = [m for code, severity, m in found(case) if (code, severity) == ("B113", "warning")]
    assert [message for message in warned if words in message]
