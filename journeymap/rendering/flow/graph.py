"""A journey as a graph of steps and ways: what the flow shows, before anything is placed or drawn.

Steps are the touchpoints in order, and stages that have none. What leads out of the journey is an outlet
beside its step: exits, drop-offs, other journeys. The names of nodes are made here, never from ids.
"""

from collections.abc import Iterator
from typing import Literal, TypeAlias

from journeymap.model import Branch, Channel, Emotion, Journey, Portfolio, Stage, Touchpoint
from journeymap.model.journey import TouchpointType
from journeymap.model.summaries import DEFAULT_WORDS, mean, score_label, touchpoint_score
from journeymap.named_tuples import NamedTuple
from journeymap.rendering.built_in import name_channel
from journeymap.rendering.flow.names import Names
from journeymap.rendering.naming import name_exit, name_journey, name_persona, write_percent, write_score
from journeymap.rendering.templating import direction, marked, translate

NodeKind: TypeAlias = Literal[
    "start", "touchpoint", "stage", "end", "exit", "drop-off", "journey", "onward", "loop"
]
Outcome: TypeAlias = Literal["", "achieved", "lost", "deferred"]
EdgeKind: TypeAlias = Literal["way", "loop", "outlet", "detail"]
ChannelKind: TypeAlias = Literal["digital", "human", "physical", ""]

NO_REMAINDER = 0.0005
"""What shares may miss of 1 before it counts as drop-off: less than a tenth of a percent is rounding."""

BEFORE_SHARE = " \N{MIDDLE DOT}\N{NO-BREAK SPACE}"
"""What stands between a condition and a share, which start a new line together."""

START = marked("Start")
COMPLETED = marked("Completed")
DROP_OFF = marked("Drops off")
ALONE = marked("Customer alone")
INTERNAL = marked("Behind the scenes")


class FlowChannel(NamedTuple):
    """A channel as shown: its title and its kind."""

    title: str
    kind: ChannelKind = ""


class FlowNode(NamedTuple):
    """One node. ``stage`` counts from 0, and is nothing for the start and the end.

    ``onward`` and ``loop`` stand for a step that is drawn elsewhere: one that follows, and one before.
    ``score`` is canonical; ``assumed`` says that the feeling is not from research. ``text`` is the small
    print: the trigger, or the condition and share of an outlet.
    """

    name: str
    kind: NodeKind
    title: str
    id: str = ""
    stage: int | None = None
    text: str = ""
    feelings: tuple[str, ...] = ()
    score: float | None = None
    assumed: bool = False
    type: TouchpointType = "contact"
    channels: tuple[FlowChannel, ...] = ()
    moment_of_truth: bool = False
    outcome: Outcome = ""


class FlowEdge(NamedTuple):
    """One way on: ``loop`` leads back, ``outlet`` out of the journey, ``detail`` into a closer look.

    ``first`` says that it is the first way on that its step lists.
    """

    name: str
    tail: str
    head: str
    kind: EdgeKind = "way"
    text: str = ""
    share: float | None = None
    first: bool = True


class Flow(NamedTuple):
    """The graph of a journey: its nodes in the order of the journey, then its edges."""

    journey: Journey
    lang: str
    nodes: tuple[FlowNode, ...]
    edges: tuple[FlowEdge, ...]

    @property
    def stages(self) -> tuple[int, ...]:
        """The numbers of the stages whose steps are here."""
        return tuple(dict.fromkeys(node.stage for node in self.nodes if node.stage is not None))

    def steps(self, stage: int) -> tuple[FlowNode, ...]:
        """Return the steps of a stage in order, without their outlets."""
        return tuple(node for node in self.nodes if node.stage == stage and is_step(node))

    def outlets(self, step: str) -> tuple[str, ...]:
        """Return the names of a step's outlets."""
        return tuple(
            edge.head for edge in self.edges if edge.tail == step and edge.kind in {"outlet", "detail"}
        )


class _Step(NamedTuple):
    name: str
    stage: int
    owner: Stage | Touchpoint
    branches: tuple[Branch, ...] | None
    details: tuple[str, ...]


def is_step(node: FlowNode) -> bool:
    """Say whether a node is a step of the journey, neither an outlet nor the start or end."""
    return node.kind in {"touchpoint", "stage"}


def build_flow(portfolio: Portfolio, journey: Journey) -> Flow:
    """Return the graph of a journey."""
    return _Builder(portfolio, journey).build()


class _Builder:
    """Builds one graph; nodes and edges are gathered in the order of the journey."""

    def __init__(self, portfolio: Portfolio, journey: Journey) -> None:
        self.portfolio = portfolio
        self.journey = journey
        self.lang = journey.lang or portfolio.workspace.lang
        self.words = tuple(translate(word, lang=self.lang) for word in DEFAULT_WORDS)
        # In right-to-left text a sign before a number would end up behind it.
        self.mark = "\N{LEFT-TO-RIGHT MARK}" if direction(self.lang) == "rtl" else ""
        self.names = Names()
        self.steps = tuple(self._steps())
        self.places = {step.owner.id: index for index, step in reversed(list(enumerate(self.steps)))}
        for stage in journey.stages:
            if stage.touchpoints:
                self.places.setdefault(stage.id, self.places[stage.touchpoints[0].id])
        self.nodes: list[FlowNode] = []
        self.edges: list[FlowEdge] = []

    def build(self) -> Flow:
        """Return the graph."""
        start = translate(START, lang=self.lang)
        self.nodes.append(FlowNode("start", "start", start, text=self.journey.trigger))
        if self.steps:
            self._link("start", self.steps[0].name)
        for index, step in enumerate(self.steps):
            self.nodes.append(self._draw_step(step))
            self._lead_on(index, step)
            for journey in step.details:
                title = name_journey(self.portfolio, journey)
                self._lead_out(step, "journey", title, kind="detail", id=journey)
        if any(edge.head == "end" for edge in self.edges):
            completed = translate(COMPLETED, lang=self.lang)
            self.nodes.append(
                FlowNode("end", "end", completed, text=self.journey.outcome, outcome="achieved")
            )
        return Flow(self.journey, self.lang, tuple(self.nodes), tuple(self.edges))

    def _steps(self) -> Iterator[_Step]:
        for index, stage in enumerate(self.journey.stages):
            details = (stage.expand,) if stage.expand else ()
            for touchpoint in stage.touchpoints:
                more = (*details, touchpoint.expand) if touchpoint.expand else details
                yield _Step(self.names.name("t", touchpoint.id), index, touchpoint, touchpoint.next, more)
                details = ()
            if not stage.touchpoints:
                yield _Step(self.names.name("t", stage.id), index, stage, None, details)

    def _draw_step(self, step: _Step) -> FlowNode:
        owner = step.owner
        score = (
            touchpoint_score(owner)
            if isinstance(owner, Touchpoint)
            else mean(e.score for e in owner.emotions)
        )
        node = FlowNode(
            step.name,
            "stage",
            owner.title,
            owner.id,
            step.stage,
            feelings=tuple(filter(None, map(self._feel, owner.emotions))),
            score=None if score is None else self.portfolio.workspace.emotion_scale.canonical(score),
            assumed=any(emotion.confidence == "assumed" for emotion in owner.emotions),
        )
        if isinstance(owner, Stage):
            return node
        notes = {"action": ALONE, "internal": INTERNAL, "contact": ""}
        note = notes[owner.type]
        return node._replace(
            kind="touchpoint",
            type=owner.type,
            text=translate(note, lang=self.lang) if note else "",
            channels=tuple(map(self._channel, owner.channels)),
            moment_of_truth=owner.moment_of_truth,
        )

    def _feel(self, emotion: Emotion) -> str:
        scale = self.portfolio.workspace.emotion_scale
        first = () if emotion.feeling in emotion.feelings else (emotion.feeling,)
        words = ", ".join(filter(None, (*first, *emotion.feelings)))
        if emotion.score is not None:
            words = words or score_label(scale, emotion.score, self.words)
            words = f"{words} {self.mark}{write_score(emotion.score, lang=self.lang)}"
        who = name_persona(self.portfolio, self.journey, emotion.persona) if emotion.persona else ""
        return f"{who}: {words}" if who and words else words

    def _channel(self, id: str) -> FlowChannel:
        known: Channel | None = self.portfolio.library.channels.get(id)
        return FlowChannel(
            name_channel(self.portfolio, id, lang=self.lang), known.kind or "" if known else ""
        )

    def _lead_on(self, index: int, step: _Step) -> None:
        """Add the ways on from a step, and the drop-off where shares leave a remainder."""
        last = index + 1 == len(self.steps)
        if step.branches is None and not last:
            self._link(step.name, self.steps[index + 1].name)
        elif not step.branches and last:
            self._link(step.name, "end")
        elif not step.branches:
            self._lead_out(step, "exit", translate(COMPLETED, lang=self.lang), outcome="achieved")
        branches = step.branches or ()
        stated = sum(branch.share for branch in branches if branch.share is not None)
        remainder = max(0.0, 1 - stated)
        open_ends = sum(branch.share is None for branch in branches)
        shared = open_ends < len(branches)
        for number, branch in enumerate(branches):
            share = branch.share
            if shared and share is None and open_ends == 1:
                share = remainder
            self._branch_off(index, step, branch, share, first=number == 0)
        if shared and not open_ends and remainder >= NO_REMAINDER:
            self._lead_out(
                step, "drop-off", translate(DROP_OFF, lang=self.lang), share=remainder, outcome="lost"
            )

    def _branch_off(
        self, index: int, step: _Step, branch: Branch, share: float | None, *, first: bool
    ) -> None:
        place = self.places.get(branch.to) if branch.to else None
        if place is not None:
            text = self._label(branch.when, share)
            kind: EdgeKind = "loop" if place <= index else "way"
            self._link(step.name, self.steps[place].name, kind, text, share, first=first)
        elif branch.exit:
            declared = next((one for one in self.journey.exits if one.id == branch.exit), None)
            outcome: Outcome = declared.outcome if declared else "lost"
            title = name_exit(self.journey, branch.exit)
            self._lead_out(step, "exit", title, branch.when, share, outcome=outcome, id=branch.exit)
        else:
            other = branch.journey or branch.to
            title = name_journey(self.portfolio, other)
            self._lead_out(step, "journey", title, branch.when, share, id=branch.journey)

    def _lead_out(
        self,
        step: _Step,
        node: NodeKind,
        title: str,
        when: str = "",
        share: float | None = None,
        *,
        kind: EdgeKind = "outlet",
        outcome: Outcome = "",
        id: str = "",
    ) -> None:
        name = self.names.name("o", step.owner.id)
        text = self._label(when, share)
        self.nodes.append(FlowNode(name, node, title, id, step.stage, text, outcome=outcome))
        self._link(step.name, name, kind, share=share)

    def _link(
        self,
        tail: str,
        head: str,
        kind: EdgeKind = "way",
        text: str = "",
        share: float | None = None,
        *,
        first: bool = True,
    ) -> None:
        name = f"e{len(self.edges) + 1}"
        self.edges.append(FlowEdge(name, tail, head, kind, text, share, first))

    def _label(self, when: str, share: float | None) -> str:
        return BEFORE_SHARE.join(
            filter(None, (when, "" if share is None else write_percent(share, lang=self.lang)))
        )
