"""B113: a rank or a share over a set that holds totals or regions."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from unicodedata import normalize

from briefing import language
from briefing.checks.figures import Figure, of_series, stored_families
from briefing.checks.material import Material
from briefing.checks.rule import Rule
from briefing.figures.ask import families
from briefing.model.finding import Code, Finding, Severity
from briefing.model.place import Place
from briefing.model.series import Family

CODE = Code(
    "rank or share over a set that holds totals or regions",
    "A family that is ranked, summed, shared out or shown by size has a listed member that is no "
    "country, that bears a total's name, or that is the sum of the others in every period.",
    "With “EU27” or “Asia” among the partners each rank below it is one too low, and with a total "
    "in the sum each share is half of what it should be.",
    "rank(imports_from, $partner) over a table with rows for EU27, and `totals: {partner: [WLD]}`",
    "declare it: totals: {partner: [WLD, EU27]}",
)
_TOTALS = frozenset(
    {"total", "totals", "tot", "sum", "all", "_t", "world", "wld", "other", "others", "rest"}
)
# States that were, and Kosovo, which ISO 3166 has no code for.
_STATES = frozenset(
    [
        "ANT",
        "BUR",
        "BYS",
        "CSK",
        "DDR",
        "ROM",
        "SCG",
        "SUN",
        "TMP",
        "VDR",
        "YMD",
        "YUG",
        "ZAR",
        "XKX",
        "XKK",
        "XKS",
    ]
)
_NO_COUNTRY = "it is no country"
_REPORTER = "it is the reporter itself"
_ALIKE = "it differs from another key only in how it is written"
_INSIDE = "it lies inside another member, whose code begins its own"
_DOUBTFUL = (_NO_COUNTRY, _REPORTER, _ALIKE, _INSIDE)
_UNLIKE = re.compile(r"[\W_]")
_BY_SIZE = ("ranking", "share")
_FEWEST = 3


def _examine(material: Material) -> Iterator[Finding]:
    for family in stored_families(material.facts):
        use = _use(material, family.name)
        if use is None:
            continue
        how, place = use
        reporter = material.spec.parameters.get("reporter", "")
        for key, why in (_alike(family) | _inside(family) | _strangers(family, reporter)).items():
            name = f"{family.name}[{key}]"
            message = f"{name} stands in {how}, and {why}"
            hint = f"name it among the table's totals: totals: {{…: [{key}]}}"
            severity = Severity.WARNING if why.startswith(_DOUBTFUL) else Severity.ERROR
            yield Finding("B113", severity, place, message, hint, (family.name, name))


def _use(material: Material, name: str) -> tuple[str, Place] | None:
    """How a family is ranked, shared out or shown by size, and where the manifest says so."""
    spec = material.spec
    expressions = material.facts.expressions
    for derived in spec.series.values():
        tree = expressions.get(derived.name)
        if tree is not None and derived.expression and name in families(tree, expressions):
            return f"“{derived.expression.text}”", derived.expression.place
    for exhibit in spec.exhibits.values():
        shown = any(phrase.text.strip() == name for phrase in exhibit.show)
        if shown and (exhibit.kind in _BY_SIZE or exhibit.top is not None):
            return f"exhibit {exhibit.name}", exhibit.place
    return None


def _strangers(family: Family, reporter: str) -> dict[str, str]:
    """Listed members that are no members like the others, and why."""
    found: dict[str, str] = {}
    for key in family.listed:
        if key.lower() in _TOTALS:
            found[key] = "its name is that of a total or a rest"
        elif family.countries and not (language.is_country(key) or key in _STATES):
            found[key] = _NO_COUNTRY
    if reporter in family.listed:
        found.setdefault(reporter, _REPORTER)
    sums = _sums(family) if len(family.listed) > _FEWEST else frozenset()
    return found | {key: "it is the sum of the others" for key in sums if key not in found}


def _alike(family: Family) -> dict[str, str]:
    """Keys that are an earlier key but for case, spaces, dashes, apostrophes or Unicode's form."""
    found: dict[str, str] = {}
    seen: set[str] = set()
    for key in family.listed:
        bare = _UNLIKE.sub("", normalize("NFC", normalize("NFKC", key).casefold()))
        if bare in seen and not family.countries:
            found[key] = _ALIKE
        seen.add(bare)
    return found


def _inside(family: Family) -> dict[str, str]:
    """Numeric codes of products that begin with another member's: 8517 of 85."""
    if family.countries or not all(key.isdigit() for key in family.listed):
        return {}
    keys = set(family.listed)
    lengths = {len(key) for key in keys}
    return {
        key: _INSIDE
        for key in family.listed
        if any(key[:n] in keys for n in lengths if 2 <= n < len(key))
    }


def _sums(family: Family) -> frozenset[str]:
    """Members that are the others' sum, within rounding, wherever all of them have a value."""
    columns = {key: of_series(member) for key, member in family.listed.items()}
    first, *others = columns.values()
    whole = [period for period in first if all(period in column for column in others)]
    sums = frozenset(columns) if whole else frozenset[str]()
    for period in whole:
        row = {key: column[period] for key, column in columns.items()}
        sums &= frozenset(_halves(row))
        if not sums:
            break
    return sums


def _halves(row: Mapping[str, Figure]) -> Iterator[str]:
    """The keys of what is half of all together: as much as the others."""
    unit = next(iter(row.values())).unit
    if not all(figure.unit.converts_to(unit) for figure in row.values()):
        return
    like = {key: figure.within(unit) for key, figure in row.items()}
    total = sum((figure.value for figure in like.values()), Decimal(0))
    half = sum((figure.half for figure in like.values()), Decimal(0))
    yield from (k for k, own in like.items() if own.value and abs(2 * own.value - total) <= half)


def _idle(material: Material) -> str:
    used = (_use(material, family.name) for family in stored_families(material.facts))
    return "" if any(used) else "nothing is ranked or shared out"


RULE = Rule(CODE, _examine, _idle, looks="sets")
