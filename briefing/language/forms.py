"""The forms of what a language says around exhibits: each language gives the table."""

from collections.abc import Callable, Mapping

from msgspec import Struct

from briefing.language.amount import Amount
from briefing.language.told import Speech
from briefing.model import Period, Status


class Forms(Struct, frozen=True, kw_only=True):
    """What one language says around exhibits, each phrase as a form of it.

    What a form is filled with stands in braces; with a capital (`{Times}`) it has one. A period is
    named as one of `whens` says. Several forms are by number, `number` tells which one a count
    takes, and the last stands for those that aren't there. `moved` are a figure's changes: `up`,
    `down`, `level`, `after` an earlier value, the first three of a `deficit` too, and those of less
    than is printed (`up, hardly`) where they read otherwise; `by` writes how much it was. `items`
    parts values of a list, `apart` what may itself hold commas.
    """

    marks: Mapping[Status, str]
    number: Callable[[int], int]
    whens: Mapping[str, Callable[[Period], str]]
    by: Callable[[Speech, Amount], str] = lambda speech, amount: speech.amount(amount)
    apart: str = "; "
    items: str = ", "
    # what stands before what it is of
    headed: str = "{head}: {text}"
    # subtitles
    with_unit: str = "{label}, {unit}"
    unless_stated: str
    has_status: str
    partly: str
    instant: str
    latest: str
    without: str
    two: str
    more_labels: tuple[str, ...]
    # labels and keys
    placed: str = "{name}, {rank}"
    legend: str
    markers: str
    no_figure: str
    others: str
    own: str
    partners: str
    gap: str
    # notes
    mark: str = "{mark} {meaning}."
    part_year: str = "{year}: {months}."
    listed: tuple[str, ...]
    largest_shown: tuple[str, ...]
    subject_shown: tuple[str, ...]
    about: str
    not_listed: str
    not_to_scale: str
    not_from_zero: str
    own_scales: str
    off_map: str
    boundaries: str
    cumulative: str
    of_the_listed: str
    mirror_reasons: str
    # tiles
    moved: Mapping[str, str]
    place: tuple[str, ...]
    place_tied: tuple[str, ...]
    of_total: str
    times: str
    times_deficit: str
    age: tuple[str, ...]
    # alternative text
    tile: str = "{label}: {value}."
    tile_moved: str = "{label}: {value}, {change}."
    course: str = "{label}: {values}."
    highest: str
    lowest: str
    values: str = "{label}: {values}."
    value: str
    ranked: str
    rank: str
    rank_of: str
    event: str
    events: tuple[str, ...]
    dated: str = "{period} ({title})"
    # changes between editions
    compared: tuple[str, str, str, str]
    changes: tuple[str, str, str, str]
    none: str
    unchanged: tuple[str, ...]
    more: tuple[str, ...]
    revised: str
