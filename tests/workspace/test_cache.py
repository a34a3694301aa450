import os
import time
from hashlib import sha256
from pathlib import Path

import pytest

from briefing.workspace.cache import Cache, cache

KEY = sha256(b"one").hexdigest()
OTHER = sha256(b"other").hexdigest()


@pytest.fixture
def kept(tmp_path: Path) -> Cache:
    made = Cache(str(tmp_path / "cache"))
    made.put(KEY, b"a drawing")
    return made


def file(kept: Cache, key: str = KEY) -> Path:
    return Path(kept.folder, key[:2], key)


def test_what_was_put_is_got(kept):
    assert kept.get(KEY) == b"a drawing"
    assert kept.get(OTHER) is None
    assert Cache(kept.folder).get(KEY) == b"a drawing"


def test_it_is_for_its_user_alone(kept):
    assert file(kept).stat().st_mode & 0o077 == 0
    assert Path(kept.folder, KEY[:2]).stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data[:-1],
        lambda data: data + b" ",
        lambda data: data.replace(b"drawing", b"drawinG"),
        lambda data: data.replace(b"cache 1", b"cache 2"),
        lambda data: b"",
        lambda data: b"\x80\x04\x95" + data,
    ],
    ids=["short", "long", "changed", "another version", "empty", "a pickle"],
)
def test_what_is_damaged_is_no_entry_and_is_written_anew(kept, spoil):
    file(kept).write_bytes(spoil(file(kept).read_bytes()))
    assert kept.get(KEY) is None
    kept.put(KEY, b"again")
    assert kept.get(KEY) == b"again"


def test_an_entry_under_another_name_is_none(kept):
    file(kept, OTHER).parent.mkdir(exist_ok=True)
    file(kept, OTHER).write_bytes(file(kept).read_bytes())
    assert kept.get(OTHER) is None


def test_what_is_a_link_a_pipe_or_open_to_others_is_none(kept, tmp_path):
    file(kept).chmod(0o666)
    assert kept.get(KEY) is None
    file(kept).chmod(0o600)
    assert kept.get(KEY) is not None
    file(kept).rename(tmp_path / "elsewhere")
    file(kept).symlink_to(tmp_path / "elsewhere")
    assert kept.get(KEY) is None
    file(kept).unlink()
    os.mkfifo(file(kept))
    assert kept.get(KEY) is None


@pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files to others")
def test_what_is_anothers_is_none(kept):
    os.chown(file(kept), 12345, -1)
    assert kept.get(KEY) is None


def test_it_stays_within_its_bound_and_the_oldest_go(tmp_path):
    kept = Cache(str(tmp_path), limit=10_000)
    keys = [sha256(bytes([n])).hexdigest() for n in range(40)]
    for number, key in enumerate(keys):
        kept.put(key, bytes(1000))
        os.utime(file(kept, key), (number, number))
    assert sum(entry.size for entry in kept.entries()) <= 10_000
    left = [key for key in keys if kept.get(key)]
    assert left == keys[-len(left) :]
    assert len(left) >= 6


def test_an_entry_in_use_is_marked_as_used(kept):
    os.utime(file(kept), (1, 1))
    kept.get(KEY)
    assert time.time() - file(kept).stat().st_mtime < 60


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path):
    (tmp_path / "cache").write_text("a file", encoding="utf-8")
    kept = Cache(str(tmp_path / "cache"))
    kept.put(KEY, b"x")
    assert kept.get(KEY) is None
    assert list(kept.entries()) == []


def test_cleaning_takes_its_own_alone(kept):
    strange = Path(kept.folder, "notes.txt")
    strange.write_text("mine", encoding="utf-8")
    beside = Path(kept.folder, KEY[:2], "thesis.tex")
    beside.write_text("mine too", encoding="utf-8")
    count, size = kept.clean()
    assert (count, size > 0) == (1, True)
    assert kept.get(KEY) is None
    assert (strange.exists(), beside.exists()) == (True, True)


def test_a_folder_may_be_named(tmp_path, monkeypatch):
    monkeypatch.setenv("BRIEFING_CACHE_DIR", str(tmp_path / "named"))
    assert cache().folder == str(tmp_path / "named")
    monkeypatch.setenv("BRIEFING_CACHE_DIR", "")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    assert cache().folder.endswith("briefing")


def test_several_processes_keep_within_one_limit(tmp_path):
    """Each counts what the others have written, now and then."""
    several = [Cache(str(tmp_path), limit=100_000) for _ in range(4)]
    largest = 0
    for number in range(400):
        several[number % 4].put(sha256(str(number).encode()).hexdigest(), b"x" * 900)
        largest = max(largest, sum(entry.size for entry in several[0].entries()))
    # Between two looks each may write a sixteenth.
    assert 80_000 < largest < 130_000
