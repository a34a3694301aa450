"""Spoilt files are findings or refusals, never a bug: a sample of what `python -m tests.spoilt`
tries by the hundred."""

import random
from pathlib import Path

import pytest

from tests.spoilt.targets import KINDS

# How many of a kind are tried with each run of the tests.
SAMPLE = {"manifest": 10, "prose": 10, "csv": 16, "formats": 40, "pdf": 4, "record": 5,
          "key": 2, "shelf": 4, "results": 10}  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_a_spoilt_file_is_no_bug(kind: str, tmp_path: Path) -> None:
    for seed in range(SAMPLE[kind]):
        folder = tmp_path / str(seed)
        folder.mkdir()
        codes = [*KINDS[kind](random.Random(f"{kind} {seed}"), folder)]
        assert set(codes) <= {0, 1, 2, 3, 4, 5}, seed
