"""A signature that was there: what a file still says of one that stands in no field any more."""

import re
from collections.abc import Iterator

import pikepdf

from briefing.language import GRAMMARS, words
from briefing.model import BriefingError, decode
from briefing.pdf.reading.attached import attachments
from briefing.pdf.reading.file import Fault, File

_RANGE = re.compile(rb"/ByteRange\s*\[\s*\d+\s+\d+\s+\d+\s+\d+")
_RECORD = "record.json"
_HINT = "Get the file anew from who is said to have signed it; trust none of this."


def taken_out(file: File, standing: int) -> Iterator[Fault]:
    """One fault where the file says that it was signed, and nothing `standing` in a field bears it
    out: a certification in the catalog, a signature that no field has, a line of its first page, or
    the record inside."""
    reason = _certified(file.pdf) or _loose(file.pdf)
    if not reason and not standing:
        reason = _covered(file.data) or _recorded(file.data) or _printed(file)
    if reason:
        yield Fault("B512", f"a signature was taken out of this file: {reason}", 0, _HINT)


def _certified(pdf: pikepdf.Pdf) -> str:
    permissions = pdf.Root.get("/Perms")
    if not isinstance(permissions, pikepdf.Dictionary) or "/DocMDP" not in permissions:
        return ""
    signature = permissions["/DocMDP"]
    held = {_number(value) for value in _values(pdf)}
    fine = isinstance(signature, pikepdf.Dictionary) and _number(signature) in held
    return "" if fine else "its catalog names a certification that stands in no field"


def _loose(pdf: pikepdf.Pdf) -> str:
    """A signature that is nobody's value (ISO 32000-1, 12.8.1)."""
    held = {_number(value) for value in _values(pdf)}
    for one in pdf.objects:
        is_signature = isinstance(one, pikepdf.Dictionary) and "/ByteRange" in one
        if is_signature and "/Contents" in one and _number(one) not in held:
            return "it holds a signature that stands in no field"
    return ""


def _covered(data: bytes) -> str:
    """A signature of an earlier state of the file, over which another was written."""
    return "an earlier state of it was signed" if _RANGE.search(data) else ""


def _values(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Dictionary]:
    """The values of all fields, wherever in the file these stand."""
    for one in pdf.objects:
        if isinstance(one, pikepdf.Dictionary) and one.get("/FT") == "/Sig":
            value = one.get("/V")
            if isinstance(value, pikepdf.Dictionary):
                yield value


def _number(one: pikepdf.Object) -> object:
    """What tells an object from others; of one that stands inside another, itself."""
    return one.objgen if one.is_indirect else one.unparse()


def _recorded(data: bytes) -> str:
    """What the edition's own record says: `choices.signed` is the certificate's SHA-256."""
    try:
        record = decode(attachments(data).get(_RECORD, b""))
    except (BriefingError, ValueError):
        return ""
    signed = record.choices.get("signed")
    if not isinstance(signed, str) or not signed:
        return ""
    return f"its record says that it was signed, by the certificate with the SHA-256 {signed}"


def _printed(file: File) -> str:
    """A line of the first page that says who signed."""
    first = next((page for page in file.pages if page.number == 1), None)
    if first is None:
        return ""
    text = " ".join(" ".join(run.text for run in first.runs).split())
    for language in GRAMMARS:
        pieces = re.split(r"\{\w+\}", words(language).letter.signed)
        pattern = r".{1,200}?".join(re.escape(piece.strip()) + r"\s*" for piece in pieces)
        if re.search(pattern, text):
            return f"its first page says “{pieces[0].strip()} …”"
    return ""
