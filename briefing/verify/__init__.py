"""Judges a PDF: the clauses of its standards in Python, and a look at the tags of our own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

import pikepdf

from briefing.model import Refusal
from briefing.pdf.reading.file import MALFORMED, Fault, File
from briefing.verify import catalog, fonts, links, marks, order, signatures, tables, tags, words
from briefing.verify.codes import CODES
from briefing.verify.signature import Later, Signature, Trust, faults
from briefing.verify.signatures import roots
from briefing.verify.taken_out import taken_out

__all__ = [
    "CHECKS",
    "CODES",
    "LINTS",
    "MALFORMED",
    "Fault",
    "File",
    "Later",
    "Signature",
    "Trust",
    "Unopened",
    "check",
    "lint",
    "open_file",
    "roots",
    "signed",
]

if TYPE_CHECKING:
    from asn1crypto.x509 import Certificate

# By clause of the standards; veraPDF sees these too, and more.
CHECKS: Mapping[str, Callable[[File], Iterator[Fault]]] = {
    "declared": catalog.declared,
    "titled": catalog.titled,
    "tagged": catalog.tagged,
    "coloured": catalog.coloured,
    "quiet": catalog.quiet,
    "attached": catalog.attached,
    "marked": marks.marked,
    "placed": tags.placed,
    "described": tags.described,
    "headed": tags.headed,
    "noted": tags.noted,
    "listed": tags.listed,
    "regular": tables.regular,
    "scoped": tables.scoped,
    "annotated": links.annotated,
    "embedded": fonts.embedded,
    "readable": fonts.readable,
}
# What no validator sees.
LINTS: Mapping[str, Callable[[File], Iterator[Fault]]] = {
    "loose": words.loose,
    "headed": words.headed,
    "run_together": words.run_together,
    "lost": words.lost,
    "disordered": order.disordered,
    "out_of_turn": order.out_of_turn,
    "backwards": order.backwards,
    "repeated": words.repeated,
    "senseless": words.senseless,
}


# What reading an entry raises that isn't what the standard says.

_ANEW = "Write the file anew."


class Unopened(Refusal):
    """Bytes that are no PDF that can be read."""


def open_file(data: bytes) -> File:
    """The PDF of these bytes. Raises Unopened for what is none, or needs a password."""
    try:
        file = File(data)
        len(file.claims)
        return file
    except pikepdf.PasswordError:
        raise Unopened("it can’t be read without a password", _ANEW) from None
    except (*MALFORMED, RuntimeError) as error:
        raise Unopened(f"it is no PDF that can be read{_told(error)}", _ANEW) from None


def check(file: File) -> tuple[Fault, ...]:
    """What is wrong by the clauses of PDF/UA and PDF/A that the file claims (PDF/UA-1 and PDF/A-3
    where it claims none), in order of page."""
    return _all(file, CHECKS)


def lint(file: File) -> tuple[Fault, ...]:
    """What is wrong with the tags beyond what validators see, in order of page."""
    return _all(file, LINTS)


def signed(
    file: File, trusted: tuple[Certificate, ...], now: datetime
) -> tuple[tuple[Signature, ...], tuple[Fault, ...], str]:
    """The file's signatures, what is wrong with them, and why they can't be read, if they can't.

    `trusted` are certificates whose chains count; without any nobody is asked for, and nobody
    trusted. `now` is the moment at which certificates without a trusted timestamp must be valid.
    """
    count = signatures.count(file.pdf)
    gone = tuple(_found(file, lambda file: taken_out(file, count)))
    if not count:
        return (), gone, ""
    if not signatures.readable():
        return (), gone, signatures.LACKING
    try:
        found = signatures.read(file.data, trusted, now)
    except ValueError as problem:
        return (), (*gone, _unreadable(_told(problem))), ""
    judged = tuple(fault for one in found for fault in faults(one))
    unread = () if len(found) >= count else (_unreadable(""),)
    return found, (*gone, *judged, *unread), ""


def _unreadable(why: str) -> Fault:
    return Fault("B508", f"a signature can’t be read{why}", 0, "Get the file anew.")


def _told(error: BaseException) -> str:
    """What the reader of PDFs says of a file; nothing that Python says of our code."""
    cause = error.__cause__ or error
    if not isinstance(cause, pikepdf.PdfError):
        return ""
    text = str(cause)
    return f": {text.partition('>: ')[2] or text}"  # after the stream's address in memory


def _all(file: File, checks: Mapping[str, Callable[[File], Iterator[Fault]]]) -> tuple[Fault, ...]:
    found = [fault for look in checks.values() for fault in _found(file, look)]
    return tuple(sorted(dict.fromkeys(found), key=lambda f: (f.page, f.code, f.message)))


def _found(file: File, look: Callable[[File], Iterator[Fault]]) -> list[Fault]:
    """The faults that one look finds; a file whose objects are of the wrong kinds has one more."""
    found = []
    try:
        for fault in look(file):
            found.append(fault)  # noqa: PERF402
    except MALFORMED as error:
        message = f"an object of the file is not of its kind{_told(error)}"
        found.append(Fault("ISO 32000 7.3", message, 0, "Write the file anew."))
    return found
