"""The kinds of pages there are: the one place that lists them."""

from collections.abc import Mapping
from typing import TypeAlias

from journeymap.artifacts import Artifact
from journeymap.rendering.overriding import NO_OVERRIDES, Overrides
from journeymap.rendering.templating import render_template
from journeymap.site.changes.contexts import ChangesContext
from journeymap.site.contexts import (
    CatalogueContext,
    EmbedContext,
    EntityContext,
    JourneyContext,
    NotFoundContext,
    PaperContext,
    PersonaContext,
    PortfolioContext,
    RedirectContext,
    SearchContext,
)
from journeymap.site.overviews.contexts import (
    AboutContext,
    GlossaryContext,
    HealthContext,
    KpisContext,
    MetricContext,
    OpportunitiesContext,
    PainsContext,
)

Context: TypeAlias = (
    CatalogueContext
    | EmbedContext
    | EntityContext
    | JourneyContext
    | NotFoundContext
    | PaperContext
    | PersonaContext
    | PortfolioContext
    | RedirectContext
    | SearchContext
    | ChangesContext
    | KpisContext
    | MetricContext
    | PainsContext
    | OpportunitiesContext
    | GlossaryContext
    | HealthContext
    | AboutContext
)

Leaf: TypeAlias = Artifact | Context
"""A finished file, or what a page shows: that is rendered to the path in its frame."""

PAGES: Mapping[type[Context], str] = {
    PortfolioContext: "site/portfolio.html",
    JourneyContext: "site/journey.html",
    PaperContext: "site/print.html",
    EmbedContext: "site/embed.html",
    PersonaContext: "site/persona.html",
    EntityContext: "site/entity.html",
    CatalogueContext: "site/catalogue.html",
    KpisContext: "site/kpis.html",
    MetricContext: "site/metric.html",
    PainsContext: "site/pains.html",
    OpportunitiesContext: "site/opportunities.html",
    GlossaryContext: "site/glossary.html",
    HealthContext: "site/health.html",
    AboutContext: "site/about.html",
    SearchContext: "site/search.html",
    ChangesContext: "site/changes.html",
    NotFoundContext: "site/not_found.html",
    RedirectContext: "site/redirect.html",
}
"""What a page receives → the template that shows it."""


def finish(leaf: Leaf, overrides: Overrides = NO_OVERRIDES) -> Artifact:
    """Return a leaf as a file: a page is rendered, with templates of somebody's own where there are any."""
    if isinstance(leaf, Artifact):
        return leaf
    return Artifact(leaf.page.path, render_page(leaf, overrides).encode("utf-8"))


def render_page(context: Context, overrides: Overrides = NO_OVERRIDES) -> str:
    """Return the page of a context."""
    return render_template(PAGES[type(context)], context, lang=context.page.lang, overrides=overrides)
