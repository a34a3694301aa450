"""What an edition's files are called (MANIFEST.md §5)."""

from dataclasses import dataclass

from briefing.model.spec import Choices, Spec


@dataclass(frozen=True, slots=True)
class Names:
    """The folder of an edition below the output folder, its PDFs by language, its record."""

    folder: str
    pdfs: dict[str, str]
    record: str

    def owns(self, file: str) -> bool:
        """Whether a file of the folder belongs to this variant (its PDFs in any language)."""
        if file == self.record:
            return True
        own = {_around_language(pdf, language) for language, pdf in self.pdfs.items()}
        return any(
            file.startswith(head)
            and file.endswith(tail)
            and "." not in file[len(head) : -len(tail)]
            for head, tail in own
        )


def name(spec: Spec, choices: Choices) -> Names:
    """`<project>/<edition>/<project>[-<PARTNER>].<lang>[.<style>].pdf` and its record.

    A value that the command line put in the manifest's place is in the names, so that variants of
    one edition stand side by side.
    """
    stem = "-".join([spec.name, *(value for _, value in choices.parameters)])
    style = f".{spec.style}" if choices.style else ""
    variant = stem.removeprefix(spec.name)
    return Names(
        folder=f"{spec.name}/{spec.edition}",
        pdfs={language: f"{stem}.{language}{style}.pdf" for language in spec.languages},
        record=f"record{variant}{style}.json",
    )


def _around_language(pdf: str, language: str) -> tuple[str, str]:
    head, tail = pdf.split(f".{language}.", maxsplit=1)
    return f"{head}.", f".{tail}"
