"""Whether this machine has what the product needs."""

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from briefing.model import BriefingError, Place, errors
from briefing.workspace import environment, installed, machine


class State(StrEnum):
    """How a thing is: in order; absent, and only its own commands lack it; broken."""

    GOOD = "ok"
    ABSENT = "absent"
    BROKEN = "broken"


class Seen(Struct, frozen=True):
    """One thing that was looked at, what was seen of it, and what to do where it isn't in order."""

    what: str
    state: State
    words: str
    hint: str = ""


def doctor(output: str) -> tuple[Seen, ...]:
    """All that was looked at; `output` is the folder where editions are to go.

    Fonts and veraPDF are looked at with the packages that use them, so after those.
    """
    packages = installed.core()
    whole = all(package.version for package in packages)
    return (
        Seen("python", State.GOOD, machine.python()),
        *map(_package, packages),
        *_extras(),
        *(_faces() if whole else ()),
        *((_verapdf(),) if whole else ()),
        _folder("output folder", output, "choose another one with --output"),
        _folder("temporary folder", machine.temporary(), "set TMPDIR to a folder you can write to"),
        _date(),
        _encoding(),
    )


def _package(package: installed.Package) -> Seen:
    words = package.version or "not installed"
    if package.fits:
        return Seen(package.name, State.GOOD, words)
    words += f", needs {package.wanted}" if package.wanted else ""
    hint = f"pip install '{package.name}{package.wanted}'"
    return Seen(package.name, State.BROKEN, words, hint)


def _extras() -> Iterator[Seen]:
    for extra, packages in installed.extras().items():
        lacking = [p.name for p in packages if not p.fits]
        what = f"extra {extra}"
        if lacking:
            hint = f"pip install '{installed.PRODUCT}[{extra}]'"
            yield Seen(what, State.ABSENT, f"lacks {', '.join(lacking)}", hint)
        else:
            words = ", ".join(f"{p.name} {p.version}" for p in packages)
            yield Seen(what, State.GOOD, words)


def _faces() -> Iterator[Seen]:
    from briefing.pdf import load_faces
    from briefing.project import read_style
    from briefing.project.known_styles import known_styles

    for name in known_styles():
        what = f"fonts of {name}"
        style, found = read_style(name, Place(f"styles/{name}.yaml"))
        if style is None:
            first = errors(found)[0]
            yield Seen(what, State.BROKEN, first.message, first.hint)
            continue
        try:
            load_faces(style.faces, style.fallback)
        except BriefingError as problem:
            yield Seen(what, State.BROKEN, problem.message, problem.hint)
            continue
        yield Seen(what, State.GOOD, f"{len(style.faces)} faces")


def _verapdf() -> Seen:
    from briefing.workspace import verapdf

    lacking = verapdf.missing()
    if not lacking:
        return Seen("veraPDF", State.GOOD, machine.java())
    hint = "verify then judges by briefing's own checks; install Java, set VERAPDF_HOME to its jars"
    return Seen("veraPDF", State.ABSENT, lacking, hint)


def _folder(what: str, folder: str, hint: str) -> Seen:
    problem = machine.unwritable(folder)
    if problem:
        return Seen(what, State.BROKEN, f"can't be written, {problem}", hint)
    return Seen(what, State.GOOD, f"{folder} can be written")


def _date() -> Seen:
    what = "SOURCE_DATE_EPOCH"
    try:
        day = environment.source_date_epoch()
    except BriefingError as problem:
        return Seen(what, State.BROKEN, problem.message, problem.hint)
    return Seen(
        what, State.GOOD, f"{day}" if day else "not set; a manifest's “released” is the date"
    )


def _encoding() -> Seen:
    found = machine.encoding()
    if found.replace("-", "") == "utf8":
        return Seen("text", State.GOOD, found)
    return Seen("text", State.BROKEN, f"written as {found}", "set PYTHONUTF8=1")
