"""The finding codes of this room, documented."""

from briefing.model.finding import Code

CODES = {
    "B050": Code(
        "No such file",
        "The manifest or a section names a file that the project doesn't have.",
        "What the file should have brought would be missing from the document.",
        "file: trad.csv   # the file is called trade.csv",
    ),
    "B051": Code(
        "A path out of the project",
        "A path is absolute, an address, or leads out of the project's folder, perhaps by a link.",
        "A project must build alike wherever its folder stands, and read nothing else there.",
        "file: ../other/trade.csv",
    ),
    "B052": Code(
        "Not a readable file",
        "What stands there is a folder, a pipe or a device, or may not be read.",
        "Only plain files can be hashed and read again as they were.",
        "file: sections",
    ),
    "B053": Code(
        "File too large",
        "A file is larger than its limit: a manifest 1 MiB, a section 4 MiB, data 64 MiB.",
        "A file of that size is usually the wrong one, and would hold up or break a build.",
        "a briefing.yaml of 3 MiB",
    ),
    "B054": Code(
        "Not UTF-8",
        "A text file is in another encoding; the message names the one it seems to be.",
        "Read as UTF-8 its letters would come out wrong, and guessing may be wrong too.",
        "sections/ru/trade.md saved as cp1251",
    ),
    "B066": Code(
        "Too early for the public",
        "`briefing build --public` runs before the embargo's end.",
        "The version without the line would be taken for one that everybody may read.",
        "embargo: 2026-12-01T09:30+08:00, and it is 01:29 UTC",
    ),
}
