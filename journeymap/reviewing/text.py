"""A review for the terminal: what it means first, then each change by journey and stage, the counts last."""

from collections.abc import Iterator, Sequence

from journeymap.diffing.changes import Action, Level
from journeymap.rendering.templating import marked
from journeymap.reporting.style import Role, Run
from journeymap.reporting.terminal.screen import PLAIN_SIGNS, Screen, pad, width_of, wrap
from journeymap.reviewing.curve_text import choose_steps, draw_bars
from journeymap.reviewing.dossier import Dossier, Located, may_be_approved, tell_reasons
from journeymap.reviewing.feelings import compare_feelings
from journeymap.reviewing.headlines import (
    name_sides,
    tell_conduct,
    tell_counts,
    tell_headline,
    tell_hidden,
)
from journeymap.reviewing.journeys import JourneyReview, list_others, review_journeys
from journeymap.reviewing.pen import LEVEL_SIGNS, Pen
from journeymap.reviewing.places import find_spot
from journeymap.reviewing.remarks import Remark, RemarkMark, tell_journey

ROLES: dict[Level, Role] = {
    Level.BREAKING: "error",
    Level.WARNING: "warning",
    Level.INFO: "info",
    Level.DETAIL: "quiet",
}
ACTIONS: dict[Action, str] = {
    "add": "+",
    "remove": "−",  # noqa: RUF001 - a true minus is meant
    "change": "~",
    "increase": "↑",
    "decrease": "↓",
    "move": "→",
}
_REMARK_SIGNS: dict[RemarkMark, tuple[str, Role]] = {
    "plus": ("+", "good"),
    "minus": ("−", "error"),  # noqa: RUF001 - a true minus is meant
    "arrow": ("→", "warning"),
    "better": ("▲", "good"),
    "worse": ("▼", "error"),
    "gain": ("✓", "good"),
    "pain": ("▼", "error"),
    "opportunity": ("★", "good"),
}
_PLAIN = str.maketrans("−→↑↓▲▼✓★✖●·“”–", '->^v^v**xi.""-')  # noqa: RUF001 - true minus and dash
_WORD = max(len(level.word) for level in Level)
MOST_NAMES = 3
"""Names behind a remark; the changes below have all of them."""


def write_review_text(dossier: Dossier) -> str:
    """Return the review as text of the width and in the colours of its style."""
    screen = Screen(dossier.options.style, dossier.options.encoding)
    return screen.paint(list(_Paper(dossier, screen).lines()))


class _Paper:
    """The review on a screen, line by line."""

    def __init__(self, dossier: Dossier, screen: Screen) -> None:
        self.dossier = dossier
        self.screen = screen
        self.pen = Pen()
        self.is_plain = screen.signs is PLAIN_SIGNS

    def lines(self) -> Iterator[list[Run]]:
        """Yield the lines, from the names of both sides to the counts."""
        before, after = name_sides(self.dossier)
        title = self.pen.say(marked("Journey map review"))
        yield from self._wrapped(
            [("strong", title), ("plain", " "), ("quiet", f"{before} {self._sign('→')} {after}")]
        )
        reviews = review_journeys(self.dossier)
        for review in reviews:
            yield []
            yield from self._journey(review)
        others = list_others(self.dossier, reviews)
        if others:
            yield []
            yield [("strong", self.pen.say(marked("Shared things")))]
            for each in others:
                yield from self._change(each)
        for heading, texts in tell_conduct(self.dossier, self.pen):
            yield []
            yield [("strong", heading)]
            for text in texts:
                yield from self._hang([("quiet", f"  {self._sign('·')} ")], text, "plain")
        yield []
        hidden = tell_hidden(self.dossier, self.pen)
        if hidden:
            yield from self._hang([], hidden, "quiet")
        yield from self._summary()

    def _summary(self) -> Iterator[list[Run]]:
        if not tell_counts(self.dossier, self.pen):
            yield [("good", tell_headline(self.dossier, self.pen))]
            return
        gravest = max(each.change.level for each in self.dossier.changes)
        yield [(ROLES[gravest], tell_headline(self.dossier, self.pen))]

    def _journey(self, review: JourneyReview) -> Iterator[list[Run]]:
        yield from self._hang([], review.journey.title, "strong")
        if review.is_passed_on:
            text = self.pen.say(marked("changes as well, through what it shares"))
            yield from self._hang([("quiet", "  ")], text, "quiet")
            return
        for remark in tell_journey(self.dossier, review, self.pen):
            yield from self._remark(remark)
        yield from self._curves(review)
        for stage, changes in _by_stage(review):
            yield []
            yield from self._hang(
                [("plain", "  ")], stage or self.pen.say(marked("The whole journey")), "frame"
            )
            for each in changes:
                yield from self._change(each)

    def _remark(self, remark: Remark) -> Iterator[list[Run]]:
        sign, role = _REMARK_SIGNS[remark.mark]
        names = ", ".join(remark.details[:MOST_NAMES])
        more = f", {self.screen.signs.cut}" if len(remark.details) > MOST_NAMES else ""
        text = f"{remark.text}: {names}{more}" if names else remark.text
        yield from self._hang([(role, f"  {self._sign(sign)} ")], text, "plain")

    def _curves(self, review: JourneyReview) -> Iterator[list[Run]]:
        """Yield the small bars of the feelings before and after; ASCII has no letters for them."""
        if self.is_plain:
            return
        for line in compare_feelings(self.dossier, review, lang=self.pen.lang):
            if line.is_same:
                continue
            felt = [line.steps[number] for number in choose_steps([line])]
            room = self.screen.width - 12
            name = self.screen.text(line.title or self.pen.say(marked("Everyone")))
            yield []
            yield from self._hang([("plain", "  ")], name, "quiet")
            for side, word in enumerate((marked("before"), marked("after"))):
                bars = draw_bars(felt, side)[:room]
                yield [("quiet", f"  {pad(self.pen.say(word), 8)}"), ("plain" if side else "quiet", bars)]

    def _change(self, located: Located) -> Iterator[list[Run]]:
        change = located.change
        role = ROLES[change.level]
        sign = self._sign(LEVEL_SIGNS[change.level])
        head: list[Run] = [
            (role, f"    {sign} {pad(self.pen.level(change.level), _WORD)} "),
            ("quiet", f"{self._sign(ACTIONS[change.action])} "),
        ]
        indent = sum(width_of(text) for _, text in head)
        yield from self._hang(head, change.message, "plain")
        blank: list[Run] = [("plain", " " * indent)]
        for text in tell_reasons(self.dossier, change):
            yield from self._hang(blank, text, "quiet")
        if may_be_approved(change):
            advice = self.pen.say(marked("To approve:"))
            yield [*blank, ("quiet", f"{advice} {change.fingerprint}")]
        if change.approval:
            text = self.pen.say(marked("Approved: %(reason)s"), reason=change.approval.reason)
            yield from self._hang(blank, text, "good")
        spot = find_spot(self.dossier, located)
        if spot:
            yield [*blank, ("frame", self.screen.text(spot.text))]

    def _hang(self, head: Sequence[Run], text: str, role: Role) -> Iterator[list[Run]]:
        """Yield a text behind its head, further lines below the first one."""
        indent = sum(width_of(part) for _, part in head)
        room = max(self.screen.width - indent, 20)
        first, *rest = wrap(self.screen.text(self._sign(text)), room)
        yield [*head, (role, first)]
        for line in rest:
            yield [("plain", " " * indent), (role, line)]

    def _wrapped(self, runs: Sequence[Run]) -> Iterator[list[Run]]:
        """Yield runs on one line, or each on its own where they are too wide together."""
        shown: list[Run] = [(role, self.screen.text(text)) for role, text in runs]
        if sum(width_of(text) for _, text in shown) <= self.screen.width:
            yield shown
            return
        for role, text in shown:
            if text.strip():
                yield from self._hang([], text, role)

    def _sign(self, sign: str) -> str:
        return sign.translate(_PLAIN) if self.is_plain else sign


def _by_stage(review: JourneyReview) -> Iterator[tuple[str, list[Located]]]:
    """Yield the changes of a journey by the stage they are in, those of the whole journey first."""
    sides = (review.after, review.before)
    titles = {stage.id: stage.title for side in reversed(sides) if side for stage in side.stages}
    groups: dict[str, list[Located]] = {"": []}
    for id in titles:
        groups[id] = []
    for each in review.changes:
        stage = each.change.fact.entity.stage
        groups[stage if stage in titles else ""].append(each)
    yield from ((titles.get(id, ""), changes) for id, changes in groups.items() if changes)
