"""`briefing help`."""

import json
import shutil
from collections.abc import Iterator
from textwrap import fill

import click
import msgspec

from briefing.cli import options, terminal
from briefing.model import Topic
from briefing.model.exits import BriefingError, ExitCode

_MOST_COLUMNS = 92


@click.command(
    short_help="Explain what an author may write, by topic.",
    epilog="""\b
Examples:
  briefing help
  briefing help text
  briefing help --markdown > REFERENCE.md""",
)
@click.argument("topic", default="")
@click.option("--markdown", "as_markdown", is_flag=True, help="All topics as one document.")
@options.json_option
def command(topic: str, as_markdown: bool, as_json: bool) -> int:
    """Explain TOPIC: the manifest's keys, exhibits, text, functions, formats, findings, styles and
    limits. Without TOPIC: list all.

    Exit code 0, or 2 for a topic that is none.
    """
    from briefing.run import reference

    topics = reference.topics()
    if topic and topic not in topics:
        from briefing.model import did_you_mean

        raise BriefingError(
            f"there is no topic “{topic}”{did_you_mean(topic, topics)}",
            f"Topics are {', '.join(topics)}; a command explains itself: briefing {topic} --help.",
            ExitCode.USAGE,
        )
    chosen = [topics[topic]] if topic else list(topics.values())
    if as_json:
        click.echo(json.dumps(msgspec.to_builtins(chosen), ensure_ascii=False, indent=2))
    elif as_markdown:
        click.echo(reference.markdown(chosen), nl=False)
    elif topic:
        terminal.tell("\n".join(_lines(topics[topic])))
    else:
        for each in chosen:
            click.echo(f"  {each.name:<12}{each.title}")
    return 0


def _lines(topic: Topic) -> Iterator[str]:
    width = min(_MOST_COLUMNS, shutil.get_terminal_size().columns)
    yield fill(topic.intro, width)
    for part in topic.parts:
        yield ""
        yield part.title
        if part.intro:
            yield fill(part.intro, width, initial_indent="  ", subsequent_indent="  ")
        for entry in part.entries:
            yield f"\n  {entry.usage}"
            yield fill(entry.text, width, initial_indent="      ", subsequent_indent="      ")
