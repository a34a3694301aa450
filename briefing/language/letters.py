"""The fixed words of drafts, embargoes and signatures, and of the letter with an edition."""

from msgspec import Struct


class LetterWords(Struct, frozen=True):
    """What stands on the pages of a draft, on embargoed or signed ones, and in the mail with an
    edition.

    `until` is filled with `{moment}`, `signed` with `{name}` and `{moment}`, `signature` with
    `{name}`, `moment` with `{date}`, `{time}` and `{zone}`; `subject` with `{title}` and
    `{edition}`, `correction` with `{subject}`, `figure` with `{name}`, `{period}` and `{text}`,
    `before` with `{text}`, `more`, `added`, `gone` and `files` with `{count}`.
    """

    draft: str
    embargo: str
    until: str
    moment: str
    signed: str
    signature: str
    subject: str
    correction: str
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
