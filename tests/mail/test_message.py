import email
import email.policy
from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.mail.deliver import Enclosure, Envelope, message
from briefing.mail.letter import Letter
from briefing.model.spec import Recipient
from briefing.model.text import Place

PLACE = Place("briefing.yaml")
NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
OURS = [
    *("From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "MIME-Version"),
    *("Content-Type", "Content-Language"),
]
PARTS = ["multipart/mixed", "multipart/alternative", "text/plain", "text/html", "application/pdf"]
HOSTILE = st.one_of(
    st.text(max_size=120),
    st.lists(
        st.sampled_from(
            ["\r\n", "\n", "\r", "\0", "\u2028", "\x85", "Bcc: x@y.z", " ", ":", ",", "<", '"', "é"]
        ),
        max_size=12,
    ).map("".join),
)


@settings(deadline=None, max_examples=150)
@given(sender=HOSTILE, name=HOSTILE, subject=HOSTILE, file=HOSTILE, text=HOSTILE)
def test_no_field_adds_a_header_or_a_part(
    sender: str, name: str, subject: str, file: str, text: str
) -> None:
    envelope = Envelope(
        Recipient("desk@mfa.example", PLACE, sender),
        Recipient("ann@a.example", PLACE, name),
        None,
        NOW,
    )
    letter = Letter(subject, text.encode("utf-8", "replace").decode(), "<p>x</p>")
    data = message(letter, envelope, [Enclosure(f"{file}.pdf", "en", b"%PDF-1.7\n")])
    mail = email.message_from_bytes(data, policy=email.policy.compat32)
    assert sorted(mail.keys()) == sorted(OURS)
    assert [part.get_content_type() for part in mail.walk()] == PARTS
    read = email.message_from_bytes(data, policy=email.policy.default)
    assert [a.addr_spec for a in read["To"].addresses] == ["ann@a.example"]
    assert [a.addr_spec for a in read["From"].addresses] == ["desk@mfa.example"]
