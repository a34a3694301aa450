"""The unit that words around figures speak of."""

import re
from collections.abc import Iterable

UNKNOWN = "units"
_CURRENCIES = (
    (
        "USD",
        r"US\$|(?<![a-z])usd|U\.?S\.? ?dollar|ам\.? ?дол|долл|\.[CK]D$|primaryValue|(cif|fob)value",
    ),
    ("EUR", r"€|\beur(o|os)?\b|_eur"),
    ("SGD", r"S\$|Singapore dollar"),
    ("RUB", r"руб|r(o)?uble|\brub"),
    ("MNT", r"төг|tugr[iu]k|\bmnt"),
    ("CNY", r"yuan|renminbi|\bcny"),
    ("JPY", r"\byen\b|\bjpy"),
    ("GBP", r"£|\bgbp"),
)
_SCALES = (
    ("billion", r"billion|\bbln?\b|\bbn\b|_bn\b|млрд|тэрбум"),
    ("million", r"millions?\b|\bmil\b|\bmn\b|_mn\b|\bmln|млн|сая"),
    ("thousand", r"thousand|\bths?\b|'000|тыс|мянга|мян\b"),
)
_PERCENT = re.compile(r"%|per ?cent|(?<![a-z])pct|процент|хувь|\.Z[SG]$", re.I)


def unit(texts: Iterable[str]) -> tuple[str, str]:
    """A unit and the words that say it; `units` where none of the texts says any.

    The first text that names a currency counts; its scale may stand in a text of its own.
    """
    texts = [text for text in texts if text.strip()]
    for text in texts:
        for currency, pattern in _CURRENCIES:
            if re.search(pattern, text, re.I):
                scale, said = _scale([text, *texts])
                words = text[:60] if said in (text, "") else f"{text[:40]}; {said[:40]}"
                return f"{currency} {scale}".strip(), words
        if _PERCENT.search(text):
            return "percent", text
    return UNKNOWN, ""


def _scale(texts: Iterable[str]) -> tuple[str, str]:
    for text in texts:
        for scale, pattern in _SCALES:
            if re.search(pattern, text, re.I):
                return scale, text
    return "", ""
