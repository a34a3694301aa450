import re

import briefing.narrative as room
from briefing.narrative import CODES


def test_each_code_that_the_room_finds_is_documented() -> None:
    from importlib.resources import files

    raised = set()
    for file in files(room).iterdir():
        if file.name.endswith(".py") and file.name != "codes.py":
            raised |= set(re.findall(r'"(B\d{3})"', file.read_text(encoding="utf-8")))
    assert raised == set(CODES)
