"""`briefing check`: errors first, a line for each code, `--errors-only`."""

from pathlib import Path

from click.testing import CliRunner

from briefing.cli.check import command

WRONG = Path(__file__).parents[1] / "projects" / "everything-wrong" / "project"


def shown(*options: str) -> tuple[int, list[str]]:
    done = CliRunner().invoke(command, [str(WRONG), *options], standalone_mode=False)
    return done.return_value, done.stderr.split("\n")


def test_errors_stand_before_warnings_and_each_code_has_a_line() -> None:
    code, lines = shown()
    assert code == 1
    found = [kind for line in lines for kind in ("error", "warning") if f" {kind}[B" in line]
    assert found == sorted(found)
    assert "warning" in found
    assert "B307: 2 errors" in lines
    assert "B120: 1 warning" in lines


def test_errors_only() -> None:
    code, lines = shown("--errors-only")
    assert code == 1
    assert not [line for line in lines if "warning[" in line]
    assert [line for line in lines if "error[" in line]
