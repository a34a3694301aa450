"""A gap between two sides as a bar."""

from decimal import Decimal

from briefing.layout.pen import Pen

_BEYOND = "»"


def gap_bar(pen: Pen, x: float, top: float, value: Decimal) -> None:
    """A percentage as a bar in a slot of one text line that begins at `x`, as decoration; one that
    goes beyond the scale ends in a mark."""
    look = pen.look
    slot, high = look.style.gap.slot, look.style.gap.bar
    gap = look.style.gap
    line, rise, scale = gap.zero, gap.rise, gap.scale
    middle = top + look.style.text.grid.cell.leading / 2
    zero = x + slot / 2
    share = min(abs(float(value)) / scale, 1.0) * slot / 2
    colours = look.style.colours
    colour = colours.chart.main if value > 0 else colours.chart.second
    with pen.canvas.artifact():
        pen.fill(zero if value > 0 else zero - share, middle - high / 2, share, high, colour)
        pen.fill(zero - line / 2, middle - rise / 2, line, rise, colours.ink)
        if abs(value) > scale:
            mark = look.style.text.grid.mark
            wide = look.width(_BEYOND, mark)
            pen.text(zero + share if value > 0 else zero - share - wide, top, _BEYOND, mark)
