"""The sample made long: each section after the first five times over, with exhibits of its own."""

import re
import shutil
from pathlib import Path

_TIMES = (2, 3, 4, 5)


def enlarged(sample: Path, folder: Path) -> Path:
    """A copy of the sample in a folder, of forty pages and more."""
    shutil.copytree(sample, folder)
    manifest = folder / "briefing.yaml"
    text = manifest.read_text(encoding="utf-8")
    found = re.search(r"\nsections: \[(.*?)\]", text)
    assert found is not None
    names = found[1].split(", ")
    head, rest = re.split(r"(?m)^exhibits:\n", text, maxsplit=1)
    end = re.search(r"(?m)^\S", rest)
    assert end is not None
    exhibits, tail = rest[: end.start()], rest[end.start() :]
    keys = re.findall(r"(?m)^  (\w+):", exhibits)
    plain = re.sub(r"(?m)^  #.*\n", "", exhibits)
    copies = "".join(re.sub(r"(?m)^  (\w+):", rf"  \1_{n}:", plain) for n in _TIMES)
    more = [f"{name}_{n}" for n in _TIMES for name in names[1:]]
    tail = tail.replace(found[0], f"\nsections: [{', '.join(names + more)}]")
    text = f"{head}exhibits:\n{exhibits.rstrip()}\n{copies}\n{tail}"
    text = text.replace(found[0], f"\nsections: [{', '.join(names + more)}]")
    manifest.write_text(text, encoding="utf-8")
    for language in ("en", "mn", "ru"):
        for name in names[1:]:
            file = folder / "sections" / language / f"{name}.md"
            for number in _TIMES:
                copied = _copied(file.read_text(encoding="utf-8"), keys, number)
                file.with_name(f"{name}_{number}.md").write_text(copied, encoding="utf-8")
    return folder


def _copied(text: str, keys: list[str], number: int) -> str:
    for key in keys:
        text = re.sub(rf"exhibit:{key}\b", f"exhibit:{key}_{number}", text)
        text = text.replace(f"(#{key})", f"(#{key}_{number})")
    heading, rest = text.split("\n", 1)
    return f"{heading} {'I' * number}\n{rest}"
