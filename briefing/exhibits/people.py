"""Who is who: offices, who holds them, since when."""

from briefing import model
from briefing.exhibits import notes
from briefing.exhibits.frame import Frame, Unshowable
from briefing.exhibits.panel import age_of, aged, written


def people(frame: Frame) -> model.Exhibit:
    """The people that the manifest lists, in its order, but those who came into office later than
    the edition's period."""
    ends = frame.spec.period.end
    listed = [p for p in frame.asked.people if p.since is None or p.since.start <= ends]
    if not listed:
        message = f"exhibit {frame.asked.name}: nobody held office by {frame.spec.period}"
        hint = "say what it needs: needs: NAME, a figure that the later editions have"
        raise Unshowable(model.Refusal(message, hint, "B354"))
    made = tuple(_person(frame, one, n) for n, one in enumerate(listed, 1))
    return model.Exhibit(
        name=frame.asked.name,
        kind=frame.asked.kind,
        content=model.People(made),
        subtitle=frame.text(frame.asked.subtitle),
        says=(),
        notes=frame.lines(notes.notes(frame, ())),
        sources=tuple(dict.fromkeys(name for one in made for name in one.sources)),
        wide=frame.asked.wide,
    )


def _person(frame: Frame, one: model.PersonSpec, number: int) -> model.Person:
    language, native = next(iter(one.native.items()), ("", ""))
    name = frame.text(one.name)
    country = frame.full_name(one.country) if one.country else ""
    return model.Person(
        name=name,
        native="" if language == frame.language or native == name else native,
        language=language,
        holds=", ".join(filter(None, (frame.text(one.office), country))),
        dated=_dated(frame, one),
        sources=(one.source,),
        since=_since(frame, one, number),
        portrait=_portrait(frame, one),
    )


def _dated(frame: Frame, one: model.PersonSpec) -> str:
    """“Since 25 June 2021 (as of 24 November 2026)”; how old that is, where it is old."""
    words = frame.speech.words
    if one.since is None:
        known = aged(frame, written(frame, one.as_of), age_of(frame, one.as_of))
        return words.said.format(label=words.panels.as_of, text=known) if known else ""
    since = frame.speech.since(one.since, stock=False)
    said = f"{since[:1].upper()}{since[1:]}"
    if one.as_of is None:
        return said
    told = frame.speech.as_of(said, model.Period.day(one.as_of))
    return aged(frame, told, age_of(frame, one.as_of))


def _since(frame: Frame, one: model.PersonSpec, number: int) -> model.Fact | None:
    if one.since is None:
        return None
    name = f"{frame.asked.name}[{number}]"
    return model.Fact(name, one.since, model.DATE, one.since, sources=(one.source,))


def _portrait(frame: Frame, one: model.PersonSpec) -> model.Image | None:
    if one.portrait is None:
        return None
    place = one.portrait.place
    return model.Image(
        one.portrait.text,
        "",
        place,
        words=(model.Words(frame.text(one.alt), place),),
        caption=(model.Words(frame.text(one.credit), place),),
    )
