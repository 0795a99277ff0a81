"""A journey on the terminal: what it is, how it feels, stage by stage, and what could be better."""

from collections.abc import Iterator, Sequence

from journeymap.model import Journey, Portfolio, Stage, Touchpoint
from journeymap.model.paths import walk_journey
from journeymap.model.summaries import (
    channel_title,
    evidence_coverage,
    journey_score,
    moments_of_truth,
    opportunity_score,
    pains_of,
    peaks,
    stage_emotion,
    stage_score,
    touchpoint_feelings,
    touchpoint_score,
)
from journeymap.rendering.map.emotion_lines import EmotionLine, draw_lines
from journeymap.rendering.naming import add_unit, find_persona, name_persona, name_team
from journeymap.reporting.style import Role, Run
from journeymap.reporting.terminal.curve import MOST_LINES, draw_curve
from journeymap.reporting.terminal.grid import GAP, GridCell, draw_wrapped
from journeymap.reporting.terminal.listing import show_score, whole_percent
from journeymap.reporting.terminal.screen import Screen, fit, in_role, width_of, wrap, wrap_list

_LABEL = 11
_NUMBER = 4
_ITEM = 7
_NARROW = 60


def draw_journey(portfolio: Portfolio, journey: Journey, screen: Screen) -> list[list[Run]]:
    """Return the lines of a journey."""
    drawing = _Drawing(portfolio, journey, screen)
    blocks = (
        [*drawing.head()],
        [*drawing.facts()],
        [*drawing.summary()],
        [*drawing.curve()],
        [*drawing.stages()],
        [*drawing.opportunities()],
        [*drawing.exits()],
    )
    lines: list[list[Run]] = []
    for block in blocks:
        if block:
            lines += [[], *block] if lines else block
    return lines


class _Drawing:
    """The parts of the drawing of one journey."""

    def __init__(self, portfolio: Portfolio, journey: Journey, screen: Screen) -> None:
        self._portfolio = portfolio
        self._journey = journey
        self._screen = screen
        self._scale = portfolio.workspace.emotion_scale

    def head(self) -> Iterator[list[Run]]:
        journey, screen = self._journey, self._screen
        title = screen.text(journey.title)
        address = screen.text(journey.id)
        gap = screen.width - width_of(title) - width_of(address)
        if gap >= GAP:
            yield [("strong", title), ("plain", " " * gap), ("quiet", address)]
        else:
            yield from in_role("strong", wrap(title, screen.width))
            yield from in_role("quiet", wrap(address, screen.width))
        words = [f"{journey.state} state", journey.status]
        words += [f"owner {name_team(self._portfolio, journey.owner)}"] if journey.owner else []
        words += [f"reviewed {journey.reviewed}"] if journey.reviewed else []
        words += [f"extends {journey.extends}"] if journey.extends else []
        yield from in_role("plain", self._dotted(words))

    def facts(self) -> Iterator[list[Run]]:
        journey = self._journey
        objective = ""
        if journey.objective:
            objective = journey.objective.text
            objective += f" ({journey.objective.kpi})" if journey.objective.kpi else ""
        for label, text in (
            ("Personas", ", ".join(self._persona(id) for id in journey.personas)),
            ("Summary", journey.summary),
            ("Scenario", journey.scenario),
            ("Goal", journey.goal),
            ("Objective", objective),
        ):
            if text:
                yield from self._fact(label, text)

    def summary(self) -> Iterator[list[Run]]:
        """Yield the numbers of the journey; a dash stands where there is none."""
        journey, screen = self._journey, self._screen
        found = peaks(journey)
        score = show_score(journey_score(journey), screen)
        words = [f"Feeling {score}" + (" on average" if found else "")]
        if found:
            for label, touchpoint in (("peak", found.peak), ("pit", found.pit), ("end", found.end)):
                title = fit(screen.text(touchpoint.title), 28, screen.signs.cut)
                words.append(f"{label} {show_score(touchpoint_score(touchpoint), screen)} {title}")
        yield from in_role("plain", self._dotted(words))
        coverage = evidence_coverage(journey, self._portfolio.personas_of(journey))
        counts = [
            _count(len(moments_of_truth(journey)), "moment of truth", "moments of truth"),
            _count(len(pains_of(journey)), "pain", "pains"),
            _count(len(journey.opportunities), "opportunity", "opportunities"),
        ]
        completion = walk_journey(journey).success
        if completion is not None:
            counts.append(f"{add_unit(str(whole_percent(completion)), '%', lang='en')} achieve the goal")
        if coverage.total:
            counts.append(f"{coverage.known} of {coverage.total} claims researched")
        yield from in_role("plain", self._dotted(counts))

    def curve(self) -> Iterator[list[Run]]:
        lines = draw_lines(self._portfolio, self._journey)
        scored = [line for line in lines if any(height is not None for height in line.heights)]
        if not scored:
            return
        yield from draw_curve(self._journey, scored, self._scale, self._screen)
        yield from in_role("plain", self._legend(scored))

    def stages(self) -> Iterator[list[Run]]:
        """Yield the stage table: a line for each stage, below it its touchpoints."""
        is_narrow = self._screen.width < _NARROW
        widths = self._stage_widths()
        if not is_narrow:
            heads = ("", "Touchpoint", "Channel", "Feeling", "Pains")
            yield from draw_wrapped([[GridCell(head, "quiet") for head in heads]], widths)
        number = 0
        for stage in self._journey.stages:
            yield self._stage_line(stage)
            for touchpoint in stage.touchpoints:
                number += 1
                row = self._touchpoint_row(number, touchpoint)
                yield from self._stack(row) if is_narrow else draw_wrapped([row], widths)

    def opportunities(self) -> Iterator[list[Run]]:
        formula = self._portfolio.workspace.opportunity_score
        for index, one in enumerate(self._journey.opportunities):
            if not index:
                yield [("strong", "Opportunities")]
            score = opportunity_score(one, formula)
            shown = self._screen.signs.none if score is None else f"{score:.2f}".rstrip("0").rstrip(".")
            owner = name_team(self._portfolio, one.owner) if one.owner else ""
            yield from self._item(shown, [one.title, one.status, *([owner] if owner else [])], one.id)

    def exits(self) -> Iterator[list[Run]]:
        for index, one in enumerate(self._journey.exits):
            if not index:
                yield [("strong", "Exits")]
            yield from self._item(self._screen.signs.arrow, [one.title, one.outcome], one.id)

    def _stage_line(self, stage: Stage) -> list[Run]:
        screen = self._screen
        mood = self._mood(stage_score(stage), stage_emotion(stage, self._scale))
        title = fit(screen.text(stage.title), screen.width - 2, screen.signs.cut)
        left = screen.width - width_of(title) - 1
        shown = fit(mood, left - 4, screen.signs.cut) if left > 12 else ""
        rule = screen.signs.rule * max(0, left - width_of(shown) - (1 if shown else 0))
        return [("strong", title), ("plain", " "), ("quiet", rule), ("plain", f" {shown}" if shown else "")]

    def _touchpoint_row(self, number: int, touchpoint: Touchpoint) -> list[GridCell]:
        screen = self._screen
        score = touchpoint_score(touchpoint)
        truth = screen.signs.truth if touchpoint.moment_of_truth else ""
        channels = ", ".join(channel_title(self._portfolio, id) for id in touchpoint.channels)
        pains = "; ".join(pain.text for pain in touchpoint.pains)
        mood = self._mood(score, touchpoint_feelings(touchpoint, self._scale))
        return [
            GridCell(f"{number:>2}{truth}", "info" if truth else "quiet"),
            GridCell(screen.text(touchpoint.title)),
            GridCell(screen.text(channels) or screen.signs.none, "plain" if channels else "quiet"),
            GridCell(mood, self._mood_role(score)),
            GridCell(screen.text(pains) or screen.signs.none, "plain" if pains else "quiet"),
        ]

    def _stack(self, row: Sequence[GridCell]) -> Iterator[list[Run]]:
        """Yield the cells of a row one below the other, those that say nothing left out."""
        number, *cells = row
        filled = [cell for cell in cells if cell.text != self._screen.signs.none]
        for index, cell in enumerate(filled):
            lead = number if not index else GridCell("")
            indent = _NUMBER + (2 if index else 0)
            room = self._screen.width - indent - GAP
            yield from draw_wrapped([[lead, cell]], [indent, room])

    def _stage_widths(self) -> list[int]:
        """Return the widths of the stage table, the pains having most room: they are sentences."""
        room = self._screen.width - _NUMBER - 4 * GAP
        title, channel, mood = room * 30 // 100, room * 18 // 100, room * 21 // 100
        return [_NUMBER, title, channel, mood, room - title - channel - mood]

    def _mood(self, score: float | None, words: Sequence[str]) -> str:
        text = self._screen.text(", ".join(words))
        if score is None:
            return text or self._screen.signs.none
        return f"{show_score(score, self._screen, decimals=1)} {text}".strip()

    def _mood_role(self, score: float | None) -> Role:
        if score is None:
            return "quiet"
        height = self._scale.canonical(score)
        return "warning" if height < 0 else "good" if height > 0 else "plain"

    def _legend(self, lines: Sequence[EmotionLine]) -> list[str]:
        """Return what the signs mean, those only that are there."""
        signs = self._screen.signs
        words = []
        if len(lines) > 1:
            for (known, _), line in zip(signs.marks, lines, strict=False):
                words.append(f"{known} {line.title}")
            if len(lines) > MOST_LINES:
                words.append(f"{len(lines) - MOST_LINES} more personas are not drawn")
        sureness = {
            feeling.confidence == "assumed"
            for line in lines[:MOST_LINES]
            for feeling in line.feelings
            if feeling is not None and feeling.height is not None
        }
        used = signs.marks[: min(len(lines), MOST_LINES)]
        words += ["".join(known for known, _ in used) + " known"] if False in sureness else []
        words += ["".join(assumed for _, assumed in used) + " assumed"] if True in sureness else []
        words += [f"{signs.truth} moment of truth"] if moments_of_truth(self._journey) else []
        return self._dotted(words)

    def _persona(self, id: str) -> str:
        persona = find_persona(self._portfolio, self._journey, id)
        return f"{persona.title} ({id})" if persona else name_persona(self._portfolio, self._journey, id)

    def _fact(self, label: str, text: str) -> Iterator[list[Run]]:
        for index, line in enumerate(wrap(self._screen.text(text), self._screen.width - _LABEL)):
            lead: Run = ("quiet", f"{label:<{_LABEL}}") if not index else ("plain", " " * _LABEL)
            yield [lead, ("plain", line)]

    def _item(self, lead: str, words: Sequence[str], id: str) -> Iterator[list[Run]]:
        """Yield an item of a list: a short lead, its words, and its address below."""
        for index, line in enumerate(self._dotted(words, indent=_ITEM)):
            yield [("info", f"{lead:>{_ITEM - 2}}  " if not index else " " * _ITEM), ("plain", line)]
        if id:
            address = self._screen.text(f"{self._journey.id}#{id}")
            for line in wrap(address, self._screen.width - _ITEM):
                yield [("plain", " " * _ITEM), ("quiet", line)]

    def _dotted(self, words: Sequence[str], *, indent: int = 0) -> list[str]:
        """Return lines of words with dots between them."""
        screen = self._screen
        return wrap_list([screen.text(word) for word in words], screen.signs.dot, screen.width - indent)


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
