from datetime import date
from io import BytesIO

import pytest
from PIL import Image

from briefing import layout, project
from briefing.layout.charted import Draws
from briefing.layout.text.setting import Setting
from briefing.layout.theme import Look
from briefing.model.document import Document
from briefing.model.style import Style
from briefing.model.text import Place
from briefing.pdf import Faces, Metadata, load_faces
from briefing.run.drawing import Charts, anew


@pytest.fixture(scope="session")
def style() -> Style:
    read, findings = project.read_style("ministry", Place("briefing.yaml"))
    assert read is not None
    assert findings == ()
    return read.annexed("full", "linked")


@pytest.fixture(scope="session")
def faces(style: Style) -> Faces:
    return load_faces(style.faces, style.fallback)


@pytest.fixture(scope="session")
def look(style: Style, faces: Faces) -> Look:
    return Look(style, faces)


@pytest.fixture
def setting(look: Look) -> Setting:
    return Setting(look, "en")


@pytest.fixture(scope="session")
def picture() -> bytes:
    stream = BytesIO()
    Image.new("RGB", (300, 120), "#0F4C6B").save(stream, "PNG")
    return stream.getvalue()


class Press:
    """Prints documents in the ministry's style."""

    def __init__(self, style: Style, faces: Faces) -> None:
        self.style = style
        self.faces = faces

    def draws(self) -> Charts:
        """What draws the charts of a document."""
        return Charts(self.style, self.faces, "en", anew)

    def print(self, document: Document):
        return self.paginate(document, self.draws())

    def paginate(self, document: Document, draws: Draws):
        meta = Metadata(
            title=document.plain_title,
            subject=document.description,
            language="en",
            date=date(2026, 11, 24),
            keywords=(),
            producer="briefing",
        )
        return layout.paginate(document, self.style, self.faces, draws, meta)


@pytest.fixture(scope="session")
def press(style: Style, faces: Faces) -> Press:
    return Press(style, faces)
