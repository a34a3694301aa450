"""Texts that only another product would print: made once, then taken from the cache, for what makes
them takes five times as long to load as the rest of the command."""

import json
from collections.abc import Callable, Mapping
from hashlib import sha256
from typing import Any

from briefing.workspace.cache import cache, maker


def kept(name: str, make: Callable[[], str]) -> str:
    """The text of that name, as this product `make`s it."""
    known = cache()
    key = sha256(f"printed {name} {maker()}".encode()).hexdigest()
    found = known.get(key)
    if found is not None:
        return found.decode()
    text = make()
    known.put(key, text.encode())
    return text


def codes() -> Mapping[str, Mapping[str, Any]]:
    """Every code in its order, as `rules --json` says it, with the `room` that finds it."""
    return dict(json.loads(kept("codes", _codes)))


def _codes() -> str:
    from msgspec.structs import asdict

    from briefing.model.severity import severities
    from briefing.run.codes import ROOMS, words

    told = {
        code: {"code": code, "severity": severities(code)}
        | asdict(documented)
        | {"words": words(code), "room": room}
        for room, documents in ROOMS.items()
        for code, documented in documents.items()
    }
    return json.dumps(told, ensure_ascii=False)
