"""The pictures there are: what draws each form, and the formats that every picture is written in."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeAlias

from journeymap.rendering.requests import Rendered, Renderer, Request

if TYPE_CHECKING:
    from journeymap.rendering.canvas import Drawing
    from journeymap.themes.theme import Theme

Drawer: TypeAlias = "Callable[[Request, Theme], Drawing]"


def draw_map(request: Request, theme: "Theme") -> "Drawing":
    """Draw the journey map."""
    from journeymap.rendering.map.picture import draw_journey_map

    return draw_journey_map(
        request.portfolio,
        request.felt_subject,
        theme=theme,
        view=request.view,
        lanes=request.lanes,
        personas=request.personas,
    )


def draw_flow(request: Request, theme: "Theme") -> "Drawing":
    """Draw the flow."""
    from journeymap.rendering.flow.picture import draw_flow

    return draw_flow(request.portfolio, request.subject, theme=theme, engine=request.engine)


def draw_curve(request: Request, theme: "Theme") -> "Drawing":
    """Draw the emotion curve."""
    from journeymap.rendering.charts.curve import draw_emotion_curve

    return draw_emotion_curve(request.portfolio, request.felt_subject, theme=theme, personas=request.personas)


def draw_matrix(request: Request, theme: "Theme") -> "Drawing":
    """Draw the opportunity matrix."""
    from journeymap.rendering.charts.matrix import draw_opportunity_matrix

    return draw_opportunity_matrix(request.portfolio, request.subject, theme=theme)


def draw_heatmap(request: Request, theme: "Theme") -> "Drawing":
    """Draw the heat map of all journeys."""
    from journeymap.rendering.charts.heatmap import draw_portfolio_heatmap

    return draw_portfolio_heatmap(request.portfolio, theme=theme)


DRAWERS: Mapping[str, Drawer] = {
    "map": draw_map,
    "flow": draw_flow,
    "curve": draw_curve,
    "matrix": draw_matrix,
    "heatmap": draw_heatmap,
}
"""Form → what draws it."""


def _as_svg(form: str) -> Renderer:
    """Return the renderer of a form as SVG, in the appearance asked for."""

    def render(request: Request) -> Rendered:
        from journeymap.themes.choosing import DARK_NAME, LIGHT_NAME, choose_theme

        own = request.portfolio.workspace.theme
        if request.theme != "auto":
            svg = _draw(form, request, choose_theme(own, request.theme)).svg
        else:
            from journeymap.themes.colours import adapt_colours, name_colours

            light, dark = choose_theme(own, LIGHT_NAME), choose_theme(own, DARK_NAME)
            svg = adapt_colours(_draw(form, request, name_colours(light)).svg, light, dark)
        if request.font:
            from journeymap.rendering.documents.fonts import embed_font

            svg = embed_font(svg, request.font)
        return Rendered(svg.encode())

    return render


def _as_png(form: str) -> Renderer:
    """Return the renderer of a form as pixels."""

    def render(request: Request) -> Rendered:
        from journeymap.rendering.documents.pixels import write_png

        return Rendered(write_png(_drawn(form, request), width=request.width))

    return render


def _as_pdf(form: str) -> Renderer:
    """Return the renderer of a form as a page of the drawing's size, with its description."""

    def render(request: Request) -> Rendered:
        from journeymap.rendering.documents.pages import write_picture_pdf

        return Rendered(write_picture_pdf(_drawn(form, request)))

    return render


def draw_ahead(form: str, request: Request) -> None:
    """Draw what has one appearance now; the formats that ask for the same drawing find it there."""
    if form in DRAWERS:
        _drawn(form, request)


def _drawn(form: str, request: Request) -> "Drawing":
    """Return the drawing for what has one appearance: without a wish a light one."""
    from journeymap.themes.choosing import LIGHT_NAME, choose_theme

    name = LIGHT_NAME if request.theme == "auto" else request.theme
    return _draw(form, request, choose_theme(request.portfolio.workspace.theme, name))


def _draw(form: str, request: Request, theme: "Theme") -> "Drawing":
    """Draw a form, unless another format has had it drawn."""
    if request.drawings is None:
        return DRAWERS[form](request, theme)
    if (form, theme) not in request.drawings:
        request.drawings[form, theme] = DRAWERS[form](request, theme)
    return request.drawings[form, theme]


def picture_formats(form: str) -> dict[str, Renderer]:
    """Return the formats of a picture with their renderers."""
    return {"svg": _as_svg(form), "png": _as_png(form), "pdf": _as_pdf(form)}
