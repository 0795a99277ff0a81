"""Small workspaces with a past, and their sites."""

from journeymap.artifacts import ArtifactSet
from journeymap.compiling import Compilation
from journeymap.history import Commit, History
from journeymap.model import Journey, Portfolio, Stage, Touchpoint
from journeymap.site import Options, build_site
from journeymap.site.build import build_leaves
from journeymap.site.changes.chapter import build_changes
from tests.site.samples import make_portfolio

HISTORY = History(
    (
        Commit("c" * 40, "2026-11-02", "Mira", "Shorten the checkout", ("maps/a.yaml", "code.py")),
        Commit("b" * 40, "2026-10-15", "Tomas", "Only code", ("code.py",)),
        Commit("a" * 40, "2026-09-01", "Mira", "Start <b>bold</b>", ("maps/a.yaml", "maps/b.yaml")),
    )
)


def small(id: str, **fields: object) -> Journey:
    """Return a journey of one touchpoint."""
    stages = (Stage("stage", "Stage", touchpoints=(Touchpoint("moment", "Moment"),)),)
    return Journey(id, f"Journey {id}", stages)._replace(**fields)  # type: ignore[arg-type]


def portfolio_of(*journeys: Journey) -> Portfolio:
    """Return a workspace of journeys alone."""
    empty = make_portfolio()
    library = type(empty.library)(*({} for _ in empty.library))
    return Portfolio(empty.workspace, library, {}, journeys)


def tell(portfolio: Portfolio, history: History | None = None) -> ArtifactSet:
    """Build the chapter of the changes alone, with what goes beside its page."""
    options = Options(history=history)
    return ArtifactSet(build_leaves(Compilation(portfolio, (), {}), options, (build_changes,)))


def build(portfolio: Portfolio, history: History | None = None) -> ArtifactSet:
    """Build a whole site."""
    return build_site(Compilation(portfolio, (), {}), Options(history=history))


def content_of(site: ArtifactSet, path: str) -> str:
    """Return the text of a file of a site."""
    return next(artifact.content.decode() for artifact in site if artifact.path == path)
