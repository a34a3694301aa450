"""The few words of an amount that take a suffix, as a closed table (no vowel harmony at run time).

Each form was seen in a text (NSO, Mongolbank, press) or is accepted by hunspell-mn; a test says
which. Rules for vowel harmony got 30 of 37 such forms right.
"""

from enum import IntEnum

NBSP = "\u00a0"


class Case(IntEnum):
    """The cases that a figure's last word stands in."""

    PLAIN = 0
    GENITIVE = 1
    DATIVE = 2
    ACCUSATIVE = 3
    ABLATIVE = 4
    INSTRUMENTAL = 5
    COMITATIVE = 6


_TABLE = """
доллар долларын долларт долларыг доллараас доллараар доллартай
төгрөг төгрөгийн төгрөгт төгрөгийг төгрөгөөс төгрөгөөр төгрөгтэй
евро еврогийн еврод еврог еврогоос еврогоор евротой
рубль рублийн рубльд рублийг рублиэс рублиэр рубльтэй
юань юанийн юаньд юанийг юаниас юаниар юаньтай
хувь хувийн хувьд хувийг хувиас хувиар хувьтай
тонн тонны тоннд тонныг тонноос тонноор тоннтой
хүн хүний хүнд хүнийг хүнээс хүнээр хүнтэй
хоног хоногийн хоногт хоногийг хоногоос хоногоор хоногтой
улс улсын улсад улсыг улсаас улсаар улстай
арлууд арлуудын арлуудад арлуудыг арлуудаас арлуудаар арлуудтай
арал арлын аралд арлыг арлаас арлаар аралтай
дэвсгэр дэвсгэрийн дэвсгэрт дэвсгэрийг дэвсгэрээс дэвсгэрээр дэвсгэртэй
бүс бүсийн бүсэд бүсийг бүсээс бүсээр бүстэй
нутаг нутгийн нутагт нутгийг нутгаас нутгаар нутагтай
"""
FORMS = {line.split()[0]: tuple(line.split()) for line in _TABLE.strip().splitlines()}
# What the last word of a unit is; the head never changes.
CURRENCIES = {
    "USD": ("ам.", "доллар"),
    "MNT": ("", "төгрөг"),
    "EUR": ("", "евро"),
    "RUB": ("", "рубль"),
    "CNY": ("", "юань"),
}
MEASURES = {"tonne": ("", "тонн")}
COUNTS = {"persons": ("", "хүн"), "person": ("", "хүн")}


def inflected(word: tuple[str, str], case: Case) -> str:
    """A unit's word in a case: “ам.доллараар”."""
    head, last = word
    return f"{head}{FORMS[last][case]}"
