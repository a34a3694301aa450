"""Keys: which are countries, which are sums of others."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal

from msgspec import Struct

from briefing.language.country_codes import alpha3
from briefing.language.groups import COUNTRIES, GROUPS, WORLD_BANK
from briefing.model import Family, Period

_CODES = ("alpha3", "alpha2", "eurostat", "m49", "comtrade", "names")
_OF_COUNTRIES = re.compile(r"countr|report|partner|area|geo|economy|улс|стран", re.I)
_COMTRADE = re.compile(r"(reporter|partner)2?Code")
_MOST = 0.8
# Keys that a manifest may name beside countries: so large a part of them at most.
_NAMED, _FEW = ("names", "alpha3"), 0.05
_TOTAL = re.compile(
    r"(total|world|all|всего|итого|мир|нийт|бүгд|дүн|wld|wl|w00|_t|world total|total world"
    r"|(total|all)( all)? (markets|countries|products|partners|commodities|economies|trade)"
    r"|africa|americas?|asia|europe|oceania|north america|eu|eu27\S*|eu28|ea|ea\d\d|oecd"
    r"|european union|euro area|asean)",
    re.I,
)
_NEAR = Decimal("0.002")


class Members(Struct, frozen=True):
    """The members of a key column: by which code list they are countries (`names` where by their
    names; nothing where they aren't), how many are, those that are none, those that sum others.
    `known` are the countries' codes by key."""

    column: str
    codes: str
    countries: int
    others: tuple[str, ...]
    totals: tuple[str, ...]
    count: int
    known: Mapping[str, str] = {}

    @property
    def declared(self) -> str:
        """`codes:` as the manifest says it: only where every key is a country, a total or one of a
        few that `names:` can have."""
        few = self.codes in _NAMED and len(self.unnamed) <= _FEW * self.count
        whole = self.codes in _CODES and not self.unnamed
        return self.codes if whole or few else "none"

    @property
    def unnamed(self) -> tuple[str, ...]:
        """What is neither a country nor a total, among countries."""
        return tuple(key for key in self.others if key not in self.totals)


def members(column: str, cells: Sequence[str]) -> Members:
    """What the members of a column are."""
    keys = [key for key in dict.fromkeys(cell.strip() for cell in cells) if key]
    totals = tuple(key for key in keys if _is_total(key, column))
    best, found = "", dict[str, str]()
    for codes in _CODES:
        known = _known(column, keys, codes)
        if len(known) > len(found) and len(known) >= _MOST * max(1, len(keys) - len(totals)):
            best, found = codes, known
    if best != "names" and len(keys) - len(totals) < 1:
        best = ""
    if best:
        # Beside countries “Other markets” is what is left of them.
        totals += tuple(k for k in keys if k not in (*found, *totals) and _is_group(k))
    others = tuple(key for key in keys if key not in found and key not in totals)
    known = found if best else {}
    return Members(column, best, len(known), others if best else (), totals, len(keys), known)


def _is_group(key: str) -> bool:
    named = GROUPS.search(key.casefold()) is not None and key.casefold() not in COUNTRIES
    return named or key in WORLD_BANK


def known_country(text: str) -> bool:
    """Whether a text is a country's alpha-3 code or name."""
    return alpha3(text.strip(), "alpha3") is not None or alpha3(text, "names") is not None


def _is_total(key: str, column: str) -> bool:
    return bool(_TOTAL.fullmatch(key)) or (key in ("0", "000") and bool(_COMTRADE.match(column)))


def _known(column: str, keys: Sequence[str], codes: str) -> dict[str, str]:
    """The keys that are countries by a code list; numbers only where the column's name says so."""
    if codes == "names":
        return {key: code for key in keys if (code := alpha3(key, codes))}
    numbers = codes in ("m49", "comtrade")
    if numbers and not _OF_COUNTRIES.search(column):
        return {}
    if codes == "m49" and _COMTRADE.match(column):
        return {}
    found = {key: alpha3(key, codes) for key in keys}
    return {key: code for key, code in found.items() if code and code != "WLD"}


def sums(family: Family) -> tuple[str, ...]:
    """Members that are, in most periods, the sum of all the others that no total is."""
    values = {
        key: {o.period: o.value for o in series.observations if o.value is not None}
        for key, series in family.listed.items()
    }
    whole: dict[Period, Decimal] = {}
    count: Counter[Period] = Counter()
    for one in values.values():
        count.update(one)
        for period, value in one.items():
            whole[period] = whole.get(period, Decimal(0)) + value
    return tuple(key for key, one in values.items() if _sums(one, whole, count))


def _sums(
    one: Mapping[Period, Decimal], whole: Mapping[Period, Decimal], count: Counter[Period]
) -> bool:
    periods = [period for period, value in one.items() if value and count[period] > 2]
    held = [p for p in periods if abs(whole[p] - 2 * one[p]) <= _NEAR * abs(one[p])]
    return len(held) > 0 and len(held) >= _MOST * len(periods)
