"""The one door to services of the web: bounded in size, time and tries; keys stay with hosts."""

import email.utils
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote, urljoin, urlsplit

from msgspec import Struct

from briefing.model import Refusal, Reply, Request
from briefing.workspace import installed
from briefing.workspace.clock import monotonic, wait
from briefing.workspace.inflated import Body, DamagedError, TooLargeError

_PASSING = (500, 502, 503, 504)
_MOVED = (301, 302, 303, 307, 308)
_HOPS = 5
_LOOPBACK = ("127.0.0.1", "::1", "localhost")


class FailedError(Refusal):
    """No reply that is of use: why, and what to do. It never holds a key."""


class _LaterError(Exception):
    """What may pass: to be tried again, after so many seconds where the service says so."""

    def __init__(self, message: str, after: float | None = None) -> None:
        super().__init__(message)
        self.message, self.after = message, after


class Bounds(Struct, frozen=True):
    """How long and how often a service is tried, how long between requests to one host (seconds),
    and how large a reply may be."""

    patience: float = 90.0
    attempts: int = 4
    timeout: float = 30.0
    most: int = 64 * 1024 * 1024
    pause: float = 0.5
    apart: float = 0.5


Ask = Callable[[Request], Reply]


@contextmanager
def door(bounds: Bounds, agent: str) -> Iterator[Ask]:
    """What asks services, while it is open: raises FailedError where nothing of use came.

    Only what may pass is tried again: a broken connection, 429 and 5xx; no other 4xx, for which
    some services shut a user out for days. Raises BriefingError without the extra `fetch`.
    """
    httpx2 = installed.extra("httpx2", "fetch", "replies of services")
    stamina = installed.extra("stamina", "fetch", "replies of services")
    truststore = installed.extra("truststore", "fetch", "replies of services")
    stamina.instrumentation.set_on_retry_hooks([])
    headers = {"User-Agent": agent, "Accept-Encoding": "gzip"}
    context, limit = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT), httpx2.Timeout(bounds.timeout)
    client = httpx2.Client(verify=context, timeout=limit, follow_redirects=False, headers=headers)
    asked: dict[str, float] = {}

    def ask(request: Request) -> Reply:
        until = monotonic() + bounds.patience
        host = _host(request.address)
        try:
            for attempt in stamina.retry_context(
                on=_pause,
                attempts=bounds.attempts,
                timeout=bounds.patience,
                wait_initial=bounds.pause,
                wait_max=10.0,
                wait_jitter=bounds.pause,
            ):
                with attempt:
                    wait(max(0.0, asked.get(host, 0.0) + bounds.apart - monotonic()))
                    asked[host] = monotonic()
                    return _once(httpx2, client, request, bounds, until)
        except _LaterError as error:
            hint = "it can't be reached now: try again later; the last file is as it was"
            raise FailedError(f"{host}: {error.message}", hint) from None
        raise AssertionError("a try either returns or raises")

    with client:
        yield ask


def _pause(error: Exception) -> bool | float:
    """Whether to try again, and after how many seconds where the service says so."""
    if not isinstance(error, _LaterError):
        return False
    return True if error.after is None else error.after


def _once(httpx2: Any, client: Any, request: Request, bounds: Bounds, until: float) -> Reply:
    """One try, with the redirects within the host."""
    address = request.address
    for name, key in request.keys.items():
        address = address.replace(f"{{{name}}}", quote(key, safe=""))
    for _ in range(_HOPS):
        _permit(address)
        try:
            reply = _sent(client, request, address, bounds, until)
        except httpx2.TimeoutException:
            raise _LaterError(f"no answer within {bounds.timeout:g} seconds") from None
        except httpx2.InvalidURL:
            raise FailedError("the address can't be read", "look at it letter by letter") from None
        except httpx2.TransportError as error:
            raise _broken(error, isinstance(error, httpx2.ConnectError)) from None
        except DamagedError as error:
            raise _LaterError(f"the reply was {error}") from None
        except TooLargeError:
            size = f"{bounds.most >> 20} MiB"
            raise FailedError(f"the reply is larger than {size}", "ask for less") from None
        if reply.status not in _MOVED:
            return reply
        address = _moved(address, reply, request)
    raise FailedError(f"{_host(address)} sends us round in circles", "look at it in a browser")


def _moved(address: str, reply: Reply, request: Request) -> str:
    """Where a redirect leads: another path of the same host; what is posted is not posted again."""
    target = urljoin(address, reply.headers.get("location", ""))
    hint = "if that is right, write the new address into the manifest"
    if _origin(target) != _origin(address):
        there = _host(target)
        if there == _host(address):
            there = f"{target.partition(':')[0]}://{urlsplit(target).netloc.rpartition('@')[2]}"
        message = f"{_host(address)} sends us on to another host, {there}"
        raise FailedError(message, hint)
    if request.body is not None and reply.status not in (307, 308):
        raise FailedError(f"{_host(address)} moved what is asked to {urlsplit(target).path}", hint)
    return target


def _sent(client: Any, request: Request, address: str, bounds: Bounds, until: float) -> Reply:
    headers = {**request.headers, **request.secret}
    if request.body is not None:
        headers["Content-Type"] = "application/json"
    method = "GET" if request.body is None else "POST"
    with client.stream(method, address, headers=headers, content=request.body) as response:
        status = int(response.status_code)
        found = {str(k).lower(): str(v) for k, v in response.headers.items()}
        _look(status, found, until)
        encoding = found.get("content-encoding", "").strip().lower()
        if encoding not in ("", "identity", "gzip"):
            message = f"the reply is packed by “{encoding[:40]}”, which wasn't asked for"
            raise FailedError(message, "look whether a proxy stands between")
        body = Body(encoding == "gzip", bounds.most)
        for chunk in response.iter_raw():
            body.add(chunk)
            if monotonic() > until:
                message = f"the reply was not whole after {bounds.patience:g} seconds"
                raise FailedError(message, "ask for less, or try again later")
    return Reply(status, body.whole(), found)


def _look(status: int, headers: dict[str, str], until: float) -> None:
    """Raise what may pass: with the pause that the service asks for, if there is patience."""
    if status != 429 and status not in _PASSING:
        return
    after = _after(headers.get("retry-after"))
    said = "too many requests" if status == 429 else "the service is not well"
    if after is not None and monotonic() + after > until:
        raise FailedError(
            f"HTTP {status}, {said}: it asks to wait {after:,.0f} seconds",
            "try again then, or ask for less; the last file is as it was",
        )
    raise _LaterError(f"HTTP {status}, {said}", after)


def _after(written: str | None) -> float | None:
    """The seconds that `Retry-After` asks for, as a number or a date."""
    text = (written or "").strip()
    if text.isascii() and text.isdecimal():
        return float(text[:9])
    try:
        until = email.utils.parsedate_to_datetime(text)
    except ValueError:
        return None
    if until.tzinfo is None:
        until = until.replace(tzinfo=UTC)
    return max(0.0, (until - datetime.now(UTC)).total_seconds())


def _broken(error: Exception, connecting: bool) -> Exception:
    """A connection that failed. Only what failed to connect is quoted: what was refused for its
    headers would quote a key."""
    said = str(error)[:160] if connecting else type(error).__name__
    if "certificate" in said.lower():
        return FailedError(
            f"its certificate is not to be trusted: {said}",
            "look at the clock of this machine and at its authorities; a proxy may stand between",
        )
    return _LaterError(f"the connection failed: {said}")


def _permit(address: str) -> None:
    """Let nothing but https out, and no login in an address; to this machine http will do."""
    try:
        parts = urlsplit(address)
        login = parts.username is not None
    except ValueError:
        raise FailedError("the address can't be read", "look at it letter by letter") from None
    if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in _LOOPBACK):
        message = f"{parts.hostname or 'the address'} is not asked by https"
        raise FailedError(message, "write https://…: what comes without it, anyone can change")
    if login:
        hint = "give a key by the environment or --keys-file"
        raise FailedError("the address holds a login", hint)


def _origin(address: str) -> tuple[str, str]:
    """What a key may be sent to: scheme, host and port."""
    parts = urlsplit(address)
    return parts.scheme, parts.netloc.rpartition("@")[2].lower()


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or "the service"
    except ValueError:
        return "the service"
