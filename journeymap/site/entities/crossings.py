"""Where one thing crosses another: the phases of a channel and the channels of a phase."""

from collections.abc import Iterator

from journeymap.model import Channel, Persona, Phase
from journeymap.model.summaries import mean, touchpoint_score
from journeymap.model.uses import Use
from journeymap.rendering.templating import marked
from journeymap.site.desk import Desk
from journeymap.site.entities.listing import Columns, lay_grid
from journeymap.site.entities.places import count, feel, word
from journeymap.site.entities.reach import Spot, measure_reach
from journeymap.site.grids import Cell, Grid

_MOMENTS = (
    (marked("Touchpoints"), "number"),
    (marked("Moments of truth"), "number"),
    (marked("Mean feeling"), "feeling"),
)


def cross_channel(desk: Desk, _channel: Channel, uses: tuple[Use, ...]) -> Iterator[Grid]:
    """Yield how a channel feels in each phase of the lifecycle today."""
    phases: dict[str, list[Spot]] = {id: [] for id in desk.portfolio.library.phases}
    for spot in measure_reach(use for use in uses if use.field == "channels").spots:
        if spot.stage.phase:
            phases.setdefault(spot.stage.phase, []).append(spot)
    rows = [
        (Cell((desk.entry("phase", id, desk.phase(id)),)), *_moments(desk, spots))
        for id, spots in phases.items()
        if spots
    ]
    if rows:
        columns: Columns = ((marked("Phase"), "text"), *_MOMENTS)
        yield lay_grid(desk, "phases", marked("Along the lifecycle"), columns, rows)
    people = [use.item for use in uses if isinstance(use.item, Persona) and use.journey is None]
    if people:
        rows = [(Cell((desk.entry("persona", each.id, each.title),)), word(each.role)) for each in people]
        columns = ((marked("Persona"), "text"), (marked("Role"), "text"))
        yield lay_grid(desk, "personas", marked("Personas who prefer it"), columns, rows)


def cross_phase(desk: Desk, _phase: Phase, uses: tuple[Use, ...]) -> Iterator[Grid]:
    """Yield through which channels customers come in a phase today, and which stages belong to it."""
    channels: dict[str, list[Spot]] = {}
    for spot in measure_reach(uses).spots:
        for id in spot.touchpoint.channels:
            channels.setdefault(id, []).append(spot)
    rows = [
        (Cell((desk.entry("channel", id, desk.channel(id)),)), *_moments(desk, spots))
        for id, spots in channels.items()
    ]
    if rows:
        columns: Columns = ((marked("Channel"), "text"), *_MOMENTS)
        yield lay_grid(desk, "channels", marked("Channels in this phase"), columns, rows)


def _moments(desk: Desk, spots: list[Spot]) -> tuple[Cell, ...]:
    moments = sum(spot.touchpoint.moment_of_truth for spot in spots)
    score = mean(touchpoint_score(spot.touchpoint) for spot in spots)
    return count(len(spots)), count(moments), feel(desk, score)
