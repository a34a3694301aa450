"""Options that several commands share."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from briefing.cli import typed

if TYPE_CHECKING:
    from briefing.model import Choices

_F = TypeVar("_F", bound=Callable[..., Any])


class Measure(click.FloatRange):
    """A number within bounds; “nan”, which is within all of them, is none."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The number. Raises UsageError."""
        number = super().convert(value, param, ctx)
        if number != number:
            self.fail(f"{value!r} is no number.", param, ctx)
        return number


_OPTIONS = (
    click.argument("project", default="", shell_complete=typed.projects),
    click.option(
        "--period", default="", metavar="PERIOD", help="Latest period spoken of: 2014, 2025-Q3 …"
    ),
    click.option(
        "-p",
        "--parameter",
        "parameters",
        multiple=True,
        metavar="NAME=VALUE",
        help="Replace a parameter of the manifest: -p partner=CHN.",
    ),
    click.option(
        "--lang",
        "languages",
        multiple=True,
        metavar="LANG",
        help="Only this language; repeatable.",
        shell_complete=typed.languages,
    ),
    click.option(
        "--style",
        default="",
        metavar="STYLE",
        help="A style instead of the manifest's.",
        shell_complete=typed.styles,
    ),
    click.option("--strict", is_flag=True, help="Warnings are errors."),
    click.option("--json", "as_json", is_flag=True, help="Findings and results as JSON on stdout."),
)


json_option = click.option("--json", "as_json", is_flag=True, help="Results as JSON on stdout.")


requirement_option = click.option(
    "--requirement",
    default="",
    metavar="WHAT",
    help="What a schedule installs: country-briefing==VERSION, a commit, a wheel's path.",
    callback=lambda _ctx, _param, text: _one_line(text),
)


weekly_strict_option = click.option(
    "--strict",
    is_flag=True,
    help="Let a warning stop a weekly edition too.",
)


format_option = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="Findings for people, as JSON (as --json), or as annotations of a GitHub workflow.",
)


each_option = click.option(
    "--each",
    default="",
    metavar="NAME=VALUES|FILE.csv",
    help="A briefing for each value: partner=CHN,JPN, partner=all (each in the data), or a CSV.",
)


def written_table(each: str) -> str | None:
    """The text of the CSV file that --each names, None where it names values. Raises
    click.UsageError where it can't be read."""
    if "=" in each or not each.endswith(".csv"):
        return None
    try:
        return Path(each).read_text(encoding="utf-8-sig")
    except (OSError, ValueError) as error:
        raise click.UsageError(f"--each {each} can't be read: {error}") from None


def _one_line(text: str) -> str:
    if not text.isprintable():
        raise click.UsageError("--requirement holds a character that can't be seen")
    return text.strip()


def project_options(command: _F) -> _F:
    """Add the argument and options of every command that reads a project."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def choices(
    period: str,
    parameters: tuple[str, ...],
    languages: tuple[str, ...],
    style: str,
    profile: str = "",
    public: bool = False,
    draft: bool = False,
) -> "Choices":
    """The options as values. Raises click.UsageError for a period that is none and for a parameter
    without a value."""
    from briefing.model import Choices

    if period:
        _check(period)
    pairs = []
    for parameter in parameters:
        name, equals, value = parameter.partition("=")
        if not (name and equals and value):
            raise click.UsageError(f"-p wants NAME=VALUE, not “{parameter}”")
        pairs.append((name, value))
    return Choices(period, tuple(pairs), languages, style, profile, public, draft)


def _check(period: str) -> None:
    from briefing.model import Period

    try:
        Period.parse(period)
    except ValueError:
        wanted = "2014, 2014-Q3, 2014-09, 2014-09-03 or a range 2005..2014"
        raise click.UsageError(f"--period wants {wanted}, not “{period}”") from None
