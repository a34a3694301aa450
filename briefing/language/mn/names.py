"""What Mongolian calls countries; only the last word takes a suffix, by a table.

Running text says `X Улс` and inflects Улс; abbreviations take their suffix behind a hyphen, as
official texts write them (“ОХУ-аас”). Islands and regions inflect the word that says so
(“арлуудаас”, “бүсээс”); territories that are no states say “нутаг дэвсгэр” (territory) instead of
Улс.
"""

from collections.abc import Mapping

from briefing.language.mn.forms import FORMS, Case
from briefing.language.told import Named, Role, Unwritable

# Official abbreviations of NSO tables, with their suffixes by case as texts have them.
_ABBREVIATIONS = {
    "RUS": ("ОХУ", "-ын", "-д", "-ыг", "-аас", "-аар", "-тай"),
    "CHN": ("БНХАУ", "-ын", "-д", "-ыг", "-аас", "-аар", "-тай"),
    "USA": ("АНУ", "-ын", "-д", "-ыг", "-аас", "-аар", "-тай"),
    "KOR": ("БНСУ", "-ын", "-д", "-ыг", "-аас", "-аар", "-тай"),
    "DEU": ("ХБНГУ", "-ын", "-д", "-ыг", "-аас", "-аар", "-тай"),
}
SHORT_NAMES: Mapping[str, str] = {code: forms[0] for code, forms in _ABBREVIATIONS.items()}
NAMES = {
    "WLD": "Дэлхий",
    "RUS": "ОХУ",
    "CHN": "БНХАУ",
    "USA": "АНУ",
    "KOR": "БНСУ",
    "DEU": "ХБНГУ",
    "MNG": "Монгол",
    "GBR": "Их Британи",
    "HKG": "Хонконг",
    "MAC": "Макао",
    "VAT": "Ватикан Хот Улс",
}
_TERRITORIES = frozenset(
    {
        *("ABW", "AIA", "ASM", "ATA", "ATF", "BES", "BLM", "BMU", "CUW", "ESH", "GGY", "GIB"),
        *("GLP", "GRL", "GUF", "GUM", "HKG", "JEY", "MAC", "MAF", "MSR", "MTQ", "MYT", "NCL"),
        *("NIU", "PRI", "PYF", "REU", "SHN", "SJM", "SPM", "SXM", "TKL", "TWN", "WLF", "XKX"),
    }
)
_CASES = {
    Role.SUBJECT: Case.PLAIN,
    Role.OF: Case.GENITIVE,
    Role.FROM: Case.ABLATIVE,
    Role.WITH: Case.COMITATIVE,
    Role.IN: Case.DATIVE,
}


def named(name: Named, role: Role) -> str:
    """“ОХУ-аас”, “Монгол Улсын”, “Япон Улс руу”, “ОХУ-ын тухай”."""
    if role.value in name.forms:
        return name.forms[role.value]
    if role is Role.TO:
        return f"{_inflected(name, Case.PLAIN, role)} руу"
    if role is Role.ABOUT:
        return f"{_inflected(name, Case.GENITIVE, role)} тухай"
    return _inflected(name, _CASES[role], role)


def _inflected(name: Named, case: Case, role: Role) -> str:
    for forms in _ABBREVIATIONS.values():
        if name.name == forms[0]:
            return forms[0] + (forms[case] if case else "")
    head, _, last = name.name.rpartition(" ")
    if last.lower() in FORMS and head:
        return f"{head} {_declined(case, last)}"
    if name.own and case is not Case.PLAIN:
        raise Unwritable(
            f"the suffix of “{name.name}” for “{role}” is not known in Mongolian",
            f"give it: names: {{{name.code}: {{mn: {{text: {name.name}, {role}: …}}}}}}",
        )
    if name.code in _TERRITORIES:
        return name.name if case is Case.PLAIN else f"{name.name} нутаг {FORMS['дэвсгэр'][case]}"
    return name.name if name.own else f"{name.name} {_declined(case, 'Улс')}"


def _declined(case: Case, word: str) -> str:
    form = FORMS[word.lower()][case]
    return form.capitalize() if word[0].isupper() else form
