"""What this room's own look at the tags finds, beyond what validators do."""

from collections.abc import Mapping

from briefing.model import Code

CODES: Mapping[str, Code] = {
    "B501": Code(
        "Text outside the parts of a list, table or contents",
        "A list, an item, a table, a row or the contents holds text of its own, or an item holds "
        "several labels and no body.",
        "A screen reader counts items and cells; text beside them belongs to none.",
        "L > “First point” instead of L > LI > LBody > “First point”.",
    ),
    "B502": Code(
        "Headings that skip a level or are empty",
        "The first heading isn’t H1, a heading is two levels below the one before, or has no text.",
        "People go through a document by its headings.",
        "H2 “Trade” followed by H4 “Exports”.",
    ),
    "B503": Code(
        "Words run together",
        "Two lines or pieces of one element meet without a space between their words.",
        "Read aloud, copied or searched, the two words are one.",
        "“trade with” at a line’s end and “Russia” on the next read “trade withRussia”.",
    ),
    "B504": Code(
        "Content that is lost or said twice",
        "An element refers to marked content that isn’t on the page, or two elements to the same.",
        "A reader misses it, or hears it twice.",
        "Two paragraphs that both hold mark 3 of page 2.",
    ),
    "B505": Code(
        "Reading order against the page",
        "Text that stands above or on an earlier page is read after what stands below it in the "
        "same column: running text, an item, a row, an entry of the contents, a section; or cells "
        "of a row are read backwards.",
        "Sighted and blind readers read two different texts.",
        "The second paragraph of a column is tagged before the first.",
    ),
    "B506": Code(
        "A head row tagged twice",
        "The head of a table that goes on over pages is content on each of them.",
        "The repeated head is read as one more row of data, or twice.",
        "“Year, Exports, Imports” read again in the middle of the rows.",
    ),
    "B507": Code(
        "Alternative text that says nothing",
        "A figure’s alternative text is empty, a file’s name, or only repeats its caption.",
        "Who can’t see the figure doesn’t learn what it shows.",
        "Alt “Figure 1” under a caption “Figure 1”.",
    ),
    "B508": Code(
        "Signature that doesn’t hold",
        "The bytes that were signed, or the signature itself, are not as they were.",
        "Nobody can say who wrote what the file says now.",
        "A figure’s digit changed in a signed file.",
    ),
    "B509": Code(
        "Changed after it was signed",
        "Something was added behind a signature that the signature doesn’t permit: for one that "
        "certifies the file as briefing does, anything; or the title, author or subject that the "
        "file gives of itself is another since.",
        "The page shows what the signer never saw.",
        "A note stamped on a certified file by an editor that saved it.",
    ),
    "B510": Code(
        "Signed out of the certificate’s time",
        "By the date that the file gives, the signer’s certificate wasn’t valid yet or any more.",
        "Who issued the certificate vouches for that time only.",
        "Signed on 3 May by a certificate that ended on 30 April.",
    ),
    "B511": Code(
        "Signer for whom no trusted root vouches",
        "Roots were named by --trust, and the certificate leads to none of them validly.",
        "Anybody can make a certificate in any name.",
        "A certificate made at home that says “Ministry of Foreign Affairs”.",
    ),
    "B512": Code(
        "Signature that was taken out",
        "The file says that it was signed, in its catalog, its objects, its record or on its first "
        "page, and no field holds that signature.",
        "Who takes the signature away can change the text, and the page still says who signed.",
        "A certified file saved anew by an editor, with another figure.",
    ),
}
