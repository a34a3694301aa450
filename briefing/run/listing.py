"""What is here: projects with their editions, samples, styles, languages."""

from msgspec import Struct

from briefing import project
from briefing.language import GRAMMARS
from briefing.model import Choices
from briefing.project.known_styles import known_styles
from briefing.workspace import Workspace, assets, folders
from briefing.workspace import output as shelf

_MANIFEST = "briefing.yaml"


class ListedProject(Struct, frozen=True):
    """A project's folder, its languages (none where its manifest can't be read) and style, and the
    folders of its editions."""

    folder: str
    languages: tuple[str, ...]
    style: str
    editions: tuple[str, ...]


class Listed(Struct, frozen=True):
    """Everything that there is to choose from."""

    projects: tuple[ListedProject, ...]
    samples: tuple[str, ...]
    styles: tuple[str, ...]
    languages: tuple[str, ...]


def listing(output: str) -> Listed:
    """The projects of this folder, of its folders and of those of data/, and what comes with the
    product."""
    here = (".",) if folders.holds(".", _MANIFEST) else ()
    around = folders.with_file(".", _MANIFEST)
    data = (folders.join("data", name) for name in folders.with_file("data", _MANIFEST))
    return Listed(
        tuple(_listed(folder, output) for folder in (*here, *around, *data)),
        tuple(folders.with_file(assets.samples(), _MANIFEST)),
        tuple(sorted(known_styles())),
        tuple(sorted(GRAMMARS)),
    )


def _listed(folder: str, output: str) -> ListedProject:
    workspace = Workspace(folder)
    spec, _ = project.read(workspace, Choices())
    above = folders.join(output, workspace.name)
    editions = tuple(folders.join(above, name) for name in shelf.folders_in(above))
    if spec is None:
        return ListedProject(folder, (), "", editions)
    return ListedProject(folder, spec.languages, spec.style, editions)
