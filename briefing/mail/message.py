"""The mail with an edition: MIME by RFC 5322, 2045–2049 and 2231, made by the standard library."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage, MIMEPart
from email.policy import SMTP
from email.utils import format_datetime
from hashlib import sha256

from msgspec import Struct

from briefing.mail.letter import Letter
from briefing.model import UNSEEN, Recipient


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
