"""The kinds of pages there are: the one place that lists them."""

from collections.abc import Mapping
from typing import TypeAlias

from journeymap.rendering.templating import render_template
from journeymap.site.contexts import (
    CatalogueContext,
    EntityContext,
    JourneyContext,
    NotFoundContext,
    PersonaContext,
    PortfolioContext,
)

Context: TypeAlias = (
    CatalogueContext | EntityContext | JourneyContext | NotFoundContext | PersonaContext | PortfolioContext
)

PAGES: Mapping[type[Context], str] = {
    PortfolioContext: "site/portfolio.html",
    JourneyContext: "site/journey.html",
    PersonaContext: "site/persona.html",
    EntityContext: "site/entity.html",
    CatalogueContext: "site/catalogue.html",
    NotFoundContext: "site/not_found.html",
}
"""What a page receives → the template that shows it."""


def render_page(context: Context) -> str:
    """Return the page of a context."""
    return render_template(PAGES[type(context)], context, lang=context.page.lang)
