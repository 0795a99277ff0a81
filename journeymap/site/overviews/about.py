"""What this site is: how to read a map, what its numbers mean, and what built it."""

from collections.abc import Iterator

from journeymap import __version__
from journeymap.model import EmotionScale, Portfolio
from journeymap.model.feelings import score_label
from journeymap.model.priorities import FORMULAS
from journeymap.rendering.map.emotion_lines import level_of
from journeymap.rendering.naming import write_score
from journeymap.rendering.templating import marked
from journeymap.rendering.words import WORDS
from journeymap.site.addresses import list_path
from journeymap.site.desk import Desk
from journeymap.site.frames import lay_page
from journeymap.site.overviews.contexts import AboutContext
from journeymap.site.overviews.lines import ScaleStep
from journeymap.site.pieces import Face
from journeymap.site.plan import Options, Plan

FOLDER = "about"

CERTAINTIES = {
    "assumed": marked("Somebody believes it; nobody has asked."),
    "partial": marked("Some of it was asked or observed."),
    "researched": marked("Customers were asked or observed."),
    "measured": marked("It is counted, continuously."),
}
"""How sure a claim can be → what that means."""

SIGNS = (
    ("truth", marked("Moment of truth"), marked("Here customers decide for or against you.")),
    ("pain", marked("Pain"), marked("What hurts customers.")),
    ("gain", marked("Gain"), marked("What does them good.")),
    ("opportunity", marked("Opportunity"), marked("What could be done better.")),
    (
        "moment",
        marked("Peak, pit, end"),
        marked("The best moment, the worst, and the last: those are remembered."),
    ),
)
"""The signs of a map: its icon, its name, and what it stands for."""

LINES = (
    (marked("Line of interaction"), marked("Above it customers act; below it, those whom they meet.")),
    (marked("Line of visibility"), marked("Below it is what customers never see.")),
    (
        marked("Line of internal interaction"),
        marked("Below it are systems and partners that support the rest."),
    ),
)
"""The lines of a service blueprint, from top to bottom."""


def has_about(_portfolio: Portfolio, _options: Options) -> bool:
    """Say that there is always something to explain."""
    return True


def build_about(plan: Plan) -> Iterator[AboutContext]:
    """Yield the page."""
    desk = plan.desk(list_path(FOLDER))
    title = desk.say(marked("About this site"))
    formula = FORMULAS.get(plan.portfolio.workspace.opportunity_score)
    yield AboutContext(
        page=lay_page(desk, title, ""),
        title=title,
        scale=tuple(_show_scale(desk)),
        bounds=(write_score(desk.scale.min, lang=desk.lang), write_score(desk.scale.max, lang=desk.lang)),
        certainties=tuple(
            (name, desk.word("confidence", name), desk.say(words)) for name, words in CERTAINTIES.items()
        ),
        signs=tuple((icon, desk.say(name), desk.say(words)) for icon, name, words in SIGNS),
        states=tuple((state, desk.word("state", state)) for state in WORDS["state"]),
        lines=tuple((desk.say(name), desk.say(words)) for name, words in LINES),
        formula=(desk.say(formula.title), desk.say(formula.explanation)) if formula else ("", ""),
        version=__version__,
    )


def _show_scale(desk: Desk) -> Iterator[ScaleStep]:
    """Yield the steps of the scale from the best down, each with the scores that are drawn like it."""
    for step in range(4, -1, -1):
        score = _score_at(desk.scale, step - 2)
        words = score_label(desk.scale, score, desk.score_words)
        yield ScaleStep(
            Face(level_of(desk.scale.canonical(score)) + 2), write_score(score, lang=desk.lang), words
        )


def _score_at(scale: EmotionScale, level: int) -> float:
    """Return the score of the workspace's scale that is drawn as a level from -2 to 2."""
    side = scale.max - scale.neutral if level >= 0 else scale.neutral - scale.min
    return round(scale.neutral + level * side / 2, 2)
