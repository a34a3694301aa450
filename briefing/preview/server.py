"""The preview over HTTP: a handful of fixed addresses, on this machine only, read only."""

import json
import re
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from typing import Any

from msgspec.structs import asdict

from briefing.preview.board import Board
from briefing.preview.raster import NARROWEST, WIDEST, Raster
from briefing.preview.snapshot import Paper
from briefing.preview.state import drawn, state
from briefing.preview.trace import figures, spots

ADDRESS = "127.0.0.1"
_NAMES = (ADDRESS, "localhost")
_HEARTBEAT = 15.0
_PATIENCE = 30.0
# Seconds in which the rest of a sketched paper comes.
_WHOLE = 10.0

_ASSETS = {
    "/": ("page.html", "text/html; charset=utf-8"),
    "/page.css": ("page.css", "text/css; charset=utf-8"),
    "/page.js": ("page.js", "text/javascript; charset=utf-8"),
    "/paper.js": ("paper.js", "text/javascript; charset=utf-8"),
    "/places.js": ("places.js", "text/javascript; charset=utf-8"),
    "/panel.js": ("panel.js", "text/javascript; charset=utf-8"),
}
_PICTURE = re.compile(r"/pages/([0-9a-f]{24})/([0-9]{1,4})\?(?:width|thumbnail)=([0-9]{1,4})")
_SEEN = re.compile(r"/seen/([A-Za-z0-9-]{1,35})\?pages=([0-9]{1,4}(?:,[0-9]{1,4}){0,3})")
_PDF = re.compile(r"/pdf/([A-Za-z0-9-]{1,35})")
_STYLE = re.compile(r"/style/([A-Za-z0-9_.-]{1,80})")
_WORDS = re.compile(r"/pages/([0-9a-f]{24})/([0-9]{1,4})\.json")

_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
        "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


class Server(ThreadingHTTPServer):
    """Listens on 127.0.0.1; port 0 takes a free one. Raises OSError when the port is taken."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, port: int, board: Board) -> None:
        self.board = board
        self.raster = Raster()
        super().__init__((ADDRESS, port), _Handler)

    @property
    def url(self) -> str:
        """Where a browser finds it."""
        return f"http://{ADDRESS}:{self.server_port}/"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that went away is no error."""


class _Handler(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"
    server_version = "briefing"
    sys_version = ""
    timeout = _PATIENCE

    def do_GET(self) -> None:
        if not self._is_ours():
            self._refuse(403, "This preview answers only to its own address.")
            return
        if self.path in _ASSETS:
            name, kind = _ASSETS[self.path]
            self._send(files(__package__).joinpath(name).read_bytes(), kind)
        elif self.path == "/state":
            version, snapshot = self.server.board.now()
            self._send_json(state(version, snapshot, self.server.raster))
        elif self.path == "/events":
            self._tell()
        elif self.path == "/favicon.ico":
            self._send(b"", "image/x-icon", 204)
        elif (match := _PDF.fullmatch(self.path)) is not None:
            self._pdf(match[1])
        elif (match := _STYLE.fullmatch(self.path)) is not None:
            self._style(match[1])
        elif (match := _PICTURE.fullmatch(self.path)) is not None:
            self._picture(match[1], int(match[2]), int(match[3]))
        elif (match := _WORDS.fullmatch(self.path)) is not None:
            self._words(match[1], int(match[2]))
        elif (match := _SEEN.fullmatch(self.path)) is not None:
            self._seen(match[1], [int(page) for page in match[2].split(",")])
        else:
            self._refuse(404, "There is nothing here.")

    def _is_ours(self) -> bool:
        """Whether the request is to our own name and from our own page or the address bar.

        A page elsewhere can make a browser ask us, by a name of its own that leads to 127.0.0.1
        too (DNS rebinding) or from its own origin; neither gets an answer.
        """
        hosts = [f"{name}:{self.server.server_port}" for name in _NAMES]
        if self.headers.get_all("Host", []) not in [[host] for host in hosts]:
            return False
        site = self.headers.get("Sec-Fetch-Site", "none")
        origin = self.headers.get("Origin")
        if origin is not None and origin not in [f"http://{host}" for host in hosts]:
            return False
        return site in ("none", "same-origin") or (self.path == "/" and origin is None)

    def _paper(self, digest: str, page: int) -> Paper | None:
        """The paper that has that digest and such a page, if it is shown or was lately."""
        paper = self.server.board.paper(digest)
        if paper is None or not 1 <= page <= paper.pages.count:
            return None
        drawn = paper.pages.drawn
        return paper if drawn is None or page in drawn else None

    def _picture(self, digest: str, page: int, width: int) -> None:
        paper = self._paper(digest, page)
        if paper is None or not NARROWEST <= width <= WIDEST:
            self._refuse(404, "No such page.")
            return
        data = self.server.raster.picture(digest, paper.pages.data, page, width)
        self._send(data, "image/bmp" if data.startswith(b"BM") else "image/png")

    def _words(self, digest: str, page: int) -> None:
        paper = self._paper(digest, page)
        if paper is None:
            self._refuse(404, "No such page.")
            return
        spans = self.server.raster.spans(digest, paper.pages.data, page)
        words = [asdict(span) for span in spans]
        self._send_json(
            {"words": words, "figures": figures(paper, page), "spots": spots(paper, page)}
        )
        if paper.pages.drawn is not None:
            self.server.board.read()

    def _pdf(self, language: str) -> None:
        """The whole file, as it would be built; the browser's own viewer needs to be let in."""
        paper = self.server.board.whole(language, _WHOLE)
        if paper is None:
            self._refuse(404, "There is no paper in that language.")
            return
        name = f"{paper.spec.name}{'.DRAFT' * paper.spec.draft}.{language}.pdf"
        self.send_response(200)
        self.send_header("Content-Type", "application/pdf")
        self.send_header("Content-Length", str(len(paper.pages.data)))
        self.send_header("Content-Disposition", f'inline; filename="{name}"')
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()
        self.wfile.write(paper.pages.data)

    def _style(self, name: str) -> None:
        if self.server.board.styled(name):
            self._send(b"", "text/plain; charset=utf-8")
        else:
            self._refuse(404, "There is no such style.")

    def _seen(self, language: str, pages: list[int]) -> None:
        self.server.board.looked(language, pages)
        self._send(b"", "text/plain; charset=utf-8")

    def _tell(self) -> None:
        """Server-sent events: the version, and of the papers digests and which pages are drawn, at
        once, then each newer one."""
        self.close_connection = True
        self._head(200, "text/event-stream", None)
        version = 0
        while not self.server.board.closed:
            self.server.board.after(version, _HEARTBEAT)
            newer, snapshot = self.server.board.now()
            papers = {language: drawn(paper) for language, paper in snapshot.papers.items()}
            told = json.dumps({"version": newer, "papers": papers})
            message = f"data: {told}\n\n" if newer != version else ": still here\n\n"
            version = newer
            self.wfile.write(message.encode())
            self.wfile.flush()

    def _send_json(self, content: Any) -> None:
        self._send(json.dumps(content, ensure_ascii=False).encode(), "application/json")

    def _send(self, data: bytes, kind: str, status: int = 200) -> None:
        self._head(status, kind, len(data))
        self.wfile.write(data)

    def _refuse(self, status: int, words: str) -> None:
        self._send(f"{words}\n".encode(), "text/plain; charset=utf-8", status)

    def _head(self, status: int, kind: str, length: int | None) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        if length is not None:
            self.send_header("Content-Length", str(length))
        else:
            self.send_header("Connection", "close")
        for name, value in _HEADERS.items():
            self.send_header(name, value)
        self.end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing: the terminal is for the project's findings."""
