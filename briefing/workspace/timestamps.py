"""The door to a server of timestamps (RFC 3161, 3.4: over HTTP)."""

import urllib.error
import urllib.request

from briefing.model import BriefingError, ExitCode

_SCHEMES = ("https://", "http://")
_MOST = 1024 * 1024


def timestamped(address: str, request: bytes, timeout: float = 30) -> bytes:
    """The server's answer to a request, both as DER. Raises BriefingError: exit 2 for what is no
    web address, exit 4 where no answer can be had."""
    if not address.startswith(_SCHEMES):
        raise BriefingError(
            f"“{address}” is no server of timestamps",
            "Give --timestamp an https:// address.",
            ExitCode.USAGE,
        )
    asked = urllib.request.Request(
        address, data=request, headers={"Content-Type": "application/timestamp-query"}
    )
    try:
        with urllib.request.urlopen(asked, timeout=timeout) as answer:
            kind = answer.headers.get_content_type()
            content: bytes = answer.read(_MOST)
    except urllib.error.HTTPError as error:
        with error:
            raise _failed(address, f"it answers {error.code}") from error
    except (OSError, ValueError) as error:
        raise _failed(address, str(getattr(error, "reason", error))) from error
    if kind != "application/timestamp-reply":
        raise _failed(address, f"it answers with {kind}")
    return content


def _failed(address: str, why: str) -> BriefingError:
    return BriefingError(
        f"no timestamp from {address}: {why}",
        "The last edition is intact. Try again later, or sign without --timestamp.",
        ExitCode.REMOTE,
    )
