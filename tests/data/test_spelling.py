"""The running text of the sample and the product's own words, held against dictionaries.

Names, abbreviations and a few terms that the dictionaries lack are listed, each with why it stands.
"""

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec import Struct

from briefing import language
from briefing.model.spec import Choices
from briefing.run.examine import examine
from briefing.workspace import Workspace

SAMPLE = Path(__file__).parents[2] / "data/mongolia-russia"
DICTIONARIES = {"ru": "ru_RU", "mn": "mn_MN"}
# Names of persons, places and firms; abbreviations of bodies and of the calendar.
NAMES = {
    "ru": """
        Баттулга Дархане Интерфакс МВФ МИД Монголо Монголросцветмет Монголросцветмете ПИИ РИА РПБ
        Рейтер Ростех Ростеха СИФ Синьхуа Улаанбаатар УрБК Ухнагийн Ухнагийна ФОБ Халтмагийн
        Халхин Хурэлсуха Эрдэнэт Эрдэнэте ЮНКТАД үйлдвэр төмөр янв февр апр авг сент окт нояб дек
    """,
    "mn": """
        БТКУС Баторская Новости ГШХО Интерфакс Кызыл Монголбанк Монголросцветмет Путины РИА Рейтер
        Ростех СИФ Синьхуа ТАСС ФОБ ЮНКТАД железная дорога
    """,
}
# Terms and parts of words that a hyphen ties to a figure or an abbreviation.
TERMS = {
    # “-летие” behind a figure; adjectives of chemistry, trade and setting.
    "ru": "летие летию летия монгольски недрагоценные незакрашенный неокругленным зам зеркальные",
    # Attested in the sources of the frames: доллараар, түвшин; руу is a particle of direction.
    "mn": """
        доллараар доллараас доллартай руу түвшин түвшинд түвшний түвшинг реэкспорт аас ын ны ний
        наас нд ээс ынх рүү мөшгих бүхэлчилсэн бүхэлчилснээс бүхэлчлээгүй
    """,
}


def running(code: str) -> Iterator[str]:
    """What the sample says in a language, section by section, and the product's fixed words."""
    examined = examine(Workspace(str(SAMPLE)), Choices())
    (document,) = (one for one in examined.documents if one.language == code)
    for passage in document.prose:
        yield from (passage.title, *passage.paragraphs)
    yield from document.annex.methods
    yield from (source.text for source in document.annex.sources)
    yield from strings(language.words(code))


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Struct):
        for name in value.__struct_fields__:
            yield from strings(getattr(value, name))
    elif isinstance(value, dict):
        yield from (text for one in value.values() for text in strings(one))
    elif isinstance(value, tuple):
        yield from (text for one in value for text in strings(one))


@pytest.mark.skipif(shutil.which("hunspell") is None, reason="hunspell is not installed")
@pytest.mark.parametrize("code", DICTIONARIES)
def test_every_word_is_in_the_dictionary_or_listed(code: str) -> None:
    told = {word for text in running(code) for word in re.findall(r"[А-ЯЁӨҮа-яёөү]{2,}", text)}
    assert len(told) > 500
    run = subprocess.run(
        ["hunspell", "-d", DICTIONARIES[code], "-l"],
        input="\n".join(sorted(told)), capture_output=True, text=True, check=False,
        env={"LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"},
    )  # fmt: skip
    if "Can't open" in run.stderr:
        pytest.skip(f"no dictionary {DICTIONARIES[code]}")
    listed = {word.lower() for word in (NAMES[code] + " " + TERMS[code]).split()}
    assert [word for word in run.stdout.split() if word.lower() not in listed] == []
