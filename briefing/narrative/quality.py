"""The statement on quality: which checks ran, what came of each, what the edition is made of."""

from collections import Counter
from collections.abc import Iterator

from msgspec import Struct, structs

from briefing import language
from briefing.language.annexes import QualityWords
from briefing.model import Cell, Column, Document, Examination, Grid, GridRow, Quality, Spec

# What the short statement says was looked at.
_SHORTLY = ("sentences", "exhibits", "series")


class Origin(Struct, frozen=True):
    """What an edition is made of: the product and its version, how many files were read, and the
    SHA-256 of their digests, in hexadecimal digits."""

    product: str
    files: int
    digest: str


def certify(
    document: Document, spec: Spec, examination: Examination, origin: Origin, doubts: int = 0
) -> Document:
    """The document with its statement on quality; `doubts` are warnings that the data gave.

    That totals and regions are left out of ranks is not said where a rule found some in them.
    """
    spoken = language.words(document.language)
    words = spoken.quality
    methods = document.annex.methods
    if examination.mixed:
        methods = tuple(spoken.listed_all if m == spoken.listed else m for m in methods)
    return structs.replace(
        document,
        annex=structs.replace(document.annex, methods=methods),
        quality=Quality(
            title=words.title,
            checks_title=words.checks,
            checks=_checks(examination, words),
            waived=tuple(_waived(examination, document.language, words)),
            edition_title=words.edition,
            edition=tuple(_edition(document, spec, origin, words)),
            set_in=words.set_in,
            sentences=_sentences(document, examination, words, doubts),
        ),
    )


def _checks(examination: Examination, words: QualityWords) -> Grid:
    """A row a rule, in order of code."""
    results = {
        code: words.not_run.format(why=words.lacking.get(code, why))
        for code, why in examination.not_run
    }
    found = Counter(finding.code for finding in examination.findings)
    waived = Counter(each.finding.code for each in examination.waived)
    for code, kind, count in examination.looked:
        one, several = words.looked[kind]
        what = (one if count == 1 else several).format(count=count)
        parts = (
            _counted(found[code], words.found_one, words.found),
            _counted(waived[code], words.waived_one, words.waived),
        )
        results[code] = ", ".join(filter(None, parts)) or words.nothing.format(what=what)
    rows = tuple(
        # One for which the language has no words stands by its code, never out of sight.
        GridRow(f"{code} {words.rules.get(code, '')}".rstrip(), (Cell(results[code]),))
        for code in sorted(results)
    )
    return Grid((Column(words.check, False), Column(words.result, False)), rows)


def _sentences(
    document: Document, examination: Examination, words: QualityWords, doubts: int
) -> tuple[str, ...]:
    """What the table says, in short."""
    figures = len(document.register.facts) if document.register else 0
    ran, left = len(examination.ran), [code for code, _ in examination.not_run]
    found = sum(f.code in words.rules for f in examination.findings) + len(examination.waived)
    whys = dict.fromkeys(words.lacking.get(code, why) for code, why in examination.not_run)
    return (
        *filter(None, (_counted(figures, words.all_bound_one, words.all_bound),)),
        words.ran.format(ran=ran, all=ran + len(left)),
        _counted(found, words.some_found_one, words.some_found)
        or words.none_found.format(what=_looked(examination, words)),
        *filter(None, (_counted(doubts, words.doubts_one, words.doubts),)),
        *((words.left_out.format(why=", ".join(whys)),) if left else ()),
    )


def _looked(examination: Examination, words: QualityWords) -> str:
    """“41 sentences with figures, 6 charts and tables, 12 series and facts”."""
    counts = {kind: count for _, kind, count in examination.looked}
    return ", ".join(
        words.looked[kind][0 if counts[kind] == 1 else 1].format(count=counts[kind])
        for kind in _SHORTLY
        if counts.get(kind)
    )


def _counted(count: int, one: str, several: str) -> str:
    if not count:
        return ""
    return one if count == 1 else several.format(count=count)


def _waived(examination: Examination, code: str, words: QualityWords) -> Iterator[str]:
    """Each allowance that waived something, once, with its reason."""
    lines: dict[str, None] = {}
    for each in examination.waived:
        place = f"{each.finding.place.file}:{each.finding.place.line}"
        reason = each.because.get(code) or next(iter(each.because.values()))
        line = words.because.format(code=each.finding.code, place=place, reason=reason.text)
        lines[f"{line.rstrip('.')}."] = None
    yield from lines


def _edition(
    document: Document, spec: Spec, origin: Origin, words: QualityWords
) -> Iterator[tuple[str, str]]:
    released = language.date(spec.released, document.language) if spec.released else ""
    furniture = document.furniture
    dated = words.cite_released.format(date=released) if released else ""
    cited = (furniture.series, document.plain_title, furniture.edition, dated)
    files = words.file if origin.files == 1 else words.files.format(count=origin.files)
    if released:
        yield words.released, released
    yield words.product, origin.product
    yield words.inputs, files
    yield words.digest, f"{origin.digest[:32]} {origin.digest[32:]}"
    yield words.cite, f"{', '.join(part for part in cited if part)}."
