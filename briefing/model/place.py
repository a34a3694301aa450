"""Where something stands in the author's material."""

from msgspec import Struct


class Place(Struct, frozen=True, order=True):
    """A point in a file: path relative to the project with `/`; line and column from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"
