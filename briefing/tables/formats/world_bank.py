"""The World Bank's JSON (API v2): a page of observations."""

from collections.abc import Iterator
from typing import Any

from briefing.tables.formats.content import Content, Given, gathered, unfit
from briefing.tables.formats.jsons import parsed, text


def read(given: Given) -> Content:
    """An observation a row, numbered in the order of the reply."""
    whole = parsed(given)
    if isinstance(whole, list) and whole and isinstance(whole[0], dict) and "message" in whole[0]:
        said = "; ".join(f"{m.get('key')}: {m.get('value')}" for m in whole[0]["message"])
        raise unfit(given, f"the World Bank says: {said}", "mend country, indicator or dates")
    if not (isinstance(whole, list) and len(whole) == 2 and isinstance(whole[1], list | None)):
        raise unfit(given, f"{given.file} is no reply of the World Bank's API v2", "fetch it again")
    return gathered(given, "1", _records(whole[1] or []))


def _records(observations: list[dict[str, Any]]) -> Iterator[tuple[int, dict[str, str]]]:
    for number, one in enumerate(observations, 1):
        yield (
            number,
            {
                "indicator": text(one["indicator"]["id"]),
                "country": text(one["country"]["id"]),
                "countryiso3code": text(one["countryiso3code"]),
                "date": text(one["date"]),
                "value": text(one["value"]),
                "unit": text(one.get("unit")),
                "obs_status": text(one.get("obs_status")),
            },
        )
