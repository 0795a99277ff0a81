"""The markers of charts: a shape for each state or line, so that colour is never the only sign."""

from journeymap.rendering.canvas import Canvas, Paint
from journeymap.rendering.geometry import Box, Point
from journeymap.themes.theme import Theme


class StatusMarker:
    """The marker of an opportunity: its shape says how far it is; what is only an idea is hollow."""

    def __init__(self, theme: Theme, status: str, size: float) -> None:
        self.theme = theme
        self.status = status
        self.size = size

    def draw(self, canvas: Canvas, centre: Point, number: str) -> None:
        """Draw the marker with its number."""
        self._draw_shape(canvas, centre)
        theme = self.theme
        ink = {"idea": theme.opportunity, "rejected": theme.muted}.get(self.status, theme.background)
        size = theme.type.small * (1 if len(number) < 3 else 0.8)
        room = Box(centre[0] - self.size / 2, centre[1] - self.size / 2, self.size, self.size)
        where = (centre[0], centre[1] + size * 0.36)
        canvas.write_text((number,), where, size, bold=True, anchor="middle", within=room, fill=ink)

    def sample(self, canvas: Canvas, left: Point) -> None:
        """Draw the marker for a legend."""
        self._draw_shape(canvas, (left[0] + self.size / 2, left[1]))

    def _draw_shape(self, canvas: Canvas, centre: Point) -> None:
        theme, (x, y), half = self.theme, centre, self.size / 2
        paint: dict[str, Paint] = {"fill": theme.opportunity, "stroke": theme.opportunity, "stroke_width": 2}
        if self.status == "idea":
            canvas.draw_circle(centre, half - 1, **{**paint, "fill": theme.raised})
        elif self.status == "planned":
            canvas.draw_circle(centre, half - 1, **paint)
        elif self.status == "in-progress":
            tips = ((x, y - half - 1), (x + half + 1, y), (x, y + half + 1), (x - half - 1, y))
            canvas.draw_polygon(tips, **paint, stroke_linejoin="round")
        elif self.status == "done":
            canvas.draw_box(Box(x - half + 2, y - half + 2, self.size - 4, self.size - 4), radius=2, **paint)
        else:
            box = Box(x - half + 2, y - half + 2, self.size - 4, self.size - 4)
            paint = {"fill": theme.raised, "stroke": theme.muted, "stroke_width": 1.5}
            canvas.draw_box(box, radius=2, stroke_dasharray="4 3", **paint)
