"""Files of foreign names on their way to disk: a name is never a path."""

import os
import unicodedata
from collections.abc import Mapping
from pathlib import Path

from briefing.model import BriefingError, ExitCode
from briefing.workspace.devices import is_device

_MOST_BYTES = 120
_KEPT = frozenset("._-+ ()")


def unpack(folder: str, files: Mapping[str, bytes]) -> Mapping[str, str]:
    """Writes the files into the folder, made if need be; the path that each name got.

    Names become plain ones: the last part, without control characters and leading dots, no
    device's, told apart where two become one. Nothing that stands there is changed: a file of the
    same bytes is left, any other, or a link, raises BriefingError (exit 1) before anything is
    written, as does a disk that refuses.
    """
    target = Path(folder)
    places = dict(zip(files, (target / plain for plain in _plain(files)), strict=True))
    try:
        new = [name for name, place in places.items() if _is_new(place, files[name])]
        target.mkdir(parents=True, exist_ok=True)
        for name in new:
            with places[name].open("xb") as handle:
                handle.write(files[name])
    except OSError as error:
        raise BriefingError(
            f"{error.filename or folder} can't be written: {error.strerror or error}",
            "Choose another folder with --output.",
            ExitCode.FAILED,
        ) from error
    return {name: str(place) for name, place in places.items()}


def _is_new(place: Path, data: bytes) -> bool:
    if not os.path.lexists(place):
        return True
    if place.is_file() and not place.is_symlink() and place.read_bytes() == data:
        return False
    raise BriefingError(
        f"{place} stands there already and is another file",
        "Move it away, or choose another folder with --output.",
        ExitCode.FAILED,
    )


def _plain(names: Mapping[str, bytes]) -> list[str]:
    """A file name for each name, no two the same, whatever the case of their letters."""
    found: list[str] = []
    taken: set[str] = set()
    for name in names:
        plain = _safe(name)
        stem, dot, ending = plain.rpartition(".")
        number, candidate = 1, plain
        while candidate.casefold() in taken:
            number += 1
            candidate = f"{stem}-{number}.{ending}" if dot else f"{plain}-{number}"
        taken.add(candidate.casefold())
        found.append(candidate)
    return found


def _safe(name: str) -> str:
    """The last part of the name, of letters, digits and a few signs, at most 120 bytes."""
    last = unicodedata.normalize("NFC", name).replace("\\", "/").rpartition("/")[2]
    kept = "".join(c if c.isalnum() or c in _KEPT else "_" for c in last).strip(" .")
    if is_device(kept):
        kept = f"_{kept}"
    stem, dot, ending = kept.rpartition(".")
    if not dot or len(ending.encode()) > 16:
        return _cut(kept, _MOST_BYTES) or "attachment"
    return f"{_cut(stem, _MOST_BYTES - len(ending.encode()) - 1)}.{ending}"


def _cut(text: str, most: int) -> str:
    return text.encode()[:most].decode(errors="ignore")
