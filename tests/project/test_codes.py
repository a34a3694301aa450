import re
from pathlib import Path

from briefing import project
from briefing.workspace.codes import CODES as WORKSPACE


def test_each_code_that_is_used_is_documented_and_the_other_way_round():
    used = set()
    for file in Path(project.__file__).parent.rglob("*.py"):
        if file.name != "codes.py":
            used |= set(re.findall(r'"(B\d{3})"', file.read_text()))
    assert used == set(project.CODES)


def test_codes_are_of_this_range_and_say_everything():
    for code, words in (project.CODES | WORKSPACE).items():
        assert "B001" <= code <= "B099"
        assert all((words.title, words.what, words.why, words.example))
    assert not project.CODES.keys() & WORKSPACE.keys()
