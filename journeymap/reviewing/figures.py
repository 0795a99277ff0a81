"""What changed in the numbers of a journey, and in what is planned: KPIs, ways out, opportunities."""

from journeymap.model import Journey, Kpi, Portfolio
from journeymap.model.claims import Number
from journeymap.model.kpis import kpi_gap
from journeymap.model.opportunity import Opportunity
from journeymap.model.paths import walk_journey
from journeymap.model.summaries import OwnedKpi, kpis_of
from journeymap.model.ways import End
from journeymap.named_tuples import NamedTuple
from journeymap.rendering.naming import name_exit, name_journey, name_kpi, write_percent, write_value
from journeymap.rendering.templating import marked
from journeymap.rendering.words import word_for
from journeymap.reviewing.dossier import Dossier
from journeymap.reviewing.journeys import JourneyReview, Mark
from journeymap.reviewing.pen import Pen

END_WORDS = {
    "completed": marked("Completed"),
    "drop-off": marked("Leaves on no way that is drawn"),
    "nowhere": marked("Leads nowhere"),
    "caught": marked("Goes round in circles"),
}


class Twin(NamedTuple):
    """A value before and after, in words; empty where there is none."""

    before: str = ""
    after: str = ""

    @property
    def is_same(self) -> bool:
        """Whether both sides say the same."""
        return self.before == self.after


class KpiRow(NamedTuple):
    """A KPI that changed: what it measures, on what, its numbers, and whether more is asked or less."""

    mark: Mark
    title: str
    where: str
    baseline: Twin
    target: Twin
    word: str = ""


class EndRow(NamedTuple):
    """A way out of the journey, and which share of customers takes it."""

    mark: Mark
    title: str
    share: Twin
    outcome: str = ""


class OpportunityRow(NamedTuple):
    """An opportunity that came, went, or got further."""

    mark: Mark
    title: str
    status: Twin


def compare_kpis(dossier: Dossier, review: JourneyReview, pen: Pen) -> tuple[KpiRow, ...]:
    """Return the KPIs that changed, each on what it is measured now."""
    once = _kpis(review.before)
    now = _kpis(review.after)
    came = {key: owned for key, owned in now.items() if key not in once}
    gone = {key: owned for key, owned in once.items() if key not in now}
    rows = []
    for key, owned in now.items():
        before = once.get(key) or _former(owned, gone, came)
        if before is None or _told(before.kpi) != _told(owned.kpi) or before.owner.id != owned.owner.id:
            rows.append(_show_kpi(dossier, before, owned, pen))
        if before and key not in once:
            gone = {key: each for key, each in gone.items() if each is not before}
    return (*rows, *(_show_kpi(dossier, owned, None, pen) for owned in gone.values()))


def compare_ends(dossier: Dossier, review: JourneyReview, pen: Pen) -> tuple[EndRow, ...]:
    """Return the ways out of a journey that changed, with the shares of customers who take them."""
    if review.before is None or review.after is None:
        return ()
    once, now = (
        {(end.kind, end.id): end for end in walk_journey(journey).ends}
        for journey in (review.before, review.after)
    )
    rows = []
    for key in (*now, *(key for key in once if key not in now)):
        before, after = once.get(key), now.get(key)
        share = Twin(_share(before, pen), _share(after, pen))
        if before is None or after is None or not share.is_same:
            mark: Mark = "added" if before is None else "removed" if after is None else "changed"
            end = after or before
            assert end is not None
            outcome = word_for("outcome", end.outcome, lang=pen.lang)
            rows.append(EndRow(mark, _name_end(dossier, review, end, pen), share, outcome))
    return tuple(rows)


def compare_opportunities(review: JourneyReview, pen: Pen) -> tuple[OpportunityRow, ...]:
    """Return the opportunities that came, went, or have another status."""
    once = {_key(each): each for each in (review.before.opportunities if review.before else ())}
    now = {_key(each): each for each in (review.after.opportunities if review.after else ())}
    rows = []
    for key in (*now, *(key for key in once if key not in now)):
        before, after = once.get(key), now.get(key)
        status = Twin(
            *(word_for("progress", each.status, lang=pen.lang) if each else "" for each in (before, after))
        )
        if not status.is_same:
            mark: Mark = "added" if before is None else "removed" if after is None else "changed"
            known = after or before
            assert known is not None
            rows.append(OpportunityRow(mark, known.title, status))
    return tuple(rows)


def _kpis(journey: Journey | None) -> dict[str, OwnedKpi]:
    if journey is None:
        return {}
    return {owned.kpi.id if owned.owner is journey else owned.address: owned for owned in kpis_of(journey)}


def _former(owned: OwnedKpi, gone: dict[str, OwnedKpi], came: dict[str, OwnedKpi]) -> OwnedKpi | None:
    """Return what a KPI was on another touchpoint, where no other could be meant."""
    alike = [each for each in gone.values() if _is_alike(each, owned)]
    rivals = [each for each in came.values() if _is_alike(each, owned)]
    return alike[0] if len(alike) == 1 == len(rivals) else None


def _is_alike(one: OwnedKpi, other: OwnedKpi) -> bool:
    return (one.kpi.id, one.kpi.metric) == (other.kpi.id, other.kpi.metric)


def _told(kpi: Kpi) -> tuple[str, Number | None, Number | None]:
    return kpi.metric, kpi.baseline, kpi.target


def _show_kpi(dossier: Dossier, before: OwnedKpi | None, after: OwnedKpi | None, pen: Pen) -> KpiRow:
    known = after or before
    assert known is not None
    portfolio = dossier.after if after else dossier.before
    is_moved = before is not None and after is not None and before.owner.id != after.owner.id
    mark: Mark = (
        "added" if before is None else "removed" if after is None else "moved" if is_moved else "changed"
    )
    sides = tuple(
        (dossier_side, owned.kpi if owned else None)
        for dossier_side, owned in ((dossier.before, before), (dossier.after, after))
    )
    return KpiRow(
        mark,
        name_kpi(portfolio, known.kpi),
        f"{before.owner.title} → {known.owner.title}" if before and is_moved else known.owner.title,
        Twin(*(_write(side, kpi, kpi.baseline if kpi else None, pen) for side, kpi in sides)),
        Twin(*(_write(side, kpi, kpi.target if kpi else None, pen) for side, kpi in sides)),
        _judge(portfolio, before, after, pen),
    )


def _write(portfolio: Portfolio, kpi: Kpi | None, value: Number | None, pen: Pen) -> str:
    if kpi is None or value is None:
        return ""
    return write_value(portfolio.library.metrics.get(kpi.metric), value, lang=pen.lang)


def _judge(portfolio: Portfolio, before: OwnedKpi | None, after: OwnedKpi | None, pen: Pen) -> str:
    """Return whether a target asks for more than it did."""
    if before is None or after is None:
        return ""
    old, new = before.kpi.target, after.kpi.target
    if old == new or old is None or new is None:
        return ""
    metric = portfolio.library.metrics.get(after.kpi.metric)
    # The gap from the old target to the new one is positive where more is asked.
    gap = kpi_gap(after.kpi._replace(baseline=old), metric.direction if metric else "up")
    return pen.say(marked("tightened")) if gap and gap > 0 else pen.say(marked("loosened"))


def _share(end: End | None, pen: Pen) -> str:
    if end is None or end.probability is None:
        return ""
    return write_percent(end.probability, lang=pen.lang)


def _name_end(dossier: Dossier, review: JourneyReview, end: End, pen: Pen) -> str:
    if end.kind == "exit":
        known = review.after if review.after and end.id in {one.id for one in review.after.exits} else None
        return name_exit(known or review.before or review.journey, end.id)
    if end.kind == "journey":
        return name_journey(dossier.after, end.id)
    return pen.say(END_WORDS[end.kind])


def _key(opportunity: Opportunity) -> str:
    return opportunity.id or opportunity.title


def tell_twin(twin: Twin) -> str:
    """Return both sides with an arrow, or the one that there is."""
    if twin.is_same:
        return twin.after
    return " → ".join((twin.before or "–", twin.after or "–"))  # noqa: RUF001 - a dash is meant
