"""The services of the web on the loopback: a proxy that answers for every host, by TLS, what a test
has laid down for it. The product speaks to it as to any proxy (HTTPS_PROXY, SSL_CERT_FILE), so that
nothing in it knows of tests."""

import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import trustme
from msgspec import Struct, field


class Answer(Struct, frozen=True):
    """What a service answers: `cut` after so many bytes of the body, `slow` by so many seconds
    before it, `dribble` seconds between its bytes; without `told` the length isn't said."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    cut: int | None = None
    slow: float = 0.0
    dribble: float = 0.0
    told: bool = True


class Asked(Struct, frozen=True):
    """A request as it came."""

    method: str
    host: str
    path: str
    headers: Mapping[str, str]
    body: bytes

    @property
    def address(self) -> str:
        return f"{self.host}{unquote(urlsplit(self.path).path)}"


Answers = Answer | list[Answer] | Callable[[Asked], Answer]


class Replay:
    """Answers by `host/path` (unquoted, without the query): one for all, one after the other (the
    last stays), or what is made of the request. What isn't laid down is 404."""

    def __init__(self, folder: Path, distrusted: tuple[str, ...] = ()) -> None:
        self.answers: dict[str, Answers] = {}
        self.asked: list[Asked] = []
        self.wires: list[ssl.SSLSocket] = []
        self._authority = trustme.CA()
        self._strange = trustme.CA()
        self._distrusted = distrusted
        self._contexts: dict[str, ssl.SSLContext] = {}
        self._file = folder / "authority.pem"
        self._authority.cert_pem.write_to_path(str(self._file))
        self._server = _Server(self)
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()

    @property
    def environment(self) -> dict[str, str]:
        """What makes a program ask here, and trust what it is told."""
        port = self._server.server_address[1]
        return {
            "HTTPS_PROXY": f"http://127.0.0.1:{port}",
            "https_proxy": f"http://127.0.0.1:{port}",
            "SSL_CERT_FILE": str(self._file),
            "NO_PROXY": "",
            "no_proxy": "",
        }

    def close(self) -> None:
        for wire in self.wires:
            with suppress(OSError):
                wire.shutdown(socket.SHUT_RDWR)
        self._server.shutdown()
        self._server.server_close()

    def count(self, address: str) -> int:
        """How often it was asked for."""
        return sum(asked.address == address for asked in self.asked)

    def answer(self, asked: Asked) -> Answer:
        self.asked.append(asked)
        found = self.answers.get(asked.address, Answer(b"not laid down", 404))
        if isinstance(found, list):
            return found.pop(0) if len(found) > 1 else found[0]
        return found if isinstance(found, Answer) else found(asked)

    def context(self, host: str) -> ssl.SSLContext:
        """That of a host: by an authority that is trusted, or by one that is not."""
        if host not in self._contexts:
            authority = self._strange if host in self._distrusted else self._authority
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            authority.issue_cert(host).configure_cert(context)
            self._contexts[host] = context
        return self._contexts[host]


@contextmanager
def replaying(folder: Path, distrusted: tuple[str, ...] = ()) -> Iterator[Replay]:
    replay = Replay(folder, distrusted)
    try:
        yield replay
    finally:
        replay.close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, replay: Replay) -> None:
        self.replay = replay
        super().__init__(("127.0.0.1", 0), _Handler)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    host = ""
    server: "_Server"

    def log_message(self, *_: Any) -> None:
        pass

    def do_CONNECT(self) -> None:
        self.host = self.path.removesuffix(":443")
        self.send_response(200)
        self.end_headers()
        try:
            wire = self.server.replay.context(self.host).wrap_socket(
                self.connection, server_side=True
            )
        except OSError:
            self.close_connection = True
            return
        self.connection = wire
        self.server.replay.wires.append(wire)
        self.rfile, self.wfile = wire.makefile("rb"), wire.makefile("wb", 0)
        self.close_connection = False

    def do_GET(self) -> None:
        length = int(self.headers.get("content-length", 0))
        headers = {name.lower(): value for name, value in self.headers.items()}
        body = self.rfile.read(length)
        asked = Asked(self.command, self.host, self.path, headers, body)
        try:
            self._say(self.server.replay.answer(asked))
        except OSError:
            self.close_connection = True

    do_POST = do_GET  # noqa: N815 (the name that the library calls)

    def finish(self) -> None:
        with suppress(OSError):
            super().finish()
        self.connection.close()

    def _say(self, answer: Answer) -> None:
        time.sleep(answer.slow)
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        if answer.told:
            self.send_header("Content-Length", str(len(answer.body)))
        else:
            self.send_header("Connection", "close")
        self.end_headers()
        body = answer.body if answer.cut is None else answer.body[: answer.cut]
        if answer.dribble:
            for byte in body:
                self.wfile.write(bytes([byte]))
                time.sleep(answer.dribble)
        else:
            self.wfile.write(body)
        if answer.cut is not None or not answer.told:
            self.close_connection = True
            self.connection.close()
