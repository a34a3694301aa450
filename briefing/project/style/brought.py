"""What a style of a project brings from beside it: its brand, and font files."""

from collections.abc import Iterator
from posixpath import dirname

from msgspec import Struct

from briefing.model import Finding, Phrase, refused
from briefing.project.style.brand import font_files
from briefing.project.yaml.tree import Mapped, read_tree
from briefing.workspace import Unreadable, Workspace

_LIMIT = 1024 * 1024
_LARGEST_FONT = 16 * 1024 * 1024


class Brought(Struct, frozen=True):
    """The brand's file and its text, where there is one; font files with their bytes; what can't be
    read of all these. The same as long as the files are."""

    brand: str = ""
    text: str = ""
    fonts: tuple[tuple[str, bytes], ...] = ()
    findings: tuple[Finding, ...] = ()


NOTHING = Brought()


def brought(workspace: Workspace, root: Mapped) -> Brought:
    """What the style of that tree brings; what is read so is an input of the edition."""
    named, found = root.get("brand"), []
    file = text = ""
    if isinstance(named, Phrase):
        try:
            file, text = named.text, workspace.text(named.text, _LIMIT)
        except Unreadable as problem:
            file = ""
            found.append(refused(problem, named.place))
    fonts: dict[str, bytes] = {}
    for path in (*_faces(root), *_branded(file, text)):
        try:
            fonts[path.text] = workspace.read(path.text, _LARGEST_FONT)
        except Unreadable as problem:
            found.append(refused(problem, path.place))
    return Brought(file, text, tuple(fonts.items()), tuple(found))


def _faces(root: Mapped) -> Iterator[Phrase]:
    """The files of faces that name no package."""
    faces = root.get("faces")
    for face in faces.values() if isinstance(faces, Mapped) else ():
        file = face.get("file") if isinstance(face, Mapped) and "package" not in face else None
        if isinstance(file, Phrase):
            yield file


def _branded(file: str, text: str) -> Iterator[Phrase]:
    tree, _ = read_tree(file, text) if file else (None, ())
    if isinstance(tree, Mapped):
        yield from font_files(tree, dirname(file))
