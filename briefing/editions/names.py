"""What an edition's files are called (MANIFEST.md §5)."""

import re
from collections.abc import Iterable
from datetime import datetime

from msgspec import Struct

from briefing.model import Choices, Spec

_EMBARGOED = "EMBARGOED-"
_CARD = ".card.pdf"


class Names(Struct, frozen=True):
    """The folder of an edition below the output folder, its PDFs by language, its record,
    and what it is as linked data; `stem`
    and `tail` stand around what differs between the PDFs of one variant. `within` is the part of
    `folder` that is the edition's, `apart` the briefing's own folder in it, if it has one.
    """

    folder: str
    pdfs: dict[str, str]
    record: str
    stem: str
    tail: str
    within: str
    apart: str = ""
    linked: str = "edition.jsonld"

    def owns(self, file: str) -> bool:
        """Whether a file of the folder belongs to this variant: its PDFs in any language, under
        embargo or not, and their cards."""
        pdf = file.removesuffix(_CARD) + ".pdf" if file.endswith(_CARD) else file
        return (
            file in (self.record, self.linked) or re.fullmatch(self._own("[^.]+"), pdf) is not None
        )

    def card(self, language: str) -> str:
        """The speaking card beside the PDF of a language."""
        return self.pdfs[language].removesuffix(".pdf") + _CARD

    def find(self, language: str, files: Iterable[str]) -> str:
        """The PDF of the language among the files, under embargo or not; empty where none is."""
        own = self._own(re.escape(language))
        return next((file for file in files if re.fullmatch(own, file)), "")

    def _own(self, language: str) -> str:
        stem, tail = re.escape(self.stem), re.escape(self.tail)
        return rf"{stem}(\.{_EMBARGOED}[0-9T+Z-]+)?\.{language}{tail}"


def name(spec: Spec, choices: Choices) -> Names:
    """`<project>/<edition>/<project>[-<PARTNER>].<lang>[.<style>].pdf` and its record.

    Under embargo `.EMBARGOED-2026-12-01T0930+0800` stands before the language. A value that
    the command line put in the manifest's place is in the names, so that variants of one edition
    stand side by side; one of a batch has a folder of its own, `<project>/<edition>/<PARTNER>/`. A
    draft, `<project>.DRAFT.<lang>.pdf`, has a folder of its own,
    `<project>/<edition>.draft/`: it takes the place of no edition.
    """
    values = "-".join(value for _, value in choices.parameters)
    stem = f"{spec.name}-{values}" if values else spec.name
    style = f".{spec.style}" if choices.style else ""
    variant = stem.removeprefix(spec.name)
    until = spec.embargoed_until
    embargo = f".{_EMBARGOED}{_compact(until)}" if until else ""
    tail = f"{style}.pdf"
    stem += ".DRAFT" * spec.draft
    within = f"{spec.name}/{spec.edition}" + ".draft" * spec.draft
    apart = values if choices.apart else ""
    return Names(
        folder=f"{within}/{apart}" if apart else within,
        pdfs={language: f"{stem}{embargo}.{language}{tail}" for language in spec.languages},
        record=f"record{variant}{style}.json",
        linked=f"edition{variant}{style}.jsonld",
        stem=stem,
        tail=tail,
        within=within,
        apart=apart,
    )


def _compact(until: datetime) -> str:
    """`2026-12-01T0930+0800`."""
    zone = f"{until:%z}" if until.utcoffset() else "Z"
    return f"{until:%Y-%m-%dT%H%M}{zone}"


def embargo_of(file: str) -> datetime | None:
    """The moment in a PDF's name, before which it is for a few; None where there is none."""
    found = re.search(rf"\.{_EMBARGOED}([0-9T+Z-]+)\.", file)
    return datetime.strptime(found[1], "%Y-%m-%dT%H%M%z") if found else None
