"""SDMX-ML 2.0, 2.1 and 3.0: generic, compact and structure-specific data, by the standard
library's expat; no document type, so no entities, is let in."""

from collections.abc import Iterator
from xml.parsers import expat

from briefing.tables.formats.content import MOST_ROWS, Content, Given, gathered, too_many, unfit

_DEEPEST = 64
_GROUPS = ("Group", "SiblingGroup")


def read(given: Given) -> Content:
    """An observation a row, its number the line of `Obs`; attributes of series, groups and data
    set are cells of each observation that they bear on."""
    message = _Message(given)
    try:
        message.parse()
    except expat.ExpatError as error:
        said = f"{given.file} is no well-formed XML: {expat.errors.messages[error.code]}"
        hint = "fetch it again: a reply that was cut off ends so"
        raise unfit(given, said, hint, row=error.lineno) from None
    if not message.rows and message.notes:
        said = " ".join(message.notes)[:300]
        raise unfit(given, f"the service sent no data but says: {said}", "ask for less, or later")
    if not message.rows and not message.data:
        said = f"{given.file} holds no SDMX data set"
        raise unfit(given, said, "declare what it is by `format:`, or ask the service for data")
    return gathered(given, "", message.whole())


class _Message:
    """Reads one message: what is open, and the observations that were closed."""

    def __init__(self, given: Given) -> None:
        self.rows: list[tuple[int, dict[str, str]]] = []
        self.notes: list[str] = []
        self.data = False
        self._given = given
        self._groups: list[dict[str, str]] = []
        self._open: list[str] = []
        self._set: dict[str, str] = {}
        self._series: dict[str, str] = {}
        self._group: dict[str, str] = {}
        self._observation: dict[str, str] = {}
        self._line = 1
        self._across = "TIME_PERIOD"
        self._component = ""
        self._text: list[str] = []
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        self._parser.StartDoctypeDeclHandler = self._doctype
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text.append

    def parse(self) -> None:
        """Read it to its end."""
        self._parser.Parse(self._given.data, True)

    def whole(self) -> Iterator[tuple[int, dict[str, str]]]:
        """The observations with the attributes of the groups whose key they have."""
        dimensions = set().union(*(row for _, row in self.rows))
        keyed = [
            ({k: v for k, v in group.items() if k in dimensions}, group) for group in self._groups
        ]
        for line, row in self.rows:
            for key, group in keyed:
                if key and all(row.get(k) == v for k, v in key.items()):
                    row = {**group, **row}
            yield line, row

    def _doctype(self, *_: object) -> None:
        raise unfit(
            self._given,
            "it declares a document type, which data has no need of and attacks are made of",
            "ask the source for plain SDMX-ML",
            row=self._parser.CurrentLineNumber,
        )

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(" ")[2]
        self._open.append(tag)
        self._text.clear()
        if len(self._open) > _DEEPEST:
            raise unfit(self._given, "its elements are nested too deeply", "ask for it again")
        own = {k: v for k, v in attributes.items() if " " not in k}
        if tag == "DataSet":
            self._set, self._series, self.data = own, {}, True
        elif tag == "Series":
            self._series = own
        elif tag in _GROUPS:
            self._group = own
        elif tag == "Obs":
            self._observation, self._line = own, self._parser.CurrentLineNumber
        elif tag == "Structure":
            self._across = attributes.get("dimensionAtObservation", self._across)
        else:
            self._part(tag, attributes)

    def _part(self, tag: str, attributes: dict[str, str]) -> None:
        """A part of a key, of the attributes or of an observation of generic data."""
        value = attributes.get("value", "")
        if tag == "ObsDimension":
            across = self._across if self._across != "AllDimensions" else "TIME_PERIOD"
            self._observation[attributes.get("id", across)] = value
        elif tag == "ObsValue":
            self._observation["OBS_VALUE"] = value
        elif tag == "Comp":
            self._component = attributes.get("id", "")
        elif tag == "Message" and "code" in attributes:
            self.notes.append(attributes["code"])
        elif tag == "Value" and ("id" in attributes or "concept" in attributes):
            self._holder()[attributes.get("id") or attributes["concept"]] = value

    def _holder(self) -> dict[str, str]:
        """What the part that is open belongs to."""
        if "Obs" in self._open:
            return self._observation
        if "Series" in self._open:
            return self._series
        return self._group if "Group" in self._open else self._set

    def _end(self, name: str) -> None:
        tag = name.rpartition(" ")[2]
        text = "".join(self._text).strip()
        if tag == "Value" and self._component and "Comp" in self._open:
            self._holder()[self._component] = text
        elif tag == "Time" and "Obs" in self._open:
            self._observation["TIME_PERIOD"] = text
        elif tag == "Text" and "Footer" in self._open:
            self.notes.append(text)
        elif tag in _GROUPS:
            self._groups.append(self._group)
            self._group = {}
        elif tag == "Obs":
            self.rows.append((self._line, {**self._set, **self._series, **self._observation}))
            if len(self.rows) > MOST_ROWS:
                raise too_many(self._given)
        elif tag == "Series":
            self._series = {}
        self._text.clear()
        self._open.pop()
