"""What an edition is made of: the project's files, its style, and the fonts that this names."""

from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache
from hashlib import sha256

from briefing import project
from briefing.model import BriefingError, Input, Place, Spec
from briefing.model.style import FaceSpec, Style
from briefing.workspace import Unreadable, Workspace, assets


def inputs(workspace: Workspace, spec: Spec) -> tuple[Input, ...]:
    """The files read in the project, the style of the product as `styles/ministry.yaml`, also
    where another extends it, and each font file as `fonts/<package>/<file>`, in order of path.

    A style or font that isn't there is none: a finding or an error says so where it is used.
    """
    style, _ = project.style_of(workspace, spec)
    names = {spec.style} | (set(_beneath(style.extends)) if style else set())
    found = {*workspace.inputs, *_fonts(style)}
    for name in filter(None, names):
        found |= {*_style(workspace, name)}
    return tuple(sorted(found, key=lambda entry: entry.path))


def _beneath(name: str) -> Iterator[str]:
    """A style of the product, and those that it extends."""
    while name:
        yield name
        style, _ = project.read_style(name, Place(""))
        name = style.extends if style and style.extends != name else ""


def _style(workspace: Workspace, name: str) -> Iterator[Input]:
    if workspace.holds(f"styles/{name}.yaml"):
        return
    try:
        data = Workspace(assets.styles()).read(f"{name}.yaml")
    except Unreadable:
        return
    yield Input(f"styles/{name}.yaml", sha256(data).hexdigest())


def _fonts(style: Style | None) -> Iterator[Input]:
    files = {(face.package, face.file) for face in style.faces.values()} if style else ()
    for package, file in files:
        digest = font(package, file)
        if digest:
            yield Input(f"fonts/{package}/{file}", digest)


def font_paths(workspace: Workspace, spec: Spec) -> tuple[str, ...]:
    """Where the font files of an edition's style stand."""
    from briefing.pdf.fonts import font_path

    style, _ = project.style_of(workspace, spec)
    files = {(face.package, face.file) for face in style.faces.values()} if style else ()
    found = set()
    for package, file in files:
        with suppress(BriefingError):
            found.add(font_path(FaceSpec(package, file, {}, file)))
    return tuple(sorted(found))


@lru_cache
def font(package: str, file: str) -> str:
    """The digest of a font file of an installed package; empty where it isn't there."""
    # Drawing needs the engine in any case; `check` neither draws nor comes here.
    from briefing.pdf.fonts import font_data

    try:
        return sha256(font_data(FaceSpec(package, file, {}, file))).hexdigest()
    except BriefingError:
        return ""
