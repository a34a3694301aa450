"""What the environment may say to a build."""

import os
from datetime import UTC, date, datetime

from briefing.model import BriefingError, ExitCode


def source_date_epoch() -> date | None:
    """The day (UTC) of SOURCE_DATE_EPOCH, None where it is not set.

    Raises BriefingError (exit 2) if it is no number of seconds.
    """
    text = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not text:
        return None
    try:
        return datetime.fromtimestamp(int(text), UTC).date()
    except (ValueError, OverflowError, OSError):
        raise BriefingError(
            f"SOURCE_DATE_EPOCH is “{text[:40]}”, which is no number of seconds since 1970",
            "Set it to whole seconds (reproducible-builds.org), or unset it.",
            ExitCode.USAGE,
        ) from None


def without_plotting_settings() -> None:
    """Take away what would choose matplotlib's backend: it fails on a name that it doesn't know,
    and a briefing is drawn by none of its backends."""
    os.environ.pop("MPLBACKEND", None)
