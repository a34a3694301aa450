"""The encoding that a text seems to have."""

import re

from briefing.tables.decode import MONGOLIAN, decoded_mongolian
from briefing.workspace import encodings

# Old Mongolian texts write these for Ө and Ү; Ukrainian, which has them too, has І as well.
_OLD_MONGOLIAN = re.compile("[ЄєЇї]")
_UKRAINIAN = re.compile("[Ііґ]")


def decoded(data: bytes) -> tuple[str, str]:
    """The name to declare as `encoding:`, and the text without a byte order mark."""
    marked = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    if not marked and b"\0" not in data:
        try:
            return "utf-8", data.decode("utf-8").removeprefix("\ufeff")
        except UnicodeDecodeError:
            pass
    name = encodings.likely(data)
    text = data.decode(name, "replace")
    if name == "cp1251" and _OLD_MONGOLIAN.search(text) and not _UKRAINIAN.search(text):
        return MONGOLIAN, decoded_mongolian(text)
    return name, text.removeprefix("\ufeff")
