"""Harm that chance does to files: bytes, lines, words, values, parts of an archive, objects."""

import io
import json
import random
import re
import zipfile
from typing import Any

import pikepdf

JUNK: tuple[str, ...] = (
    *("", " ", "null", "~", "true", "0", "-1", "1e999999999", "NaN", "Infinity", "0x10", "1_000"),
    *("[]", "{}", "[[[]]]", "{a: }", "- a", "&a [*a]", "*a", "!!python/object:x", "!!binary AA"),
    *("9" * 400, "²", "٣", "\u0000", "\ufeff", "\u202e", "\ud7ff", "'", '"', "`", "\\", "%"),
    *("2024-13", "0000", "10000", "9999-12-31", "2024-02-30", "2024-W54", "-2024", "2024..2020"),
    *("{{ x", "}}", "{{ a | b: }}", "{{ a.b.c }}", "((((", "1/0", "a - ", "sum()", "max("),
    *("![x](exhibit:x)", "[x](http://[)", "[^1]", "::: if", ":::", "| a |", "```", "<b>", "#" * 9),
    *("USD per", "percent percent", "EUR million per person", "../../etc/passwd", "/dev/null", "."),
    *("en: {en: {en: x}}", "a: b: c", "? ", "|", ">", "@", "%TAG", "---", "...", "\t", "\x85"),
)  # fmt: skip


def spoilt_bytes(data: bytes, dice: random.Random) -> bytes:
    """Some bytes turned, cut out, doubled, put in, or the end gone."""
    cut = bytearray(data)
    for _ in range(dice.choice((1, 1, 2, 5, 20))):
        at = dice.randrange(len(cut) + 1)
        action = dice.randrange(6)
        if action == 0 and at < len(cut):
            cut[at] = dice.randrange(256)
        elif action == 1:
            del cut[at : at + dice.choice((1, 2, 10, 100))]
        elif action == 2:
            cut[at:at] = bytes(dice.randrange(256) for _ in range(dice.choice((1, 2, 4))))
        elif action == 3:
            cut[at:at] = cut[at : at + dice.choice((1, 10, 100))]
        elif action == 4 and dice.random() < 0.3:
            del cut[at:]
        else:
            cut[at:at] = dice.choice(JUNK).encode("utf-8", "surrogatepass")
    return bytes(cut)


def spoilt_text(text: str, dice: random.Random) -> str:
    """Some lines doubled, gone, swapped or moved, some words put otherwise."""
    lines = text.split("\n")
    for _ in range(dice.choice((1, 1, 2, 4))):
        at = dice.randrange(len(lines))
        action = dice.randrange(8)
        if action == 0:
            del lines[at : at + dice.choice((1, 1, 3))]
        elif action == 1:
            lines.insert(at, lines[dice.randrange(len(lines))])
        elif action == 2:
            other = dice.randrange(len(lines))
            lines[at], lines[other] = lines[other], lines[at]
        elif action == 3:
            lines[at] = dice.choice(("", " ", "  ", "    ")) + lines[at].lstrip()
        elif action == 4:
            lines.insert(at, dice.choice(JUNK))
        else:
            lines[at] = _other_word(lines[at], dice)
        lines = lines or [""]
    return "\n".join(lines)


def _other_word(line: str, dice: random.Random) -> str:
    words = [*re.finditer(r"[\w.+-]+|[^\w\s]", line)]
    if not words:
        return dice.choice(JUNK)
    word = dice.choice(words)
    instead = dice.choice((dice.choice(JUNK), dice.choice(words).group(), word.group() * 2, ""))
    return line[: word.start()] + instead + line[word.end() :]


def spoilt_json(data: bytes, dice: random.Random) -> bytes:
    """One value of a document put otherwise, taken out or doubled."""
    content = json.loads(data)
    places = [*_places(content)]
    if not places:
        return data
    holder, key = dice.choice(places)
    action = dice.randrange(4)
    if action == 0:
        del holder[key]
    elif action == 1 and isinstance(holder, list):
        holder.append(holder[key])
    else:
        junk: list[Any] = [None, True, 0, -1, 10**30, 1.5, [], {}, [[]], {"": None}, "\ud800"]
        holder[key] = dice.choice([*junk, dice.choice(JUNK)])
    return json.dumps(content).encode()


def _places(value: Any) -> Any:
    inner = value.items() if isinstance(value, dict) else enumerate(value)
    for key, part in list(inner):
        yield value, key
        if isinstance(part, dict | list):
            yield from _places(part)


def spoilt_archive(data: bytes, dice: random.Random) -> bytes:
    """One part of a zip put otherwise, lost or called otherwise."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as whole, zipfile.ZipFile(out, "w") as parts:
        chosen = dice.choice(whole.namelist())
        action = dice.randrange(6)
        for name in whole.namelist():
            content = whole.read(name)
            if name == chosen and action == 0:
                continue
            if name == chosen and action == 1:
                name = dice.choice(("x", "../x", name.upper()))
            elif name == chosen:
                content = _spoilt_part(content, dice)
            parts.writestr(name, content)
    return out.getvalue()


def _spoilt_part(content: bytes, dice: random.Random) -> bytes:
    try:
        text = content.decode()
    except UnicodeDecodeError:
        return spoilt_bytes(content, dice)
    return _other_word(text, dice).encode("utf-8", "surrogatepass")


_OBJECTS = (
    *(None, True, 0, -1, 10**9, 1.5), pikepdf.Name("/X"), pikepdf.String("x"), pikepdf.Array([]),
    pikepdf.Array([1, 2]), pikepdf.Dictionary(), pikepdf.Dictionary(S=pikepdf.Name("/P")),
)  # fmt: skip


def spoilt_pdf(data: bytes, dice: random.Random) -> bytes:
    """Bytes of a PDF spoilt, or one entry of one of its objects put otherwise or taken out."""
    if dice.random() < 0.4:
        return spoilt_bytes(data, dice)
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for _ in range(dice.choice((1, 1, 3))):
            _spoil_object(pdf, dice)
        try:
            pdf.save(out, fix_metadata_version=False)
        except (pikepdf.PdfError, RuntimeError, ValueError, TypeError):
            return spoilt_bytes(data, dice)
    return out.getvalue()


def _spoil_object(pdf: pikepdf.Pdf, dice: random.Random) -> None:
    holders = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary | pikepdf.Stream)]
    holder = dice.choice([pdf.Root, *holders])
    keys = [*holder.keys()]
    if isinstance(holder, pikepdf.Stream) and dice.random() < 0.3:
        holder.write(spoilt_bytes(holder.read_raw_bytes()[:2000], dice))
        return
    if not keys:
        return
    key = dice.choice(keys)
    instead = dice.choice((*_OBJECTS, holder if holder.is_indirect else None))
    try:
        if dice.random() < 0.3:
            del holder[key]
        elif instead is not None:
            holder[key] = instead
    except (KeyError, ValueError, TypeError):
        return
