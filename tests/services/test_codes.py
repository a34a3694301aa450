import re
from pathlib import Path

from briefing import services
from briefing.run import fetch, lock
from briefing.run.codes import ROOMS


def test_each_code_that_is_used_is_documented_and_the_other_way_round() -> None:
    files = [
        *Path(services.__file__).parent.glob("*.py"),
        Path(fetch.__file__),
        Path(lock.__file__),
    ]
    used = {
        code
        for file in files
        if file.name != "codes.py"
        for code in re.findall(r'"(B\d{3})"', file.read_text(encoding="utf-8"))
    }
    assert used == set(services.CODES)


def test_codes_are_of_this_range_and_say_everything() -> None:
    for code, words in services.CODES.items():
        assert "B070" <= code <= "B079"
        assert all((words.title, words.what, words.why, words.example))
    assert ROOMS["Services"] == services.CODES
