"""What the columns of a table hold: periods, figures, keys, statuses, or what follows from them."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct

from briefing.tables.formats import Content
from briefing.tables.inspection.figures import Writing, is_figure, is_period, reading, writing
from briefing.tables.inspection.members import Members, members

_PERIODS = ("TIME_PERIOD", "period", "date", "year", "time", "TIME")
_CALLED = frozenset(name.casefold() for name in _PERIODS)
_VALUES = ("OBS_VALUE", "primaryValue", "value", "Value", "VALUE")
_STATUSES = ("OBS_STATUS", "status", "flag", "obs_status", "OBS_FLAG")
_CODE = re.compile(r"code\b|code$|Code|\bid\b|_id$|iso|^ref|month$|level|year$", re.I)
# Columns of frames around data: they say how it was sent, not what it is.
_FRAME = re.compile(r"STRUCTURE(_ID|_NAME)?|ACTION|DATAFLOW|SERIES_KEY|OBS_KEY|LAST UPDATE|UPDATED")
_PARTNERS = re.compile("partner|counterpart|import", re.I)
_MEASURES = re.compile("indicator|measure|series|subject|variable|concept|unit|item", re.I)
_NEARLY_ALL, _MOST = 0.95, 0.7
_EXAMPLES = 4
SAME = "the same in all rows"
MOST_VALUES = 12


class Column(Struct, frozen=True):
    """A column as people are told of it: what it holds, how many different cells, some of them."""

    name: str
    holds: str
    different: int
    examples: tuple[str, ...]


class Roles(Struct, frozen=True):
    """Which column is which; `keys` tell rows of one period apart, `by` is the key of a family."""

    columns: tuple[Column, ...]
    period: str
    values: tuple[str, ...]
    signs: Writing
    status: str
    keys: tuple[str, ...]
    members: tuple[Members, ...]
    by: str
    texts: tuple[str, ...] = ()


def roles(content: Content, value: str = "", period: str = "") -> Roles:
    """What the columns of a table are; `value` and `period` where that is known already."""
    cells = {name: [row.cells[name] for row in content.rows] for name in content.columns}
    different = {name: Counter(column) for name, column in cells.items()}
    period = period or _period(different)
    figures = [name for name in content.columns if name != period and _figures(different[name])]
    values = (value,) if value else tuple(_values(figures))
    status = next((n for n in _STATUSES if n in content.columns and n not in values), "")
    status = status if any(cell.strip() for cell in different.get(status, ())) else ""
    signs = writing(cell for name in values for cell in cells[name])
    free = [
        name
        for name in content.columns
        if name not in (period, status, *values) and not _FRAME.fullmatch(name)
        and (name not in figures or _CODE.search(name))
    ]  # fmt: skip
    known = {name: members(name, list(different[name])) for name in free}
    keys = _keys(content, cells, period, sorted(free, key=lambda n: _order(known[n])))
    keys = tuple(name for name in content.columns if name in keys)
    columns = tuple(
        _column(name, different[name], period, values, status, keys) for name in content.columns
    )
    told = tuple(m for name, m in known.items() if name in keys or m.codes)
    texts = tuple(n for n in free if n not in keys or len(different[n]) > len(content.rows) / 2)
    return Roles(columns, period, values, signs, status, keys, told, _by(keys, known), texts)


def _period(different: dict[str, Counter[str]]) -> str:
    """The column of periods: by its name where several might be."""
    found = [name for name, cells in different.items() if _periods(cells, _NEARLY_ALL)]
    found += [
        name
        for name, cells in different.items()
        if name not in found and name.casefold() in _CALLED and _periods(cells, _MOST)
    ]
    named = (name for wanted in _PERIODS for name in found if name.casefold() == wanted.casefold())
    return next(named, found[0] if found else "")


def _periods(cells: Counter[str], share: float) -> bool:
    filled = {cell: times for cell, times in cells.items() if cell.strip()}
    fitting = sum(times for cell, times in filled.items() if is_period(cell))
    return bool(filled) and fitting >= share * sum(filled.values())


def _figures(cells: Counter[str]) -> bool:
    seen = [cell for cell, times in cells.items() for _ in range(min(times, 3))]
    if not any(is_figure(cell) for cell in seen):
        return False
    return reading(seen, writing(seen)).is_figures


def _values(figures: Sequence[str]) -> Iterator[str]:
    """The columns of figures that are measures: one that is called so, else all that no code is."""
    for wanted in _VALUES:
        if wanted in figures:
            yield wanted
            return
    yield from [name for name in figures if not _CODE.search(name)][:MOST_VALUES]


def _order(known: Members) -> tuple[int, int]:
    """Country codes go before other columns that say the same."""
    ranks = {"alpha3": 0, "alpha2": 1, "eurostat": 1, "comtrade": 2, "m49": 2, "names": 3}
    return ranks.get(known.codes, 4), 0


def _keys(
    content: Content, cells: dict[str, list[str]], period: str, names: Sequence[str]
) -> tuple[str, ...]:
    """The columns without which two rows of a period would be one: no column that follows from
    the others."""
    at = cells.get(period, [""] * len(content.rows))
    kept: list[str] = []
    groups = list(at)
    for name in names:
        if len(set(cells[name])) < 2 or _follows(groups, cells[name]):
            continue
        kept.append(name)
        pairs = list(zip(groups, cells[name], strict=True))
        together = {pair: str(number) for number, pair in enumerate(dict.fromkeys(pairs))}
        groups = [together[pair] for pair in pairs]
    return tuple(kept)


def _follows(groups: Sequence[str], cells: Sequence[str]) -> bool:
    """Whether a cell is always the same where the group is."""
    seen: dict[str, str] = {}
    return all(
        seen.setdefault(group, cell) == cell for group, cell in zip(groups, cells, strict=True)
    )


def _by(keys: Sequence[str], known: dict[str, Members]) -> str:
    """The key of a family: partners, else countries, else what has the most members; measures of
    several units are no family."""
    countries = [key for key in keys if known[key].codes]
    partners = [key for key in countries if _PARTNERS.search(key)]
    several = partners or countries or [key for key in keys if not _MEASURES.search(key)]
    return max(several, key=lambda key: known[key].count, default="")


def _column(
    name: str,
    cells: Counter[str],
    period: str,
    values: Sequence[str],
    status: str,
    keys: Sequence[str],
) -> Column:
    holds = "text"
    if name == period:
        holds = "periods"
    elif name in values:
        holds = "figures"
    elif name == status:
        holds = "statuses"
    elif name in keys:
        holds = "keys"
    elif len(cells) < 2:
        holds = SAME
    examples = tuple(cell.strip()[:40] for cell in list(cells)[:_EXAMPLES])
    return Column(name, holds, len(cells), examples)
