"""What an edition knows."""

from datetime import date

from briefing.model import Period, Spec


def known(spec: Spec, period: Period, as_of: date | None) -> bool:
    """Whether a row exists in the edition: its period has ended by the end of the edition's, and
    it was published (`as_of`) by the day the edition is released."""
    if period.end > spec.period.end:
        return False
    return as_of is None or spec.released is None or as_of <= spec.released
