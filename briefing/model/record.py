"""The record of an edition: what went in, what was printed where, from which cells; as JSON."""

import math
import typing
from collections.abc import Iterable, Mapping
from typing import Annotated, Any, Final

import msgspec
from msgspec import UNSET, Meta, Struct, UnsetType

from briefing.model.entry import Entry
from briefing.model.finding import Finding, Severity

FORMAT: Final = 1
# A passage inside a PDF: its digest, then after how many letters its figures stand, and how long.
_POINTER = r"^[0-9a-f]{8}( [0-9]{1,6}\+[0-9]{1,6})*$"

Pointer = Annotated[str, Meta(pattern=_POINTER)]


class Input(Struct, frozen=True, omit_defaults=True):
    """A file that was read: path in the project, SHA-256 of its bytes in hexadecimal; where it is
    just what was fetched from a service, the address and when."""

    path: str
    sha256: str
    address: str = ""
    retrieved: str = ""


class Noted(Struct, frozen=True):
    """A finding as JSON users read it."""

    code: str
    severity: Severity
    file: str
    line: int
    column: int
    message: str
    hint: str


class Waiver(Noted, frozen=True):
    """A finding that the manifest allows, with its reason by language."""

    because: Mapping[str, str]


class Checks(Struct, frozen=True):
    """The rules that ran, those that had nothing to look at and why, and what was waived."""

    ran: tuple[str, ...] = ()
    not_run: Mapping[str, str] = {}
    waived: tuple[Waiver, ...] = ()


class Cited(Struct, frozen=True, omit_defaults=True):
    """A source's title and publisher, by language, its address and its licence."""

    title: Mapping[str, str]
    publisher: Mapping[str, str]
    url: str = ""
    licence: str = ""


class Said(Struct, frozen=True):
    """What a section says in a language: its title and each paragraph, figures in braces."""

    language: str
    section: str
    title: str
    paragraphs: tuple[str, ...]


class Pointed(Struct, frozen=True):
    """A section of a record inside a PDF: pointers to the PDF's own words, the title's first."""

    language: str
    section: str
    words: Annotated[tuple[Pointer, ...], Meta(min_length=1)]


class Record(Struct, frozen=True, kw_only=True):
    """Everything that is known of an edition. `labels` are what facts are called, by language and
    name; `prose` is left out where the words stand in the PDF around it, `passages` elsewhere."""

    record: typing.Literal[1]
    product: str = ""
    inputs: tuple[Input, ...]
    choices: Mapping[str, Any] = {}
    digest: str = ""
    checks: Checks = Checks()
    labels: Mapping[str, Mapping[str, str]] = {}
    sources: Mapping[str, Cited] = {}
    prose: tuple[Said, ...] | UnsetType = UNSET
    passages: tuple[Pointed, ...] | UnsetType = UNSET
    facts: tuple[Entry, ...]
    findings: tuple[Noted, ...] = ()

    @property
    def languages(self) -> tuple[str, ...]:
        """The edition's languages, in its order."""
        return tuple(self.labels)

    @property
    def files(self) -> Mapping[str, str]:
        """The digest of each file, by its path."""
        return {entry.path: entry.sha256 for entry in self.inputs}

    def label(self, entry: Entry, code: str = "") -> str:
        """What the edition calls a fact in a language or its first; without a label its name."""
        names = self.labels.get(code or next(iter(self.labels), ""), {})
        return names.get(entry.name) or entry.name.replace("_", " ")

    def in_order(self, facts: Iterable[Entry], code: str = "") -> list[Entry]:
        """In the order of the register of figures, which is that of the pages, in a language or
        the first; what the register doesn't hold comes last."""

        def place(fact: Entry) -> float:
            row = fact.rows.get(code, "") if code else next(iter(fact.rows.values()), "")
            digits = row[1:7]
            return int(digits) if digits.isascii() and digits.isdecimal() else math.inf

        return sorted(facts, key=place)


def encode(record: Record) -> bytes:
    """A record as JSON (UTF-8, final newline), a line for each input, fact and finding: easy to
    compare, and small inside the PDF."""
    parts = []
    for name in record.__struct_fields__:
        value = getattr(record, name)
        if value is UNSET:
            continue
        if isinstance(value, tuple) and value:
            text = "[\n" + ",\n".join(f"  {_line(item)}" for item in value) + "\n ]"
        else:
            text = _line(value)
        parts.append(f' "{name}": {text}')
    return ("{\n" + ",\n".join(parts) + "\n}\n").encode()


def decode(data: bytes) -> Record:
    """A record of its JSON. Raises ValueError, whose text says what is wrong and at which path,
    `facts[3].value`."""
    try:
        return msgspec.json.decode(data, type=Record)
    except RecursionError:
        raise ValueError("it is nested too deeply") from None
    except msgspec.DecodeError as error:
        told, _, path = str(error).partition(" - at `")
        where = path.rstrip("`").removeprefix("$").removeprefix(".")
        raise ValueError(f"{where}: {_lower(told)}" if where else _lower(told)) from None


def schema() -> Mapping[str, Any]:
    """The JSON schema of a record."""
    return msgspec.json.schema(Record)


def noted(finding: Finding) -> Noted:
    """A finding as a record has it."""
    place = finding.place
    return Noted(
        finding.code,
        finding.severity,
        place.file,
        place.line,
        place.column,
        finding.message,
        finding.hint,
    )


def as_json(finding: Finding) -> dict[str, Any]:
    """A finding as a record has it, in plain values."""
    found: dict[str, Any] = msgspec.to_builtins(noted(finding))
    return found


def _line(value: object) -> str:
    return msgspec.json.encode(value).decode()


def _lower(text: str) -> str:
    return text if text[1:2].isupper() else f"{text[:1].lower()}{text[1:]}"
