"""A project's own style over the one that it extends, as one tree."""

from briefing.project.yaml.tree import Mapped


def overlaid(base: Mapped, own: Mapped) -> Mapped:
    """Both as one tree; a face that is given anew stands whole, measures are merged to their last
    name."""
    merged = Mapped(own.place)
    for tree in (base, own):
        for key, node in tree.items():
            merged.keys_at[key] = tree.keys_at[key]
            below = merged.get(key)
            if isinstance(below, Mapped) and isinstance(node, Mapped):
                node = _group(below, node, whole=key == "faces", deep=key == "measures")
            merged[key] = node
    return merged


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
