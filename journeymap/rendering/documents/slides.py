"""A journey as a deck: the cover, the whole curve, a slide for each stage, opportunities and KPIs."""

from journeymap.rendering.requests import Request


def write_deck(request: Request) -> bytes:
    """Return a journey as the bytes of a ``.pptx`` file.

    Everything on it is native: text, tables and shapes can be edited where it is shown. Texts are measured
    before they are placed; what does not fit on a slide goes on overleaf, never over its edge.
    """
    from journeymap.rendering.documents.deck.lists import draw_lists
    from journeymap.rendering.documents.deck.look import Look
    from journeymap.rendering.documents.deck.opening import draw_cover
    from journeymap.rendering.documents.deck.overview import draw_overview
    from journeymap.rendering.documents.deck.presentation import write_presentation
    from journeymap.rendering.documents.deck.stage_slides import draw_stage
    from journeymap.rendering.map.journey_map import draw_map
    from journeymap.rendering.map.views import choose_plan
    from journeymap.rendering.metrics import one_line
    from journeymap.rendering.templating import direction, translate
    from journeymap.rendering.words import WORDS
    from journeymap.themes.choosing import LIGHT_NAME, choose_theme

    portfolio, journey = request.portfolio, request.felt_subject
    lang = journey.lang or portfolio.workspace.lang
    theme = choose_theme(portfolio.workspace.theme, LIGHT_NAME if request.theme == "auto" else request.theme)
    look = Look(theme, lang, direction(lang) == "rtl")
    plan = choose_plan(portfolio, journey, view=request.view, lanes=request.lanes, personas=request.personas)
    drawn = draw_map(portfolio, journey, lang=lang, plan=plan)
    footer = f"{one_line(journey.title)} · {translate(WORDS['state'][journey.state], lang=lang)}"
    slides = [draw_cover(look, portfolio, drawn), draw_overview(look, portfolio, drawn, footer=footer)]
    start = 0
    for span in drawn.stages:
        slides += draw_stage(look, portfolio, drawn, span, start, footer=footer, number=len(slides) + 1)
        start += span.width
    slides += draw_lists(look, portfolio, journey, footer=footer, number=len(slides) + 1)
    return write_presentation(look, journey.title, slides)
