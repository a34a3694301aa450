"""What an embargo forbids before its end."""

from collections.abc import Iterator
from datetime import datetime

from briefing.model.finding import Finding, Severity
from briefing.model.spec import Spec


def public_too_early(spec: Spec, now: datetime) -> Iterator[Finding]:
    """The public version may not be made before the embargo ends. `now` has its offset."""
    if spec.public and spec.embargo and now < spec.embargo.until:
        yield Finding(
            "B066",
            Severity.ERROR,
            spec.embargo.place,
            f"embargoed until {written(spec.embargo.until)}; it is {written(now)}",
            "build the public version after that, or without --public the embargoed one",
        )


def written(when: datetime) -> str:
    """`2026-12-01 09:30+08:00`."""
    return when.isoformat(" ", "minutes")
