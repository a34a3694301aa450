"""What reading a spoilt PDF raises."""

import pikepdf

MALFORMED = (
    *(TypeError, ValueError, AttributeError, LookupError, ArithmeticError, RecursionError),
    pikepdf.PdfError,
)
