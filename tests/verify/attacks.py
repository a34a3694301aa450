"""Published attacks on signed PDFs, made of a file that was signed: what a forger sends on.

After Mladenov et al., “1 Trillion Dollar Refund” (2019: incremental saving, wrapping, universal
forgery), “Shadow Attacks” (2021: hide, replace, hide and replace) and Rohlmann et al., “Breaking
the Specification” (2021: evil annotations, sneaky signatures).
"""

import io
import re
from collections.abc import Callable
from datetime import datetime

import pikepdf
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers
from pyhanko.sign.fields import MDPPerm, SigFieldSpec

from tests.pdf.chain import PASSPHRASE

Change = Callable[[IncrementalPdfFileWriter], object]
_PAINTED = b"BT /F9 24 Tf 72 700 Td (Exports were US$999 billion) Tj ET"


def signed_by_others(
    data: bytes, key: bytes, when: datetime, allows: MDPPerm | None = None
) -> bytes:
    """A file signed as other products do it: certified where it says what it `allows`, else
    approved."""
    signer = signers.SimpleSigner.load_pkcs12_data(key, [], PASSPHRASE)
    about = signers.PdfSignatureMetadata(
        field_name="Approval",
        md_algorithm="sha256",
        certify=allows is not None,
        docmdp_permissions=allows or MDPPerm.FILL_FORMS,
    )
    made = signers.PdfSigner(about, signer, new_field_spec=SigFieldSpec("Approval"))
    out = io.BytesIO()
    made.sign_pdf(IncrementalPdfFileWriter(io.BytesIO(data)), output=out)
    return out.getvalue()


def updated(data: bytes, change: Change) -> bytes:
    """The file with an update behind it."""
    writer = IncrementalPdfFileWriter(io.BytesIO(data))
    change(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _page(writer: IncrementalPdfFileWriter) -> generic.DictionaryObject:
    kids = writer.root["/Pages"]["/Kids"]
    page = kids[0].get_object()
    while "/Kids" in page:
        page = page["/Kids"][0].get_object()
    return page


def _painted(writer: IncrementalPdfFileWriter) -> generic.IndirectObject:
    return writer.add_object(generic.StreamObject(stream_data=_PAINTED))


# --- incremental saving ------------------------------------------------------------------------


def text_replaced(data: bytes) -> bytes:
    def change(writer: IncrementalPdfFileWriter) -> None:
        page = _page(writer)
        page["/Contents"] = _painted(writer)
        writer.update_container(page)

    return updated(data, change)


def page_added(data: bytes) -> bytes:
    def change(writer: IncrementalPdfFileWriter) -> None:
        page = generic.DictionaryObject(
            {pdf_name("/Type"): pdf_name("/Page"), pdf_name("/Contents"): _painted(writer)}
        )
        pages = writer.root["/Pages"]
        page[pdf_name("/Parent")] = writer.root.raw_get("/Pages")
        pages["/Kids"].append(writer.add_object(page))
        pages["/Count"] = generic.NumberObject(int(pages["/Count"]) + 1)
        writer.update_container(pages)

    return updated(data, change)


def objects_without_a_table(data: bytes) -> bytes:
    """A page's objects again, changed, with neither table nor trailer: readers that rebuild a file
    take the last."""
    return data + b"\n" + _page_again(data)


def _page_again(data: bytes) -> bytes:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        number = pdf.pages[0].obj.objgen[0]
    body = b"<< /Type /Page /MediaBox [0 0 595 842] /Contents 9999 0 R >>"
    stream = b"<< /Length %d >>\nstream\n%s\nendstream" % (len(_PAINTED), _PAINTED)
    return b"%d 0 obj\n%s\nendobj\n9999 0 obj\n%s\nendobj\n" % (number, body, stream)


def objects_and_a_trailer(data: bytes) -> bytes:
    return objects_without_a_table(data) + b"trailer\n<< /Root 1 0 R >>\n%%EOF\n"


def another_file_behind(data: bytes, other: bytes) -> bytes:
    return data + other


def catalog_replaced(data: bytes) -> bytes:
    """What certifies is taken out of the catalog by an update."""

    def change(writer: IncrementalPdfFileWriter) -> None:
        del writer.root["/Perms"]
        writer.update_root()

    return updated(data, change)


def more_permitted(data: bytes) -> bytes:
    """The certification itself replaced by one that permits more."""

    def change(writer: IncrementalPdfFileWriter) -> None:
        signature = writer.root["/Perms"]["/DocMDP"]
        signature["/Reference"][0]["/TransformParams"]["/P"] = generic.NumberObject(3)
        writer.mark_update(writer.root["/Perms"].raw_get("/DocMDP"))

    return updated(data, change)


# --- shadow: prepared before the signature ------------------------------------------------------


def prepared(data: bytes) -> bytes:
    """What an author with a plan sends to be signed: a picture over a text, a second page that
    nothing shows, a field that is drawn otherwise than it says."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        page = pdf.pages[0].obj
        cover = pdf.make_stream(b"1 g 0 0 600 900 re f")
        hidden = pdf.make_indirect(
            pikepdf.Dictionary(
                Type=pikepdf.Name.Page,
                MediaBox=[0, 0, 595, 842],
                Contents=pdf.make_stream(_PAINTED),
                Parent=pdf.Root.Pages,
            )
        )
        own = page.Contents
        page.Contents = pikepdf.Array([*(own if isinstance(own, pikepdf.Array) else [own]), cover])
        # So that saving keeps what nothing shows.
        pdf.Root[pikepdf.Name("/Kept")] = pdf.make_indirect(pikepdf.Array([hidden]))
        field = pdf.make_indirect(
            pikepdf.Dictionary(
                Type=pikepdf.Name.Annot,
                Subtype=pikepdf.Name.Widget,
                FT=pikepdf.Name.Tx,
                T="amount",
                V="US$61 million",
                Rect=[72, 600, 300, 620],
                DA="/Helv 10 Tf",
            )
        )
        page.Annots = pikepdf.Array([*page.get("/Annots", []), field])
        pdf.Root.AcroForm = pdf.make_indirect(pikepdf.Dictionary(Fields=[field]))
        out = io.BytesIO()
        pdf.save(out)
    return out.getvalue()


def shadow_hide(data: bytes) -> bytes:
    """The cover is taken away."""

    def change(writer: IncrementalPdfFileWriter) -> None:
        page = _page(writer)
        page["/Contents"] = generic.ArrayObject([*page.raw_get("/Contents")][:-1])
        writer.update_container(page)

    return updated(data, change)


def shadow_replace(data: bytes) -> bytes:
    """The value of a field is put otherwise."""

    def change(writer: IncrementalPdfFileWriter) -> None:
        field = writer.root["/AcroForm"]["/Fields"][0].get_object()
        field["/V"] = generic.pdf_string("US$999 billion")
        writer.mark_update(writer.root["/AcroForm"]["/Fields"].raw_get(0))

    return updated(data, change)


def shadow_hide_and_replace(data: bytes) -> bytes:
    """The pages are those that stood hidden in the file."""

    def change(writer: IncrementalPdfFileWriter) -> None:
        pages = writer.root["/Pages"]
        pages["/Kids"] = generic.ArrayObject([writer.root["/Kept"].raw_get(0)])
        pages["/Count"] = generic.NumberObject(1)
        writer.update_container(pages)

    return updated(data, change)


# --- universal forgery: a signature that nothing can be held against ----------------------------


def in_place(data: bytes, old: bytes, new: bytes) -> bytes:
    """A piece of the last signature put otherwise, length kept."""
    at = data.rindex(old)
    return data[:at] + new.ljust(len(old)) + data[at + len(old) :]


def _range(data: bytes) -> bytes:
    return re.findall(rb"/ByteRange \[[^]]*\]", data)[-1]


def _sealed(data: bytes) -> bytes:
    return re.findall(rb"/Contents <[0-9a-fA-F]+>", data)[-1]


FORGERIES: dict[str, Callable[[bytes], bytes]] = {
    "no range": lambda d: in_place(d, _range(d), b""),
    "an empty range": lambda d: in_place(d, _range(d), b"/ByteRange []"),
    "no object as range": lambda d: in_place(d, _range(d), b"/ByteRange null"),
    "a range of nothing": lambda d: in_place(d, _range(d), b"/ByteRange [0 0 0 0]"),
    "a range below zero": lambda d: in_place(d, _range(d), b"/ByteRange [0 -1 -1 9]"),
    "half a range": lambda d: in_place(d, _range(d), b"/ByteRange [0 100]"),
    "a range of words": lambda d: in_place(d, _range(d), b"/ByteRange (x)"),
    "a range too large": lambda d: in_place(d, _range(d), b"/ByteRange [0 9 10 9999999]"),
    "no contents": lambda d: in_place(d, _sealed(d), b""),
    "empty contents": lambda d: in_place(d, _sealed(d), b"/Contents <>"),
    "no object as contents": lambda d: in_place(d, _sealed(d), b"/Contents null"),
    "contents of zeros": lambda d: in_place(d, _sealed(d), b"/Contents <" + b"0" * 200 + b">"),
    "a byte as contents": lambda d: in_place(d, _sealed(d), b"/Contents <00>"),
    "no filter": lambda d: in_place(d, b"/SubFilter /", b"/SubXilter /"),
}


def emptied_field(data: bytes) -> bytes:
    """The field's value is taken away by an update."""

    def change(writer: IncrementalPdfFileWriter) -> None:
        fields = writer.root["/AcroForm"]["/Fields"]
        del fields[0].get_object()["/V"]
        writer.mark_update(fields.raw_get(0))

    return updated(data, change)


# --- wrapping -----------------------------------------------------------------------------------


def wrapped(data: bytes) -> bytes:
    """The end of what was signed is moved away, and into the gap goes a table where readers look
    for it: with another page, and the signature again, which leaves the gap out of its range."""
    one, two, three, four = map(int, re.findall(rb"\d+", _range(data)))
    table = int(re.findall(rb"startxref\s+(\d+)", data)[-1])
    before = int(re.findall(rb"/Prev (\d+)", data[table:])[-1])
    root = re.findall(rb"/Root (\d+)", data[table:])[-1]
    places = {
        int(found[1]): found.start() + 1
        for found in re.finditer(rb"\n(\d+) 0 obj", data[:table])
        if found.start() > before
    }
    own = max(n for n, at in places.items() if at < two < data.index(b"endobj", at))
    forged = _page_again(data)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        page = pdf.pages[0].obj.objgen[0]
    # Of two passes the first only tells how long all of it is.
    length = 0
    for _ in range(2):
        again = data[places[own] : data.index(b"endobj", places[own]) + 7]
        moved = b"/ByteRange [%d %d %d %d]" % (one, two, three + length, four)
        objects = forged + again.replace(_range(data), moved.ljust(len(_range(data))))
        entries = {**places, page: 0, 9999: forged.index(b"9999 0 obj"), own: len(forged)}
        head = b"xref\n0 0\n"
        trailer = b"trailer\n<< /Size 10000 /Root %s 0 R /Prev %d >>\n" % (root, before)
        start = (
            table
            + len(head)
            + len(trailer)
            + sum(len(b"%d 1\n" % number) + 20 for number in entries)
        )
        at = {**places, **{n: start + entries[n] for n in (page, 9999, own)}}
        rows = b"".join(b"%d 1\n%010d 00000 n \n" % (n, at[n]) for n in sorted(at))
        gap = b"\n".ljust(table - three) + head + rows + trailer + objects
        length = len(gap)
    return data[:three] + gap + data[three:]


# --- annotations and further signatures ---------------------------------------------------------


def evil_annotation(data: bytes) -> bytes:
    """A note that lies over the text and looks like it."""

    def change(writer: IncrementalPdfFileWriter) -> None:
        page = _page(writer)
        note = generic.DictionaryObject(
            {
                pdf_name("/Type"): pdf_name("/Annot"),
                pdf_name("/Subtype"): pdf_name("/FreeText"),
                pdf_name("/Rect"): generic.ArrayObject(
                    generic.NumberObject(n) for n in (72, 600, 400, 640)
                ),
                pdf_name("/Contents"): generic.pdf_string("US$999 billion"),
                pdf_name("/DA"): generic.pdf_string("/Helv 12 Tf 0 g"),
            }
        )
        annotations = generic.ArrayObject([*page.get("/Annots", ()), writer.add_object(note)])
        page[pdf_name("/Annots")] = annotations
        writer.update_container(page)

    return updated(data, change)


# --- what stands beside the pages ---------------------------------------------------------------


def titled(data: bytes, xmp: bool, info: bool) -> bytes:
    """Another title."""

    def change(writer: IncrementalPdfFileWriter) -> None:
        if info:
            held = writer.trailer_view["/Info"]
            held["/Title"] = generic.pdf_string("Exports of US$999 billion")
            writer.mark_update(writer.trailer_view.raw_get("/Info"))
        if xmp:
            packet = writer.root["/Metadata"]
            text = re.sub(rb"(<dc:title>.*?<rdf:li[^>]*>)[^<]*", rb"\1Exports of 999", packet.data,
                          flags=re.DOTALL)  # fmt: skip
            assert text != packet.data
            packet._data = text
            packet._encoded_data = None
            writer.mark_update(writer.root.raw_get("/Metadata"))

    return updated(data, change)


def written_anew(data: bytes, keep_sign: bool = False) -> bytes:
    """The signature taken out of its field (with `keep_sign` only out of it) and a text changed."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for field in pdf.Root.AcroForm.Fields:
            if "/V" in field:
                del field["/V"]
        if not keep_sign:
            del pdf.Root["/AcroForm"]
            if "/Perms" in pdf.Root:
                del pdf.Root["/Perms"]
        stream = pdf.pages[0].obj.Contents
        one = stream[0] if isinstance(stream, pikepdf.Array) else stream
        one.write(one.read_bytes() + b"\n" + b"% changed")
        out = io.BytesIO()
        pdf.save(out)
    return out.getvalue()
