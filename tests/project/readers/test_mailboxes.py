"""Addresses of mail as authors write them."""

import pytest

from briefing.project.readers.mailboxes import recipient


@pytest.mark.parametrize(
    ("written", "name", "address"),
    [
        ("desk@mfa.example", "", "desk@mfa.example"),
        ("The Desk <desk@mfa.example>", "The Desk", "desk@mfa.example"),
        (
            "Foreign Affairs, the Desk (2nd) <desk@mfa.example>",
            "Foreign Affairs, the Desk (2nd)",
            "",
        ),
        ("Гадаад харилцаа, хэлтэс <desk@mfa.example>", "Гадаад харилцаа, хэлтэс", ""),
        ('"Desk, the" <desk@mfa.example>', "Desk, the", ""),
        ("Büro <desk@büro.example>", "Büro", "desk@xn--bro-hoa.example"),
    ],
)
def test_a_name_is_what_stands_before_the_address(written: str, name: str, address: str) -> None:
    found = recipient(written)
    assert (found.name, found.address) == (name, address or "desk@mfa.example")


@pytest.mark.parametrize(
    "written",
    [
        "desk",
        "a@b.example, c@d.example",
        "a@b.example, C <c@d.example>",
        "A <a@b.example> <c@d.example>",
        "A <a@b.example>, C <c@d.example>",
        "A <>",
        "A\nBcc: c@d.example <a@b.example>",
    ],
)
def test_two_addresses_or_none_are_refused(written: str) -> None:
    with pytest.raises(ValueError, match="is no address of mail"):
        recipient(written)
