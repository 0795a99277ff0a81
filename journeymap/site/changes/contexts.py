"""What the template of the changes receives."""

from typing import NamedTuple

from journeymap.site.changes.happenings import Month
from journeymap.site.grids import Grid
from journeymap.site.pieces import Link, Page


class ChangesContext(NamedTuple):
    """The page of what changed and what is to come; ``more`` and ``later`` say how much was left out.

    ``has_history`` when commits are among it; ``is_cut`` when there are older ones which nobody has here.
    """

    page: Page
    title: str
    lead: str
    downloads: tuple[Link, ...]
    happened: tuple[Month, ...]
    planned: tuple[Month, ...]
    more: str
    later: str
    grids: tuple[Grid, ...]
    has_history: bool
    is_cut: bool
    feed: str
