"""The mail with an edition (MIME by RFC 5322, 2045–2049 and 2231), handed to the server one after
the other; what is put off is tried again."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage, MIMEPart
from email.policy import SMTP
from email.utils import format_datetime
from hashlib import sha256

from msgspec import Struct

from briefing.mail.letter import Letter
from briefing.model import UNSEEN, Finding, Recipient
from briefing.workspace import clock
from briefing.workspace.mail import Answer, Delivery, Line, Server, Unreached


class Enclosure(Struct, frozen=True):
    """A PDF that goes with a letter."""

    name: str
    language: str
    data: bytes


class Envelope(Struct, frozen=True):
    """Who writes to whom, and when."""

    sender: Recipient
    recipient: Recipient
    reply_to: Recipient | None
    when: datetime


def message(letter: Letter, envelope: Envelope, enclosures: Sequence[Enclosure]) -> bytes:
    """The whole mail, lines ending in CR LF.

    Its Message-ID is made of the addresses and what is enclosed: the same edition mailed again to
    the same recipient is known as one mail. No text can add a header: what isn't seen becomes a
    space.
    """
    mail = EmailMessage(policy=SMTP)
    mail["From"] = _address(envelope.sender)
    mail["To"] = _address(envelope.recipient)
    if envelope.reply_to:
        mail["Reply-To"] = _address(envelope.reply_to)
    mail["Subject"] = _line(letter.subject)
    mail["Date"] = format_datetime(envelope.when)
    mail["Message-ID"] = message_id(envelope, enclosures)
    mail["Auto-Submitted"] = "auto-generated"
    mail.set_content(letter.text, cte="quoted-printable")
    mail.add_alternative(letter.html, subtype="html", cte="quoted-printable")
    for enclosure in enclosures:
        mail.add_attachment(
            enclosure.data, maintype="application", subtype="pdf", filename=_line(enclosure.name)
        )
        _last(mail)["Content-Language"] = enclosure.language
    mail["Content-Language"] = ", ".join(dict.fromkeys(e.language for e in enclosures))
    return mail.as_bytes()


def message_id(envelope: Envelope, enclosures: Sequence[Enclosure]) -> str:
    """The same for the same addresses and files."""
    parts = [envelope.sender.address, envelope.recipient.address, *digests(enclosures).values()]
    made = sha256("\n".join(parts).encode()).hexdigest()[:40]
    return f"<{made}@{envelope.sender.address.rpartition('@')[2]}>"


def digests(enclosures: Sequence[Enclosure]) -> Mapping[str, str]:
    """SHA-256 of each file, by its name."""
    return {e.name: sha256(e.data).hexdigest() for e in enclosures}


def _last(mail: EmailMessage) -> MIMEPart:
    return list(mail.iter_attachments())[-1]


def _address(recipient: Recipient) -> Address:
    return Address(_line(recipient.name), addr_spec=recipient.address)


def _line(text: str) -> str:
    """In one line, without what isn't seen."""
    return " ".join(UNSEEN.sub(" ", text).split())


class Mail(Struct, frozen=True):
    """One mail to one recipient, ready to go."""

    sender: Recipient
    recipient: Recipient
    enclosures: tuple[Enclosure, ...]
    identifier: str
    data: bytes


class Taken(Struct, frozen=True):
    """A mail that the server has taken."""

    mail: Mail


def deliver(
    mails: Sequence[Mail],
    server: Server,
    tries: int,
    pause: float,
    progress: Callable[[str], None],
) -> Iterator[Taken | Finding]:
    """Each mail that is taken, at once; at the end a finding for each that is not.

    A mail that is put off (greylisting) or whose line is lost is tried again after all others,
    `tries` times in all, `pause` seconds between the rounds.
    """
    waiting = list(mails)
    why: dict[str, Finding] = {}
    for attempt in range(tries):
        if not waiting:
            break
        if attempt:
            progress(f"{len(waiting)} put off; trying again in {pause:g} seconds")
            clock.wait(pause)
        again: list[Mail] = []
        for mail, result in _round(waiting, server, progress):
            if isinstance(result, Unreached):
                why[mail.identifier] = _unreached(mail, result)
                # A login or certificate that is refused once is refused again, and may be locked.
                if result.code == "B060":
                    again.append(mail)
            elif result.delivery is Delivery.TAKEN:
                why.pop(mail.identifier, None)
                yield Taken(mail)
            else:
                why[mail.identifier] = _finding(mail, result)
                if result.delivery is not Delivery.REFUSED:
                    again.append(mail)
        waiting = again
    yield from why.values()


def _round(
    mails: Sequence[Mail], server: Server, progress: Callable[[str], None]
) -> Iterator[tuple[Mail, Answer | Unreached]]:
    """One try of each, over as few lines as possible: a lost one is opened anew."""
    waiting = list(mails)
    while waiting:
        try:
            with Line(server) as line:
                while waiting:
                    mail = waiting[0]
                    progress(f"sending to {mail.recipient.address}")
                    answer = line.deliver(mail.sender.address, mail.recipient.address, mail.data)
                    waiting.pop(0)
                    yield mail, answer
                    if answer.delivery is Delivery.LOST:
                        break
        except Unreached as problem:
            yield from ((mail, problem) for mail in waiting)
            return


def _unreached(mail: Mail, problem: Unreached) -> Finding:
    message = f"not sent to {mail.recipient.address}: {problem.message}"
    return Finding(problem.code, mail.recipient.place, message, problem.hint)


def _finding(mail: Mail, answer: Answer) -> Finding:
    address, place = mail.recipient.address, mail.recipient.place
    if answer.delivery is Delivery.REFUSED:
        message = f"the server refuses the mail to {address}: {answer.text}"
        return Finding("B063", place, message, "mend the address, or ask who runs that server")
    if answer.delivery is Delivery.DEFERRED:
        message = f"the server put off the mail to {address}: {answer.text}"
        return Finding(
            "B064",
            place,
            message,
            "send again later: only those who haven't got it get it then",
        )
    message = f"the line was lost during the mail to {address}: {answer.text}"
    return Finding(
        "B065",
        place,
        message,
        "send again: if it did arrive, the second has the same Message-ID",
    )
