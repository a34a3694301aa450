"""`briefing init`."""

import json
import sys
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

import click
from msgspec.structs import replace

from briefing.cli import options, report, terminal, typed
from briefing.cli.schedule import KINDS, outside, scheduled, site

if TYPE_CHECKING:
    from briefing.starter import Answers


@click.command(
    short_help="Begin a project that builds at once.",
    epilog="""\b
Examples:
  briefing init mongolia-japan
  briefing init mongolia-japan --reporter MNG --partner JPN --lang en --ci github
  briefing init mongolia-japan --data exports.xlsx
  briefing init my-briefing --from-sample""",
)
@click.argument("folder", metavar="DIR")
@click.option("--title", metavar="TEXT", help="The title; the two countries' names unless given.")
@click.option("--reporter", metavar="CODE", help="The country that speaks: MNG, Mongolia.")
@click.option("--partner", metavar="CODE", help="The country spoken of: JPN, Viet Nam.")
@click.option(
    "--lang",
    "languages",
    multiple=True,
    metavar="LANG",
    help="A language; repeatable.",
    shell_complete=typed.languages,
)
@click.option(
    "--style",
    metavar="STYLE",
    help="The look; ministry unless given.",
    shell_complete=typed.styles,
)
@click.option(
    "--ci",
    type=click.Choice(KINDS),
    multiple=True,
    help="Also write what builds it every week there; repeatable.",
)
@click.option(
    "--data",
    default=None,
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False),
    help="Begin with this file, read as `briefing inspect` proposes.",
)
@click.option(
    "--from-sample",
    "sample",
    default="",
    is_flag=False,
    flag_value="mongolia-russia",
    metavar="[NAME]",
    help="Begin with all that a sample is made of: its manifest, texts and data.",
)
@options.requirement_option
@options.weekly_strict_option
@options.json_option
def command(
    folder: str,
    title: str | None,
    reporter: str | None,
    partner: str | None,
    languages: tuple[str, ...],
    style: str | None,
    ci: tuple[str, ...],
    data: str | None,
    sample: str,
    requirement: str,
    strict: bool,
    as_json: bool,
) -> int:
    """Begin a project in DIR: a commented briefing.yaml, sections, a small table of example
    figures, what an editor needs to explain the manifest's keys, and .gitignore. With --data the
    table is that file, and one section shows it; with --from-sample it is a copy of a sample, to
    be changed piece by piece.

    On a terminal it asks for what no option says. Nothing is ever overwritten; a .gitignore that is
    there stays. What is written is checked at once.

    Exit code 0, 1 where it can't be written or the check finds an error, 2 where DIR holds such
    files or an answer is wrong.
    """
    from briefing.model import Choices
    from briefing.model import as_json as finding_as_json
    from briefing.project.schema import schema
    from briefing.run.examine import check
    from briefing.starter.schedule import SHARED
    from briefing.workspace import folders, new_files

    if (requirement or strict) and not ci:
        raise click.UsageError("--requirement and --strict go with --ci")
    place = replace(site(folder), strict=strict)
    if sample:
        given: dict[str, object] = {
            "--title": title,
            "--reporter": reporter,
            "--partner": partner,
            "--style": style,
        }
        given |= {"--lang": languages, "--data": data}
        _alone("--from-sample", given)
        files = _sampled(sample, schema().encode())
    else:
        answers = _answers(_Asking(wanted=not as_json), title, reporter, partner, languages, style)
        files = _files(answers, data or "", schema().encode())
    if ci:
        files |= scheduled(ci, place, requirement)
    written = new_files.write_new(folder, files, kept=(".gitignore", *outside(SHARED, place)))
    outcome = check(folder, Choices())
    if as_json:
        found = [finding_as_json(f) for f in outcome.findings]
        content = {
            "project": place.name,
            "files": [folders.normal(path) for path in written],
            "findings": found,
        }
        click.echo(json.dumps(content, ensure_ascii=False, indent=2))
    else:
        report.show(outcome)
        for path in written:
            click.echo(folders.normal(folders.join(folder, path)))
        terminal.say(
            f"Next: briefing preview {folder} shows its pages while you edit "
            f"{folders.join(folder, 'briefing.yaml')} and sections/; briefing build {folder} makes "
            "the PDF"
        )
    return report.exit_code([outcome], strict=False)


def _answers(
    ask: "_Asking",
    title: str | None,
    reporter: str | None,
    partner: str | None,
    languages: tuple[str, ...],
    style: str | None,
) -> "Answers":
    """What an author says of a new project, by options or asked for."""
    from briefing import starter

    reporter = ask("Reporter, the country that speaks", "--reporter", reporter, "", _country)
    partner = ask("Partner, the country spoken of", "--partner", partner, "", _partner(reporter))
    chosen = " ".join(languages) or None
    return starter.Answers(
        reporter=reporter,
        partner=partner,
        languages=_split(ask("Languages", "--lang", chosen, "en", _languages, needed=False)),
        style=ask("Style", "--style", style, "ministry", _style, needed=False),
        title=ask(
            "Title (empty: both countries' names)", "--title", title, "", _title, needed=False
        ),
    )


def _alone(option: str, given: Mapping[str, object]) -> None:
    for name, value in given.items():
        if value:
            raise click.UsageError(f"{option} says all: {name} doesn't go with it")


def _sampled(name: str, schema: bytes) -> dict[str, bytes]:
    """The files of a sample that comes with the product, as a project of one's own."""
    from briefing import starter
    from briefing.model import did_you_mean
    from briefing.workspace import assets, folders, new_files

    samples = folders.with_file(assets.samples(), "briefing.yaml")
    if name not in samples:
        guess = did_you_mean(name, samples)
        raise click.UsageError(
            f"there is no sample “{name}”{guess}; there are: {', '.join(samples)}"
        )
    copied = new_files.copied(folders.join(assets.samples(), name), unread=("out",))
    return starter.sampled(copied, schema)


def _files(answers: "Answers", data: str, schema: bytes) -> dict[str, bytes]:
    from briefing import starter
    from briefing.run.inspect import begun

    if data:
        return starter.project_of(begun(data, answers), answers, schema)
    return starter.project(answers, schema)


class _Asking:
    """An option's value, or on a terminal the answer to a question, or what stands for none."""

    def __init__(self, wanted: bool) -> None:
        self._asks = wanted and sys.stdin.isatty() and sys.stderr.isatty()

    def __call__(
        self,
        question: str,
        option: str,
        given: str | None,
        default: str,
        read: Callable[[str], str],
        *,
        needed: bool = True,
    ) -> str:
        """The checked answer. Raises click.UsageError for a wrong or a missing one."""
        if given is not None:
            return read(given)
        if self._asks:
            answer: str = click.prompt(
                question,
                default=None if needed else default,
                value_proc=read,
                err=True,
                show_default=bool(default),
            )
            return answer
        if needed:
            raise click.UsageError(f"{option} is needed where nobody can be asked")
        return read(default)


def _country(text: str) -> str:
    from briefing.language import by_name, is_country, meant

    code = text.strip().upper()
    named = code if is_country(code) else by_name(text)
    if not named:
        near = meant(text)
        guess = f"did you mean {near}?" if near else "such are MNG, JPN, Viet Nam"
        raise click.UsageError(f"“{text}” is no country's name or ISO alpha-3 code; {guess}")
    return named


def _partner(reporter: str) -> Callable[[str], str]:
    def read(text: str) -> str:
        code = _country(text)
        if code == reporter:
            raise click.UsageError("the partner must be another country than the reporter")
        return code

    return read


def _split(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text.replace(",", " ").split()))


def _languages(text: str) -> str:
    from briefing.starter import LANGUAGES

    for language in _split(text):
        if language not in LANGUAGES:
            known = ", ".join(LANGUAGES)
            raise click.UsageError(
                f"a project can't be begun in “{language}”: briefing knows how numbers, dates and "
                f"names are written in {known} only"
            )
    if not _split(text):
        raise click.UsageError("a briefing needs a language")
    return text


def _style(text: str) -> str:
    from briefing.project.known_styles import known_styles

    if text not in known_styles():
        known = ", ".join(known_styles())
        raise click.UsageError(f"there is no style “{text}”; there are: {known}")
    return text


def _title(text: str) -> str:
    if not text.isprintable():
        raise click.UsageError("the title holds a character that can't be seen")
    return text.strip()
