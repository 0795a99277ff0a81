"""Where the paths of a journey lead, on its page: every way out with its share, the main path, the worst."""

from collections.abc import Iterator

from journeymap.model import EmotionScale, Journey
from journeymap.model.claims import Number
from journeymap.model.paths import End, Path, Walk, walk_journey
from journeymap.model.summaries import convert_score
from journeymap.rendering.flow.graph import COMPLETED, DROP_OFF
from journeymap.rendering.naming import name_exit, name_journey, write_percent, write_score
from journeymap.rendering.templating import marked
from journeymap.site.desk import Desk
from journeymap.site.journey.ways import EndRow, PathView, PersonaWalk, WalkView
from journeymap.site.pieces import Link

_LEAST = 0.0005
"""What is less of a share than this would be written as nought."""

_CANONICAL = EmotionScale()


def show_walk(desk: Desk, journey: Journey, walk: Walk) -> WalkView | None:
    """Return where the paths lead, or nothing when there is only one way out."""
    if len(walk.ends) < 2:
        return None
    rows = tuple(_show_ends(desk, journey, walk))
    return WalkView(
        ends=rows,
        known=all(row.share for row in rows),
        paths=tuple(_show_paths(desk, journey, walk)),
        feeling=_write_feeling(desk, walk.expected_emotion),
        personas=tuple(_show_personas(desk, journey)),
    )


def write_completion(desk: Desk, walk: Walk) -> str:
    """Return the share of those who achieve their goal, where the journey tells it."""
    return _write_share(desk, walk.success)


def _show_ends(desk: Desk, journey: Journey, walk: Walk) -> Iterator[EndRow]:
    titles = {touchpoint.id: touchpoint.title for touchpoint in journey.touchpoints()}
    declared = {exit_.id for exit_ in journey.exits}
    before = 0.0
    for end in walk.ends:
        width = 100 * (end.probability or 0)
        yield EndRow(
            id=end.id if end.kind == "exit" and end.id in declared else "",
            title=_name_end(desk, journey, end),
            kind=_kind_of(end),
            word=desk.word("outcome", end.outcome) if end.kind == "exit" else "",
            share=_write_share(desk, end.probability),
            x=f"{before:.2f}",
            width=f"{width:.2f}",
            taken_at=tuple(Link(titles[id], f"#{id}") for id in end.taken_at),
        )
        before += width


def _name_end(desk: Desk, journey: Journey, end: End) -> Link:
    match end.kind:
        case "exit":
            return Link(name_exit(journey, end.id))
        case "journey":
            title = name_journey(desk.portfolio, end.id)
            text = desk.say(marked("Goes on in %(journey)s"), journey=title)
            return Link(text, desk.atlas.journey(end.id, page=desk.page))
        case "completed":
            return Link(desk.say(COMPLETED))
        case "drop-off":
            return Link(desk.say(DROP_OFF))
        case "nowhere":
            return Link(desk.say(marked("Goes on, nobody says where")))
        case "caught":
            return Link(desk.say(marked("Goes round and round")))


def _kind_of(end: End) -> str:
    """Return the name of an end's sign, which is also its colour."""
    if end.kind in {"exit", "completed"}:
        return end.outcome
    return end.kind


def _show_paths(desk: Desk, journey: Journey, walk: Walk) -> Iterator[PathView]:
    main, worst = walk.main, walk.worst
    same = main and worst and main.touchpoints == worst.touchpoints
    if main:
        yield _show_path(desk, journey, main, marked("Main path"))
    if worst and not same:
        found = marked("Worst path") if worst.exact else marked("Worst path found")
        yield _show_path(desk, journey, worst, found)


def _show_path(desk: Desk, journey: Journey, path: Path, title: str) -> PathView:
    titles = {touchpoint.id: touchpoint.title for touchpoint in journey.touchpoints()}
    share = _write_share(desk, path.probability)
    return PathView(
        title=desk.say(title),
        mood=desk.mood(_on_scale(desk, path.emotion)),
        share=desk.say(marked("%(share)s go exactly this way"), share=share) if share else "",
        steps=tuple(Link(titles[id], f"#{id}") for id in path.touchpoints),
        end=_name_end(desk, journey, path.end) if path.end else Link(""),
        kind=_kind_of(path.end) if path.end else "",
    )


def _show_personas(desk: Desk, journey: Journey) -> Iterator[PersonaWalk]:
    """Yield what the paths come to for each persona, where there are several and something is known."""
    people = desk.portfolio.personas_of(journey)
    walks = [walk_journey(journey, persona.id, scale=desk.scale) for persona in people]
    known = any(walk.completion is not None or walk.expected_emotion is not None for walk in walks)
    if len(people) > 1 and known:
        for persona, walk in zip(people, walks, strict=True):
            yield PersonaWalk(
                desk.person(persona, url=""),
                write_completion(desk, walk),
                desk.mood(_on_scale(desk, walk.expected_emotion)),
            )


def _on_scale(desk: Desk, score: Number | None) -> Number | None:
    """Return a canonical score on the workspace's scale."""
    return None if score is None else convert_score(score, _CANONICAL, desk.scale)


def _write_feeling(desk: Desk, score: float | None) -> str:
    shown = _on_scale(desk, score)
    return "" if shown is None else write_score(shown, lang=desk.lang)


def _write_share(desk: Desk, share: float | None) -> str:
    """Return a share in percent, or nothing when it is unknown; the least one is no nought."""
    if share is None:
        return ""
    return (
        f"< {write_percent(0.001, lang=desk.lang)}"
        if 0 < share < _LEAST
        else write_percent(share, lang=desk.lang)
    )
