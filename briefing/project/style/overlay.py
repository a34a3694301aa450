"""A style over the one that it extends, as one tree."""

from pydantic_core import PydanticCustomError

from briefing.model import Phrase
from briefing.project.style.entries import factor, length
from briefing.project.yaml.tree import Mapped, Node

# What of a kind of text grows with it.
_SIZES = ("size", "leading", "before", "after", "rise")


def overlaid(base: Mapped, own: Mapped) -> Mapped:
    """Both as one tree; a face that is given anew stands whole, measures are merged to their last
    name. Where the own style has a `scale`, the text beneath is so many times as large."""
    merged = Mapped(own.place)
    for tree in (_scaled(base, own.get("scale")), own):
        for key, node in tree.items():
            merged.keys_at[key] = tree.keys_at[key]
            below = merged.get(key)
            if isinstance(below, Mapped) and isinstance(node, Mapped):
                node = _group(below, node, whole=key == "faces", deep=key == "measures")
            merged[key] = node
    return merged


def _scaled(base: Mapped, scale: Node | None) -> Mapped:
    """The style beneath with larger text; as it is where the scale is none, which is found."""
    texts = base.get("text")
    try:
        by = factor(scale) if scale is not None else 1.0
    except PydanticCustomError:
        by = 1.0
    if by == 1.0 or not isinstance(texts, Mapped):
        return base
    larger = Mapped(base.place)
    larger.update(base)
    larger.keys_at |= base.keys_at
    kinds = Mapped(texts.place)
    kinds.keys_at |= texts.keys_at
    kinds.update({name: _larger(kind, by) for name, kind in texts.items()})
    larger["text"] = kinds
    return larger


def _larger(kind: Node, by: float) -> Node:
    if not isinstance(kind, Mapped):
        return kind
    found = Mapped(kind.place)
    found.keys_at |= kind.keys_at
    for key, node in kind.items():
        grows = key in _SIZES and isinstance(node, Phrase)
        found[key] = Phrase(f"{length(node) * by:.2f}", node.place) if grows else node
    return found


def _group(base: Mapped, own: Mapped, *, whole: bool, deep: bool) -> Mapped:
    merged = Mapped(own.place)
    for tree in (base, own):
        for key, node in tree.items():
            merged.keys_at[key] = tree.keys_at[key]
            below = merged.get(key)
            if not whole and isinstance(below, Mapped) and isinstance(node, Mapped):
                node = _group(below, node, whole=not deep, deep=deep)
            merged[key] = node
    return merged
