"""What a build or a check came to, told again without reading the project while nothing that it
read has changed: the modules that read one take longer to load than this takes in all."""

from collections.abc import Mapping, Sequence
from hashlib import sha256

import msgspec
from msgspec import Struct

from briefing.model import Choices, Finding, Input, Place, Waived
from briefing.run.outcome import Omitted, Outcome
from briefing.workspace import environment, tree
from briefing.workspace.cache import Cache, maker


class Asked(Struct, frozen=True):
    """What a build was asked for: the project's folder, the output's, the choices, and whether
    warnings are errors; or a check, which `draws` nothing."""

    folder: str
    output: str
    choices: Choices
    strict: bool
    draws: bool = True


class _Remembered(Struct, frozen=True):
    """What must be as it was (the files of the project's folder by name, those that were read and
    those of the edition by digest, fonts by size and time), and what is told then."""

    names: tuple[str, ...]
    read: Mapping[str, str]
    made: Mapping[str, str]
    fonts: Mapping[str, tuple[int, int]]
    standing: tuple[str, ...]
    project: str
    findings: tuple[Finding, ...]
    lines: tuple[tuple[Place, str], ...]
    waived: tuple[Waived, ...]
    omitted: tuple[Omitted, ...]


def remember(
    cache: Cache,
    asked: Asked,
    outcome: Outcome,
    inputs: Sequence[Input],
    made: Sequence[str],
    fonts: Sequence[str],
) -> None:
    """Keep what a build came to. `inputs` are what it read, `made` the paths of the edition's files
    (PDFs, cards, record, linked data), `fonts` those of its font files;
    other inputs than the project's own are the product's, which the key of the cache tells."""
    names = tree.names(asked.folder, asked.output)
    root = f"{tree.real(asked.folder)}/"
    own = {root + entry.path for entry in inputs} & set(names)
    standing = (*(built.path for built in outcome.built), *outcome.standing)
    if not set(standing) <= set(made):
        return  # its files went elsewhere
    known = _Remembered(
        names=names,
        read={root + e.path: e.sha256 for e in inputs if root + e.path in own},
        made=tree.digests("", made),
        fonts=tree.stamps(fonts),
        standing=standing,
        project=outcome.project,
        findings=outcome.findings,
        lines=tuple(outcome.lines.items()),
        waived=outcome.waived,
        omitted=outcome.omitted,
    )
    try:
        cache.put(_key(asked), msgspec.json.encode(known, enc_hook=dict))
    except UnicodeEncodeError:
        return  # a name that is no UTF-8 stands in no JSON: the next build reads it all again


def recall(cache: Cache, asked: Asked) -> Outcome | None:
    """What the same build came to, its PDFs as `standing`; None where anything has changed, or
    nothing is known."""
    try:
        kept = cache.get(_key(asked))
        known = msgspec.json.decode(kept, type=_Remembered) if kept is not None else None
    except (msgspec.DecodeError, UnicodeEncodeError):
        return None
    if known is None:
        return None
    as_was = (
        known.made == tree.digests("", known.made)
        and known.fonts == tree.stamps(known.fonts)
        and known.names == tree.names(asked.folder, asked.output)
        and known.read == tree.digests("", known.read)
    )
    if not as_was:
        return None
    return Outcome(
        known.project,
        known.findings,
        dict(known.lines),
        standing=known.standing,
        waived=known.waived,
        omitted=known.omitted,
        parameters=asked.choices.parameters,
    )


def _key(asked: Asked) -> str:
    day = environment.source_date_epoch()
    whole = ("remembered", maker(), tree.here(), tree.real(asked.folder), asked, day)
    return sha256(msgspec.json.encode(whole)).hexdigest()
