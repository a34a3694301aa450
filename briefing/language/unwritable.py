"""What cannot be said."""


class Unwritable(Exception):  # noqa: N818  # the field's word, as in the message
    """A reference that no sentence of the language fits; message and hint are for the author."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


def uninflected(language: str) -> Unwritable:
    """That a language marks no case on an amount."""
    return Unwritable(f"{language} marks no case on an amount", "leave out the filter “as”")
