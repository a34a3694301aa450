"""The reference: every word that an author may write, from the declarations that read it."""

import inspect
from collections.abc import Callable, Iterator, Mapping, Sequence

from babel import Locale

from briefing import charts, tables
from briefing.facts import INDICATORS
from briefing.figures.signatures import SIGNATURES
from briefing.language import GRAMMARS
from briefing.language.described import FIGURES_DESCRIBED, FILTERS_DESCRIBED, NAMES_DESCRIBED
from briefing.model import Code, Explained, Part, Severity, Topic, severities
from briefing.narrative.described import BLOCKS_DESCRIBED, NOT_DESCRIBED, SPANS_DESCRIBED
from briefing.project.keys.described import DESCRIPTIONS
from briefing.project.keys.exhibits import ALWAYS, EXHIBITS, SAYING
from briefing.project.known_styles import known_styles
from briefing.project.manifest import LARGEST
from briefing.run.codes import ROOMS
from briefing.tables.described import FORMATS_DESCRIBED
from briefing.workspace.cache import LIMIT
from briefing.workspace.files import LARGEST_FILE, LARGEST_TEXT

# The entries of the manifest in the order in which one writes them, and what holds each.
_ENTRIES: Mapping[str, str] = {
    "ManifestEntry": "briefing.yaml",
    "SourceEntry": "sources: {NAME: …}",
    "TableEntry": "tables: {NAME: …}",
    "ValueEntry": "tables: {NAME: {values: {NAME: …}}}",
    "ColumnsEntry": "tables: {NAME: {columns: …}}",
    "MembersEntry": "tables: {NAME: {members: {NAME: …}}}",
    "FromEntry": "tables: {NAME: {from: …}}",
    "WorldBankEntry": "from: {world_bank: …}",
    "ComtradeEntry": "from: {comtrade: …}",
    "SdmxEntry": "from: {sdmx: …}",
    "PxwebEntry": "from: {pxweb: …}",
    "SeriesEntry": "series: {NAME: …}",
    "FactEntry": "facts: {NAME: …}",
    "ExhibitEntry": "exhibits: {NAME: …}",
    "FilledEntry": "exhibits: {NAME: {filled: …}}",
    "RowEntry": "exhibits: {NAME: {rows: [{…}]}}",
    "PersonEntry": "exhibits: {NAME: {people: [{…}]}}",
    "DateEntry": "calendar: {NAME: …}",
    "SectionEntry": "sections: [{…}]",
    "ChecksEntry": "checks: …",
    "SumEntry": "checks: {sums: [{…}]}",
    "MirrorEntry": "checks: {mirror: [{…}]}",
    "AllowEntry": "checks: {allow: [{…}]}",
    "SendEntry": "send: …",
    "RecipientEntry": "send: {to: [{…}]}",
}


_OWN_STYLE: Mapping[str, str] = {
    "extends": "The style beneath, by its name; ministry unless given.",
    "colours": "#RRGGBB by role, or another role; looked at for contrast, for eyes that see red "
    "and green as one, and in grey (B042).",
    "text": "How kinds of text are set: body: {size: 10, leading: 14.5}.",
    "measures": "Lengths and counts: page: {bottom: 254 mm}.",
    "scale": "How many times as large the texts beneath are: 1.2.",
    "faces": "Font files by name: {file: fonts/House.ttf, postscript: House} of the project, or "
    "with package: of an installed one.",
    "logo": "{picture: crest.svg, text: {en: Crest}}, where the manifest has none.",
    "sections": "The sections of the manifest that it prints; else all.",
    "brand": "A _brand.yml (brand.yml of Posit): its colours, families and logo, beneath what the "
    "style says itself. Nothing is fetched (B043).",
}


def topics() -> Mapping[str, Topic]:
    """Every topic by its name, in the order of the reference."""
    return {topic.name: topic for topic in (make() for make in _TOPICS)}


def _manifest() -> Topic:
    every = {**_ENTRIES, **{name: name for name in DESCRIPTIONS if name not in _ENTRIES}}
    parts = tuple(_part(title, DESCRIPTIONS[name]) for name, title in every.items())
    intro = (
        "A project's briefing.yaml: every key. A text is a string or a map of languages; an "
        "unknown key is a finding."
    )
    return Topic("manifest", "The manifest", intro, parts)


def _part(title: str, keys: Mapping[str, str]) -> Part:
    entries = tuple(Explained(key, text) for key, text in keys.items() if key)
    return Part(title, entries, keys[""])


def _exhibits() -> Topic:
    intro = (
        f"Each takes {', '.join(sorted(ALWAYS))}; a section places one by "
        "![Title that states the finding](exhibit:NAME), "
        f"{', '.join(SAYING)} (which take no show) also by a block of their name."
    )
    entries = tuple(
        Explained(kind, f"also takes {', '.join(sorted(keys))}" if keys else "takes no more")
        for kind, keys in EXHIBITS.items()
    )
    drawn = f"{', '.join(charts.KINDS)} are charts."
    return Topic("exhibits", "Exhibits", intro, (Part("Kinds", entries, drawn),))


def _text() -> Topic:
    filters = tuple(each for entries in FILTERS_DESCRIBED.values() for each in entries)
    parts = (
        Part("Figures", FIGURES_DESCRIBED),
        Part("Filters", filters, "Written after a figure, parted by |; arguments by commas."),
        Part("Names and periods", NAMES_DESCRIBED),
        Part("Blocks", BLOCKS_DESCRIBED, "Between lines of three colons."),
        Part("In a line", SPANS_DESCRIBED),
        Part("What is refused", NOT_DESCRIBED),
    )
    intro = "A section is CommonMark with tables and footnotes; its first heading is its title."
    return Topic("text", "The text of a section", intro, parts)


def _functions() -> Topic:
    entries = tuple(
        Explained(SIGNATURES[name].usage, _first(inspect.getdoc(function) or ""))
        for name, function in INDICATORS.items()
    )
    intro = (
        "Of series, families and facts, beside + − × ÷; units are checked, statuses and missing "
        "values carried through. An undefined result is not applicable, with its reason."
    )
    return Topic("functions", "Functions of expressions", intro, (Part("Functions", entries),))


def _first(doc: str) -> str:
    """The whole of a docstring as one paragraph."""
    return " ".join(doc.split())


def _rules() -> Topic:
    parts = tuple(
        Part(room, tuple(Explained(code, _told(code, documents)) for code in sorted(documents)))
        for room, documents in ROOMS.items()
    )
    intro = (
        "Everything that check and build may find, an error where nothing else is said; "
        "briefing rules CODE explains one."
    )
    return Topic("rules", "Findings", intro, parts)


def _told(code: str, documents: Mapping[str, Code]) -> str:
    """A finding's title, and that it warns, where it may."""
    _, *lighter = severities(code)
    warns = " (error or warning)" if lighter else " (warning)"
    return documents[code].title + (warns if Severity.WARNING in severities(code) else "")


def _formats() -> Topic:
    entries = tuple(Explained(name, FORMATS_DESCRIBED[name]) for name in tables.FORMATS)
    intro = "What a table's format: may say; nothing is guessed. gzip and zip around are opened."
    return Topic("formats", "Formats of data", intro, (Part("Formats", entries),))


def _looks() -> Topic:
    styles = tuple(Explained(name, f"styles/{name}.yaml") for name in sorted(known_styles()))
    languages = tuple(
        Explained(code, Locale(code).get_display_name("en") or code) for code in sorted(GRAMMARS)
    )
    own = tuple(Explained(key, text) for key, text in _OWN_STYLE.items())
    parts = (
        Part("Styles", styles),
        Part("Keys of a style of one's own", own),
        Part("Languages", languages),
    )
    intro = "A project's own style says what differs: styles/NAME.yaml with extends: ministry."
    return Topic("styles", "Styles and languages", intro, parts)


def _limits() -> Topic:
    sizes = (
        Explained("a manifest", f"{LARGEST // _MIB} MiB"),
        Explained("a file of text", f"{LARGEST_TEXT // _MIB} MiB"),
        Explained("a file of data", f"{LARGEST_FILE // _MIB} MiB; parquet, large-delimited: none"),
        Explained("what is kept for the next build", f"{LIMIT // _MIB} MiB"),
    )
    parts = (Part("Sizes at most", sizes), Part("What it doesn't do", _NOT_DONE))
    return Topic("limits", "Limits", "A file beyond a limit is a finding, never cut.", parts)


_MIB = 1024 * 1024
_NOT_DONE = (
    Explained("word processors", "No DOCX and no slides: the PDF is the product."),
    Explained("right to left", "No Arabic or Hebrew, and no CJK faces in its own styles."),
    Explained("forecasts", "No figure that no source states or that doesn't follow from one."),
    Explained("the network", "Only briefing fetch, send and --timestamp open a connection."),
    Explained("the clock", "Never read for what is printed: same inputs, same bytes."),
)
_TOPICS: tuple[Callable[[], Topic], ...] = (
    _manifest,
    _exhibits,
    _text,
    _functions,
    _formats,
    _rules,
    _looks,
    _limits,
)


def markdown(chosen: Sequence[Topic]) -> str:
    """Topics as one document."""
    return "\n".join(_document(chosen))


def _document(chosen: Sequence[Topic]) -> Iterator[str]:
    yield "# Reference"
    yield ""
    yield (
        "Made from the code’s own declarations by `briefing help --markdown`. In a terminal: "
        f"`briefing help TOPIC`, with TOPIC one of {', '.join(t.name for t in chosen)}."
    )
    for topic in chosen:
        yield from ("", f"## {topic.title}", "", topic.intro)
        for part in topic.parts:
            yield from ("", f"### `{part.title}`" if ":" in part.title else f"### {part.title}", "")
            if part.intro:
                yield from (part.intro, "")
            yield from (f"- `{entry.usage}` — {entry.text}" for entry in part.entries)
    yield ""
