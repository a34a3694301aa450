"""Files inside the PDF, and what of the document each is the data of.

ISO 19005-3, 6.8 and annex E; ISO 32000-2, 7.11.4 (embedded files) and 14.13 (associated files).
"""

import hashlib
from collections.abc import Callable, Iterable
from datetime import date

from reportlab.pdfbase.pdfdoc import PDFDocument, PDFStream

from briefing.model.attachment import Attachment
from briefing.pdf.strings import string
from briefing.pdf.tree import Element
from briefing.pdf.writer import Raw, reference, register, stream


class Files:
    """The attachments of one document on their way into it; `changed` is the date they bear.

    `element_of` gives the element at an anchor. Raises ValueError when two have one name.
    """

    def __init__(
        self,
        document: PDFDocument,
        attachments: Iterable[Attachment],
        changed: date | None,
        element_of: Callable[[str], Element],
    ) -> None:
        self._document = document
        self._written: list[tuple[bytes, bytes]] = []
        self.associated: dict[Element, list[bytes]] = {}
        for attachment in sorted(attachments, key=lambda a: a.name.encode()):
            written = self._specification(attachment, changed)
            name = string(attachment.name)
            if any(name == other for other, _ in self._written):
                raise ValueError(f"two attachments are called {attachment.name}")
            self._written.append((name, written))
            if attachment.anchor:
                of = element_of(attachment.anchor)
                self.associated.setdefault(of, []).append(written)

    def entries(self) -> list[bytes]:
        """What the catalog says of them; nothing where there are none."""
        if not self._written:
            return []
        names = b" ".join(name + b" " + written for name, written in sorted(self._written))
        return [
            b"/Names<</EmbeddedFiles<</Names[" + names + b"]>>>>",
            b"/AF[" + b" ".join(written for _, written in self._written) + b"]",
        ]

    def _specification(self, attachment: Attachment, changed: date | None) -> bytes:
        """A reference to the file specification, whose relationship is that of data."""
        name = string(attachment.name)
        embedded = reference(self._document, self._embedded(attachment, changed))
        return reference(
            self._document,
            Raw(
                b"<</Type/Filespec/F%s/UF%s/Desc%s/AFRelationship/Data/EF<</F %s/UF %s>>>>"
                % (name, name, string(attachment.description), embedded, embedded)
            ),
        )

    def _embedded(self, attachment: Attachment, changed: date | None) -> PDFStream:
        data = attachment.data
        digest = hashlib.md5(data, usedforsecurity=False).hexdigest()
        stamp = f"/ModDate(D:{changed:%Y%m%d}000000Z)" if changed else ""
        parameters = f"<</Size {len(data)}/CheckSum<{digest}>{stamp}>>"
        media_type = attachment.media_type.replace("/", "#2F")
        entries: dict[str, object] = {
            "Subtype": f"/{media_type}",
            # By reference: it is packed with other objects, a stream’s own entries are not.
            "Params": register(self._document, Raw(parameters.encode())),
        }
        return stream(data, entries)
