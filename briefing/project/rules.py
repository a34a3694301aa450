"""Which keys of an entry go together: what fits its kind, what excludes or needs what."""

import re
from collections.abc import Callable, Iterator, Mapping

from briefing.model import Finding, Phrase, nearest
from briefing.project.keys.entry import Entry
from briefing.project.keys.exhibits import EXHIBITS, REQUIRED, SPAN, taken
from briefing.project.keys.manifest import ExhibitEntry, SeriesEntry
from briefing.project.keys.tables import TableEntry
from briefing.project.known import Known, mapping
from briefing.project.structure import key_place, subject
from briefing.project.yaml.tree import Listed, Mapped, Node

_FIGURES = ("unit", "kind", "status", "totals", "missing", "codes")
# The signs of a delimited file, with what they usually are.
_SIGNS = {"delimiter": ",", "quote": '"', "decimal": ".", "thousands": ""}
# The format in which each service answers, and those that are not read whole.
_SENT = {
    "world_bank": "world-bank",
    "comtrade": "comtrade",
    "sdmx": "sdmx-csv",
    "pxweb": "json-stat",
}
_STORED = ("parquet", "large-delimited")
_KEYED = re.compile(
    r"(?i)[?&][^=&#]*(?:key|token|secret|passw|signature)[^=&#]*=(?!\{[a-z][a-z0-9_]*\})[^&#]"
)


def examine(root: Mapped, known: Known) -> tuple[Finding, ...]:
    """The findings on combinations of keys, also in entries with other faults."""
    found: list[Finding] = []
    for group, (model, rule) in _RULES.items():
        entries = root.get(group)
        if not isinstance(entries, Mapped):
            continue
        for name, node in entries.items():
            if isinstance(node, Mapped):
                found += rule(_Entry(root, group, name, node, model), known)
    return tuple(found)


class _Entry:
    """A named map of the manifest, whose faults are findings at its keys."""

    def __init__(
        self, root: Mapped, group: str, name: str, node: Mapped, model: type[Entry]
    ) -> None:
        self._root = root
        self._path = (group, name)
        self.name = name
        self.node = node
        keys = model.known_keys()
        self._meant = {nearest(key, keys) for key in node if key not in keys}

    def lacks(self, *keys: str) -> bool:
        """Whether it has none of these keys, not even misspelt, which is a finding by itself."""
        return not any(key in self.node or key in self._meant for key in keys)

    def finding(self, code: str, message: str, hint: str, *keys: str | int) -> Finding:
        path = (*self._path, *keys)
        return Finding(code, key_place(self._root, path), subject(self._path) + message, hint)

    def word(self, key: str) -> str:
        """A key's text, empty where there is none."""
        node = self.node.get(key)
        return node.text if isinstance(node, Phrase) else ""

    def items(self, key: str) -> tuple[Mapping[str, Node], ...]:
        """The maps of a key's list."""
        node = self.node.get(key)
        return tuple(map(mapping, node)) if isinstance(node, Listed) else ()

    def children(self, key: str) -> Mapping[str, Node]:
        """A key's own map, empty where there is none."""
        return mapping(self.node.get(key))


def _table(entry: _Entry, _: Known) -> Iterator[Finding]:
    yield from _dialect(entry)
    holds = [key for key in ("value", "values", "text") if key in entry.node]
    if entry.lacks("value", "values", "text"):
        yield entry.finding(
            "B009",
            "has neither “value”, “values” nor “text”",
            "name the column of figures (value: …), of several (values: …), or of events (text: …)",
        )
    for key in holds[1:]:
        yield entry.finding(
            "B029",
            f"“{holds[0]}” and “{key}” exclude each other",
            "a table holds one column of figures, several, or events: keep one of the keys",
            key,
        )
    if holds == ["text"]:
        for key in _FIGURES:
            if key in entry.node:
                hint = "a table with “text” holds events: delete the key"
                yield entry.finding("B029", f"“{key}” is for tables of figures", hint, key)
    elif holds and "text" not in holds:
        yield from _figures(entry)
    if "from" in entry.node and len(entry.children("from")) != 1:
        hint = "name one: world_bank, comtrade, sdmx, pxweb or url"
        yield entry.finding("B029", "“from” wants one service", hint, "from")
    elif "from" in entry.node:
        yield from _fetched(entry)
    if "resource" in entry.node:
        hint = "write from: datapackage.json beside it, or delete it"
        yield entry.finding("B029", "“resource” is for a Data Package", hint, "resource")
    if "columns" in entry.node:
        yield from _wide(entry)
    if "skip" in entry.node and "header" in entry.node:
        hint = "`header:` says where the header is; delete `skip`"
        yield entry.finding("B029", "“header” and “skip” exclude each other", hint, "skip")


def _fetched(entry: _Entry) -> Iterator[Finding]:
    """What the reply of a service needs, and that no key stands in an address."""
    (service,) = entry.children("from")
    form = _text(entry.node.get("format")) or "delimited"
    sent = _SENT.get(service, form)
    if form != sent:
        hint = f"add format: {sent}, which is what it sends"
        yield entry.finding("B029", f"“from: {service}” wants “format: {sent}”", hint, "from")
    if form in _STORED:
        hint = "fetch what is read whole; keep a large file by hand"
        yield entry.finding("B029", f"“from” and “format: {form}” exclude each other", hint, "from")
    address = _text(entry.children("from")["url"]) if service == "url" else ""
    if _KEYED.search(address):
        hint = "write {name} in its place, and set BRIEFING_NAME_KEY or name a --keys-file"
        yield entry.finding("B029", "“from: url” holds a key", hint, "from")


def _text(node: Node | None) -> str:
    return node.text if isinstance(node, Phrase) else ""


def _wide(entry: _Entry) -> Iterator[Finding]:
    """What goes together in a wide table."""
    given = [key for key in ("period", "member") if key in entry.children("columns")]
    if not given:
        hint = "write columns: {period: NAME} or columns: {member: NAME}, NAME being the new column"
        yield entry.finding("B029", "“columns” wants “period” or “member”", hint, "columns")
    if "value" not in entry.node:
        hint = "name the column that the figures of a wide table are to stand in: value: value"
        yield entry.finding("B029", "“columns” wants “value”", hint, "columns")


def _dialect(entry: _Entry) -> Iterator[Finding]:
    """Signs of a dialect that are one and the same; a missing marker that is one of them."""
    seen: dict[str, str] = {}
    for key, usual in _SIGNS.items():
        sign = entry.word(key) or usual
        if sign and sign in seen and (key in entry.node or seen[sign] in entry.node):
            message = f"“{seen[sign]}” and “{key}” are the same sign, {sign}"
            hint = "each sign of the file has one meaning: correct one of them"
            yield entry.finding("B029", message, hint, key if key in entry.node else seen[sign])
        seen.setdefault(sign, key)
    markers = entry.node.get("missing")
    listed = markers if isinstance(markers, Listed) else [markers]
    for marker in listed:
        text = marker.text if isinstance(marker, Phrase) else ""
        if text and seen.get(text) in ("delimiter", "quote"):
            message = f"the marker {text} for a missing value is the file's “{seen[text]}”"
            hint = "correct one of them"
            yield entry.finding("B029", message, hint, "missing")


def _figures(entry: _Entry) -> Iterator[Finding]:
    if "detail" in entry.node:
        hint = "delete it; “detail” is the second text of an event"
        yield entry.finding("B029", "“detail” is for tables of events", hint, "detail")
    for key, example in (("unit", "USD million"), ("kind", "flow")):
        parts = entry.children("values")
        each = parts and all(_has(part, key) for part in parts.values())
        if not each and entry.lacks(key):
            hint = f"add “{key}: {example}”, or what it is"
            yield entry.finding("B009", f"key “{key}” is missing", hint)


def _series(entry: _Entry, _: Known) -> Iterator[Finding]:
    if "is" in entry.node:
        for key in ("table", "where", "by", "value"):
            if key in entry.node:
                yield entry.finding(
                    "B029",
                    f"“is” and “{key}” exclude each other",
                    "a series is cut from a table or made by an expression: keep one",
                    key,
                )
    elif entry.lacks("table", "is"):
        yield entry.finding(
            "B009",
            "has neither “table” nor “is”",
            "write {table: NAME, where: …} or {is: an expression}",
        )


def _exhibit(entry: _Entry, known: Known) -> Iterator[Finding]:
    kind = entry.word("kind")
    if kind not in EXHIBITS:
        return
    options = {"show"}.union(*EXHIBITS.values())
    for key in entry.node:
        if key in options and key not in taken(kind):
            fitting = ", ".join(sorted(taken(kind)))
            hint = f"keys of {kind}: {fitting}"
            yield entry.finding("B028", f"“{key}” doesn't fit {kind}", hint, key)
    if REQUIRED[kind] and entry.lacks(REQUIRED[kind]):
        hint = f"add “{REQUIRED[kind]}: …”"
        yield entry.finding("B009", f"key “{REQUIRED[kind]}” is missing", hint)
    yield from _rows(entry)
    yield from _people(entry)
    if kind == "changes" and entry.lacks("against"):
        hint = "copy the record.json of the last edition into the project: against: previous.json"
        yield entry.finding("B009", "key “against” is missing", hint)
    if "periods" in entry.node and SPAN & entry.node.keys():
        hint = "list the periods, or give the first and last"
        yield entry.finding("B029", "“periods” excludes “from” and “to”", hint, "periods")
    shown = entry.node.get("show")
    items = shown if isinstance(shown, Listed) else [shown]
    for item in items:
        if isinstance(item, Phrase) and item.text in (*known.events, *known.series):
            yield from _shown(entry, kind, item, item.text in known.events)
    if kind == "timeline" and len(items) > 1:
        hint = "write one events table"
        yield entry.finding("B028", "a timeline shows one table", hint, "show")


def _rows(entry: _Entry) -> Iterator[Finding]:
    """Each row of a panel has figures or words, and words have a source and a day."""
    for number, row in enumerate(entry.items("rows")):
        at = ("rows", number)
        if ("text" in row) == ("show" in row):
            both = "text" in row
            message = "a row has both “text” and “show”" if both else "a row has no values"
            hint = "write show: FIGURE for a figure, or text: {MNG: …} for words"
            yield entry.finding("B029" if both else "B009", message, hint, *at)
        elif "text" in row:
            for key, example in (("source", "NAME"), ("as_of", "2026-11-24")):
                if key not in row:
                    message = f"a row of words lacks “{key}”"
                    yield entry.finding("B009", message, f"add “{key}: {example}”", *at)
        else:
            for key in ("source", "as_of"):
                if key in row:
                    hint = "delete it: a figure has its own source and period"
                    yield entry.finding("B029", f"“{key}” is for a row of words", hint, *at, key)


def _people(entry: _Entry) -> Iterator[Finding]:
    """Who holds an office is known as of a day; a portrait is told in words."""
    for number, person in enumerate(entry.items("people")):
        at = ("people", number)
        for key, example in _wanted(person):
            yield entry.finding("B009", f"a person lacks “{key}”", f"add “{key}: {example}”", *at)


def _wanted(person: Mapping[str, Node]) -> Iterator[tuple[str, str]]:
    if "as_of" not in person:
        yield "as_of", "2026-11-24"
    if "portrait" in person:
        yield from ((key, "{en: …}") for key in ("alt", "credit") if key not in person)


def _shown(entry: _Entry, kind: str, item: Phrase, events: bool) -> Iterator[Finding]:
    if events is (kind == "timeline"):
        return
    message = f"“{item.text}” holds events, which only a timeline shows"
    hint = "write kind: timeline, or show series"
    if kind == "timeline":
        message = f"“{item.text}” is no table of events, which a timeline shows"
        hint = "show a table that has “text: …”"
    yield Finding("B028", item.place, f"exhibit {entry.name}, show: {message}", hint)


def _has(node: Node, key: str) -> bool:
    return isinstance(node, Mapped) and key in node


_RULES: Mapping[str, tuple[type[Entry], Callable[[_Entry, Known], Iterator[Finding]]]] = {
    "tables": (TableEntry, _table),
    "series": (SeriesEntry, _series),
    "exhibits": (ExhibitEntry, _exhibit),
}
