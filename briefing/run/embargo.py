"""What an embargo forbids before its end."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from briefing.model import Finding, Recipient, Spec


def public_too_early(spec: Spec, now: datetime) -> Iterator[Finding]:
    """The public version may not be made before the embargo ends. `now` has its offset."""
    if spec.public and spec.embargo and now < spec.embargo.until:
        yield Finding(
            "B066",
            spec.embargo.place,
            f"embargoed until {written(spec.embargo.until)}; it is {written(now)}",
            "build the public version after that, or without --public the embargoed one",
        )


def written(when: datetime) -> str:
    """`2026-12-01 09:30+08:00`."""
    return when.isoformat(" ", "minutes")


def allowed(
    spec: Spec, named: datetime | None, recipients: Sequence[Recipient], now: datetime
) -> tuple[tuple[Recipient, ...], tuple[Finding, ...]]:
    """Who may get the edition now, and a finding for each who may not: before the embargo's end,
    that of the manifest and that which the PDF names, only the pre-release list may."""
    ends = [end for end in (spec.embargo and spec.embargo.until, named) if end and now < end]
    if not ends:
        return tuple(recipients), ()
    early = {r.address.casefold() for r in spec.send.pre_release}
    may = tuple(r for r in recipients if r.address.casefold() in early)
    return may, tuple(_refused(r, max(ends), now) for r in recipients if r not in may)


def _refused(recipient: Recipient, until: datetime, now: datetime) -> Finding:
    return Finding(
        "B067",
        recipient.place,
        f"not sent to {recipient.address}: embargoed until {written(until)}; it is {written(now)}",
        "send again after that; who may get it before stands in “send: {pre_release: […]}”",
    )
