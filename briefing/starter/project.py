"""The files of a new project, which builds at once."""

import json
from collections.abc import Mapping

from msgspec import Struct

from briefing.starter.template import filled
from briefing.starter.words import GENDERS, WORDS

LANGUAGES = tuple(WORDS)
SECTIONS = ("overview", "trade", "partners")
_OTHERS = ("CHN", "USA", "DEU", "JPN", "GBR", "KOR")
_LISTED = 4


class Answers(Struct, frozen=True):
    """What an author says of a new project; without a title the countries' names are it."""

    reporter: str
    partner: str
    languages: tuple[str, ...]
    style: str
    title: str = ""


def project(answers: Answers, schema: bytes) -> dict[str, bytes]:
    """The files by path: manifest, its JSON schema, sections, a table of example figures.

    `languages` are of LANGUAGES, the countries ISO alpha-3 codes. The example figures are made up
    and say so on every page.
    """
    slots = _slots(answers)
    texts = {
        "briefing.yaml": filled("briefing.yaml", slots),
        "trade.csv": filled("trade.csv", slots),
        ".gitignore": filled("gitignore", slots),
    }
    for language in answers.languages:
        for section in SECTIONS:
            path = f"sections/{language}/{section}.md"
            texts[path] = filled(path, slots)
    return {path: text.encode() for path, text in texts.items()} | {"briefing.schema.json": schema}


def sampled(files: Mapping[str, bytes], schema: bytes) -> dict[str, bytes]:
    """The files of a sample as a project: with what an editor needs for its manifest."""
    first = b"# yaml-language-server: $schema=./briefing.schema.json\n"
    manifest = first + files["briefing.yaml"]
    more = {"briefing.schema.json": schema, ".gitignore": filled("gitignore", {}).encode()}
    return {**files, "briefing.yaml": manifest, **more}


class Shown(Struct, frozen=True):
    """An exhibit's entry of the manifest, and its title by language; without one the starter's
    own stands above it, or of a `pair` the names of both countries."""

    entry: str
    titles: Mapping[str, str] = {}
    pair: bool = False


class Data(Struct, frozen=True):
    """A file that a project is begun with, the manifest's entries for it, the exhibits that show
    it, and the latest period that it has; `saved` is the day of the file."""

    file: str
    content: bytes
    entry: str
    exhibits: tuple[Shown, ...]
    period: str
    saved: str


def project_of(data: Data, answers: Answers, schema: bytes) -> dict[str, bytes]:
    """The files of a project by path that begins with a file of the author's."""
    exhibits = {f"figures_{n}" if n > 1 else "figures": e for n, e in enumerate(data.exhibits, 1)}
    slots = {
        **_slots(answers),
        "entry": data.entry,
        "exhibits": "\n".join(f"  {name}: {shown.entry}" for name, shown in exhibits.items()),
        "period": data.period,
        "released": data.saved,
    }
    texts = {
        "briefing.yaml": filled("data.yaml", slots),
        ".gitignore": filled("gitignore", slots),
    }
    for language in answers.languages:
        path = f"sections/{language}/figures.md"
        heading, *_, placement = filled(path, {"exhibit": "@"}).splitlines()
        title = placement.removeprefix("![").partition("]")[0]
        both = WORDS[language]["title"]
        placed = (
            f"![{both if shown.pair else shown.titles.get(language, title)}](exhibit:{name})"
            for name, shown in exhibits.items()
        )
        texts[path] = "\n\n".join((heading, *placed)) + "\n"
    files = {path: text.encode() for path, text in texts.items()}
    return files | {data.file: data.content, "briefing.schema.json": schema}


def _slots(answers: Answers) -> Mapping[str, str]:
    keys = WORDS[answers.languages[0]]
    slots = {
        key: _text({lang: WORDS[lang][key] for lang in answers.languages}, key) for key in keys
    }
    if answers.title:
        slots["title"] = _text(dict.fromkeys(answers.languages, answers.title))
    others = [code for code in _OTHERS if code not in (answers.reporter, answers.partner)]
    return slots | {
        "reporter": answers.reporter,
        "partner": answers.partner,
        "languages": ", ".join(answers.languages),
        "style": answers.style,
        **{f"other{place + 1}": code for place, code in enumerate(others[:_LISTED])},
    }


def _text(by_language: Mapping[str, str], key: str = "") -> str:
    """A text of the manifest: `{en: "Trade turnover"}`, with the gender that a verb needs."""
    pairs = []
    for lang, text in by_language.items():
        written = json.dumps(text, ensure_ascii=False)
        gender = GENDERS.get(lang, {}).get(key)
        agreeing = f"{{text: {written}, gender: {gender}}}"
        pairs.append(f"{lang}: {agreeing if gender else written}")
    return f"{{{', '.join(pairs)}}}"
