"""Judging PDFs: by veraPDF where it is there, else by the product's own checks; always the tags and
the signatures."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING

from briefing.verify import Fault, File, Signature, Unopened, check, lint, open_file, signed
from briefing.workspace import clock, verapdf

if TYPE_CHECKING:
    from asn1crypto.x509 import Certificate

from msgspec import Struct

_OWN = "briefing"
# The standards by veraPDF's names: what a finding and a person call them.
_STANDARDS = {
    "ua1": "PDF/UA-1",
    "ua2": "PDF/UA-2",
    "wt1a": "WTPDF-1 accessibility",
    "wt1r": "WTPDF-1 reuse",
}
_WELL_TAGGED = ("wt1a", "wt1r")
_HINT = "Look the clause up in the standard; --judge briefing may say what to do."


class Verdict(Struct, frozen=True):
    """What was found out about one file: by which judge (and why by no better one), by which
    standards, its faults (none means that it conforms and each signature holds), its signatures,
    and why these can't be read, if they can't."""

    path: str
    judge: str
    reason: str
    standards: tuple[str, ...]
    faults: tuple[Fault, ...]
    signatures: tuple[Signature, ...] = ()
    unread: str = ""


def verify(
    files: Iterable[tuple[str, bytes]],
    judge: str = "",
    trusted: tuple[Certificate, ...] = (),
    now: Callable[[], datetime] = clock.now,
) -> Iterator[Verdict]:
    """A verdict on each file (its name, its bytes); `judge` is `veraPDF`, `briefing`, or empty for
    the best there is.

    A file is judged by what its metadata claims, one that claims nothing by PDF/UA-1 and PDF/A-3a.
    The look at the tags is the product's own in any case. A signature's certificate must lead to
    one of those trusted, where any are given.
    """
    with _validator(judge) as (validator, reason):
        for path, data in files:
            yield _judged(path, data, validator, reason, trusted, now)


@contextmanager
def _validator(judge: str) -> Iterator[tuple[verapdf.VeraPDF | None, str]]:
    reason = "" if judge == _OWN else verapdf.missing()
    if judge == _OWN or reason:
        yield None, reason
        return
    with verapdf.VeraPDF() as validator:
        yield validator, ""


def _judged(
    path: str,
    data: bytes,
    validator: verapdf.VeraPDF | None,
    reason: str,
    trusted: tuple[Certificate, ...],
    now: Callable[[], datetime],
) -> Verdict:
    judge = "veraPDF" if validator else _OWN
    try:
        file = open_file(data)
    except Unopened as problem:
        fault = Fault("ISO 32000 7.5", problem.message, 0, problem.hint)
        return Verdict(path, _OWN, reason, (), (fault,))
    flavours = _flavours(file)
    faults: tuple[Fault, ...] | None = None
    if validator is not None:
        try:
            faults = tuple(f for name in flavours for f in _by_verapdf(validator, data, name))
        except RuntimeError as problem:
            judge, reason = _OWN, str(problem)
    if faults is None:
        faults = check(file)
        flavours = tuple(f for f in flavours if f not in _WELL_TAGGED)
    signatures, broken, unread = signed(file, trusted, now())
    standards = tuple(map(_named, flavours))
    found = faults + lint(file) + broken
    return Verdict(path, judge, reason, standards, found, signatures, unread)


def _flavours(file: File) -> tuple[str, ...]:
    """The standards by veraPDF's names: what is claimed, else those of the file's version."""
    usual = ("2", "4") if file.is_pdf2 else ("1", "3a")
    accessible = f"ua{file.claims.get('ua', usual[0])}"
    archival = file.claims.get("a", usual[1])
    found = (accessible, archival)
    return (*found, *_WELL_TAGGED) if accessible == "ua2" and file.is_well_tagged else found


def _by_verapdf(validator: verapdf.VeraPDF, data: bytes, flavour: str) -> Iterator[Fault]:
    """Each failed check once, with how many times it failed."""
    times: dict[tuple[str, str], int] = {}
    for failure in validator.judge(data, flavour):
        key = (failure.rule, failure.message)
        times[key] = times.get(key, 0) + 1
    for (rule, message), count in times.items():
        often = f" ({count} times)" if count > 1 else ""
        yield Fault(f"{_named(flavour)} {rule}", f"{message}{often}", 0, _HINT)


def _named(flavour: str) -> str:
    return _STANDARDS.get(flavour, f"PDF/A-{flavour}")
