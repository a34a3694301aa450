"""What Mongolian calls countries; only the last word takes a suffix, by a table.

Running text says `X Улс` and inflects Улс; abbreviations take their suffix behind a hyphen, as
official texts write them (“ОХУ-аас”).
"""

from briefing.language.mn.forms import FORMS, Case
from briefing.language.role import Named, Role
from briefing.language.unwritable import Unwritable

# Official abbreviations of NSO tables, with their suffixes by case as texts have them.
_ABBREVIATIONS = {
    "RUS": ("ОХУ", "-ын", "-д", "-ыг", "-аас", "-аар", "-тай"),
    "CHN": ("БНХАУ", "-ын", "-д", "-ыг", "-аас", "-аар", "-тай"),
    "USA": ("АНУ", "-ын", "-д", "-ыг", "-аас", "-аар", "-тай"),
    "KOR": ("БНСУ", "-ын", "-д", "-ыг", "-аас", "-аар", "-тай"),
    "DEU": ("ХБНГУ", "-ын", "-д", "-ыг", "-аас", "-аар", "-тай"),
}
SHORT_NAMES = {code: forms[0] for code, forms in _ABBREVIATIONS.items()}
NAMES = {
    "WLD": "Дэлхий",
    "RUS": "ОХУ",
    "CHN": "БНХАУ",
    "USA": "АНУ",
    "KOR": "БНСУ",
    "DEU": "ХБНГУ",
    "MNG": "Монгол",
    "GBR": "Их Британи",
}
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
    if last in ("Улс", "улс"):
        return f"{head} {_states(case, last)}"
    if name.own and case is not Case.PLAIN:
        raise Unwritable(
            f"the suffix of “{name.name}” for “{role}” is not known in Mongolian",
            f"give it: names: {{{name.code}: {{mn: {{text: {name.name}, {role}: …}}}}}}",
        )
    return name.name if name.own else f"{name.name} {_states(case, 'Улс')}"


def _states(case: Case, word: str) -> str:
    form = FORMS["улс"][case]
    return form.capitalize() if word[0].isupper() else form
