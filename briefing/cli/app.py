"""The command `briefing`, and the one place where an error meets the user."""

import errno
import gc
import json
import sys
from importlib import import_module
from typing import TYPE_CHECKING

import click

from briefing.cli import terminal
from briefing.cli.next_steps import next_steps
from briefing.model.exits import BriefingError, ExitCode

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

_COMMANDS = {
    "init": "Begin a project that builds at once.",
    "inspect": "Say what a data file is, and the entry that reads it.",
    "fetch": "Fetch a project's figures from where they are published.",
    "build": "Build a project's briefing as a PDF, an edition in out/.",
    "clean": "Take away what builds keep for the next one.",
    "merge": "Put together what the parts of a batch came to.",
    "check": "Say what is wrong or doubtful in a project; draw nothing.",
    "calendar": "Say what lies ahead, or write it as iCalendar.",
    "list": "Say which projects, editions, styles and languages are here.",
    "help": "Explain what one may write: keys, text, functions, formats.",
    "rules": "Explain what briefing finds, by code.",
    "send": "Mail an edition to those who are to get it.",
    "preview": "Show a project in the browser, as last saved.",
    "schedule": "Write what builds a project weekly: GitHub, GitLab, systemd.",
    "trace": "Say from which cells a figure of a PDF was made.",
    "diff": "Say what differs between two editions.",
    "extract": "Write the files inside a PDF: its data and its record.",
    "doctor": "Say what is installed and what is missing.",
    "completion": "Print what makes a shell complete commands and options.",
    "styles": "List the styles, or show what one says.",
    "schema": "Print the JSON schema of briefing.yaml, for editors.",
    "verify": "Judge PDFs by the standards that they claim.",
}

# Values live as long as the run: looking for dead circles at every 700 of them, as Python does,
# takes a tenth of the time of `check`.
_COLLECT_EVERY = 100_000


# What the machine says where nothing more can be written: full, over quota, broken, a closed pipe.
_UNWRITABLE = (errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EPIPE, errno.EROFS)

_COLOUR = click.Option(
    ["--color"],
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    expose_value=False,
    is_eager=True,
    callback=lambda _ctx, _param, when: terminal.colour(when),
    help="Colour what is said; default: on a terminal.",
)


class _Commands(click.Group):
    """Commands whose modules are read when they are called, so that `--help` is quick."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = import_module(f"briefing.cli.{cmd_name}").command
        if _COLOUR not in command.params:
            command.params.append(_COLOUR)
        return command

    def shell_complete(self, ctx: click.Context, incomplete: str) -> "list[CompletionItem]":
        from click.shell_completion import CompletionItem

        names = (name for name in _COMMANDS if name.startswith(incomplete))
        commands = [CompletionItem(name, help=_COMMANDS[name]) for name in names]
        return commands + click.Command.shell_complete(self, ctx, incomplete)

    def format_commands(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


@click.group(
    cls=_Commands,
    invoke_without_command=True,
    params=[_COLOUR],
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="""\b
Examples:
  briefing build                        the project here, else each in data/
  briefing build mongolia-russia        the sample that comes with briefing
  briefing check my-project --json

\b
Exit codes: 0 done · 1 errors (with --strict: any finding) · 2 usage
  3 no project · 4 a remote service failed · 5 the PDF does not conform
  70 a bug · 130 interrupted""",
)
@click.version_option(package_name="country-briefing", prog_name="briefing")
@click.pass_context
def cli(context: click.Context) -> None:
    """Assemble text, data and charts into a country briefing: a PDF in which every number is bound
    to data, carries its source and can be traced to its cell."""
    if context.invoked_subcommand is None:
        terminal.tell("\n".join(next_steps()))


def main() -> None:
    """Run the command line and leave with the exit code of MANIFEST and `--help`."""
    gc.set_threshold(_COLLECT_EVERY)
    terminal.prepare()
    try:
        code = cli.main(prog_name="briefing", standalone_mode=False)
        sys.exit(code if isinstance(code, int) else 0)
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        sys.exit(ExitCode.USAGE)
    except click.ClickException as error:
        if _as_json():
            _tell(error.format_message(), "--help says what it takes.", error.exit_code)
        else:
            error.show()
        sys.exit(error.exit_code)
    except BriefingError as error:
        if _as_json():
            _tell(error.message, error.hint, error.exit_code)
        else:
            terminal.say(f"{terminal.red('error')}: {error.message}\n  hint: {error.hint}")
        sys.exit(error.exit_code)
    except (KeyboardInterrupt, click.Abort):
        terminal.say("interrupted; the last edition is as it was")
        sys.exit(ExitCode.INTERRUPTED)
    except OSError as error:
        if error.errno not in _UNWRITABLE:
            terminal.bug(error)
            sys.exit(ExitCode.BUG)
        terminal.unwritable(error)
        sys.exit(ExitCode.FAILED)
    except Exception as error:  # the last door: a bug of ours, shown whole
        terminal.bug(error)
        sys.exit(ExitCode.BUG)
    finally:
        # What is left is the system's to take back: looking through it at the exit takes 40 ms.
        gc.freeze()


def _as_json() -> bool:
    """Whether the command line asks for JSON, also where it could not be read to its end."""
    arguments = sys.argv[1 : sys.argv.index("--") if "--" in sys.argv else None]
    return "--json" in arguments


def _tell(message: str, hint: str, exit_code: int) -> None:
    content = {"error": {"message": message, "hint": hint, "exit_code": exit_code}}
    click.echo(json.dumps(content, ensure_ascii=False, indent=2), err=True)
