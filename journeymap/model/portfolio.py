"""Everything of one workspace, resolved: what renderers, checks and the site look at."""

from collections.abc import Mapping

from journeymap.model.journey import Journey
from journeymap.model.library import Library
from journeymap.model.persona import Persona
from journeymap.model.settings import Workspace
from journeymap.named_tuples import NamedTuple


class Portfolio(NamedTuple):
    """A workspace's settings, library, personas and journeys; journeys in order of id."""

    workspace: Workspace
    library: Library
    personas: Mapping[str, Persona]
    journeys: tuple[Journey, ...]

    def journey(self, id: str) -> Journey | None:
        """Return the journey with an id, or nothing."""
        return next((journey for journey in self.journeys if journey.id == id), None)

    def variants_of(self, id: str) -> tuple[Journey, ...]:
        """Return the journeys that extend the one with an id."""
        return tuple(journey for journey in self.journeys if journey.extends == id)

    def titles(self) -> Mapping[str, str]:
        """Return the titles of the journeys by id."""
        return {journey.id: journey.title for journey in self.journeys}

    def personas_of(self, journey: Journey) -> tuple[Persona, ...]:
        """Return the personas of a journey in its order, inline ones included."""
        local = {persona.id: persona for persona in journey.local_personas}
        found = (local.get(id) or self.personas.get(id) for id in journey.personas)
        return tuple(persona for persona in found if persona)
