"""The entries of one more file, put into a manifest that has others."""

import re

from briefing.model import BriefingError, ExitCode

_KEY = re.compile(r"(\w+):")


def added(manifest: str, entry: str) -> str:
    """The manifest with each group's entries under its key; a key that it lacks comes at the end.
    Raises BriefingError (exit 1) where a key's entries stand on the key's own line."""
    lines = manifest.rstrip("\n").split("\n")
    for block in re.split(r"\n(?=\w)", entry.rstrip("\n")):
        head, *entries = block.split("\n")
        match = _KEY.match(head)
        assert match is not None
        key = match[1]
        at = next((n for n, line in enumerate(lines) if line.startswith(f"{key}:")), None)
        if at is None:
            lines += ["", head, *entries]
        elif re.fullmatch(rf"{key}:\s*(#.*)?", lines[at]):
            lines[at + 1 : at + 1] = entries
        else:
            raise BriefingError(
                f"“{key}:” has its entries on its own line, {at + 1}",
                "give each a line of its own below it, or paste what briefing inspect prints",
                ExitCode.FAILED,
            )
    return "\n".join(lines) + "\n"
