"""`briefing send`."""

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from briefing.cli import options, report, terminal
from briefing.model import Choices
from briefing.run.find import find

if TYPE_CHECKING:
    from briefing.model import Recipient
    from briefing.run.send import Posted

_REMOTE = 4
_REMOTE_CODES = ("B060", "B061", "B062", "B063", "B064", "B065")
_PORTS = {"starttls": 587, "tls": 465}


@click.command(
    short_help="Mail an edition to those who are to get it.",
    epilog="""\b
Examples:
  briefing send --dry-run
  briefing send data/mongolia-russia --server smtp.mfa.example --to desk@mfa.example""",
)
@options.project_options
@click.option(
    "-o", "--output", default="out", metavar="FOLDER", help="Where editions are; default out."
)
@options.each_option
@click.option("--to", "to", multiple=True, metavar="ADDRESS", help="Only to these; repeatable.")
@click.option("--from", "sender", default="", metavar="ADDRESS", help="The sender.")
@click.option(
    "--server",
    default="",
    envvar="BRIEFING_SMTP_SERVER",
    metavar="HOST[:PORT]",
    help="The mail server; default: BRIEFING_SMTP_SERVER.",
)
@click.option(
    "--security",
    type=click.Choice(list(_PORTS)),
    default="starttls",
    show_default=True,
    help="STARTTLS (port 587) or TLS from the start (port 465).",
)
@click.option(
    "--login-file",
    default="",
    metavar="FILE",
    help="User and password, a line each; default: BRIEFING_SMTP_USER, BRIEFING_SMTP_PASSWORD.",
)
@click.option(
    "--authorities",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False),
    help="Certificates to trust besides the system's (PEM).",
)
@click.option("--dry-run", is_flag=True, help="Write each mail as .eml below FOLDER; send none.")
@click.option("--if-changed", is_flag=True, help="Only where inputs changed since the last mail.")
@click.option(
    "--limit",
    default=10.0,
    show_default=True,
    type=options.Measure(0.001, 1000),
    metavar="MB",
    help="The largest mail, in megabytes.",
)
@click.option(
    "--tries",
    default=3,
    show_default=True,
    type=click.IntRange(1, 20),
    help="How often to try a mail that is put off.",
)
@click.option(
    "--pause",
    default=60.0,
    show_default=True,
    type=options.Measure(0, 3600),
    metavar="SECONDS",
    help="How long to wait between tries.",
)
@click.option(
    "--timeout",
    default=60.0,
    show_default=True,
    type=options.Measure(0.1, 600),
    metavar="SECONDS",
    help="How long to wait for an answer.",
)
def command(
    project: str,
    period: str,
    parameters: tuple[str, ...],
    languages: tuple[str, ...],
    style: str,
    strict: bool,
    as_json: bool,
    output: str,
    each: str,
    to: tuple[str, ...],
    sender: str,
    server: str,
    security: str,
    login_file: str,
    authorities: str | None,
    dry_run: bool,
    if_changed: bool,
    limit: float,
    tries: int,
    pause: float,
    timeout: float,
) -> int:
    """Mail the edition of PROJECT that stands in FOLDER, as last built, as attachments: to each
    recipient of the manifest's `send:` who hasn't got it yet, in the recipient's languages.

    Under embargo only the pre-release list gets it. What was sent to whom stands in
    FOLDER/<project>/sent.jsonl. The login is never an option and never in the manifest.

    Exit code 0, 1 with a finding (embargo, size), 3 without an edition, or 4 where the server
    refused, put off or lost a mail; the others are sent then.
    """
    from briefing.run.send import MEGABYTE, Post, send
    from briefing.workspace.mail import Security, Server
    from briefing.workspace.secrets import login

    place = None
    if not dry_run:
        host, port = _address(server, security)
        secret = login(login_file)
        place = Server(host, port, Security(security), secret, authorities or "", timeout)
    chosen = options.choices(period, parameters, languages, style)
    post = Post(
        place,
        *_people(sender, to),
        if_changed=if_changed,
        most=int(limit * MEGABYTE),
        tries=tries,
        pause=pause,
    )
    progress = terminal.Progress(wanted=not as_json)
    results = []
    for folder, one in _each(find(project), chosen, each):
        results.append(send(folder, output, one, post, progress=progress))
        progress.clear()
        if not as_json:
            _show(results[-1])
    if as_json:
        click.echo(json.dumps(_content(results), ensure_ascii=False, indent=2))
    return _exit_code(results, strict)


def _each(folders: Iterable[str], chosen: Choices, wanted: str) -> Iterator[tuple[str, Choices]]:
    """Each edition that is meant: its project and the choices that it was built with."""
    from briefing.run.each import each

    rows = options.written_table(wanted)
    for folder in folders:
        for one in each(folder, chosen, wanted, rows) if wanted else (chosen,):
            yield folder, one


def _people(sender: str, to: tuple[str, ...]) -> "tuple[Recipient | None, tuple[Recipient, ...]]":
    from briefing.project.readers.mailboxes import recipient

    try:
        return recipient(sender) if sender else None, tuple(map(recipient, to))
    except ValueError as error:
        raise click.UsageError(str(error)) from None


def _address(server: str, security: str) -> tuple[str, int]:
    """Host and port. Raises click.UsageError."""
    if not server:
        raise click.UsageError("no mail server: give --server or set BRIEFING_SMTP_SERVER")
    host, colon, port = server.rpartition(":")
    if not colon:
        return server, _PORTS[security]
    if not host or not port.isdecimal() or int(port) > 65535:
        raise click.UsageError(f"“{server}” is no HOST or HOST:PORT")
    return host.strip("[]"), int(port)


def _exit_code(results: "list[Posted]", strict: bool) -> int:
    findings = [f for posted in results for f in posted.outcome.findings]
    if any(f.code in _REMOTE_CODES for f in findings):
        return _REMOTE
    return report.exit_code([posted.outcome for posted in results], strict)


def _show(posted: "Posted") -> None:
    report.show(posted.outcome)
    for taken in posted.taken:
        files = ", ".join(enclosure.name for enclosure in taken.mail.enclosures)
        click.echo(f"{taken.mail.recipient.address}  sent  {files}")
    for address, path in posted.written:
        click.echo(f"{address}  written  {path}")
    for skipped in posted.skipped:
        click.echo(f"{skipped.address}  not sent: {skipped.why}")


def _content(results: "list[Posted]") -> dict[str, object]:
    return {
        "findings": report.findings(posted.outcome for posted in results),
        "sent": [
            {
                "project": posted.outcome.project,
                "to": taken.mail.recipient.address,
                "files": [enclosure.name for enclosure in taken.mail.enclosures],
                "message_id": taken.mail.identifier,
            }
            for posted in results
            for taken in posted.taken
        ],
        "written": [
            {"project": posted.outcome.project, "to": address, "path": path}
            for posted in results
            for address, path in posted.written
        ],
        "not_needed": [
            {"project": posted.outcome.project, "to": skipped.address, "why": skipped.why}
            for posted in results
            for skipped in posted.skipped
        ],
    }
