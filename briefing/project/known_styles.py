"""The names of the styles that can be chosen."""

from briefing.workspace import Workspace, assets


def known_styles(folder: str = "") -> tuple[str, ...]:
    """The names of the styles in a folder, by default of those that come with the product."""
    names = Workspace(folder or assets.styles()).listing(".", ".yaml")
    return tuple(name.removesuffix(".yaml") for name in names)
