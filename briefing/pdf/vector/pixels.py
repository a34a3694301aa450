"""Arrays of pixels as pictures of the page."""

import numpy as np
from matplotlib.transforms import Transform
from numpy.typing import NDArray

from briefing.pdf.canvas import TaggedCanvas
from briefing.pdf.drawing import written
from briefing.pdf.images import Picture

DPI = 300


def draw_pixels(
    canvas: TaggedCanvas,
    pixels: NDArray[np.uint8],
    x: float,
    y: float,
    transform: Transform | None,
) -> None:
    """Draw (rows, columns, RGBA) whose first row is the lowest, from `x`, `y` points.

    Without a transform there are DPI pixels to an inch; a transform places the unit square.
    """
    rows, columns = pixels.shape[:2]
    upright = np.ascontiguousarray(pixels[::-1])
    alpha = upright[..., 3]
    picture = Picture(
        columns,
        rows,
        "/DeviceRGB",
        upright[..., :3].tobytes(),
        b"" if (alpha == 255).all() else alpha.tobytes(),
    )
    if transform is None:
        canvas.picture(picture, x, y, columns * 72 / DPI, rows * 72 / DPI)
        return
    (a, c, e), (b, d, f), _ = (map(float, row) for row in transform.get_matrix())
    canvas.saveState()
    # Scale needs more digits than a place on the page.
    canvas.addLiteral(f"{a:.6f} {b:.6f} {c:.6f} {d:.6f} {written(e + x, f + y)} cm")
    canvas.picture(picture, 0, 0, 1, 1)
    canvas.restoreState()
