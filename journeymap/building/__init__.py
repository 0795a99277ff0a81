"""Plain data to the model: short forms resolved, references followed, overlays made whole.

Owns what a journey means once its files hold to their schemas. Past this room nobody sees YAML.
"""

from journeymap.building.extending import Judge, extend_journeys
from journeymap.building.portfolios import Built, build_portfolio, declare_names
from journeymap.building.remembering import Memory, Opened
from journeymap.building.sheets import Sheet

__all__ = [
    "Built",
    "Judge",
    "Memory",
    "Opened",
    "Sheet",
    "build_portfolio",
    "declare_names",
    "extend_journeys",
]
