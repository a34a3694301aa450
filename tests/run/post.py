"""A real mail server on this machine, which answers as a test wants it to."""

import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from briefing.workspace.mail import Login, Security, Server


@dataclass
class Office:
    """The server's side: answers by address (one a try, the last for all later tries), and what it
    took."""

    answers: dict[str, list[str]] = field(default_factory=dict)
    after_data: list[str] = field(default_factory=list)
    taken: list[tuple[str, bytes]] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    sessions: set[int] = field(default_factory=set)

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, _: list[str]
    ) -> str:
        self.sessions.add(id(session))
        self.asked.append(address)
        answers = self.answers.get(address, ["250 OK"])
        answer = answers.pop(0) if len(answers) > 1 else answers[0]
        if answer == "drop":
            assert server.transport is not None
            server.transport.abort()
        if answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        answer = self.after_data.pop(0) if self.after_data else "250 OK"
        if answer == "drop":
            assert server.transport is not None
            server.transport.abort()
        elif answer.startswith("250"):
            assert isinstance(envelope.content, bytes)
            self.taken.append((envelope.rcpt_tos[0], envelope.content))
        return answer


@contextmanager
def server(
    office: Office,
    folder: Path,
    security: Security = Security.STARTTLS,
    *,
    login: tuple[str, str] | None = None,
    name: str = "127.0.0.1",
    timeout: float = 10,
) -> Iterator[Server]:
    """The server as a client knows it; its certificate is made for `name` by an authority whose
    file is in the folder."""
    authority = trustme.CA()
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert(name).configure_cert(context)
    trusted = folder / "authority.pem"
    authority.cert_pem.write_to_path(str(trusted))

    def check(_s: Any, _session: Any, _e: Any, _mechanism: str, given: Any) -> AuthResult:
        assert isinstance(given, LoginPassword)
        right = login is not None and (given.login, given.password) == tuple(
            part.encode() for part in login
        )
        return AuthResult(success=right, handled=False)

    options: dict[str, Any] = {}
    if security is Security.TLS:
        options["ssl_context"] = context
        options["auth_require_tls"] = False
    else:
        options["tls_context"] = context
        options["require_starttls"] = True
    if login:
        options["authenticator"] = check
        # aiosmtpd doesn't know that a line encrypted from the start needs no STARTTLS.
        options["auth_required"] = security is Security.STARTTLS
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    controller = Controller(office, hostname="127.0.0.1", port=port, **options)
    controller.start()
    try:
        secret = Login(*login) if login else None
        yield Server("127.0.0.1", port, security, secret, str(trusted), timeout)
    finally:
        controller.stop()
