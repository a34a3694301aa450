from briefing.workspace import shown


def test_unseen_characters_are_escaped_and_long_words_cut():
    assert shown("trade\u202ecsv\x1b[31m\n") == "trade\\u202ecsv\\u001b[31m\\u000a"
    assert shown("Монгол – 🦅") == "Монгол – 🦅"
    assert shown("x" * 100) == "x" * 59 + "…"
