"""Services that publish figures: how each is asked, and what its reply must stand."""

from collections.abc import Mapping

from msgspec.structs import replace

from briefing.model import Origin, Table
from briefing.services import comtrade, pxweb, sdmx, url, world_bank
from briefing.services.codes import CODES
from briefing.services.request import RefusedError, Rows, Service, good, said
from briefing.services.url import NAMED

SERVICES: Mapping[str, Service] = {
    "world_bank": world_bank.SERVICE,
    "comtrade": comtrade.SERVICE,
    "sdmx": sdmx.SERVICE,
    "pxweb": pxweb.SERVICE,
    "url": url.SERVICE,
}


def only_asked(origin: Origin | None, table: Table) -> Table:
    """A table without the rows that its service sent unasked; a file that is nobody's reply as it
    is."""
    if origin is None:
        return table
    rows = tuple(SERVICES[origin.service].asked(origin, table.rows))
    return table if len(rows) == len(table.rows) else replace(table, rows=rows)


__all__ = [
    "CODES",
    "NAMED",
    "SERVICES",
    "RefusedError",
    "Rows",
    "Service",
    "good",
    "only_asked",
    "said",
]
