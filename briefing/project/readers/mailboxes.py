"""Addresses of mail, as `send:` and the command line have them."""

import re

from briefing.model import UNSEEN, Phrase, Place, Recipient
from briefing.project.readers.refusal import phrase, refuse
from briefing.workspace import shown

# A name before an address in angle brackets, without the quotes that RFC 5322 wants around a comma.
_NAMED = re.compile(r'([^"<>@]*)<([^<>]*)>\s*')
# RFC 5321, 4.1.2: a dot-string before the sign, letters, digits and hyphens after it.
_LOCAL = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
_LABEL = re.compile(r"[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?")
# RFC 5321, 4.5.3.1.
_LONGEST_LOCAL, _LONGEST_DOMAIN, _LONGEST_LABEL = 64, 255, 63
_HINT = "write name@example.org or “Name <name@example.org>”, one in each entry"


def mailbox(value: object) -> Recipient:
    """An address of mail, perhaps with a name: `desk@mfa.example`, `The Desk <desk@mfa.example>`.

    A domain in other letters is written as the network has it (`xn--…`).
    """
    words = phrase(value)
    name, address = _parts(words.text)
    local, _, domain = address.rpartition("@")
    network = _network(domain)
    if UNSEEN.search(words.text) or not _is_local(local) or not network:
        raise refuse("B036", f"“{shown(words.text)}” is no address of mail", _HINT, words.place)
    return Recipient(f"{local}@{network}", words.place, " ".join(name.split()))


def recipient(text: str) -> Recipient:
    """A recipient of the command line. Raises ValueError for what is no address."""
    try:
        return mailbox(Phrase(text, Place("<command line>")))
    except ValueError:
        raise ValueError(f"“{shown(text)}” is no address of mail") from None


def _parts(text: str) -> tuple[str, str]:
    """The name and the address; both empty where there are several."""
    named = _NAMED.fullmatch(text)
    if named:
        return named[1], named[2]
    # Loaded late: it brings what speaks to networks.
    from email.utils import getaddresses

    found = getaddresses([text])
    return found[0] if len(found) == 1 else ("", "")


def _is_local(local: str) -> bool:
    return len(local) <= _LONGEST_LOCAL and _LOCAL.fullmatch(local) is not None


def _network(domain: str) -> str:
    """The domain as the network has it; empty for what is none."""
    try:
        ascii_domain = domain.encode("idna").decode()
    except UnicodeError:
        return ""
    labels = ascii_domain.split(".")
    good = all(_LABEL.fullmatch(label) and len(label) <= _LONGEST_LABEL for label in labels)
    return ascii_domain if good and len(ascii_domain) <= _LONGEST_DOMAIN else ""
