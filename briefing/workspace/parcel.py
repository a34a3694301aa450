"""A project packed for another machine, and unpacked there."""

import shutil
import zipfile
from io import BytesIO
from pathlib import Path
from tempfile import mkdtemp


def pack(folder: str, output: str) -> bytes:
    """A project's files as a ZIP, below its name, the same bytes for the same files: regular ones
    inside it, none that is hidden, nothing of the output folder."""
    root = Path(folder).resolve()
    out = Path(output).resolve()
    data = BytesIO()
    with zipfile.ZipFile(data, "w") as packed:
        for path in sorted(root.rglob("*")):
            within = path.relative_to(root)
            real = path.resolve()
            hidden = any(part.startswith(".") for part in within.parts)
            if hidden or out in (real, *real.parents) or not real.is_relative_to(root):
                continue
            if real.is_file():
                # A date of its own would make other bytes.
                entry = zipfile.ZipInfo(f"{root.name}/{within.as_posix()}")
                packed.writestr(entry, real.read_bytes(), zipfile.ZIP_DEFLATED)
    return data.getvalue()


def unpack(data: bytes, above: str) -> tuple[str, str]:
    """The folder of an unpacked project, which has its name, and the one to remove afterwards,
    which stands in `above`."""
    away = Path(mkdtemp(prefix="briefing-", dir=above or None))
    with zipfile.ZipFile(BytesIO(data)) as packed:
        packed.extractall(away)
    (project,) = away.iterdir()
    return str(project), str(away)


def remove(folder: str) -> None:
    """Take a folder away that `unpack` made."""
    shutil.rmtree(folder, ignore_errors=True)
