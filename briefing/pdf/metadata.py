"""What the file says of itself: the XMP packet and the Info dictionary, which must agree.

ISO 19005-3, 6.6.2 and 6.1.3; ISO 14289-1, 5 and 7.1; ISO 19005-4, 6.7.3; ISO 14289-2, 5.
"""

from dataclasses import dataclass
from datetime import date
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFString

from briefing.pdf.profiles import Profile

_NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfd": "http://pdfa.org/declarations/",
}
_SCHEMA = """\
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" \
xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is said of the document; `language` is BCP 47, `date` is the edition's own, `publisher`
    who answers for it, `coverage` which places and times its data are of."""

    title: str
    subject: str
    language: str
    date: date | None
    keywords: tuple[str, ...]
    producer: str
    publisher: str = ""
    rights: str = ""
    identifier: str = ""
    coverage: str = ""


def packet(record: Metadata, profile: Profile) -> bytes:
    """The XMP packet, UTF-8."""
    properties = _properties(record)
    properties += [(f"{prefix}:{name}", value) for prefix, name, value in profile.claims]
    if profile.declares:
        properties.append(("pdfd:declarations", _declarations(profile.declares)))
    prefixes = dict.fromkeys(name.split(":")[0] for name, _ in properties)
    spaces = " ".join(f'xmlns:{prefix}="{_NAMESPACES[prefix]}"' for prefix in prefixes)
    body = "".join(f"<{name}>{value}</{name}>\n" for name, value in properties)
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
        f'<rdf:Description rdf:about="" {spaces}>\n{body}</rdf:Description>\n'
        f"{_SCHEMA if profile.schema else ''}"
        '</rdf:RDF></x:xmpmeta>\n<?xpacket end="w"?>\n'
    ).encode()


def _properties(record: Metadata) -> list[tuple[str, str]]:
    """What is said of the document, in names of XMP."""
    properties = [
        ("dc:format", "application/pdf"),
        ("dc:title", _alternatives(record.title)),
        ("dc:language", f"<rdf:Bag><rdf:li>{escape(record.language)}</rdf:li></rdf:Bag>"),
        ("pdf:Producer", escape(record.producer)),
    ]
    if record.subject:
        properties.append(("dc:description", _alternatives(record.subject)))
    if record.publisher:
        name = f"<rdf:li>{escape(record.publisher)}</rdf:li>"
        properties.append(("dc:creator", f"<rdf:Seq>{name}</rdf:Seq>"))
        properties.append(("dc:publisher", f"<rdf:Bag>{name}</rdf:Bag>"))
    if record.rights:
        properties.append(("dc:rights", _alternatives(record.rights)))
    properties += [
        (name, escape(value))
        for name, value in (
            ("dc:identifier", record.identifier),
            ("dc:coverage", record.coverage),
        )
        if value
    ]
    if record.keywords:
        properties.append(("pdf:Keywords", escape(_joined(record.keywords))))
    if record.date:
        stamp = f"{record.date.isoformat()}T00:00:00Z"
        properties += [("xmp:CreateDate", stamp), ("xmp:ModifyDate", stamp)]
    return properties


def info(record: Metadata) -> PDFDictionary:
    """The Info dictionary, with the same values as the packet."""
    entries = {"Title": PDFString(record.title), "Producer": PDFString(record.producer)}
    if record.subject:
        entries["Subject"] = PDFString(record.subject)
    if record.publisher:
        entries["Author"] = PDFString(record.publisher)
    if record.keywords:
        entries["Keywords"] = PDFString(_joined(record.keywords))
    if record.date:
        stamp = PDFString(f"D:{record.date:%Y%m%d}000000Z")
        entries |= {"CreationDate": stamp, "ModDate": stamp}
    return PDFDictionary(entries)


def _alternatives(text: str) -> str:
    return f'<rdf:Alt><rdf:li xml:lang="x-default">{escape(text)}</rdf:li></rdf:Alt>'


def _declarations(addresses: tuple[str, ...]) -> str:
    items = "".join(
        f'<rdf:li rdf:parseType="Resource"><pdfd:conformsTo>{escape(address)}</pdfd:conformsTo>'
        "</rdf:li>"
        for address in addresses
    )
    return f"<rdf:Bag>{items}</rdf:Bag>"


def _joined(keywords: tuple[str, ...]) -> str:
    return ", ".join(keywords)
