"""An edition's signature: what the page says of it, and the file signed last of all."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from msgspec import Struct, structs

from briefing import language
from briefing.model import Document, Signature
from briefing.pdf.signing import Key, Locked, load, sign
from briefing.workspace import secrets
from briefing.workspace.timestamps import timestamped

if TYPE_CHECKING:
    from briefing.layout import Pages


class Signing(Struct, frozen=True):
    """With which key, whether the page says so, and by which server of timestamps, if any."""

    key: Key
    visible: bool = True
    timestamps: str = ""


def signing(
    file: str,
    passphrase_file: str,
    visible: bool,
    timestamps: str,
    ask: Callable[[], bytes] | None = None,
) -> Signing:
    """With the key of a PKCS#12 file; somebody there is asked for a passphrase that no file and no
    variable says. Raises BriefingError (exit 2) where it can't be opened."""
    data, passphrase = secrets.read(file), secrets.passphrase(passphrase_file)
    try:
        key = load(data, passphrase)
    except Locked:
        if ask is None or passphrase is not None:
            raise
        key = load(data, ask())
    return Signing(key, visible, timestamps)


def announced(document: Document, by: Signing, when: datetime) -> Document:
    """The document with what it says of its signature."""
    says = language.words(document.language).letter
    key = by.key
    name = f"{key.name}, {key.organisation}" if key.organisation not in ("", key.name) else key.name
    moment = language.moment(when, document.language)
    text = says.signed.format(name=name, moment=moment) if by.visible else ""
    return structs.replace(document, signature=Signature(text, says.signature.format(name=name)))


def signed(pages: Pages, by: Signing, when: datetime) -> Pages:
    """The pages signed. Raises BriefingError: exit 2 where the certificate isn't valid then, exit 4
    where no timestamp can be had."""

    def stamp(request: bytes) -> bytes:
        return timestamped(by.timestamps, request)

    data = sign(pages.data, by.key, when, stamp if by.timestamps else None)
    return structs.replace(pages, data=data)
