"""The one door to services of the web: bounded in size, time and tries; keys stay with hosts."""

import email.utils
import re
import ssl
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urljoin, urlsplit

from msgspec import Struct, field

from briefing.workspace import installed
from briefing.workspace.clock import monotonic

_SECRET = re.compile(r"(?i)([?&][^=&]*(?:key|token|secret|password|signature)[^=&]*)=[^&#]*")
_PASSING = (500, 502, 503, 504)
_MOVED = (301, 302, 303, 307, 308)
_HOPS = 5
_LOOPBACK = ("127.0.0.1", "::1", "localhost")


class Request(Struct, frozen=True):
    """What goes over the wire: posted as JSON where there is a body. `secret` are headers that
    hold a key."""

    address: str
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes | None = None
    secret: Mapping[str, str] = field(default_factory=dict)


class Reply(Struct, frozen=True):
    """What came: status, the bytes of the body (unpacked as its headers say), headers in small
    letters."""

    status: int
    body: bytes
    headers: Mapping[str, str]


class FailedError(Exception):
    """No reply that is of use: why, and what to do. It never holds a key."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


class _LaterError(Exception):
    """What may pass: to be tried again, after so many seconds where the service says so."""

    def __init__(self, message: str, after: float | None = None) -> None:
        super().__init__(message)
        self.message, self.after = message, after


class Bounds(Struct, frozen=True):
    """How long and how often a service is tried, in seconds, and how large a reply may be."""

    patience: float = 90.0
    attempts: int = 4
    timeout: float = 30.0
    most: int = 64 * 1024 * 1024
    pause: float = 0.5


Ask = Callable[[Request], Reply]


def redacted(address: str) -> str:
    """An address without the values of keys in it."""
    return _SECRET.sub(r"\1=…", address)


def door(bounds: Bounds, agent: str) -> Ask:
    """What asks services: raises FailedError where nothing of use came.

    Only what may pass is tried again: a broken connection, 429 and 5xx; no other 4xx, for which
    some services shut a user out for days. Raises BriefingError without the extra `fetch`.
    """
    httpx2 = installed.extra("httpx2", "fetch", "replies of services")
    stamina = installed.extra("stamina", "fetch", "replies of services")
    truststore = installed.extra("truststore", "fetch", "replies of services")
    stamina.instrumentation.set_on_retry_hooks([])
    context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    client = httpx2.Client(
        verify=context,
        timeout=httpx2.Timeout(bounds.timeout),
        follow_redirects=False,
        headers={"User-Agent": agent},
    )

    def ask(request: Request) -> Reply:
        until = monotonic() + bounds.patience
        try:
            for attempt in stamina.retry_context(
                on=_pause,
                attempts=bounds.attempts,
                timeout=bounds.patience,
                wait_initial=bounds.pause,
                wait_max=10.0,
            ):
                with attempt:
                    return _once(httpx2, client, request, bounds, until)
        except _LaterError as error:
            hint = "it is not to be reached now: try again later; the last file is as it was"
            raise FailedError(f"{_host(request.address)}: {error.message}", hint) from None
        raise AssertionError("a try either returns or raises")

    return ask


def _pause(error: Exception) -> bool | float:
    """Whether to try again, and after how many seconds where the service says so."""
    if not isinstance(error, _LaterError):
        return False
    return True if error.after is None else error.after


def _once(httpx2: Any, client: Any, request: Request, bounds: Bounds, until: float) -> Reply:
    address = request.address
    for _ in range(_HOPS):
        _permitted(address)
        try:
            reply = _sent(client, request, address, bounds, until)
        except httpx2.TimeoutException:
            raise _LaterError(f"no answer within {bounds.timeout:g} seconds") from None
        except (httpx2.TransportError, httpx2.DecodingError) as error:
            raise _broken(error) from None
        if reply.status not in _MOVED:
            return reply
        target = urljoin(address, reply.headers.get("location", ""))
        if urlsplit(target).hostname != urlsplit(address).hostname:
            raise FailedError(
                f"{_host(address)} sends us on to another host, {_host(target)}",
                "if that is right, write the new address into the manifest",
            )
        address = target
    raise FailedError(f"{_host(address)} sends us round in circles", "look at it in a browser")


def _sent(client: Any, request: Request, address: str, bounds: Bounds, until: float) -> Reply:
    headers = {**request.headers, **request.secret}
    if request.body is not None:
        headers["Content-Type"] = "application/json"
    method = "GET" if request.body is None else "POST"
    with client.stream(method, address, headers=headers, content=request.body) as response:
        status = int(response.status_code)
        found = {str(k).lower(): str(v) for k, v in response.headers.items()}
        _wait(status, found, until)
        body = bytearray()
        for chunk in response.iter_bytes():
            body += chunk
            if len(body) > bounds.most:
                size = f"{bounds.most >> 20} MiB"
                raise FailedError(f"the reply is larger than {size}", "ask for less")
            if monotonic() > until:
                message = f"the reply was not whole after {bounds.patience:g} seconds"
                raise FailedError(message, "ask for less, or try again later")
    length = found.get("content-length", "")
    if length.isdecimal() and "content-encoding" not in found and int(length) != len(body):
        raise _LaterError("the reply was cut off")
    return Reply(status, bytes(body), found)


def _wait(status: int, headers: Mapping[str, str], until: float) -> None:
    """Raise what may pass: with the pause that the service asks for, if there is patience."""
    if status != 429 and status not in _PASSING:
        return
    after = _after(headers.get("retry-after"))
    if after is not None and monotonic() + after > until:
        raise FailedError(
            f"the service answers HTTP {status} and asks to wait {after:,.0f} seconds",
            "try again then, or ask for less",
        )
    raise _LaterError(f"HTTP {status}, {_STATUS.get(status, 'the service is not well')}", after)


_STATUS = {429: "too many requests"}


def _after(written: str | None) -> float | None:
    if written is None:
        return None
    if written.strip().isdecimal():
        return float(written)
    try:
        until = email.utils.parsedate_to_datetime(written)
        return max(0.0, (until - datetime.now(UTC)).total_seconds())
    except (TypeError, ValueError):
        return None


def _broken(error: Exception) -> Exception:
    said = str(error)
    if "certificate" in said.lower():
        return FailedError(
            f"its certificate is not to be trusted: {said[:160]}",
            "look at the clock of this machine and at its authorities; a proxy may stand between",
        )
    return _LaterError(f"the connection failed: {type(error).__name__}")


def _permitted(address: str) -> None:
    parts = urlsplit(address)
    if parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _LOOPBACK):
        if parts.username is None:
            return
        hint = "give the key by the environment or --keys-file"
        raise FailedError("the address holds a login", hint)
    raise FailedError(f"“{redacted(address)[:80]}” is no https address", "write https://…")


def _host(address: str) -> str:
    return urlsplit(address).hostname or "the service"
