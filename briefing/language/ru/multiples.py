"""Russian multiples: вырос вдвое, снизилась почти втрое."""

from collections.abc import Callable

from briefing.language.told import Multiple, Near

_TIMES = {2: "вдвое", 3: "втрое", 4: "вчетверо"}
_NEAR = {Near.NEARLY: "почти ", Near.JUST: "", Near.OVER: "более чем "}


def multiple(told: Multiple, moved: Callable[[bool], str], counted: str) -> str:
    """“вырос более чем вдвое”, “снизились почти в 12 раз”; `moved` gives the verb in agreement with
    its subject, `counted` the word for times."""
    times = _TIMES.get(told.times) or f"в\N{NO-BREAK SPACE}{told.times}\N{NO-BREAK SPACE}{counted}"
    return f"{moved(told.rise)} {_NEAR[told.near]}{times}"
