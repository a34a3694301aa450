"""The names of the styles that can be chosen."""

from briefing.workspace import Workspace, assets

FOLDER = "styles"
# What a project's style extends where it doesn't say so.
EXTENDED = "ministry"


def known_styles(folder: str = "") -> tuple[str, ...]:
    """The names of the styles in a folder, by default of those that come with the product."""
    names = Workspace(folder or assets.styles()).listing(".", ".yaml")
    return tuple(sorted(name.removesuffix(".yaml") for name in names))


def styles_of(workspace: Workspace) -> tuple[str, ...]:
    """The names of the product's styles and of the project's own, in order."""
    own = workspace.listing(FOLDER, ".yaml")
    return tuple(sorted({*known_styles(), *(name.removesuffix(".yaml") for name in own)}))
