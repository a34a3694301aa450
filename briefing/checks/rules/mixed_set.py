"""B113: a rank or a share over a set that holds totals or regions."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from briefing import language
from briefing.checks.figures import Figure, of_series, stored_families, written
from briefing.checks.rule import Material, Rule
from briefing.figures import core, families
from briefing.language import groups
from briefing.model import Code, Family, Finding, Name, Place, Text

CODE = Code(
    "rank or share over a set that holds totals or regions",
    "A family that is ranked, summed, shared out or shown by size has a listed member that is no "
    "country, that bears the name of a total, a group or a rest, that is the reporter, that lies "
    "inside another (HS 8517 in 85), or that is the sum of the others in every period.",
    "With “EU27” or “Asia” among the partners each rank below it is one too low, and with a total "
    "in the sum each share is half of what it should be.",
    "rank(imports_from, $partner) over a table with rows for EU27, and `totals: {partner: [WLD]}`",
    "declare it: totals: {partner: [WLD, EU27]}",
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
_GROUP = "its name is that of a group of countries or of a rest"
_INSIDE = "it lies inside another member, whose code begins its own"
_DOUBTFUL = (_NO_COUNTRY, _REPORTER, _GROUP, _INSIDE)
_BY_SIZE = ("ranking", "share")
_FEWEST = 3
# So many times their total, in every period, members hold each other; in one, a row is wrong.
_FAR_ABOVE = Decimal("1.25")


def _examine(material: Material) -> Iterator[Finding]:
    for family in stored_families(material.facts):
        use = _use(material, family.name)
        if use is None:
            continue
        how, place = use
        reporter = _among_partners(material, family.name)
        for key, why in (
            _inside(family) | _strangers(family, reporter, material.spec.names)
        ).items():
            name = f"{family.name}[{key}]"
            message = f"{name} stands in {how}, and {why}"
            hint = f"name it among the table's totals: totals: {{…: [{key}]}}"
            doubted = why.startswith(_DOUBTFUL)
            yield Finding("B113", place, message, hint, (family.name, name), lighter=doubted)
        yield from _above(family, place)


def _above(family: Family, place: Place) -> Iterator[Finding]:
    """Members, none below zero, that add up to far more than their total in every period."""
    columns = [of_series(member) for member in family.listed.values()]
    for key in sorted(family.totals):
        is_whole = key.lower() in groups.TOTALS - groups.RESTS
        wholes = of_series(family.members[key]) if is_whole else {}
        sums = {
            period: [
                column[period].within(whole.unit).value for column in columns if period in column
            ]
            for period, whole in wholes.items()
        }
        if not sums or any(value < 0 for row in sums.values() for value in row):
            continue
        if all(sum(row) > wholes[period].value * _FAR_ABOVE for period, row in sums.items()):
            period, row = max(sums.items(), key=lambda item: str(item[0]))
            message = (
                f"the listed members of {family.name} add up to more than {key} in {period}: "
                f"{written(sum(row, Decimal(0)))} of {written(wholes[period].value)}"
            )
            hint = "look for members that hold others, and name them among the table's totals"
            yield Finding("B113", place, message, hint, (family.name,), lighter=True)


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


def _among_partners(material: Material, name: str) -> str:
    """The reporter, who is no partner of its own; none where an expression asks a family for the
    reporter itself: it is then one of those that are compared."""
    reporter = material.spec.parameters.get("reporter", "")
    asked = (core(tree) for tree in material.facts.expressions.values())
    own = ((name, reporter), (name, "$reporter"))
    itself = any(isinstance(a, Name) and (a.name, a.key) in own for a in asked)
    return "" if itself else reporter


def _strangers(family: Family, reporter: str, names: Mapping[str, Text]) -> dict[str, str]:
    """Listed members that are no members like the others, and why; among countries
    one that the manifest names is one of them, unless its name is a group's."""
    found: dict[str, str] = {}
    for key in family.listed:
        if key.lower() in groups.TOTALS:
            found[key] = "its name is that of a total or a rest"
        elif family.countries and not (
            language.is_country(key) or key in _STATES or _is_place(names.get(key))
        ):
            found[key] = _NO_COUNTRY
        elif not family.countries and _is_group(key) and any(map(_is_country, family.listed)):
            # Developed, developing and transition economies are a set of groups: without a country
            # among them they are members like the others.
            found[key] = _GROUP
    if reporter and reporter in family.listed:
        found.setdefault(reporter, _REPORTER)
    sums = _sums(family) if len(family.listed) > _FEWEST else frozenset()
    return found | {key: "it is the sum of the others" for key in sums if key not in found}


def _is_place(name: Text | None) -> bool:
    """Whether what the manifest calls a key is no group's name: the Channel Islands."""
    said = [phrase.text for phrase in (name or {}).values()]
    plain = all(any(letter.islower() for letter in text) for text in said)
    return bool(said) and plain and not any(map(_is_group, said))


def _is_group(key: str) -> bool:
    """Whether a name is a group's: by its words, unless it is a country's in any language."""
    return bool(groups.GROUPS.search(key.casefold())) and not _is_country(key)


def _is_country(key: str) -> bool:
    """Whether a name is a country's in any language."""
    return language.by_name(key) is not None or key.casefold() in groups.COUNTRIES


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
