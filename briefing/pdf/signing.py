"""Signatures in a finished file: PAdES-B-B (ETSI EN 319 142-1, 6.3), with a timestamp PAdES-B-T.

The signature certifies the file: nothing may be changed after it (ISO 32000-1, 12.8.2.2, P 1). It
is written as an update behind the file, whose empty field waits for it. Signed files differ each
time, in the date and, by most keys, in the signature itself.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from io import BytesIO
from typing import TYPE_CHECKING, Any

from briefing.model.finding import BriefingError, ExitCode

if TYPE_CHECKING:
    from pyhanko.sign.signers import SimpleSigner
    from pyhanko.sign.timestamps import TimeStamper

FIELD = "Signature"

# Sends a request to a server of timestamps; gives its answer, both as DER.
Stamp = Callable[[bytes], bytes]


class Locked(BriefingError):  # noqa: N818
    """A key that can't be opened."""


@dataclass(frozen=True, slots=True)
class Key:
    """A key with its certificate: whose it is, the SHA-256 of the certificate, and when it is
    valid. The key itself is never shown."""

    name: str
    organisation: str
    fingerprint: str
    valid_from: datetime
    valid_to: datetime
    signer: SimpleSigner = field(repr=False)
    opened: tuple[bytes, bytes | None] = field(repr=False)

    def __reduce__(self) -> tuple[Any, ...]:
        """To a worker process of one's own it goes as its file, which is opened there again: what
        pyHanko makes of it doesn't bear the way."""
        return load, self.opened


def load(data: bytes, passphrase: bytes | None) -> Key:
    """The key in a PKCS#12 file. Raises Locked (exit 2) where it can't be opened, BriefingError
    (exit 2) where pyHanko isn't there."""
    signers = _pyhanko()
    try:
        signer = signers.SimpleSigner.load_pkcs12_data(data, (), passphrase)
        certificate = signer.signing_cert
        subject = certificate.subject.native
        validity = certificate["tbs_certificate"]["validity"].native
    except (ValueError, AttributeError, TypeError):
        # What went wrong in the depths may quote what must not be shown.
        why = (
            "it is no PKCS#12 file, or has a passphrase, and none is given"
            if passphrase is None
            else "it is no PKCS#12 file, or the passphrase is another"
        )
        raise Locked(
            f"the key can't be opened: {why}",
            "Give the passphrase by BRIEFING_SIGN_PASSPHRASE or --passphrase-file.",
            ExitCode.USAGE,
        ) from None
    return Key(
        *named(subject),
        sha256(certificate.dump()).hexdigest(),
        validity["not_before"],
        validity["not_after"],
        signer,
        (data, passphrase),
    )


def sign(data: bytes, key: Key, when: datetime, stamp: Stamp | None = None) -> bytes:
    """The file with its empty field signed, at a moment with an offset.

    Raises BriefingError: exit 2 where the certificate isn't valid at that moment.
    """
    signers = _pyhanko()
    import asyncio

    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter

    _in_time(key, when)
    metadata = signers.PdfSignatureMetadata(
        field_name=FIELD,
        md_algorithm="sha256",
        certify=True,
        docmdp_permissions=MDPPerm.NO_CHANGES,
        subfilter=SigSeedSubFilter.PADES,
    )
    made = signers.PdfSigner(
        metadata,
        key.signer,
        timestamper=_stamper(stamp) if stamp else None,
        stamp_style=_as_drawn(),
    )
    session_of = made.init_signing_session

    def at_that_moment(*arguments: Any, **named: Any) -> Any:
        session = session_of(*arguments, **named)
        session.system_time = when
        return session

    made.init_signing_session = at_that_moment
    output = BytesIO()
    writer = IncrementalPdfFileWriter(BytesIO(data))
    asyncio.run(made.async_sign_pdf(writer, existing_fields_only=True, output=output))
    return output.getvalue()


def _in_time(key: Key, when: datetime) -> None:
    if not key.valid_from <= when <= key.valid_to:
        raise BriefingError(
            f"the certificate of {key.name} is valid from {key.valid_from:%Y-%m-%d} to "
            f"{key.valid_to:%Y-%m-%d} only",
            "Sign with one that is valid now.",
            ExitCode.USAGE,
        )


def _as_drawn() -> Any:
    """Leaves the field as the page has it: its words stand there as tagged text."""
    from pyhanko.stamp import BaseStampStyle

    class AsDrawn(BaseStampStyle):
        """Makes nothing."""

        def create_stamp(self, *_: object) -> None:
            """No appearance."""

    return AsDrawn()


def _stamper(stamp: Stamp) -> TimeStamper:
    from asn1crypto import tsp
    from pyhanko.sign.timestamps import TimeStamper

    class Stamper(TimeStamper):
        """Asks the server through the workspace."""

        async def async_request_tsa_response(self, req: Any) -> Any:
            """The answer to a request."""
            return tsp.TimeStampResp.load(stamp(req.dump()))

    return Stamper()  # type: ignore[no-untyped-call]


def named(subject: Mapping[str, object]) -> tuple[str, str]:
    """The name and the organisation (may be empty) of a certificate's subject or issuer."""
    organisation = _plain(subject.get("organization_name") or "")
    return _plain(subject.get("common_name") or "") or organisation or "?", organisation


def _plain(value: object) -> str:
    """A name of a certificate, which may have several values."""
    first = value[0] if isinstance(value, list) else value
    return " ".join(str(first).split())


def _pyhanko() -> Any:
    try:
        from pyhanko.sign import signers
    except ImportError:
        raise BriefingError(
            "signing needs pyHanko, which isn’t installed",
            "pip install 'country-briefing[sign]'",
            ExitCode.USAGE,
        ) from None
    return signers
