"""Figures drawn by our renderer beside the same ones by matplotlib's Agg."""

from collections.abc import Callable, Mapping

import numpy as np
import pypdfium2
import pytest
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import Circle
from matplotlib.path import Path
from matplotlib.transforms import Affine2D
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from briefing.model.style import FaceSpec
from briefing.pdf import TaggedCanvas, load_faces
from briefing.pdf.drawing import paint
from briefing.pdf.vector import drawing, paths
from tests.pdf.sample import RECORD
from tests.pdf.structure import structure_text

WIDTH, HEIGHT, SCALE = 288, 216, 2
X = np.linspace(0, 10, 120)
PATHS = (
    Path.unit_circle(),
    Path([(0, 0), (1, 2), (3, 1)], [1, 3, 3]),
    Path.unit_rectangle(),
    Path.unit_regular_star(5),
)
FACES = load_faces({"DejaVu Sans": FaceSpec("matplotlib", "DejaVuSans.ttf", {}, "DejaVuSans")}, ())


def random(shape: int | tuple[int, ...]) -> NDArray[np.float64]:
    return np.random.default_rng(20261124).random(shape)


def lines(axes: Axes) -> None:
    axes.plot(X, np.sin(X), "--", linewidth=2, label="sine")
    axes.plot(X, np.where(np.abs(np.cos(X)) < 0.3, np.nan, np.cos(X)), marker="o", alpha=0.5)
    axes.fill_between(X, np.sin(X) / 2, alpha=0.3)
    axes.grid()
    axes.legend()


def scatter(axes: Axes) -> None:
    axes.scatter(*random((2, 60)), s=60 * random(60), c=random(60), alpha=0.4)
    axes.scatter(*random((2, 60)), marker="^", edgecolors="black")


def hatches(axes: Axes) -> None:
    axes.bar(range(4), [3, 1, 4, 2], hatch=["/", "x", "o", ".."], edgecolor="k", facecolor="w")


def translucent_hatches(axes: Axes) -> None:
    axes.fill_between(range(5), 4, alpha=0.3, hatch="//")
    axes.add_patch(Circle((6, 2), 1.5, alpha=0.3, hatch="x"))
    axes.bar([9, 11], [2, 4], alpha=0.3, hatch="*", edgecolor="g")
    axes.set_aspect("equal")


def pictures(axes: Axes) -> None:
    axes.imshow(random((8, 10, 4)), extent=(0, 10, 0, 8), interpolation="none")
    axes.imshow(random((4, 4)), extent=(10, 18, 0, 8), interpolation="nearest")
    axes.set_xlim(0, 18)


def clipped(axes: Axes) -> None:
    image = axes.imshow(random((12, 12)), extent=(0, 1, 0, 1), interpolation="none")
    image.set_clip_path(Circle((0.5, 0.5), 0.4, transform=axes.transData))


def meshes(axes: Axes) -> None:
    axes.pcolormesh(np.arange(9), np.arange(7), random((6, 8)))


def shaded(axes: Axes) -> None:
    axes.pcolormesh(np.arange(8), np.arange(6), random((6, 8)), shading="gouraud")


def contours(axes: Axes) -> None:
    axes.contourf(np.outer(np.sin(X[::6]), np.cos(X[::6])), 8)
    axes.contour(np.outer(np.sin(X[::6]), np.cos(X[::6])), 4, colors="k")


def lettered(axes: Axes) -> None:
    axes.text(0.5, 0.5, "turned", rotation=30, fontsize=18, color="#0F4C6B")
    axes.text(0.1, 0.2, r"$\frac{\alpha}{\beta}\sum x^2$", fontsize=16)
    axes.annotate("two\nlines", (0.2, 0.3), (0.6, 0.8), arrowprops={"arrowstyle": "->"})
    axes.set_ylabel("upright")


# Tiny cells differ by the one pixel that viewers give every stroke.
FIGURES: Mapping[Callable[[Axes], None], float] = {
    lines: 0.95,
    scatter: 0.93,
    hatches: 0.95,
    translucent_hatches: 0.975,
    pictures: 0.95,
    clipped: 0.95,
    meshes: 0.90,
    shaded: 0.95,
    contours: 0.93,
    lettered: 0.95,
}


def figure(fill: Callable[[Axes], None]) -> Figure:
    made = Figure(figsize=(WIDTH / 72, HEIGHT / 72), dpi=72)
    fill(made.add_subplot())
    return made


def drawn(made: Figure) -> bytes:
    canvas = TaggedCanvas(FACES, (WIDTH, HEIGHT), "en", "x")
    with canvas.tag(canvas.tree.root.child("Figure", alt="A figure")):
        paint(drawing(made, WIDTH, HEIGHT, FACES), canvas, 0, 0)
    return canvas.finish(RECORD)


def rendered(data: bytes) -> NDArray[np.float64]:
    with pypdfium2.PdfDocument(data) as document:
        return np.asarray(document[0].render(scale=SCALE).to_pil().convert("L"), dtype=float)


def by_agg(made: Figure) -> NDArray[np.float64]:
    made.set_dpi(72 * SCALE)
    canvas = FigureCanvasAgg(made)
    canvas.draw()
    return np.asarray(canvas.buffer_rgba(), dtype=float)[..., :3] @ [0.299, 0.587, 0.114]


def likeness(one: NDArray[np.float64], other: NDArray[np.float64], size: int = 7) -> float:
    """Mean structural similarity (Wang et al. 2004) over windows of that many pixels."""
    a, b = (sliding_window_view(i, (size, size))[::2, ::2] for i in (one, other))
    mean_a, mean_b = a.mean((2, 3)), b.mean((2, 3))
    both = (a * b).mean((2, 3)) - mean_a * mean_b
    first, second = (0.01 * 255) ** 2, (0.03 * 255) ** 2
    up = (2 * mean_a * mean_b + first) * (2 * both + second)
    down = (mean_a**2 + mean_b**2 + first) * (a.var((2, 3)) + b.var((2, 3)) + second)
    return float((up / down).mean())


@pytest.mark.parametrize("fill", FIGURES, ids=lambda fill: fill.__name__)
def test_a_figure_looks_as_agg_draws_it(fill: Callable[[Axes], None]) -> None:
    made = figure(fill)
    assert likeness(rendered(drawn(made)), by_agg(made)) >= FIGURES[fill]


def test_a_figure_drawn_twice_is_the_same() -> None:
    made = figure(lines)
    assert drawn(made) == drawn(made)


def test_text_is_text_turned_or_not() -> None:
    text = structure_text(drawn(figure(lettered)))
    for word in ("turned", "two", "lines", "upright", "0.2"):
        assert word in text


def test_markers_are_stored_once() -> None:
    def dots(axes: Axes) -> None:
        axes.set_axis_off()
        axes.plot(np.tile(X, 40), np.tile(np.sin(X), 40) + np.repeat(np.arange(40), 120), "o")

    assert len(drawn(figure(dots))) < 60_000


def test_a_state_set_inside_a_clip_does_not_leak_out() -> None:
    canvas = TaggedCanvas(FACES, (WIDTH, HEIGHT), "en", "x")
    with canvas.tag(canvas.tree.root.child("Figure", alt="A figure")):
        canvas.fill("#FF0000")
        paint(drawing(figure(clipped), WIDTH / 2, HEIGHT, FACES), canvas, 0, 0)
        canvas.rect(WIDTH - 40, 20, 20, 20, stroke=0, fill=1)
    with pypdfium2.PdfDocument(canvas.finish(RECORD)) as document:
        page = document[0].render().to_pil().convert("RGB")
    assert page.getpixel((WIDTH - 30, HEIGHT - 30)) == (255, 0, 0)


def missing(patch: pytest.MonkeyPatch) -> None:
    patch.delattr("matplotlib._path.convert_to_string")


def another_signature(patch: pytest.MonkeyPatch) -> None:
    patch.setattr("matplotlib._path.convert_to_string", lambda path, precision: b"")


def another_meaning(patch: pytest.MonkeyPatch) -> None:
    patch.setattr("matplotlib._path.convert_to_string", lambda *_: b"0 0 m")


@pytest.mark.parametrize("change", [missing, another_signature, another_meaning])
def test_without_matplotlibs_private_writer_paths_are_the_same(
    change: Callable[[pytest.MonkeyPatch], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    known = [written_path(path) for path in PATHS]
    change(monkeypatch)
    paths._private.cache_clear()
    try:
        assert paths._private() is None
        public = [written_path(path) for path in PATHS]
        made = figure(lines)
        assert likeness(rendered(drawn(made)), by_agg(made)) >= FIGURES[lines]
    finally:
        monkeypatch.undo()
        paths._private.cache_clear()
    assert paths._private() is not None
    for one, other in zip(known, public, strict=True):
        assert one[0] == other[0]
        assert one[1] == pytest.approx(other[1], abs=0.011)


def written_path(path: Path) -> tuple[list[str], list[float]]:
    """The operators and the numbers of a path."""
    parts = paths.operators(path, Affine2D().scale(30).translate(50, 50)).split()
    operators = [part for part in parts if part.isalpha()]
    return operators, [float(part) for part in parts if not part.isalpha()]


def test_a_formula_is_text() -> None:
    text = structure_text(drawn(figure(lettered)))
    assert "α" in text
    assert "∑" in text


def test_layout_engines_measure_with_the_pages_faces() -> None:
    made = Figure(figsize=(WIDTH / 72, HEIGHT / 72), dpi=72, layout="constrained")
    for axes in made.subplots(2, 2).flat:
        axes.set_title("a title\nof two lines")
        axes.plot(X, np.sin(X))
    assert likeness(rendered(drawn(made)), by_agg(made)) >= 0.93


def test_what_is_animated_is_drawn_too() -> None:
    def still(axes: Axes) -> None:
        axes.plot(X, np.sin(X), linewidth=4)

    def animated(axes: Axes) -> None:
        axes.plot(X, np.sin(X), linewidth=4, animated=True)

    assert drawn(figure(animated)) == drawn(figure(still))
