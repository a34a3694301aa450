"""The fixed words of an embargo, of a signature and of the letter that carries an edition."""

from msgspec import Struct


class LetterWords(Struct, frozen=True):
    """What stands on an embargoed or signed page, and in the mail with an edition.

    `until` is filled with `{moment}`, `signed` with `{name}` and `{moment}`, `signature` with
    `{name}`, `moment` with `{date}`, `{time}` and `{zone}`; `subject` with
    `{title}` and `{edition}`, `figure` with `{name}`, `{period}` and `{text}`, `before` with
    `{text}`, `more`, `added`, `gone` and `files` with `{count}`.
    """

    embargo: str
    until: str
    moment: str
    signed: str
    signature: str
    subject: str
    attached: str
    headline: str
    figure: str
    changes: str
    revised: str
    more: str
    added: str
    gone: str
    first: str
    same: str
    sources: str
    sender: str
