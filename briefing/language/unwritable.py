"""What cannot be said."""

from briefing.language.role import Named
from briefing.model import Refusal


class Unwritable(Refusal):  # the field's word, as in the message
    """A reference that no sentence of the language fits; message and hint are for the author."""


def uninflected(language: str) -> Unwritable:
    """That a language marks no case on an amount."""
    return Unwritable(f"{language} marks no case on an amount", "leave out the filter “as”")


def no_adjective(name: Named, language: str, sample: str) -> Unwritable:
    """That no adjective of a name is known."""
    given = f"text: {name.name}, adjective: {sample}"
    return Unwritable(
        f"the adjective of “{name.name}” is not known in “{language}”",
        f"give it, in the form of “{sample}”: names: {{{name.code}: {{{language}: {{{given}}}}}}}",
    )
