"""Services that publish figures: how each is asked, and what its reply must stand."""

from collections.abc import Mapping

from briefing.services import comtrade, pxweb, sdmx, url, world_bank
from briefing.services.codes import CODES
from briefing.services.request import Asked, RefusedError, Service

SERVICES: Mapping[str, Service] = {
    "world_bank": world_bank.SERVICE,
    "comtrade": comtrade.SERVICE,
    "sdmx": sdmx.SERVICE,
    "pxweb": pxweb.SERVICE,
    "url": url.SERVICE,
}

__all__ = ["CODES", "SERVICES", "Asked", "RefusedError", "Service"]
