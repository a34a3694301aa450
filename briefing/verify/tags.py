"""The tags: known types, in the places that they belong to, with what they must say."""

from collections import Counter
from collections.abc import Iterator

from briefing.pdf.reading.file import Fault, File, Requirement
from briefing.pdf.reading.nodes import STANDARD, Node, each

_KNOWN = Requirement(
    "PDF/UA-1 7.1-5", "PDF/UA-2 8.2.4-1", "Map the type to a standard one in the role map."
)
_ALTERNATIVE = Requirement(
    "PDF/UA-1 7.3-1", "PDF/UA-2 8.2.5.28.2-1", "Say in Alt what the picture shows."
)
_FORMULA = Requirement("PDF/UA-1 7.7-1", "", "Say the formula in words in Alt.")
_LEVELS = Requirement("PDF/UA-1 7.4.2-1", "", "Begin with H1 and go down one level at a time.")
_NOTE = Requirement("PDF/UA-1 7.9-1", "", "Give the note an ID.")
_UNIQUE = Requirement("PDF/UA-1 7.9-2", "", "Give each note an ID of its own.")
_CALLED = Requirement(
    "", "PDF/UA-2 8.2.5.14-2", "Let the note and what calls it refer to each other (Ref)."
)
_NUMBERING = Requirement("", "PDF/UA-2 8.2.5.25-1", "Set the list's ListNumbering.")
_TARGET = Requirement("", "PDF/UA-2 8.2.5.8-1", "Let the entry refer to its heading (Ref).")

# What an element may hold, and what must hold it, with the clause of each; ISO 32005 says the same.
_HOLDS = {
    "Table": ("TR THead TBody TFoot Caption", "7.2-3"),
    "TR": ("TH TD", "7.2-10"),
    "THead": ("TR", "7.2-36"),
    "TBody": ("TR", "7.2-37"),
    "TFoot": ("TR", "7.2-38"),
    "L": ("L LI Caption", "7.2-19"),
    "LI": ("Lbl LBody", "7.2-20"),
    "TOC": ("TOC TOCI Caption", "7.2-27"),
}
_WITHIN = {
    "TR": ("Table THead TBody TFoot", "7.2-4"),
    "THead": ("Table", "7.2-5"),
    "TBody": ("Table", "7.2-6"),
    "TFoot": ("Table", "7.2-7"),
    "TH": ("TR", "7.2-8"),
    "TD": ("TR", "7.2-9"),
    "LI": ("L", "7.2-17"),
    "LBody": ("LI", "7.2-18"),
    "TOCI": ("TOC", "7.2-26"),
}
_GROUPS = frozenset(("Div", "NonStruct"))
_PLACED = "Put the element where its type belongs."


def placed(file: File) -> Iterator[Fault]:
    """Types are known, and stand in and hold what they may."""
    for node in file.elements():
        if node.role not in STANDARD and node.role != "math":
            yield file.fault(_KNOWN, f"nothing says what {node.name} stands for", node.page())
        parent = _holder(node)
        within, clause = _WITHIN.get(node.role, ("", ""))
        if within and parent not in within.split():
            yield _misplaced(file, clause, f"{node.role} stands in {parent}", node)
        held, clause = _HOLDS.get(node.role, ("", ""))
        strangers = [kid for kid in _held(node) if held and kid.role not in held.split()]
        for kid in strangers:
            yield _misplaced(file, clause, f"{node.role} holds {kid.role}", kid)


def _holder(node: Node) -> str:
    """The role of what holds it, whatever groups without a meaning stand between."""
    parent = node.parent
    while parent is not None and parent.role in _GROUPS:
        parent = parent.parent
    return parent.role if parent is not None else ""


def _held(node: Node) -> Iterator[Node]:
    for kid in node.children:
        if kid.role in _GROUPS:
            yield from _held(kid)
        else:
            yield kid


def _misplaced(file: File, clause: str, message: str, node: Node) -> Fault:
    requirement = Requirement(f"PDF/UA-1 {clause}", "PDF/UA-2 Annex_L", _PLACED)
    return file.fault(requirement, message, node.page())


def described(file: File) -> Iterator[Fault]:
    """Figures and formulas have words for who can't see them."""
    for node in file.elements("Figure", "Formula"):
        has_words = node.get("/Alt") is not None or node.get("/ActualText") is not None
        if has_words or next(node.content(), None) is None:
            continue
        if node.role == "Figure":
            yield file.fault(_ALTERNATIVE, "a figure has no alternative text", node.page())
        elif file.asks(_FORMULA):
            yield file.fault(_FORMULA, "a formula has no alternative text", node.page())


def headed(file: File) -> Iterator[Fault]:
    """Headings go down one level at a time, from H1."""
    level = 0
    for node in file.elements("H1", "H2", "H3", "H4", "H5", "H6"):
        own = int(node.role[1])
        if own > level + 1 and file.asks(_LEVELS):
            before = f"after H{level}" if level else "as the first heading"
            yield file.fault(_LEVELS, f"{node.role} stands {before}", node.page())
        level = own


def noted(file: File) -> Iterator[Fault]:
    """Notes can be named and found."""
    notes = list(file.elements("Note", "FENote"))
    names = Counter(str(note.get("/ID") or "") for note in notes)
    for note in notes:
        name = str(note.get("/ID") or "")
        if file.is_pdf2 and note.get("/Ref") is None:
            yield file.fault(_CALLED, "a note doesn’t refer to what calls it", note.page())
        elif not file.is_pdf2 and not name:
            yield file.fault(_NOTE, "a note has no ID", note.page())
        elif not file.is_pdf2 and names[name] > 1:
            yield file.fault(_UNIQUE, f"two notes have the ID {name[:40]}", note.page())


def listed(file: File) -> Iterator[Fault]:
    """PDF 2.0: lists with labels say how they number; entries of contents say what they name."""
    if not file.is_pdf2:
        return
    for node in file.elements("L"):
        labelled = any(kid.role == "Lbl" for item in node.children for kid in item.children)
        if labelled and str(node.attribute("/List", "/ListNumbering")) in ("None", "/None"):
            yield file.fault(_NUMBERING, "a list with labels has no numbering", node.page())
    for node in file.elements("TOCI"):
        if not any(each(inner.get("/Ref")) for inner in node.walk()):
            yield file.fault(_TARGET, "an entry of the contents leads nowhere", node.page())
