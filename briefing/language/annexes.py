"""The fixed words of the register of figures and of the statement on quality."""

from collections.abc import Mapping

from msgspec import Struct


class RegisterWords(Struct, frozen=True):
    """Heads of the register's columns, its note, and where its links lead.

    `columns` is filled with `{columns}`, `to_row` with `{text}` and `{number}`, `to_first` with
    `{number}`; `alternative`, with `{text}` and `{label}`, says that a figure stands in what is
    said of a picture.
    """

    title: str
    number: str
    figure: str
    value: str
    printed: str
    made: str
    note: str
    columns: str
    to_row: str
    to_first: str
    alternative: str


class QualityWords(Struct, frozen=True):
    """What the statement says: `rules` what each rule makes sure of, by code; the results; and
    the labels of what the edition was made of.

    `nothing` is filled with `{what}`, one of `looked` by what a rule looks at, which is filled with
    `{count}`: first for one, then for more. `found` and `waived` are filled with `{count}`,
    `not_run` with `{why}`, `because` with `{code}`, `{place}` and `{reason}`; `lacking` says why a
    rule had nothing to look at, by code. `all_bound` is filled with `{count}`, `ran` with `{ran}`
    and `{all}`, `none_found` with `{what}`, `some_found` and `doubts` with `{count}`, `left_out`
    with `{why}`; those that end in `_one` are for one.
    """

    title: str
    checks: str
    check: str
    result: str
    nothing: str
    looked: Mapping[str, tuple[str, str]]
    found: str
    found_one: str
    waived: str
    waived_one: str
    not_run: str
    because: str
    rules: Mapping[str, str]
    lacking: Mapping[str, str]
    edition: str
    released: str
    product: str
    inputs: str
    set_in: str
    digest: str
    files: str
    file: str
    cite: str
    cite_released: str
    all_bound: str
    all_bound_one: str
    ran: str
    none_found: str
    some_found: str
    some_found_one: str
    doubts: str
    doubts_one: str
    left_out: str
