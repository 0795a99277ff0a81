"""The overview of pains: those that nobody answers first, the most severe on top."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from journeymap.artifacts import Artifact
from journeymap.model import Journey, Portfolio
from journeymap.model.answers import Answer, answers_to, find_answers
from journeymap.model.summaries import OwnedPain, pains_of
from journeymap.rendering.markdown import render_line, strip_markup
from journeymap.rendering.naming import find_persona, name_persona
from journeymap.rendering.tables.csv_text import write_csv
from journeymap.rendering.tables.table import Column, Table
from journeymap.rendering.templating import escape_html, marked, marked_count
from journeymap.site.addresses import list_path, point_to
from journeymap.site.desk import Desk
from journeymap.site.frames import lay_page
from journeymap.site.overviews.contexts import PainsContext
from journeymap.site.overviews.lines import PainGroup, PainLine, SpreadRow
from journeymap.site.overviews.wording import link_journey, link_place, say_more
from journeymap.site.pieces import Figure, Item, Link
from journeymap.site.plan import Options, Plan

FOLDER = "pains"
MOST = 120
"""How many pains of a group the page shows at most, the worst; the file beside it has them all."""
SEVERITIES: Final = ("critical", "high", "medium", "low", "")
FREQUENCIES: Final = ("always", "often", "sometimes", "rare", "")
_FILE = "pains/pains.csv"

HEADERS: Final = (
    *("Pain", "Journey", "Where", "Severity", "Frequency"),
    *("Personas", "Confidence", "Answered by"),
)
"""The columns of the file, which programs read: they are the same in every language."""


class Hurt(NamedTuple):
    """A pain of a journey, and what addresses it."""

    journey: Journey
    owned: OwnedPain
    answers: tuple[Answer, ...]

    @property
    def is_answered(self) -> bool:
        """Whether anything addresses it that nobody has rejected."""
        return any(answer.opportunity.status != "rejected" for answer in self.answers)


def has_pains(portfolio: Portfolio, _options: Options) -> bool:
    """Say whether there is any pain."""
    return any(pains_of(journey) for journey in portfolio.journeys)


def gather_pains(portfolio: Portfolio) -> tuple[Hurt, ...]:
    """Return all pains: those without an answer first, then the more severe and the more frequent."""
    answers = find_answers(portfolio)
    found = [
        Hurt(journey, owned, answers_to(answers, journey, owned.pain))
        for journey in portfolio.journeys
        for owned in pains_of(journey)
    ]
    return tuple(sorted(found, key=_weigh))


def build_pains(plan: Plan) -> Iterator[PainsContext | Artifact]:
    """Yield the overview, and the file of all pains."""
    desk = plan.desk(list_path(FOLDER))
    pains = gather_pains(plan.portfolio)
    yield _show_all(desk, pains)
    yield Artifact(_FILE, write_csv(_tabulate(desk, pains)).encode())


def _weigh(hurt: Hurt) -> tuple[bool, int, int]:
    pain = hurt.owned.pain
    severity, frequency = SEVERITIES.index(pain.severity or ""), FREQUENCIES.index(pain.frequency or "")
    return hurt.is_answered, severity, frequency


def _show_all(desk: Desk, pains: Sequence[Hurt]) -> PainsContext:
    title = desk.say(marked("Pains"))
    lead = desk.say(marked("What hurts customers, how badly and how often, and what is planned against it."))
    open_ = [hurt for hurt in pains if not hurt.is_answered]
    answered = [hurt for hurt in pains if hurt.is_answered]
    groups = (
        PainGroup(
            "open",
            desk.say(marked("Nobody answers these yet")),
            desk.say(marked("No opportunity addresses them, or all that did were rejected.")),
            tuple(_show_pain(desk, hurt) for hurt in open_[:MOST]),
            _lead_on(desk, len(open_) - MOST),
        ),
        PainGroup(
            "answered",
            desk.say(marked("Answered by an opportunity")),
            "",
            tuple(_show_pain(desk, hurt) for hurt in answered[:MOST]),
            _lead_on(desk, len(answered) - MOST),
        ),
    )
    return PainsContext(
        page=lay_page(desk, title, lead),
        title=title,
        lead=lead,
        figures=tuple(_count(desk, pains, len(open_))),
        frequencies=tuple(_name_frequency(desk, each) for each in FREQUENCIES),
        spread=tuple(_spread(desk, pains)),
        groups=tuple(group for group in groups if group.lines),
        downloads=(Link("CSV", point_to(_FILE, page=desk.page)),),
    )


def _lead_on(desk: Desk, left: int) -> Link:
    return Link(say_more(desk, left), point_to(_FILE, page=desk.page))


def _show_pain(desk: Desk, hurt: Hurt) -> PainLine:
    journey, pain = hurt.journey, hurt.owned.pain
    known = {each.id: each.title for each in journey.evidence}
    return PainLine(
        text=render_line(pain.text),
        where=link_place(desk, journey, pain.id or hurt.owned.touchpoint.id, hurt.owned.touchpoint.title),
        journey=link_journey(desk, journey),
        severity=desk.word("severity", pain.severity),
        level=(len(SEVERITIES) - 1 - SEVERITIES.index(pain.severity or "")),
        frequency=desk.word("frequency", pain.frequency),
        personas=tuple(_link_persona(desk, journey, id) for id in pain.personas),
        certainty=pain.confidence,
        certainty_word=desk.word("confidence", pain.confidence),
        evidence=tuple(link_place(desk, journey, id, known[id]) for id in pain.evidence if id in known),
        answers=tuple(_show_answer(desk, answer, journey) for answer in hurt.answers),
        words=f"{strip_markup(pain.text)} {hurt.owned.touchpoint.title} {journey.title}".casefold(),
    )


def _link_persona(desk: Desk, journey: Journey, id: str) -> Link:
    persona = find_persona(desk.portfolio, journey, id)
    is_shared = persona is not None and persona not in journey.local_personas
    url = desk.atlas.persona(id, page=desk.page) if is_shared else ""
    return Link(name_persona(desk.portfolio, journey, id), url)


def _show_answer(desk: Desk, answer: Answer, journey: Journey) -> Item:
    """Return what addresses a pain; an opportunity of another journey says so."""
    opportunity = answer.opportunity
    link = link_place(desk, answer.journey, opportunity.id, opportunity.title)
    parts = [desk.word("progress", opportunity.status)]
    parts += [answer.journey.title] if answer.journey is not journey else []
    return Item(escape_html(link.text), link.url, detail=" · ".join(parts))


def _spread(desk: Desk, pains: Sequence[Hurt]) -> Iterator[SpreadRow]:
    """Yield how many pains there are of each severity and frequency, severities of none left out."""
    for place, severity in enumerate(SEVERITIES):
        of_it = [hurt.owned.pain for hurt in pains if (hurt.owned.pain.severity or "") == severity]
        if of_it:
            counts = [sum((pain.frequency or "") == each for pain in of_it) for each in FREQUENCIES]
            word = desk.word("severity", severity) or desk.say(marked("Severity unknown"))
            level = len(SEVERITIES) - 1 - place
            yield SpreadRow(word, level, tuple(str(count) if count else "" for count in counts))


def _name_frequency(desk: Desk, frequency: str) -> str:
    return desk.word("frequency", frequency) or desk.say(marked("Frequency unknown"))


def _count(desk: Desk, pains: Sequence[Hurt], unanswered: int) -> Iterator[Figure]:
    severe = sum(hurt.owned.pain.severity in ("critical", "high") for hurt in pains)
    assumed = sum(hurt.owned.pain.confidence == "assumed" for hurt in pains)
    for forms, count in (
        (marked_count("pain", "pains"), len(pains)),
        (marked_count("unanswered", "unanswered"), unanswered),
        (marked_count("severe", "severe"), severe),
        (marked_count("only assumed", "only assumed"), assumed),
    ):
        if count:
            yield Figure(desk.say_count(forms, count), str(count))


def _tabulate(desk: Desk, pains: Sequence[Hurt]) -> Table:
    rows = (
        (
            strip_markup(hurt.owned.pain.text),
            hurt.journey.title,
            hurt.owned.touchpoint.title,
            hurt.owned.pain.severity or "",
            hurt.owned.pain.frequency or "",
            ", ".join(name_persona(desk.portfolio, hurt.journey, id) for id in hurt.owned.pain.personas),
            hurt.owned.pain.confidence,
            ", ".join(answer.opportunity.title for answer in hurt.answers),
        )
        for hurt in pains
    )
    return Table("pains", "Pains", tuple(map(Column, HEADERS)), tuple(rows))
