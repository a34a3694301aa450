"""A brand file, Posit's `_brand.yml`, as a style's own keys: colours, families and the logo.

https://posit-dev.github.io/brand-yml/ says what it may hold. What has no part in a print is left
aside and told once; nothing is ever fetched.
"""

import re
from collections.abc import Mapping
from posixpath import join, normpath

from msgspec.structs import replace

from briefing.model import Finding, Phrase, Place
from briefing.project.style import contrast
from briefing.project.style.families import Family, faces_of, families
from briefing.project.yaml.tree import Mapped, Node
from briefing.workspace import shown

# The colours of a brand, and the roles of ours that they take.
_ROLES: Mapping[str, tuple[str, ...]] = {
    "foreground": ("ink",),
    "primary": ("accent",),
    "secondary": ("chart.second",),
    "light": ("tint",),
}
# The page stays white: of a background only that it is, is looked at.
_PAPER = "#FFFFFF"
# The darkest ground on which words of a brand's colour stand.
_TINT = "#EDE7DB"
# What a brand calls families for, and the names of faces that they take in a style.
_FACES: Mapping[str, tuple[str, ...]] = {"base": ("serif", "sans"), "monospace": ("mono",)}
_HEADED = ("title", "keypoints.head", "h2", "h2.number", "h3", "h4", "tile.value")
_HEADING = "heading"
# Which of its logos a brand would have beside a title, best first.
_LOGOS = ("medium", "large", "small")
_MAPPED = {"meta": None, "logo": None, "color": None, "typography": None}
_WEB = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


class Brand:
    """What a brand says, as the tree of a style's keys; and what was not taken of it."""

    def __init__(self, root: Mapped, beneath: Node | None, folder: str = "") -> None:
        """`beneath` are the faces of the style that it changes, `folder` is the brand's own."""
        self.own = Mapped(root.place)
        self._folder = folder
        self.findings: list[Finding] = []
        self._beneath = beneath
        self._left: dict[str, Place] = {}
        for key in root.keys() - _MAPPED:
            self._leave(key, root.keys_at[key])
        self._colour(_map(root.get("color")))
        self._type(_map(root.get("typography")))
        self._logo(root.get("logo"))
        if self._left:
            names = ", ".join(shown(name) for name in sorted(self._left))
            message = f"of the brand this is not taken: {names}"
            hint = "say it in the style: sizes, spaces and what else a print has"
            self._note(min(self._left.values()), message, hint)

    def _note(self, place: Place, message: str, hint: str) -> None:
        self.findings.append(Finding("B043", place, message, hint))

    def _wrong(self, place: Place, message: str, hint: str) -> None:
        self.findings.append(Finding("B041", place, message, hint))

    def _leave(self, name: str, place: Place) -> None:
        self._left[name] = place

    def _set(self, group: str, key: str, node: Node, place: Place) -> None:
        holder = self.own.setdefault(group, Mapped(place))
        assert isinstance(holder, Mapped)
        self.own.keys_at.setdefault(group, place)
        holder[key] = node
        holder.keys_at[key] = place

    def _colour(self, given: Mapped) -> None:
        palette = _map(given.get("palette"))
        for name, node in given.items():
            place = given.keys_at[name]
            if name == "palette":
                continue
            colour = self._hexadecimal(name, node, {**palette, **given}, place)
            if name == "background":
                if colour not in ("", _PAPER):
                    message = f"color, background: the page stays white, not {colour}"
                    self._note(place, message, "briefings are printed; write it off, or white")
            elif name not in _ROLES:
                self._leave(f"color.{name}", place)
            elif colour:
                for role in _ROLES[name]:
                    self._set("colours", role, Phrase(colour, place), place)
                if name == "secondary":
                    words = Phrase(_readable(colour), place)
                    self._set("colours", "chart.second.text", words, place)

    def _hexadecimal(self, name: str, node: Node, known: Mapping[str, Node], place: Place) -> str:
        """A colour of the brand as `#RRGGBB`: by itself, or by the name of another one."""
        passed = {name}
        word = _light(node)
        while isinstance(word, Phrase) and word.text in known and word.text not in passed:
            passed.add(word.text)
            word = _light(known[word.text])
        if not isinstance(word, Phrase):
            self._wrong(place, f"color, {shown(name)}: no colour", 'write "#0F4C6B"')
            return ""
        # Colours of CSS by name: loaded only where a project has a brand.
        from PIL import ImageColor

        try:
            parts = ImageColor.getrgb(word.text)
        except ValueError:
            message = f"color, {shown(name)}: “{shown(word.text)}” is no colour"
            hint = 'write "#0F4C6B", a colour of CSS by its name, or one of the palette'
            self._wrong(place, message, hint)
            return ""
        return "#" + "".join(f"{part:02X}" for part in parts[:3])

    def _type(self, given: Mapped) -> None:
        listed, problems = families(given.get("fonts"), self._folder)
        self.findings += problems
        for key, node in given.items():
            place = given.keys_at[key]
            if key == "fonts":
                continue
            if key not in (*_FACES, "headings"):
                self._leave(f"typography.{key}", place)
                continue
            for part in _map(node).keys() - {"family"}:
                self._leave(f"typography.{key}.{part}", _map(node).keys_at[part])
            family = node if isinstance(node, Phrase) else _map(node).get("family")
            if isinstance(family, Phrase):
                self._family(key, family, listed, place)

    def _family(self, key: str, family: Phrase, listed: Mapping[str, Family], place: Place) -> None:
        found = faces_of(family.text, listed, self._beneath)
        if not found:
            message = f"typography, {key}: no file of “{shown(family.text)}” is in the project"
            hint = (
                "nothing is fetched: put its files into the project and list them: "
                "fonts: [{family: …, source: file, files: [{path: fonts/….ttf}]}]"
            )
            self._note(family.place, message, hint)
            return
        bold = found.get("strong", found[""])
        if key == "headings":
            self._set("faces", _HEADING, bold, place)
            for kind in _HEADED:
                face = Mapped(place)
                face["face"], face.keys_at["face"] = Phrase(_HEADING, place), place
                self._set("text", kind, face, place)
            return
        for stem in _FACES[key]:
            for cut in ("", "emphasis", "strong", "strong.emphasis"):
                node = found.get(cut) or (bold if cut.startswith("strong") else found[""])
                name = f"{stem}.{cut}" if cut else stem
                if stem != "mono" or not cut:
                    self._set("faces", name, node, place)
            if stem == "serif":
                self._set("faces", "serif.medium", found.get("medium", bold), place)

    def _logo(self, node: Node | None) -> None:
        if node is None:
            return
        chosen = _chosen(node)
        path, alt = chosen.get("path"), chosen.get("alt")
        if not isinstance(path, Phrase):
            self._note(node.place, "logo: none that is for light paper", "write logo: crest.svg")
            return
        if _WEB.match(path.text):
            message = f"logo: “{shown(path.text)}” is not in the project"
            hint = "nothing is fetched: put the file into the project and name it here"
            self._note(path.place, message, hint)
            return
        if not isinstance(alt, Phrase) or not alt.text.strip():
            hint = "write {path: crest.svg, alt: Crest of the ministry}"
            self._wrong(path.place, "logo: it has no alternative text", hint)
            return
        self.own.keys_at["logo"] = path.place
        held = Mapped(path.place)
        held["picture"] = replace(path, text=normpath(join(self._folder, path.text)))
        held["text"] = alt
        held.keys_at |= {"picture": path.place, "text": alt.place}
        self.own["logo"] = held


def _map(node: Node | None) -> Mapped:
    return node if isinstance(node, Mapped) else Mapped(node.place if node else Place(""))


def _readable(colour: str) -> str:
    """The colour, or the lightest shade of it in which words can be read on a tint."""
    parts, share = [int(colour[i : i + 2], 16) for i in (1, 3, 5)], 1.0
    while contrast.ratio(colour, _TINT) < contrast.TEXT:
        share -= 0.02
        colour = "#" + "".join(f"{round(part * share):02X}" for part in parts)
    return colour


def _light(node: Node | None) -> Node | None:
    """What a brand says for light ground, where it says two."""
    return node.get("light") if isinstance(node, Mapped) else node


def _chosen(node: Node) -> Mapping[str, Node]:
    """The path and the alternative text of the logo that stands beside a title."""
    images = _map(_map(node).get("images"))
    sizes = [_map(node).get(size) for size in _LOGOS]
    for candidate in (node, *sizes, *images.values()):
        said = candidate if "path" in _map(candidate) else _light(candidate)
        if isinstance(said, Phrase):
            said = images.get(said.text, said)
        if isinstance(said, Phrase):
            return {"path": said}
        if isinstance(said, Mapped) and "path" in said:
            return said
    return {}


def font_files(root: Mapped, folder: str) -> tuple[Phrase, ...]:
    """The paths of the font files of the project that a brand names."""
    listed, _ = families(_map(root.get("typography")).get("fonts"), folder)
    return tuple(file.path for family in listed.values() for file in family.files)
