"""The title of a finished PDF."""

from io import BytesIO

from briefing.model.finding import BriefingError, ExitCode


def title(data: bytes) -> str:
    """The title that the tags of the document have; that of the metadata names the edition too.

    Raises BriefingError (exit 1) for what is no PDF."""
    import pikepdf

    from briefing.pdf.reading.malformed import MALFORMED

    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            (document,) = pdf.Root.StructTreeRoot.K
            return str(document.get("/T", ""))
    except (pikepdf.PasswordError, *MALFORMED):
        raise BriefingError(
            "the edition's PDF can't be read", "Build the edition anew.", ExitCode.FAILED
        ) from None
