"""An edition as it stands on the shelf, and what was mailed of it before."""

from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256
from typing import Any

from msgspec import Struct

from briefing import editions
from briefing.mail.deliver import Enclosure, Taken, digests
from briefing.model import BriefingError, Choices, ExitCode, Recipient, Record, Spec
from briefing.pdf.reading.attached import title
from briefing.workspace import folders
from briefing.workspace import output as shelf
from briefing.workspace.journal import Journal, keep

_RECORDS = ".sent"


class Edition(Struct, frozen=True):
    """The PDFs of an edition by language, their titles, and its record, read and as bytes;
    `embargo` is the moment that the PDFs name, None where they name none. `values` are those that
    the command line gave its parameters, which tell it from other briefings of the project."""

    name: str
    values: str
    pdfs: Mapping[str, Enclosure]
    titles: Mapping[str, str]
    record: Record
    data: bytes
    embargo: datetime | None

    @property
    def inputs(self) -> str:
        """The digest of all that it was made of."""
        return self.record.digest

    def enclosures(self, recipient: Recipient) -> tuple[Enclosure, ...]:
        """The PDFs in the recipient's languages, in the edition's order."""
        wanted = recipient.languages or tuple(self.pdfs)
        return tuple(pdf for language, pdf in self.pdfs.items() if language in wanted)


def shelved(spec: Spec, choices: Choices, output: str) -> Edition:
    """The edition that the manifest and choices name. Raises BriefingError (exit 3) where a PDF of
    it is not there."""
    names = editions.name(spec, choices)
    folder = folders.join(output, names.folder)
    files = shelf.contents(folder)
    pdfs = {}
    for language in spec.languages:
        name = names.find(language, files)
        data = shelf.stored(folder, name) if name else None
        if data is None:
            raise _missing(folder)
        pdfs[language] = Enclosure(name, language, data)
    data = shelf.stored(folder, names.record)
    if data is None:
        raise _missing(folder)
    embargoes = [editions.embargo_of(pdf.name) for pdf in pdfs.values()]
    return Edition(
        spec.edition,
        "-".join(value for _, value in choices.parameters),
        pdfs,
        {language: title(pdf.data) for language, pdf in pdfs.items()},
        editions.read(data),
        data,
        next((found for found in embargoes if found), None),
    )


def _missing(folder: str) -> BriefingError:
    return BriefingError(
        f"no edition to send: {folder} has not all of its files",
        "Build it first, with the same options: briefing build.",
        ExitCode.NO_PROJECT,
    )


class History:
    """What was mailed from a project's folder of editions, by address."""

    def __init__(self, folder: str, journal: Journal) -> None:
        self._folder = folder
        self._journal = journal

    def has(self, address: str, enclosures: tuple[Enclosure, ...]) -> bool:
        """Whether just these files went to the address before, at any time."""
        these = sorted(digests(enclosures).values())
        return any(sorted(e["files"].values()) == these for e in self._of(address))

    def inputs(self, address: str, values: str) -> str:
        """The digest of what the edition last mailed to the address was made of, among those of
        the same values."""
        return str(next((e["inputs"] for e in reversed(self._of(address, values))), ""))

    def last(self, address: str, values: str) -> Record | None:
        """The record of the edition last mailed to the address, among those of the same values,
        where it is still there."""
        for entry in reversed(self._of(address, values)):
            data = shelf.stored(folders.join(self._folder, _RECORDS), f"{entry['record']}.json")
            return editions.read(data) if data else None
        return None

    def add(self, edition: Edition, taken: Taken, when: datetime) -> None:
        """Note a mail that the server has taken, and keep the record of its edition."""
        record = sha256(edition.data).hexdigest()
        keep(folders.join(self._folder, _RECORDS, f"{record}.json"), edition.data)
        self._journal.add(
            {
                "sent": when.isoformat(timespec="seconds"),
                "to": taken.mail.recipient.address,
                "edition": edition.name,
                **({"values": edition.values} if edition.values else {}),
                "files": dict(digests(taken.mail.enclosures)),
                "inputs": edition.inputs,
                "record": record,
                "message_id": taken.mail.identifier,
            }
        )

    def _of(self, address: str, values: str | None = None) -> list[Mapping[str, Any]]:
        wanted = address.casefold()
        sent = [e for e in self._journal.entries if _sound(e) and e["to"].casefold() == wanted]
        return [e for e in sent if values is None or e.get("values", "") == values]


def _sound(entry: Mapping[str, Any]) -> bool:
    words = all(isinstance(entry.get(key), str) for key in ("to", "inputs", "record"))
    return words and isinstance(entry.get("files"), dict)
