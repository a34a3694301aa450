"""What stands for an adjective of a country in Mongolian: the genitive of its short name.

A closed table: each form is in the dictionary of hunspell-mn or attested in a text that the test
names; vowel harmony is never computed.
"""

from briefing.language.told import Named, no_adjective

_TABLE = """
AUS Австралийн
AUT Австрийн
AZE Азербайжаны
BEL Бельгийн
BGR Болгарын
BLR Беларусийн
CAN Канадын
CHE Швейцарын
CHN Хятадын
CHL Чилийн
CUB Кубын
CZE Чехийн
DEU Германы
DNK Данийн
EGY Египетийн
ESP Испанийн
EST Эстонийн
FIN Финландын
FRA Францын
GBR Британийн
GEO Гүржийн
GRC Грекийн
HRV Хорватын
HUN Унгарын
IND Энэтхэгийн
IRL Ирландын
IRN Ираны
IRQ Иракийн
ISR Израилийн
ITA Италийн
JPN Японы
KAZ Казахстаны
KGZ Киргизийн
KOR Солонгосын
LVA Латвийн
MEX Мексикийн
MNG Монголын
MYS Малайзын
NLD Нидерландын
NOR Норвегийн
PAK Пакистаны
PHL Филиппиний
POL Польшийн
PRT Португалийн
ROU Румыны
RUS Оросын
SGP Сингапурын
SRB Сербийн
SVK Словакийн
SWE Шведийн
TJK Тажикистаны
TKM Туркменистаны
TUR Туркийн
UKR Украины
USA Америкийн
UZB Узбекистаны
VNM Вьетнамын
"""
_ADJECTIVES = dict(line.split() for line in _TABLE.strip().splitlines())
KNOWN = tuple(_ADJECTIVES)


def adjective(name: Named, _: frozenset[str] = frozenset()) -> str:
    """“Оросын”, whatever it agrees with. Raises Unwritable for a name that has none."""
    found = name.forms.get("adjective") or ("" if name.own else _ADJECTIVES.get(name.code, ""))
    if not found:
        raise no_adjective(name, "mn", "Оросын")
    return found
