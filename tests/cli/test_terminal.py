import pytest

from briefing.cli.terminal import safe


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("−US$2.7\u00a0billion, 2\u202f785 млн", "−US$2.7 billion, 2 785 млн"),
        ("red \x1b[31m", "red \\x1b[31m"),
        ("\u202egnp.exe", "\\u202egnp.exe"),
        ("two\nlines", "two\\nlines"),
    ],
)
def test_what_rewrites_a_terminal_is_escaped_and_spaces_are_spaces(text: str, printed: str) -> None:
    assert safe(text) == printed
