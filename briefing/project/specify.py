"""Entries that are right, as the values that the stages take.

Each verb takes an entry's name, the map that holds it, and the entry.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from msgspec.structs import replace

from briefing import model
from briefing.project.keys import manifest
from briefing.project.keys.entry import Entry
from briefing.project.keys.panels import DateEntry
from briefing.project.keys.tables import FromEntry, TableEntry
from briefing.project.structure import find, key_place
from briefing.project.yaml.tree import Mapped


def source(name: str, holder: Mapped, entry: manifest.SourceEntry) -> model.Source:
    """A source."""
    return model.Source(name, place=holder.keys_at[name], **_fields(entry))


# What a Spec has as the manifest says it.
_AS_SAID = (
    *("title", "names", "abbreviations", "marking", "publisher", "contact", "licence"),
    *("annex", "figures", "lead", "paper", "against", "publication", "publication_part"),
)


def said(root: Mapped, head: manifest.ManifestEntry) -> dict[str, Any]:
    """What a Spec has that the manifest alone says, whatever is chosen and whatever else is
    wrong."""
    return {name: getattr(head, name) for name in _AS_SAID} | {
        "locator": locator(head),
        "logo": logo(head),
        "place": key_place(root, ("style",)) if "style" in root else root.place,
        "checks": checks(root, head.checks),
        "embargo": embargo(root, head),
        "send": send(head.send),
    }


def fiscal_month(tables: Mapping[str, model.TableSpec]) -> int:
    """The month in which fiscal years begin in all tables that have any; else in none."""
    months = {table.year_starts for table in tables.values()} - {1}
    return months.pop() if len(months) == 1 else 1


def begun(exhibits: Mapping[str, model.ExhibitSpec], month: int) -> Mapping[str, model.ExhibitSpec]:
    """Exhibits whose fiscal years begin in that month."""
    return {
        name: replace(
            asked,
            periods=tuple(period.beginning(month) for period in asked.periods),
            start=asked.start and asked.start.beginning(month),
            end=asked.end and asked.end.beginning(month),
            index=asked.index and asked.index.beginning(month),
        )
        for name, asked in exhibits.items()
    }


def table(name: str, holder: Mapped, entry: TableEntry) -> model.TableSpec:
    """A table with its columns of values."""
    fields = _fields(entry)
    unit = fields.pop("unit")
    del fields["origin"], fields["resource"]
    if entry.columns is not None:
        wide = entry.columns
        member = wide.member if wide.period else ""
        fields["columns"] = model.Wide(
            wide.period or wide.member, bool(wide.period), wide.of, member
        )
    fields["members"] = tuple(
        model.Members(column, part.of, part.are) for column, part in entry.members.items()
    )
    fields["values"] = tuple(
        model.ValueSpec(value, place=key_place(holder, (name, "values", value)), **_fields(part))
        for value, part in entry.values.items()
    )
    return model.TableSpec(
        name,
        holder.keys_at[name],
        origin=_origin(holder, name, entry.origin),
        unit=unit if isinstance(unit, model.Unit) else None,
        unit_column=unit if isinstance(unit, str) else "",
        **fields,
    )


def locator(head: manifest.ManifestEntry) -> model.LocatorSpec:
    """The map of the first page."""
    asked = head.locator
    return model.LocatorSpec(asked.printed, asked.picture, asked.text)


def logo(head: manifest.ManifestEntry) -> model.LocatorSpec:
    """The crest or logo beside the title."""
    asked = head.logo
    if asked is None:
        return model.LocatorSpec(printed=False)
    return model.LocatorSpec(True, asked.picture, asked.text)


def _origin(holder: Mapped, name: str, entry: FromEntry | None) -> model.Origin | None:
    """The one service that a table is fetched from, and what it is asked."""
    if entry is None:
        return None
    place = key_place(holder, (name, "from"))
    if entry.url is not None:
        return model.Origin("url", {"url": (entry.url.text,)}, place)
    for service in FromEntry.within:
        part = getattr(entry, service)
        if part is not None:
            fields = {key: getattr(part, key) for key in type(part).model_fields}
            fields |= fields.pop("select", {})
            asked = {k: (v,) if isinstance(v, str) else tuple(v) for k, v in fields.items()}
            return model.Origin(service, {k: v for k, v in asked.items() if any(v)}, place)
    return None


def series(name: str, holder: Mapped, entry: manifest.SeriesEntry) -> model.SeriesSpec:
    """A series or family."""
    return model.SeriesSpec(name, holder.keys_at[name], **_fields(entry))


def fact(name: str, holder: Mapped, entry: manifest.FactEntry) -> model.FactSpec:
    """A stated fact."""
    return model.FactSpec(name, holder.keys_at[name], **_fields(entry))


def exhibit(name: str, holder: Mapped, entry: manifest.ExhibitEntry) -> model.ExhibitSpec:
    """An exhibit."""
    fields = _fields(entry)
    if isinstance(entry.filled, manifest.FilledEntry):
        fields["filled"] = model.Emphasis(entry.filled.where, entry.filled.label)
    fields["rows"] = tuple(
        model.RowSpec(place=_at(holder, name, "rows", n), **_fields(row))
        for n, row in enumerate(entry.rows)
    )
    fields["people"] = tuple(
        model.PersonSpec(place=_at(holder, name, "people", n), **_fields(person))
        for n, person in enumerate(entry.people)
    )
    return model.ExhibitSpec(name, holder.keys_at[name], **fields)


def _at(holder: Mapped, name: str, key: str, number: int) -> model.Place:
    return find(holder, (name, key, number)).place


def day(name: str, holder: Mapped, entry: DateEntry) -> model.DateSpec:
    """A day of the calendar."""
    return model.DateSpec(name, holder.keys_at[name], **_fields(entry))


def coming(
    days: Mapping[str, model.DateSpec], released: date | None
) -> Mapping[str, model.DateSpec]:
    """What of the calendar is not over by the edition's date, the nearest first."""
    ahead = [item for item in days.items() if released is None or item[1].when.end >= released]
    return dict(sorted(ahead, key=lambda item: (item[1].when.start, item[1].when.end, item[0])))


def next_release(
    head: manifest.ManifestEntry, days: Mapping[str, model.DateSpec]
) -> model.Period | None:
    """When the next edition comes: as the manifest says, else the calendar's next release."""
    releases = (one.when for one in days.values() if one.kind is model.Occasion.RELEASE)
    return head.next_release or next(releases, None)


def checks(root: Mapped, entry: manifest.ChecksEntry) -> model.ChecksSpec:
    """What must agree, and what is waived."""

    def at(group: str, number: int) -> model.Place:
        return find(root, ("checks", group, number)).place

    return model.ChecksSpec(
        tuple(model.SumSpec(s.total, s.parts, at("sums", n)) for n, s in enumerate(entry.sums)),
        tuple(model.SameSpec(names, at("same", n)) for n, names in enumerate(entry.same)),
        tuple(
            model.MirrorSpec(m.own, m.partner, m.margin, at("mirror", n))
            for n, m in enumerate(entry.mirror)
        ),
        tuple(
            model.Allowance(a.rule, a.at, a.because, at("allow", n))
            for n, a in enumerate(entry.allow)
        ),
    )


def embargo(root: Mapped, entry: manifest.ManifestEntry) -> model.Embargo | None:
    """The moment before which only a few may know the briefing."""
    return model.Embargo(entry.embargo, key_place(root, ("embargo",))) if entry.embargo else None


def send(entry: manifest.SendEntry) -> model.SendSpec:
    """Who mails an edition to whom."""
    return model.SendSpec(
        entry.sender, entry.reply_to, _recipients(entry.to), _recipients(entry.pre_release)
    )


def _recipients(entries: tuple[manifest.RecipientEntry, ...]) -> tuple[model.Recipient, ...]:
    return tuple(replace(e.address, languages=e.languages) for e in entries)


def _fields(entry: Entry) -> dict[str, Any]:
    return {name: getattr(entry, name) for name in type(entry).model_fields}
