"""What a manifest points at: files, languages, a style, days; whether it is there and fits."""

from collections.abc import Iterator
from datetime import date

from briefing.language import GRAMMARS
from briefing.model import Finding, Period, Phrase, Place, did_you_mean
from briefing.project.known import words
from briefing.project.known_styles import EXTENDED, styles_of
from briefing.project.readers.values import PATH_NAME
from briefing.project.structure import find, key_place
from briefing.project.style.read import read_style, unknown_style
from briefing.project.yaml.tree import Listed, Mapped
from briefing.workspace import Unreadable, Workspace, environment, shown


def examine(
    workspace: Workspace, root: Mapped, style: str = "", fetching: bool = False
) -> tuple[Finding, ...]:
    """The findings on what a manifest names outside itself; sections apart. `style` is the one
    that the command line chose; `fetching` says that files which are fetched may not be there yet.
    """
    return (
        *_project_name(workspace),
        *_languages(root),
        *_style(workspace, root, style),
        *_data(workspace, root, fetching),
        *_dates(root),
    )


def released(root: Mapped) -> date | None:
    """The edition's own day: `released`, else SOURCE_DATE_EPOCH, never the clock."""
    return _day(root.get("released")) or environment.source_date_epoch()


def _project_name(workspace: Workspace) -> Iterator[Finding]:
    if not PATH_NAME.fullmatch(workspace.name):
        yield _error(
            "B011",
            Place("briefing.yaml"),
            f"the project's folder is called “{shown(workspace.name)}”",
            "rename it: the PDF is called after it, with letters (a–z), digits, “.”, “_” and “-”",
        )


def _languages(root: Mapped) -> Iterator[Finding]:
    seen: dict[str, Place] = {}
    for language in words(root.get("languages")):
        text, place = shown(language.text), language.place
        first = seen.setdefault(language.text, place)
        if first != place:
            message = f"language “{text}” stands twice, first on line {first.line}"
            yield _error("B012", place, message, "delete one")
        elif language.text not in GRAMMARS:
            message = f"unknown language “{text}”{did_you_mean(language.text, GRAMMARS)}"
            hint = f"briefings are written in: {', '.join(sorted(GRAMMARS))}"
            yield _error("B023", place, message, hint)


def _style(workspace: Workspace, root: Mapped, chosen: str) -> Iterator[Finding]:
    known = styles_of(workspace)
    node = root.get("style")
    named = isinstance(node, Phrase) and PATH_NAME.fullmatch(node.text)
    if named and isinstance(node, Phrase) and node.text not in known:
        yield unknown_style(node.text, node.place, styles=known)
    name = chosen or (node.text if named and isinstance(node, Phrase) else EXTENDED)
    if name in known:
        place = node.place if isinstance(node, Phrase) else root.place
        yield from read_style(name, place, workspace)[1]


def _data(workspace: Workspace, root: Mapped, fetching: bool) -> Iterator[Finding]:
    tables = root.get("tables")
    for name in tables if isinstance(tables, Mapped) else ():
        file = find(root, ("tables", name, "file"))
        if not isinstance(file, Phrase) or not file.text.strip():
            continue
        try:
            workspace.check(file.text)
        except Unreadable as problem:
            message = f"table {shown(name)}, file: {problem.message}"
            table = find(root, ("tables", name))
            fetched = isinstance(table, Mapped) and "from" in table
            lacking = fetched and problem.is_missing
            if lacking and fetching:
                continue
            hint = f"get it: briefing fetch . {name}" if lacking else problem.hint
            yield _error(problem.code, file.place, message, hint)


def _dates(root: Mapped) -> Iterator[Finding]:
    edition = released(root)
    if edition is None and "released" not in root:
        yield _error(
            "B030",
            root.place,
            "the edition has no date",
            "add “released: 2026-11-24” with its day, or set SOURCE_DATE_EPOCH",
        )
    for group, one, key in (("sources", "source", "retrieved"), ("facts", "fact", "checked")):
        entries = root.get(group)
        for name in entries if isinstance(entries, Mapped) else ():
            node = find(root, (group, name, key))
            day = _day(node)
            if edition is not None and day is not None and day > edition:
                message = f"{one} {shown(name)}, {key}: {day} is after the edition, {edition}"
                hint = "mend the day, or “released”"
                yield Finding("B031", node.place, message, hint)
    yield from _known_later(root, edition)
    following = _period(root.get("next_release"))
    if edition is not None and following is not None and following.end <= edition:
        message = f"next_release: {following} is not after the edition, {edition}"
        place = key_place(root, ("next_release",))
        yield Finding("B031", place, message, "mend the day, or “released”")


def _known_later(root: Mapped, edition: date | None) -> Iterator[Finding]:
    """What an exhibit says as of a day after the edition's."""
    exhibits = root.get("exhibits")
    for name in exhibits if isinstance(exhibits, Mapped) else ():
        for key in ("rows", "people"):
            held = find(root, ("exhibits", name, key))
            for number in range(len(held)) if isinstance(held, Listed) else ():
                node = find(root, ("exhibits", name, key, number, "as_of"))
                day = _day(node)
                if edition is not None and day is not None and day > edition:
                    message = f"exhibit {shown(name)}, as_of: {day} is after the edition, {edition}"
                    hint = "mend the day, or “released”"
                    yield Finding("B031", node.place, message, hint)


def _day(node: object) -> date | None:
    """The day that stands there, if it is one; what is wrong with it is found elsewhere."""
    try:
        return date.fromisoformat(node.text) if isinstance(node, Phrase) else None
    except ValueError:
        return None


def _period(node: object) -> Period | None:
    """The period that stands there, if it is one."""
    try:
        return Period.parse(node.text) if isinstance(node, Phrase) else None
    except ValueError:
        return None


def _error(code: str, place: Place, message: str, hint: str) -> Finding:
    return Finding(code, place, message, hint)
