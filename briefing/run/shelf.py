"""The edition that stands on the shelf before a build."""

from collections.abc import Mapping

from briefing import editions
from briefing.editions import Names
from briefing.model import Choices
from briefing.workspace import Input, folders
from briefing.workspace import output as shelf


def standing(
    names: Names, output: str, product: str, inputs: tuple[Input, ...], choices: Choices
) -> tuple[str, ...]:
    """The PDFs of the edition of those names, where a build would give the same; else none."""
    folder = folders.join(output, names.folder)
    record = shelf.stored(folder, names.record)
    if record is None or not set(names.pdfs.values()) <= set(shelf.contents(folder)):
        return ()
    if not editions.unchanged(record, product, inputs, choices):
        return ()
    return tuple(folders.join(folder, name) for name in names.pdfs.values())


def last(names: Names, output: str) -> bytes | None:
    """The record that this edition's will take the place of, else that of the edition before it in
    the order of their names; None where this is the first."""
    project, _, edition = names.within.rpartition("/")
    above = folders.join(output, project)
    earlier = [name for name in shelf.folders_in(above) if name <= edition]
    for name in reversed(earlier):
        record = shelf.stored(folders.join(above, name, names.apart), names.record)
        if record is not None:
            return record
    return None


def keep(names: Names, output: str, files: Mapping[str, bytes]) -> None:
    """Put an edition's files on the shelf, in the place of those that it has there. Raises
    BriefingError where the disk refuses."""
    folder = folders.join(output, names.folder)
    present = {name: names.owns(name) for name in shelf.contents(folder)}
    within = folders.join(output, names.within) if names.apart else ""
    shelf.shelve(folder, files, present, within)


def paths(names: Names, output: str) -> tuple[str, ...]:
    """Where the edition's files stand on the shelf, in order."""
    folder = folders.join(output, names.folder)
    own = sorted(name for name in shelf.contents(folder) if names.owns(name))
    return tuple(folders.join(folder, name) for name in own)


def holds(names: Names, output: str, files: Mapping[str, bytes]) -> bool:
    """Whether just these files stand on the shelf."""
    folder = folders.join(output, names.folder)
    own = {name for name in shelf.contents(folder) if names.owns(name)}
    return own == set(files) and all(shelf.stored(folder, n) == d for n, d in files.items())
