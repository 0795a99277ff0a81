"""The pictures of a portfolio under other names: as seen from another folder than the current one."""

from collections.abc import Callable, Mapping
from typing import TypeAlias, TypeVar

from journeymap.model.journey import Journey, Touchpoint
from journeymap.model.persona import Image, Persona
from journeymap.model.portfolio import Portfolio

_T = TypeVar("_T")
See: TypeAlias = Callable[[str], str]


def rename_pictures(portfolio: Portfolio, see: See) -> Portfolio:
    """Return a portfolio whose pictures have the paths they are seen under; all else is the very same."""
    journeys = tuple(_rename_in_journey(journey, see) for journey in portfolio.journeys)
    personas: Mapping[str, Persona] = {
        id: _rename_of_persona(persona, see) for id, persona in portfolio.personas.items()
    }
    return portfolio._replace(journeys=journeys, personas=personas)


def _rename_in_journey(journey: Journey, see: See) -> Journey:
    stages = _keep_same(
        journey.stages,
        tuple(
            stage._replace(touchpoints=touchpoints) if touchpoints is not stage.touchpoints else stage
            for stage in journey.stages
            for touchpoints in (_rename_in_touchpoints(stage.touchpoints, see),)
        ),
    )
    own = tuple(_rename_of_persona(persona, see) for persona in journey.local_personas)
    personas = _keep_same(journey.local_personas, own)
    if stages is journey.stages and personas is journey.local_personas:
        return journey
    return journey._replace(stages=stages, local_personas=personas)


def _rename_in_touchpoints(touchpoints: tuple[Touchpoint, ...], see: See) -> tuple[Touchpoint, ...]:
    renamed = tuple(
        touchpoint._replace(images=tuple(_rename(image, see) for image in touchpoint.images))
        if touchpoint.images
        else touchpoint
        for touchpoint in touchpoints
    )
    return _keep_same(touchpoints, renamed)


def _rename_of_persona(persona: Persona, see: See) -> Persona:
    return persona._replace(image=_rename(persona.image, see)) if persona.image else persona


def _rename(image: Image, see: See) -> Image:
    is_address = not image.src or ":" in image.src or image.src.startswith("/")
    return image if is_address else image._replace(src=see(image.src))


def _keep_same(old: tuple[_T, ...], new: tuple[_T, ...]) -> tuple[_T, ...]:
    """Return the earlier one where both hold the very same things, which need not be compared then."""
    return old if all(one is other for one, other in zip(old, new, strict=True)) else new
