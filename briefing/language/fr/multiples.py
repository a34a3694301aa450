"""French multiples: a doublé, a diminué de moitié."""

from briefing.language.told import Multiple, Near

_VERBS = {2: "doublé", 3: "triplé", 4: "quadruplé"}
_NEAR = {Near.NEARLY: "presque ", Near.JUST: "", Near.OVER: "plus que "}
_FACTORS = {Near.NEARLY: "de près de ", Near.JUST: "", Near.OVER: "de plus de "}


def multiple(told: Multiple, have: str) -> str:
    """“a presque doublé”, “a augmenté d’un facteur de plus de 10”, “a diminué de moitié”;
    `have` is “a” or “ont”, as its subject asks."""
    if told.rise and told.times in _VERBS:
        return f"{have} {_NEAR[told.near]}{_VERBS[told.times]}"
    if not told.rise and told.times == 2:
        half = {Near.NEARLY: "de près de la", Near.JUST: "de", Near.OVER: "de plus de la"}
        return f"{have} diminué {half[told.near]} moitié"
    verb = "augmenté" if told.rise else "diminué"
    return f"{have} {verb} d’un facteur {_FACTORS[told.near]}{told.times}"
