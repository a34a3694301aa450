"""A style by its name, or as a manifest says it: from keys and values to a Style.

A style is the same as long as the texts that it is made from are: what was read is remembered under
these, so that briefings of a batch, and the parts of one, read it once.
"""

from functools import lru_cache
from posixpath import dirname

from briefing.model import Finding, Phrase, Place, Spec, did_you_mean, errors, refused
from briefing.project.known_styles import EXTENDED, FOLDER, known_styles
from briefing.project.readers.refusal import kind_of
from briefing.project.readers.values import PATH_NAME
from briefing.project.style.brand import Brand
from briefing.project.style.brought import NOTHING, Brought, brought
from briefing.project.style.made import Read, made
from briefing.project.style.overlay import overlaid
from briefing.project.yaml.tree import Mapped, read_tree
from briefing.workspace import Unreadable, Workspace, assets, shown

_LIMIT = 1024 * 1024


def unknown_style(
    name: str, place: Place, option: str = "", styles: tuple[str, ...] = ()
) -> Finding:
    """The finding for a style that isn't there, of those that are."""
    message = f"{option}there is no style “{shown(name)}”{did_you_mean(name, styles)}"
    hint = f"styles: {', '.join(styles) or 'none'}"
    return Finding("B040", place, message, hint)


def read_style(name: str, place: Place, workspace: Workspace | None = None) -> Read:
    """The style of that name.

    The project's own stands before the product's, and says only what differs from the style that
    it extends. `place` is where the author names it. None where a finding is an error.
    """
    file = f"{FOLDER}/{name}.yaml"
    if workspace is None or not PATH_NAME.fullmatch(name) or not workspace.holds(file):
        return read_style_in(assets.styles(), name, place)
    try:
        text = workspace.text(file, _LIMIT)
    except Unreadable as problem:
        return None, (refused(problem, place),)
    root, _ = _mapped(file, text)
    beside = NOTHING if root is None else brought(workspace, root)
    return _own_style(name, text, beside, _texts(assets.styles()))


@lru_cache(maxsize=8)
def _own_style(name: str, text: str, beside: Brought, _product: tuple[str, ...]) -> Read:
    """A style of the project, as its file, what it brings and those of the product say it."""
    root, found = _mapped(f"{FOLDER}/{name}.yaml", text)
    if root is None:
        return None, found
    style, more = _extending(name, root, beside)
    return style, found + more


def read_style_in(folder: str, name: str, place: Place) -> Read:
    """The style of that name in a folder; its findings call the file `styles/<name>.yaml`."""
    if name not in known_styles(folder):
        return None, (unknown_style(name, place, styles=known_styles(folder)),)
    return _product_style(folder, name, place, _texts(folder))


@lru_cache(maxsize=16)
def _product_style(folder: str, name: str, place: Place, _all: tuple[str, ...]) -> Read:
    root, found = _tree(Workspace(folder), f"{name}.yaml", f"{FOLDER}/{name}.yaml", place)
    if root is None:
        return None, found
    if "extends" in root:
        style, more = _over(name, extended(root), root, folder)
    else:
        style, more = made(name, "", root)
    return style, found + more


def _texts(folder: str) -> tuple[str, ...]:
    """What the styles of a folder say, in order of their names; of one that can't be read, why."""
    texts: list[str] = []
    for name in known_styles(folder):
        try:
            texts.append(Workspace(folder).text(f"{name}.yaml", _LIMIT))
        except Unreadable as problem:
            texts.append(f"{name}: {problem.message}")
    return tuple(texts)


def style_of(workspace: Workspace, spec: Spec) -> Read:
    """The style of an edition: the manifest's own, else the one that it names."""
    if spec.look is not None:
        return spec.look, ()
    return read_style(spec.style, spec.place, workspace)


def taken(root: Mapped) -> Mapped | None:
    """The style that a manifest says itself; the name of the one beneath stays in its place."""
    node = root.get("style")
    if not isinstance(node, Mapped):
        return None
    name = extended(node)
    root["style"] = Phrase(name if name in known_styles() else EXTENDED, node.place)
    return node


def read_inline(root: Mapped, workspace: Workspace) -> Read:
    """The style that a manifest says itself: what differs from the product's that it extends."""
    if "style" in root:
        message = "a style in a manifest has no name of its own"
        hint = "write “extends:” and what differs, without “style:”"
        return None, (Finding("B041", root.keys_at["style"], message, hint),)
    return _extending("", root, brought(workspace, root))


def extended(root: Mapped) -> str:
    """The name of the style that a style extends, as it is written."""
    given = root.get("extends")
    return given.text if isinstance(given, Phrase) else EXTENDED


def _own(root: Mapped) -> Mapped:
    """What a style says itself."""
    own = Mapped(root.place)
    own.update({key: node for key, node in root.items() if key != "extends"})
    own.keys_at |= root.keys_at
    return own


def _extending(name: str, root: Mapped, beside: Brought) -> Read:
    """A style of the project over the product's style that it extends; empty without a name."""
    under, given = extended(root), root.get("extends")
    if (given is not None and not isinstance(given, Phrase)) or under not in known_styles():
        at = root.keys_at["extends"]
        return None, (unknown_style(under, at, "extends: ", known_styles()),)
    return _over(name, under, root, assets.styles(), beside)


def _over(name: str, under: str, root: Mapped, folder: str, beside: Brought = NOTHING) -> Read:
    """A style over one of the product's that says all itself; its brand lies between both."""
    own = _own(root)
    file = f"{under}.yaml"
    base, found = _tree(Workspace(folder), file, f"{FOLDER}/{file}", root.place)
    if base is not None and "extends" in base:
        base, more = _whole(base, folder)
        found += more
    if base is None:
        return None, found
    found += beside.findings
    if beside.brand:
        own, more = _branded(own, base, beside)
        found += more
    whole = overlaid(base, own)
    if not name:
        whole["style"] = base["style"]
    style, more = made(name or under, under, whole, own, base, dict(beside.fonts))
    return (None if errors(found) else style), found + more


def _branded(own: Mapped, base: Mapped, beside: Brought) -> tuple[Mapped, tuple[Finding, ...]]:
    """A style's own keys over those of its brand."""
    root, found = read_tree(beside.brand, beside.text)
    if not isinstance(root, Mapped):
        message = "a brand is keys and values: color, typography, logo"
        place = Place(beside.brand) if root is None else root.place
        wrong = Finding("B007", place, message, "begin with “color:”")
        return own, found or (wrong,)
    brand = Brand(root, base.get("faces"), dirname(beside.brand))
    return overlaid(brand.own, own), (*found, *brand.findings)


def _whole(root: Mapped, folder: str) -> tuple[Mapped | None, tuple[Finding, ...]]:
    """A style of the product that extends another, as one tree."""
    file = f"{extended(root)}.yaml"
    base, found = _tree(Workspace(folder), file, f"{FOLDER}/{file}", root.place)
    if base is not None and "extends" in base:
        base, more = _whole(base, folder)
        found += more
    return (None if base is None else overlaid(base, _own(root))), found


def _tree(
    workspace: Workspace, path: str, file: str, place: Place
) -> tuple[Mapped | None, tuple[Finding, ...]]:
    """The keys and values of a style's file, which findings call `file`."""
    try:
        text = workspace.text(path, _LIMIT)
    except Unreadable as problem:
        return None, (refused(problem, place),)
    return _mapped(file, text)


@lru_cache(maxsize=16)
def _mapped(file: str, text: str) -> tuple[Mapped | None, tuple[Finding, ...]]:
    """The tree of a style's text; nobody changes it."""
    root, found = read_tree(file, text)
    if root is None or isinstance(root, Mapped):
        return root, found
    message = f"a style is keys and values, not {kind_of(root)}"
    hint = "begin with “style:” and the file's name"
    return None, (*found, Finding("B007", root.place, message, hint))
