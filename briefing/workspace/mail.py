"""The door to a mail server: always encrypted, its certificate checked (RFC 5321, 3207, 8314)."""

import smtplib
import ssl
from dataclasses import dataclass, field
from enum import Enum
from types import TracebackType

from briefing.model import UNSEEN, Refusal

_LONGEST_ANSWER = 300
_TEMPORARY = range(400, 500)
# RFC 4954, 6: authentication required, too weak, encryption required for it.
_LOGIN_WANTED = (530, 534, 538)
_LOGIN_HINT = "set BRIEFING_SMTP_USER and BRIEFING_SMTP_PASSWORD, or give --login-file"


class Security(Enum):
    """How the line is encrypted: from the start, or after a greeting in the clear."""

    TLS = "tls"
    STARTTLS = "starttls"


@dataclass(frozen=True, slots=True)
class Login:
    """Who logs in; never shown."""

    user: str = field(repr=False)
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Server:
    """A mail server. `authorities` is a file of certificates to trust besides the system's; the
    timeout is in seconds."""

    host: str
    port: int
    security: Security
    login: Login | None = None
    authorities: str = ""
    timeout: float = 60


class Delivery(Enum):
    """What became of a mail: taken, refused for good, put off, or the line was lost."""

    TAKEN = "taken"
    REFUSED = "refused"
    DEFERRED = "deferred"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a mail, and how the server says it."""

    delivery: Delivery
    text: str = ""


class Unreached(Refusal):
    """No line to the server: the code of the finding, its message and what to do."""

    def __init__(self, code: str, message: str, hint: str) -> None:
        super().__init__(message, hint, code)


class Line:
    """An open line to a server. Entering it raises Unreached where there is none to be had."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._smtp: smtplib.SMTP | None = None

    def __enter__(self) -> "Line":
        try:
            self._smtp = _open(self._server)
        except Unreached:
            raise
        except ssl.SSLError as error:
            raise _untrusted(self._server, error) from None
        except (OSError, smtplib.SMTPException) as error:
            raise _unreached(self._server, error) from None
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None
    ) -> None:
        if self._smtp is not None:
            _leave(self._smtp)

    def deliver(self, sender: str, recipient: str, mail: bytes) -> Answer:
        """Hand over one mail for one recipient. After a lost line it must be opened anew. Raises
        Unreached where the server wants a login first."""
        assert self._smtp is not None
        try:
            self._smtp.sendmail(sender, [recipient], mail)
        except smtplib.SMTPRecipientsRefused as error:
            return self._answered(*error.recipients[recipient])
        except smtplib.SMTPResponseException as error:
            return self._answered(error.smtp_code, error.smtp_error)
        except OSError as error:
            self._smtp.close()
            return Answer(Delivery.LOST, _why(error, self._server))
        return Answer(Delivery.TAKEN)

    def _answered(self, code: int, text: bytes | str) -> Answer:
        if code in _LOGIN_WANTED:
            wants = "wants another login" if self._server.login else "wants a login; none is given"
            message = f"{_called(self._server)} {wants}: {code} {_text(text)}"
            raise Unreached("B062", message, _LOGIN_HINT)
        return _answered(code, text)


def _open(server: Server) -> smtplib.SMTP:
    context = ssl.create_default_context()
    if server.authorities:
        context.load_verify_locations(server.authorities)
    if server.security is Security.TLS:
        smtp: smtplib.SMTP = smtplib.SMTP_SSL(
            server.host, server.port, timeout=server.timeout, context=context
        )
    else:
        smtp = smtplib.SMTP(server.host, server.port, timeout=server.timeout)
    try:
        if server.security is Security.STARTTLS:
            _encrypt(smtp, server, context)
        if server.login:
            _log_in(smtp, server, server.login)
    except BaseException:
        smtp.close()
        raise
    return smtp


def _encrypt(smtp: smtplib.SMTP, server: Server, context: ssl.SSLContext) -> None:
    try:
        smtp.starttls(context=context)
    except smtplib.SMTPNotSupportedError:
        raise Unreached(
            "B061",
            f"{_called(server)} offers no STARTTLS, so the line would be open to all",
            "ask its operator for STARTTLS, or use its TLS port: --security tls",
        ) from None


def _log_in(smtp: smtplib.SMTP, server: Server, login: Login) -> None:
    try:
        smtp.login(login.user, login.password)
        return
    except smtplib.SMTPNotSupportedError:
        why, hint = "takes no login", "unset BRIEFING_SMTP_USER where none is needed"
    except UnicodeError:
        why, hint = "takes no login in other letters than ASCII", "choose another password"
    except smtplib.SMTPAuthenticationError as error:
        said = _text(error.smtp_error)
        # A server that repeats the password must not bring it into a log.
        why = "refuses the login" + ("" if login.password in said else f": {said}")
        hint = "mend BRIEFING_SMTP_USER and BRIEFING_SMTP_PASSWORD, or the file of --login-file"
    raise Unreached("B062", f"{_called(server)} {why}", hint) from None


def _leave(smtp: smtplib.SMTP) -> None:
    try:
        smtp.quit()
    except (OSError, smtplib.SMTPException):
        smtp.close()


def _untrusted(server: Server, error: ssl.SSLError) -> Unreached:
    why = getattr(error, "verify_message", "") or error.reason or str(error)
    return Unreached(
        "B061",
        f"{_called(server)} can't be trusted: {_text(why)}",
        "mend the server's name, or name the file of your own authority with --authorities",
    )


def _unreached(server: Server, error: Exception) -> Unreached:
    why = _why(error, server)
    return Unreached(
        "B060",
        f"no line to {_called(server)}: {why}",
        "see that server, port and --security are right and the network is there; then send again",
    )


def _why(error: Exception, server: Server) -> str:
    if isinstance(error, smtplib.SMTPResponseException):
        return f"{error.smtp_code} {_text(error.smtp_error)}"
    # smtplib makes a closed line of a silent one.
    if isinstance(error, TimeoutError) or "timed out" in str(error):
        return f"no answer in {server.timeout:g} seconds"
    if isinstance(error, smtplib.SMTPServerDisconnected):
        return "the server closed the line"
    return _text(getattr(error, "strerror", "") or str(error))


def _called(server: Server) -> str:
    return f"{server.host}:{server.port}"


def _answered(code: int, text: bytes | str) -> Answer:
    delivery = Delivery.DEFERRED if code in _TEMPORARY else Delivery.REFUSED
    return Answer(delivery, f"{code} {_text(text)}")


def _text(said: bytes | str) -> str:
    """What a server said, in one line."""
    text = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
    return UNSEEN.sub(" ", text)[:_LONGEST_ANSWER].strip()
