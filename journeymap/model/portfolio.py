"""Everything of one workspace, resolved: what renderers, checks and the site look at."""

from collections.abc import Mapping
from typing import NamedTuple

from journeymap.model.journey import Journey
from journeymap.model.library import Library
from journeymap.model.persona import Persona
from journeymap.model.settings import Workspace


class Portfolio(NamedTuple):
    """A workspace's settings, library, personas and journeys; journeys in order of id."""

    workspace: Workspace
    library: Library
    personas: Mapping[str, Persona]
    journeys: tuple[Journey, ...]

    def journey(self, id: str) -> Journey | None:
        """Return the journey with an id, or nothing."""
        return next((journey for journey in self.journeys if journey.id == id), None)

    def personas_of(self, journey: Journey) -> tuple[Persona, ...]:
        """Return the personas of a journey in its order, inline ones included."""
        local = {persona.id: persona for persona in journey.local_personas}
        found = (local.get(id) or self.personas.get(id) for id in journey.personas)
        return tuple(persona for persona in found if persona)
