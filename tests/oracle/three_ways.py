"""A figure drawn by Agg, by matplotlib's PDF backend and by us, and how alike they are."""

import io
import traceback
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from types import FunctionType
from unittest.mock import patch

import matplotlib
import numpy as np
import pypdfium2
from matplotlib.figure import Figure
from matplotlib.ft2font import FT2Font
from numpy.typing import NDArray

from briefing.model.style import FaceSpec
from briefing.pdf import TaggedCanvas, load_faces
from briefing.pdf.drawing import paint
from briefing.pdf.vector import drawing
from briefing.pdf.vector.lettering import PointRenderer
from tests.oracle.figures import Judged
from tests.pdf.sample import RECORD

SCALE = 2
_WINDOW = 7
_FINER = 3
_FACES = {
    "DejaVu Sans": "DejaVuSans",
    "DejaVu Sans Mono": "DejaVuSansMono",
    "DejaVu Serif": "DejaVuSerif",
    "Last Resort High-Efficiency": "LastResortHE-Regular",
    "STIXGeneral": "STIXGeneral",
    "cmr10": "cmr10",
    "serif": "DejaVuSerif",
    "monospace": "DejaVuSansMono",
}
FACES = load_faces(
    {
        name: FaceSpec("matplotlib", f"{file}.ttf", {}, file.replace("-", ""))
        for name, file in _FACES.items()
    },
    ("DejaVu Sans", "STIXGeneral"),
)

Grey = NDArray[np.float64]


def judge(name: str, figure: Figure) -> Judged | None:
    """The verdict on a figure; None where Agg itself cannot draw it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            agg = by_agg(figure)
        except Exception:  # what the oracle cannot draw is no question
            return None
        try:
            theirs = likeness(by_backend(figure), agg)
        except Exception:  # the peer may fail; ours may not
            theirs = None
        try:
            return Judged(name, likeness(by_us(figure), agg), theirs)
        except Exception:
            return Judged(name, None, theirs, traceback.format_exc())


def by_agg(figure: Figure) -> Grey:
    """The figure by Agg, as its luminance on white."""
    file = io.BytesIO()
    figure.savefig(file, format="png", dpi=72 * SCALE, pil_kwargs={"compress_level": 0})
    file.seek(0)
    pixels = matplotlib.image.imread(file).astype(float)
    grey = pixels[..., :3] @ [0.299, 0.587, 0.114]
    if pixels.shape[2] == 4:
        grey = grey * pixels[..., 3] + 1 - pixels[..., 3]
    return np.asarray(grey * 255)


def by_backend(figure: Figure) -> Grey:
    """The figure by matplotlib's own PDF backend."""
    file = io.BytesIO()
    figure.savefig(file, format="pdf")
    return rendered(file.getvalue())


def by_us(figure: Figure) -> Grey:
    """The figure by our renderer."""
    return rendered(drawn(figure))


def drawn(figure: Figure) -> bytes:
    """The figure as the one page of a tagged file."""
    width, height = (float(inches * 72) for inches in figure.get_size_inches())
    was = figure.get_facecolor(), figure.get_edgecolor()
    # As Figure.savefig does.
    for part, own in (("facecolor", was[0]), ("edgecolor", was[1])):
        colour = matplotlib.rcParams[f"savefig.{part}"]
        figure.patch.set(**{part: own if colour == "auto" else colour})
    try:
        with _placeholders():
            return _printed(figure, width, height)
    finally:
        figure.patch.set(facecolor=was[0], edgecolor=was[1])


def _printed(figure: Figure, width: float, height: float) -> bytes:
    canvas = TaggedCanvas(FACES, (width, height), "en", "x")
    with canvas.tag(canvas.tree.root.child("Figure", alt="A figure")):
        paint(drawing(figure, width, height, FACES), canvas, 0, 0)
    return canvas.finish(RECORD)


@contextmanager
def _placeholders() -> Iterator[None]:
    """Where a test puts boxes in the place of texts, our faces say nothing of their lines either.

    Matplotlib's fixture `text_placeholders` takes the metrics from its font files only.
    """
    with (
        patch.object(PointRenderer, "_get_font_height_metrics", lambda *_: (None,) * 3)
        if (isinstance(FT2Font.get_sfnt_table, FunctionType))
        else nullcontext()
    ):
        yield


def rendered(data: bytes) -> Grey:
    """The first page by PDFium, as its luminance.

    PDFium thickens letters of few pixels: it draws larger, and pixels are averaged.
    """
    with pypdfium2.PdfDocument(data) as document:
        large = document[0].render(scale=SCALE * _FINER, grayscale=True).to_numpy()
    large = large.reshape(large.shape[:2])
    rows, columns = (size // _FINER for size in large.shape)
    cut = large[: rows * _FINER, : columns * _FINER].astype(float)
    return np.asarray(cut.reshape(rows, _FINER, columns, _FINER).mean((1, 3)))


def likeness(one: Grey, other: Grey) -> float:
    """Mean structural similarity (Wang et al. 2004) over all windows of 7 × 7 pixels."""
    rows, columns = np.minimum(one.shape, other.shape)
    a, b = one[:rows, :columns], other[:rows, :columns]
    mean_a, mean_b = _means(a), _means(b)
    both = _means(a * b) - mean_a * mean_b
    spread = _means(a * a) - mean_a**2 + _means(b * b) - mean_b**2
    first, second = (0.01 * 255) ** 2, (0.03 * 255) ** 2
    up = (2 * mean_a * mean_b + first) * (2 * both + second)
    return float((up / ((mean_a**2 + mean_b**2 + first) * (spread + second))).mean())


def _means(image: Grey) -> Grey:
    """The mean over each window, by an integral image."""
    total = np.pad(image, ((1, 0), (1, 0))).cumsum(0).cumsum(1)
    w = _WINDOW
    return (total[w:, w:] - total[:-w, w:] - total[w:, :-w] + total[:-w, :-w]) / w**2
