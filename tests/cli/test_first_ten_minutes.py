"""README's first ten minutes, done as they stand there: its commands run, its lines put where it
says, and what it says comes of them."""

import os
import re
import subprocess
import sys
from pathlib import Path

README = Path(__file__).parents[2] / "README.md"
BLOCK = re.compile(r"^```(sh|yaml|markdown|)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
MOST_WORDS = 900


def part(title: str) -> str:
    text = README.read_text(encoding="utf-8")
    return text.partition(f"## {title}\n")[2].partition("\n## ")[0]


def run(script: str, folder: Path, tools: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["bash", "-e", "-c", script],
        cwd=folder,
        env=os.environ
        | {"PATH": f"{tools}:{os.environ['PATH']}", "SOURCE_DATE_EPOCH": "1790000000"},
        capture_output=True,
        text=True,
        check=False,
    )


def inserted(folder: Path, lines: str) -> None:
    """Put YAML below the key that its first line names."""
    head, _, rest = lines.partition("\n")
    file, key = re.fullmatch(r"# (\S+), under (\w+):", head).groups()  # type: ignore[union-attr]
    text = (folder / file).read_text(encoding="utf-8")
    assert f"\n{key}:\n" in text
    (folder / file).write_text(text.replace(f"\n{key}:\n", f"\n{key}:\n{rest}", 1), "utf-8")


def added(folder: Path, text: str) -> None:
    """Put a paragraph at the end of the section that its first line names."""
    head, _, rest = text.partition("\n")
    file = re.fullmatch(r"<!-- (\S+) -->", head)
    assert file is not None
    with (folder / file[1]).open("a", encoding="utf-8") as section:
        section.write(f"\n{rest}")


def test_the_first_ten_minutes_go_as_they_are_told(tmp_path: Path) -> None:
    tools = tmp_path / "tools"
    tools.mkdir()
    (tools / "briefing").write_text(f'#!/bin/sh\nexec {sys.executable} -m briefing "$@"\n', "utf-8")
    (tools / "briefing").chmod(0o755)
    folder, last = tmp_path, None
    for kind, content in BLOCK.findall(part("The first ten minutes")):
        if kind == "sh":
            last = run(content, folder, tools)
            expected = 1 if "check" in content else 0
            assert last.returncode == expected, (content, last.stdout, last.stderr)
            moved = re.search(r"^cd (\S+)$", content, re.MULTILINE)
            folder = folder / moved[1] if moved else folder
        elif kind == "yaml":
            inserted(folder, content)
        elif kind == "markdown":
            added(folder, content)
        else:
            assert last is not None
            assert content.strip() in last.stderr
    assert list(folder.glob("out/mongolia-japan/2025/*.pdf"))


def test_what_a_newcomer_reads_is_short() -> None:
    before = README.read_text(encoding="utf-8").partition("## The commands")[0]
    assert len(before.split()) <= MOST_WORDS


def test_every_picture_and_page_that_it_names_is_there() -> None:
    text = BLOCK.sub("", README.read_text(encoding="utf-8"))
    for target in re.findall(r"\]\(((?!http)[^)#]+)", text):
        assert (README.parent / target).exists(), target
