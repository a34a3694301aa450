import re

from briefing.facts import CODES


def test_codes_are_of_this_room_and_documented():
    assert all(re.fullmatch(r"B2[5-9]\d", code) for code in CODES)
    assert all(c.title and c.what and c.why and c.example for c in CODES.values())
    assert len({c.title for c in CODES.values()}) == len(CODES)
