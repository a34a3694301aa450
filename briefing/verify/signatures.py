"""The signatures of a PDF: who signed, whether the bytes are still those, what came after, and
whether the certificate leads to a root that is trusted.

By pyHanko: ETSI EN 319 102-1, 5.2 for the signature, ISO 32000-2, 12.8.2.2 for what a
certification permits. Nothing is fetched: that a certificate was revoked is known only where the
file says it.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pikepdf

from briefing.model import BriefingError, ExitCode
from briefing.pdf.signing import named
from briefing.verify.later import has_stray_objects, restated
from briefing.verify.signature import Later, Signature, Trust

if TYPE_CHECKING:
    from asn1crypto.x509 import Certificate
    from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

LACKING = "reading signatures needs pyHanko: pip install 'country-briefing[sign]'"
_DEEP = 20


def roots(data: bytes) -> tuple[Certificate, ...]:
    """The certificates in a PEM or DER file. Raises BriefingError (exit 2)."""
    if not readable():
        raise BriefingError("trust can’t be looked at", f"{LACKING}.", ExitCode.USAGE)
    from pyhanko.keys import load_certs_from_pemder_data

    try:
        found = tuple(load_certs_from_pemder_data(data))
        for certificate in found:
            _subject(certificate)
    except (ValueError, TypeError):
        found = ()
    if not found:
        raise BriefingError(
            "the file of trusted roots holds no certificate",
            "Give --trust the roots’ certificates as PEM: “-----BEGIN CERTIFICATE-----” …",
            ExitCode.USAGE,
        )
    return found


def readable() -> bool:
    """Whether pyHanko is there."""
    try:
        import pyhanko  # noqa: F401
    except ImportError:
        return False
    return True


def count(pdf: pikepdf.Pdf) -> int:
    """How many signatures a file has, whoever can read them."""
    form = pdf.Root.get("/AcroForm")
    fields = form.get("/Fields") if isinstance(form, pikepdf.Dictionary) else None
    return sum(1 for _ in _fields(fields, "", _DEEP))


def _fields(fields: object, kind: str, deep: int) -> Iterator[pikepdf.Dictionary]:
    if not isinstance(fields, pikepdf.Array) or not deep:
        return
    for field in fields:
        if isinstance(field, pikepdf.Dictionary):
            own = str(field.get("/FT", kind))
            if own == "/Sig" and isinstance(field.get("/V"), pikepdf.Dictionary):
                yield field
            yield from _fields(field.get("/Kids"), own, deep - 1)


def read(data: bytes, trusted: tuple[Certificate, ...], now: datetime) -> tuple[Signature, ...]:
    """Every signature of a file, the first first.

    Raises ValueError for signatures that can't be read.
    """
    from pyhanko.pdf_utils.reader import PdfFileReader

    with _quiet():
        try:
            found = PdfFileReader(BytesIO(data), strict=False).embedded_signatures
            return tuple(asyncio.run(_looked_at(data, one, trusted, now)) for one in found)
        except Exception as error:  # spoilt files raise what zlib, ASN.1 and others raise
            raise ValueError("it is malformed") from error


async def _looked_at(
    data: bytes, embedded: EmbeddedPdfSignature, trusted: tuple[Certificate, ...], now: datetime
) -> Signature:
    stamp_only = str(embedded.sig_object.get("/Type", "/Sig")) == "/DocTimeStamp"
    judge = _timestamp if stamp_only else _signature
    status = await judge(embedded, trusted, now)
    stamp = status if stamp_only else status.timestamp_validity
    sound = stamp is not None and stamp.intact and stamp.valid
    if sound and not stamp_only and stamp.trusted:
        # A trusted server saw the signature then: the certificate need not be valid any more.
        status = await judge(embedded, trusted, stamp.timestamp)
    certificate = status.signing_cert
    subject = _subject(certificate)
    validity = certificate["tbs_certificate"]["validity"].native
    trust = _trust(status, trusted)
    stray = has_stray_objects(data)
    signed = bool(status.intact and status.valid)
    return Signature(
        *subject,
        fingerprint=certificate.sha256.hex(),
        at=stamp.timestamp if sound else embedded.self_reported_timestamp,
        stamped=_subject(stamp.signing_cert)[0] if sound else "",
        stamp_trusted=sound and stamp.trusted,
        holds=status.intact and status.valid and (stamp is None or sound),
        later=_later(status, stray),
        valid_from=validity["not_before"],
        valid_to=validity["not_after"],
        issuer=", ".join(filter(None, named(certificate.issuer.native))),
        trust=trust,
        distrust=_why_not(status) if trust in (Trust.UNTRUSTED, Trust.UNASKED) else "",
        restated=restated(data, _end(embedded)) if signed else (),
    )


def _end(embedded: EmbeddedPdfSignature) -> int:
    """Where what was signed ends."""
    *_, start, length = map(int, embedded.byte_range)
    return start + length


async def _signature(embedded: Any, trusted: tuple[Certificate, ...], moment: datetime) -> Any:
    from pyhanko.sign.validation.pdf_embedded import async_validate_pdf_signature
    from pyhanko.sign.validation.settings import KeyUsageConstraints

    # Many who sign have a certificate for one of the two uses only.
    uses = KeyUsageConstraints(key_usage={"non_repudiation", "digital_signature"})
    context = _context(trusted, moment)
    return await async_validate_pdf_signature(embedded, context, key_usage_settings=uses)


async def _timestamp(embedded: Any, trusted: tuple[Certificate, ...], moment: datetime) -> Any:
    from pyhanko.sign.validation.pdf_embedded import async_validate_pdf_timestamp

    return await async_validate_pdf_timestamp(embedded, _context(trusted, moment))


def _context(trusted: tuple[Certificate, ...], moment: datetime) -> Any:
    from pyhanko_certvalidator import ValidationContext

    return ValidationContext(trust_roots=list(trusted), moment=moment, allow_fetching=False)


def _later(status: Any, stray: bool) -> Later:
    from pyhanko.sign.diff_analysis import ModificationLevel
    from pyhanko.sign.validation.status import SignatureCoverageLevel

    if status.coverage == SignatureCoverageLevel.ENTIRE_FILE:
        return Later.NOTHING
    if stray or not status.docmdp_ok:
        return Later.FORBIDDEN
    level = status.modification_level
    filled = level is not None and level >= ModificationLevel.FORM_FILLING
    return Later.FILLED if filled else Later.PERMITTED


def _trust(status: Any, trusted: tuple[Certificate, ...]) -> Trust:
    if status.trusted:
        return Trust.TRUSTED
    if not (status.intact and status.valid):
        return Trust.MOOT  # pyHanko then looks at no chain
    return Trust.UNTRUSTED if trusted else Trust.UNASKED


def _why_not(status: Any) -> str:
    """Why a chain isn't trusted, by the subindication of ETSI EN 319 102-1, table 6."""
    name = status.trust_problem_indic.name if status.trust_problem_indic else ""
    if status.revoked:
        return "it was revoked"
    if status.signing_cert.not_valid_after < status.validation_time:
        return "it has expired, and no trusted timestamp says that it signed before"
    return next((why for part, why in _WHY.items() if name.startswith(part)), "it leads to no root")


_WHY = {
    "CRYPTO_CONSTRAINTS": "its algorithms are no longer held to be safe",
    "CHAIN_CONSTRAINTS": "a certificate on the way may not be used for this",
    "CERTIFICATE_CHAIN_GENERAL": "a certificate on the way to the root isn’t valid",
}


def _subject(certificate: Certificate) -> tuple[str, str]:
    return named(certificate.subject.native)


@contextmanager
def _quiet() -> Iterator[None]:
    """Without pyHanko's log: what it warns of is in its results."""
    loggers = [logging.getLogger(name) for name in ("pyhanko", "pyhanko_certvalidator")]
    before = [(logger.propagate, logger.handlers) for logger in loggers]
    for logger in loggers:
        logger.propagate, logger.handlers = False, [logging.NullHandler()]
    try:
        yield
    finally:
        for logger, (propagate, handlers) in zip(loggers, before, strict=True):
            logger.propagate, logger.handlers = propagate, handlers
