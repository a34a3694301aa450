"""What is known of one signature of a PDF, and what is wrong with it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from briefing.pdf.reading.file import Fault


class Later(StrEnum):
    """What came after a signature; FILLED: fields of a form were filled in or signed, which it
    permits."""

    NOTHING = "nothing"
    PERMITTED = "permitted"
    FILLED = "filled"
    FORBIDDEN = "forbidden"


class Trust(StrEnum):
    """Whether a certificate leads to a root that is trusted; UNASKED where none was named, MOOT
    where the signature doesn't hold: nothing says then that the certificate's owner signed."""

    TRUSTED = "trusted"
    UNTRUSTED = "untrusted"
    UNASKED = "unasked"
    MOOT = "moot"


@dataclass(frozen=True, slots=True)
class Signature:
    """One signature: whose certificate (and its SHA-256), the moment that the signer's clock says
    or the server `stamped` vouches for, whether the bytes it covers and the signature itself hold,
    what came after and what the file says otherwise of itself since (`restated`: title, author),
    when the certificate is valid, who issued it, and whether it is trusted (`distrust` says why
    not)."""

    name: str
    organisation: str
    fingerprint: str
    at: datetime | None
    stamped: str
    stamp_trusted: bool
    holds: bool
    later: Later
    valid_from: datetime
    valid_to: datetime
    issuer: str
    trust: Trust
    distrust: str = ""
    restated: tuple[str, ...] = ()

    @property
    def signer(self) -> str:
        """The name with the organisation."""
        return ", ".join(dict.fromkeys(filter(None, (self.name, self.organisation))))

    @property
    def in_time(self) -> bool:
        """Whether the certificate was valid at the moment of the signature, as far as it says."""
        return self.at is None or self.valid_from <= self.at <= self.valid_to


def faults(signature: Signature) -> Iterator[Fault]:
    """What is wrong with a signature."""
    who = signature.signer
    if not signature.holds:
        message = f"the signature of {who} doesn’t hold: what it signed was changed"
        yield Fault("B508", message, 0, "Get the file anew from who signed it; trust none of this.")
    elif signature.later is Later.FORBIDDEN:
        message = f"after {who} signed, the file was changed in a way that this forbids"
        yield Fault("B509", message, 0, "Get the file anew from who signed it.")
    elif signature.restated:
        listed = ", ".join(signature.restated)
        message = f"after {who} signed, the file was made to say otherwise of itself: {listed}"
        yield Fault("B509", message, 0, "Get the file anew from who signed it.")
    if not signature.in_time:
        message = (
            f"{who} signed on {signature.at:%Y-%m-%d} by a certificate that is valid from "
            f"{signature.valid_from:%Y-%m-%d} to {signature.valid_to:%Y-%m-%d} only"
        )
        yield Fault("B510", message, 0, "Have it signed anew by a certificate that is valid.")
    if signature.trust is Trust.UNTRUSTED:
        message = f"no root that you trust vouches for {who}: {signature.distrust}"
        hint = f"Its certificate’s SHA-256 is {signature.fingerprint}: ask who is to have signed."
        yield Fault("B511", message, 0, hint)
