"""The one clock. Only what sends, signs or ends an embargo looks at it."""

import time
from datetime import UTC, datetime


def now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)


def wait(seconds: float) -> None:
    """Let so much time pass."""
    time.sleep(seconds)


def monotonic() -> float:
    """Seconds that only grow, to measure how long something takes."""
    return time.monotonic()
