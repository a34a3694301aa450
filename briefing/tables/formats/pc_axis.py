"""PC-Axis (.px): keywords, then one value a combination of codes."""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from briefing.tables.formats.content import MOST_CELLS, Content, Given, gathered, unfit

_KEYWORD = re.compile(
    r"^(?P<name>[A-Z][A-Z0-9-]*)(?:\[(?P<language>[\w-]+)\])?(?:\((?P<of>[^)]*)\))?="
    r'(?P<values>(?:"[^"]*"|[^";])*);',
    re.M,
)
_TEXT = re.compile(r'"([^"]*)"')
_CELL = re.compile(r'"[^"]*"|[^\s,;]+')
_DATA = re.compile(r"^DATA=", re.M)
_CODEPAGE = re.compile(rb'CODEPAGE="([^"]+)"', re.I)

Keywords = Mapping[tuple[str, str], list[str]]


def read(given: Given) -> Content:
    """A cell a row, numbered from 1 in the order of DATA; with `NAME label` beside each code."""
    text = _decoded(given)
    data = _DATA.search(text)
    if data is None:
        raise unfit(given, f"{given.file} has no DATA, so is no PC-Axis file", "fetch it again")
    words = _keywords(text[: data.start()])
    if any(name == "KEYS" for name, _ in words):
        hint = "save it without KEYS (PxWin: “save as”), or fetch it as JSON-stat"
        raise unfit(given, "a sparse file (KEYS) is not read", hint)
    names = [*words.get(("STUB", ""), ()), *words.get(("HEADING", ""), ())]
    members = [_members(words, name) for name in names]
    total = math.prod(map(len, members))
    cells = _CELL.findall(text[data.end() :])
    if total > MOST_CELLS:
        raise unfit(given, f"{total:,} cells; at most {MOST_CELLS:,}", "ask for less", "B205")
    if len(cells) != total or not names:
        row = text.count("\n", 0, data.start()) + 1
        message = f"DATA holds {len(cells):,} cells where its dimensions make {total:,}"
        raise unfit(given, message, "fetch it again: values would go to wrong places", row=row)
    return gathered(given, "DATA", _cells(names, members, cells))


def _decoded(given: Given) -> str:
    """The text in the code page that its head names, unless the manifest says another."""
    head = given.data[:2000]
    page = _CODEPAGE.search(head)
    encoding = page[1].decode("ascii", "replace") if page else "cp1252"
    if given.data.startswith(b"\xef\xbb\xbf"):
        encoding = "utf-8-sig"
    elif given.spec.encoding not in ("", "utf-8"):
        encoding = given.spec.encoding
    try:
        return given.data.decode(encoding)
    except (LookupError, UnicodeDecodeError):
        message = f"{given.file} is not written in {encoding[:40]}, which it names"
        raise unfit(given, message, "declare its `encoding:`", "B201") from None


def _keywords(head: str) -> Keywords:
    """Values by keyword and what it is of, in the file's first language."""
    found: dict[tuple[str, str], list[str]] = {}
    for match in _KEYWORD.finditer(head):
        if match["language"]:
            continue
        of = next(iter(_TEXT.findall(match["of"] or "")), "")
        values = _TEXT.findall(match["values"]) or [match["values"].strip()]
        found.setdefault((match["name"], of), values)
    return found


def _members(words: Keywords, name: str) -> list[tuple[str, str]]:
    labels = words.get(("VALUES", name), [])
    codes = words.get(("CODES", name)) or labels
    return list(zip(codes, labels if len(labels) == len(codes) else codes, strict=True))


def _cells(
    names: Sequence[str], members: Sequence[list[tuple[str, str]]], cells: Sequence[str]
) -> Iterator[tuple[int, dict[str, str]]]:
    for number, (combination, cell) in enumerate(zip(product(*members), cells, strict=True), 1):
        codes = {name: code for name, (code, _) in zip(names, combination, strict=True)}
        labels = {f"{n} label": text for n, (_, text) in zip(names, combination, strict=True)}
        yield number, {**codes, **labels, "value": cell.strip('"')}
