"""Exhibits and pictures of a document finished: source lines, alternative texts, bytes."""

from collections.abc import Mapping

from msgspec import structs

from briefing import language, model
from briefing.language import Words
from briefing.narrative.changed import Last
from briefing.narrative.cited import cited, codes, source_line
from briefing.narrative.entitled import in_title
from briefing.narrative.numbering import Numbered
from briefing.narrative.pictures import undamaged
from briefing.narrative.plain import plain

_PICTURES = "pictures are PNG or JPEG files of at most 40 megapixels, or SVG"


class Finisher:
    """Gives exhibits their source lines and alternative texts, pictures their bytes."""

    def __init__(
        self,
        spec: model.Spec,
        language: str,
        words: Words,
        pictures: Mapping[str, bytes],
        last: Last | None,
    ) -> None:
        self.spec = spec
        self.last = last
        self.language = language
        self.words = words
        self.pictures = pictures
        self.codes: Mapping[str, str] = {}
        self.numbers: Mapping[str, str] = {}
        self.logo: model.Image | None = None
        self.map: model.Image | None = None
        self.whole = True
        self.findings: list[model.Finding] = []

    def cite(self, title: tuple[model.Inline, ...], sections: tuple[Numbered, ...]) -> None:
        """Number the sources in order of first use."""
        blocks = (block for entry in sections for block in entry.section.blocks)
        titles = (inline for entry in sections for inline in entry.section.title)
        self.codes = codes(blocks, (*title, *titles))

    def section(self, entry: Numbered) -> Numbered:
        """The section with its exhibits and pictures finished."""
        blocks = model.rebuilt(entry.section.blocks, self._block)
        return structs.replace(entry, section=structs.replace(entry.section, blocks=blocks))

    def _block(self, block: model.Block) -> tuple[model.Block, ...]:
        if isinstance(block, model.Placed):
            exhibit, sources = block.exhibit, self.spec.sources
            line = source_line(exhibit.sources, self.codes, sources, self.language, self.words)
            says = plain(exhibit.says)
            # Title and subtitle of a chart stand in its caption, which is read with it.
            is_chart = isinstance(exhibit.content, model.Chart)
            named = () if is_chart else (plain(block.title), exhibit.subtitle)
            alt = " ".join(_sentence(part) for part in (*named, says) if part)
            stated = [*model.facts_of(model.flat(block.title))]
            content = in_title(cited(exhibit.content, self.codes), stated)
            if isinstance(content, model.People):
                content = model.People(tuple(map(self._shown, content.people)))
            whole = structs.replace(exhibit, content=content)
            return (structs.replace(block, exhibit=whole, alt=alt, source_line=line),)
        if isinstance(block, model.Image):
            return (self._picture(block),)
        return (block,)

    def _shown(self, person: model.Person) -> model.Person:
        portrait = person.portrait
        return structs.replace(person, portrait=self._picture(portrait) if portrait else None)

    def own(self, asked: model.LocatorSpec) -> model.Image | None:
        """The project's own map or logo, with what it shows."""
        if asked.picture is None or self.pictures.get(asked.picture.text) is None:
            return None
        given = asked.text or {}
        said = given.get(self.language, given.get(""))
        if said is None:
            message = f"the picture “{asked.picture.text}” has no text in {self.language}"
            hint = f"say what it is, for who doesn't see it: text: {{{self.language}: …}}"
            found = model.Finding("B314", asked.picture.place, message, hint)
            self.findings.append(found)
            return None
        text = said.text
        words = (model.Words(language.fill(text, self.spec, self.language), asked.picture.place),)
        image = model.Image(asked.picture.text, "", asked.picture.place, words=words)
        return self._picture(image)

    def _picture(self, image: model.Image) -> model.Image:
        data = self.pictures.get(image.path)
        if data is None:
            self.whole = False
            return image
        try:
            width, height = undamaged(data)
        except ValueError as error:
            # An SVG says at which line and what to do.
            line, hint = getattr(error, "line", 0), getattr(error, "hint", _PICTURES)
            place = model.Place(image.path, line) if line else image.place
            message = f"the picture “{image.path}” {error}"
            self.findings.append(model.Finding("B314", place, message, hint))
            return image
        return structs.replace(image, alt=plain(image.words), data=data, width=width, height=height)


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."
