"""The six charts of the work item as one makes them with matplotlib's axes, and a renderer that
draws nothing: what is left is what matplotlib needs to lay a figure out, ticks above all."""

from collections.abc import Callable
from typing import Any

from matplotlib.axes import Axes
from matplotlib.backend_bases import FigureCanvasBase, RendererBase
from matplotlib.figure import Figure
from matplotlib.textpath import TextToPath

from tests.benchmarks.content import PARTS, YEARS, Country

_SIZE = (170 / 25.4, 66 / 25.4)


class NullRenderer(RendererBase):
    """Measures text as matplotlib's vector backends do; draws nothing."""

    def __init__(self) -> None:
        super().__init__()
        self._text2path = TextToPath()

    def get_canvas_width_height(self) -> tuple[float, float]:
        return 72 * _SIZE[0], 72 * _SIZE[1]

    def points_to_pixels(self, points: Any) -> Any:
        return points

    def draw_path(self, *_: Any, **__: Any) -> None: ...

    def draw_markers(self, *_: Any, **__: Any) -> None: ...

    def draw_path_collection(self, *_: Any, **__: Any) -> None: ...

    def draw_image(self, *_: Any, **__: Any) -> None: ...

    def draw_text(self, *_: Any, **__: Any) -> None: ...


def draw_nothing(figure: Figure) -> None:
    """Draw the figure by the null renderer at 72 dots an inch."""
    FigureCanvasBase(figure)
    figure.set_dpi(72)
    figure.draw(NullRenderer())


def plots(country: Country) -> list[Figure]:
    """The charts; axes are placed, nothing is laid out by constraints."""
    return [_plot(country, fill) for fill in (_goods, _account, _leading, _shares, _stock, _parts)]


def _plot(country: Country, fill: Callable[[Country, Axes], None]) -> Figure:
    figure = Figure(figsize=_SIZE)
    axes = figure.add_axes((0.08, 0.13, 0.89, 0.78))
    axes.spines[["top", "right"]].set_visible(False)
    fill(country, axes)
    return figure


def _goods(country: Country, axes: Axes) -> None:
    for name in ("exports", "imports"):
        axes.plot(YEARS, country.yearly[name], lw=1.8, label=name)
    axes.grid(axis="y", lw=0.4)
    axes.legend(loc="upper left", ncols=2)


def _account(country: Country, axes: Axes) -> None:
    yearly = country.yearly
    goods = [a - b for a, b in zip(yearly["exports"], yearly["imports"], strict=True)]
    up, down = [0.0] * len(YEARS), [0.0] * len(YEARS)
    parts = {"Goods": goods, "Services": yearly["services"], "Income": yearly["income"]}
    for label, values in parts.items():
        bottom = [u if v >= 0 else d for v, u, d in zip(values, up, down, strict=True)]
        axes.bar(YEARS, values, bottom=bottom, label=label, width=0.75)
        up = [u + max(v, 0) for u, v in zip(up, values, strict=True)]
        down = [d + min(v, 0) for d, v in zip(down, values, strict=True)]
    axes.axhline(0, lw=0.8)
    axes.legend(loc="upper left", ncols=3)


def _leading(country: Country, axes: Axes) -> None:
    latest = sorted((values[-1], name) for name, values in country.products.items())[-10:]
    bars = axes.barh([name for _, name in latest], [value for value, _ in latest], height=0.7)
    axes.bar_label(bars, fmt="%.2f", padding=2, fontsize=7)


def _shares(country: Country, axes: Axes) -> None:
    latest = sorted((values[-1] for values in country.exports_to.values()), reverse=True)
    wedges, *_ = axes.pie(latest, startangle=90, autopct="%.0f%%", wedgeprops={"width": 0.38})
    axes.legend(wedges, list(country.exports_to), loc="center left", bbox_to_anchor=(1.05, 0.5))


def _stock(country: Country, axes: Axes) -> None:
    at = range(10)
    for shift, name in ((-0.2, "inward"), (0.2, "outward")):
        axes.bar([x + shift for x in at], country.yearly[name][-10:], width=0.4, label=name)
    axes.set_xticks(list(at), [str(year) for year in YEARS[-10:]])
    axes.legend(loc="upper left", ncols=2)
    axes.grid(axis="y", lw=0.4)


def _parts(country: Country, axes: Axes) -> None:
    axes.stackplot(YEARS, [country.yearly[name] for name in PARTS], labels=list(PARTS))
    axes.legend(loc="upper left", ncols=4)
