"""Mailing an edition: what stands on the shelf, to whom, and what became of each mail."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from msgspec import Struct, structs

from briefing import model, project
from briefing.mail.deliver import Envelope, Mail, Taken, deliver, message, message_id
from briefing.mail.letter import letter
from briefing.run import embargo
from briefing.run.examine import outcome
from briefing.run.outcome import Outcome
from briefing.run.shelved import Edition, History, shelved
from briefing.workspace import Workspace, clock, folders
from briefing.workspace.journal import journal, keep
from briefing.workspace.mail import Server

MEGABYTE = 1_000_000
_JOURNAL = "sent.jsonl"
_OUTBOX = "outbox"


class Post(Struct, frozen=True):
    """How an edition is mailed; without a server each mail is written to a file.

    `sender` and `to` stand in the manifest's place; `most` is the largest mail in bytes; a mail
    that is put off is tried `tries` times, `pause` seconds apart.
    """

    server: Server | None
    sender: model.Recipient | None = None
    to: tuple[model.Recipient, ...] = ()
    if_changed: bool = False
    most: int = 10 * MEGABYTE
    tries: int = 3
    pause: float = 60


class Skipped(Struct, frozen=True):
    """Who needs no mail, and why."""

    address: str
    why: str


class Posted(Struct, frozen=True):
    """What became of the mails: taken by the server, written to files (address and path), not
    needed; and the findings."""

    outcome: Outcome
    taken: tuple[Taken, ...] = ()
    written: tuple[tuple[str, str], ...] = ()
    skipped: tuple[Skipped, ...] = ()


def send(
    folder: str,
    output: str,
    choices: model.Choices,
    post: Post,
    *,
    progress: Callable[[str], None] = lambda _: None,
    now: Callable[[], datetime] = clock.now,
) -> Posted:
    """Mail the edition of the project in a folder, as it stands below `output`, to each recipient
    who hasn't got it yet.

    Before the end of an embargo only those of its pre-release list get it. Raises BriefingError
    where there is no edition (exit 3), no sender or no recipient (exit 2), or another run is
    sending (exit 1).
    """
    workspace = Workspace(folder)
    spec, findings = project.read(workspace, choices)
    if spec is None or model.errors(findings):
        return Posted(outcome(workspace, findings))
    edition = shelved(spec, choices, output)
    sender = _sender(spec, post)
    wanted = _recipients(spec, post)
    allowed, refused = embargo.allowed(spec, edition.embargo, wanted, now())
    kept = folders.join(output, spec.name)
    with journal(folders.join(kept, _JOURNAL)) as book:
        history = History(kept, book)
        due, skipped = _due(edition, allowed, history, post.if_changed)
        mails = [_mail(spec, edition, to, sender, history, now()) for to in due]
        large = tuple(_too_large(mails, post.most))
        findings += refused + large
        if large or post.server is None:
            written = () if large else tuple(_kept(kept, edition, m) for m in mails)
            return Posted(outcome(workspace, findings), written=written, skipped=skipped)
        results = deliver(mails, post.server, post.tries, post.pause, progress)
        taken, failed = _noted(results, lambda one: history.add(edition, one, now()))
    return Posted(outcome(workspace, findings + failed), taken, skipped=skipped)


def _noted(
    results: Iterable[Taken | model.Finding], note: Callable[[Taken], None]
) -> tuple[tuple[Taken, ...], tuple[model.Finding, ...]]:
    """The mails that the server took, each noted as soon as it has, and why it took no others."""
    taken: list[Taken] = []
    failed: list[model.Finding] = []
    for result in results:
        if isinstance(result, model.Finding):
            failed.append(result)
        else:
            note(result)
            taken.append(result)
    return tuple(taken), tuple(failed)


def _sender(spec: model.Spec, post: Post) -> model.Recipient:
    sender = post.sender or spec.send.sender
    if sender is None:
        raise model.BriefingError(
            "nobody sends it",
            "Write “send: {from: …}” in the manifest, or give --from.",
            model.ExitCode.USAGE,
        )
    return sender


def _recipients(spec: model.Spec, post: Post) -> tuple[model.Recipient, ...]:
    """Each once, by address; a recipient of the command line has the languages that the manifest
    gives it."""
    listed = {_key(r): r for r in reversed((*spec.send.pre_release, *spec.send.to))}
    if post.to:
        return tuple({_key(r): _known(r, listed) for r in post.to}.values())
    if not listed:
        raise model.BriefingError(
            "nobody is to get it",
            "Write “send: {to: […]}” in the manifest, or give --to.",
            model.ExitCode.USAGE,
        )
    return tuple(reversed(listed.values()))


def _known(recipient: model.Recipient, listed: Mapping[str, model.Recipient]) -> model.Recipient:
    own = listed.get(_key(recipient), recipient)
    return structs.replace(own, name=recipient.name or own.name)


def _key(recipient: model.Recipient) -> str:
    return recipient.address.casefold()


def _due(
    edition: Edition, recipients: Sequence[model.Recipient], history: History, if_changed: bool
) -> tuple[list[model.Recipient], tuple[Skipped, ...]]:
    """Who hasn't got the edition, and why the others need no mail."""
    due, skipped = [], []
    for recipient in recipients:
        enclosures = edition.enclosures(recipient)
        if not enclosures:
            skipped.append(Skipped(recipient.address, "no language of this edition"))
        elif history.has(recipient.address, enclosures):
            skipped.append(Skipped(recipient.address, "has it already"))
        elif if_changed and history.inputs(recipient.address, edition.values) == edition.inputs:
            skipped.append(Skipped(recipient.address, "nothing changed since the last mail"))
        else:
            due.append(recipient)
    return due, tuple(skipped)


def _mail(
    spec: model.Spec,
    edition: Edition,
    recipient: model.Recipient,
    sender: model.Recipient,
    history: History,
    when: datetime,
) -> Mail:
    enclosures = edition.enclosures(recipient)
    spec = structs.replace(spec, public=edition.embargo is None)
    words = letter(
        spec,
        enclosures[0].language,
        edition.titles[enclosures[0].language],
        [enclosure.name for enclosure in enclosures],
        edition.record,
        history.last(recipient.address, edition.values),
    )
    envelope = Envelope(sender, recipient, spec.send.reply_to, when)
    data = message(words, envelope, enclosures)
    return Mail(sender, recipient, enclosures, message_id(envelope, enclosures), data)


def _too_large(mails: Sequence[Mail], most: int) -> Iterator[model.Finding]:
    for mail in mails:
        if len(mail.data) > most:
            parts = sorted(mail.enclosures, key=lambda e: len(e.data), reverse=True)
            listed = ", ".join(f"{e.name} {_megabytes(len(e.data))}" for e in parts)
            yield model.Finding(
                "B068",
                mail.recipient.place,
                f"the mail to {mail.recipient.address} has {_megabytes(len(mail.data))}, more than "
                f"{_megabytes(most)}: {listed}; a mail is a third larger than its files",
                "send fewer languages to each, or smaller pictures, or raise --limit as far as the "
                "servers on the way allow",
            )


def _megabytes(size: int) -> str:
    return f"{size / MEGABYTE:.1f} MB"


def _kept(kept: str, edition: Edition, mail: Mail) -> tuple[str, str]:
    """A mail written to a file: to whom it goes, and the file's path."""
    address = re.sub(r"[^A-Za-z0-9@._+-]", "_", mail.recipient.address)
    name = f"{edition.name}-{edition.values}" if edition.values else edition.name
    path = folders.join(kept, _OUTBOX, f"{name}.{address}.eml")
    keep(path, mail.data)
    return mail.recipient.address, path
