"""What a journey's ids and addresses stand for, so that a reference becomes a link with a name."""

from typing import NamedTuple

from journeymap.model import Journey
from journeymap.model.summaries import kpis_of
from journeymap.rendering.markdown import strip_markup
from journeymap.rendering.naming import name_kpi, spell_id
from journeymap.site.addresses import anchor_of
from journeymap.site.desk import Desk
from journeymap.site.pieces import Link


class Index(NamedTuple):
    """The titles of a journey's items by id, and of its KPIs by address."""

    desk: Desk
    journey: Journey
    titles: dict[str, str]
    kpis: dict[str, str]

    def item(self, address: str) -> Link:
        """Return an item as a link: of this journey, or of another one as ``journey#item``."""
        journey, _, id = address.rpartition("#")
        if journey in {"", self.journey.id}:
            return Link(self.titles.get(id) or spell_id(id), f"#{id}" if id in self.titles else "")
        there = self.desk.portfolio.journey(journey)
        titles = index_journey(self.desk, there).titles if there else {}
        url = self.desk.atlas.journey(journey, page=self.desk.page, anchor=id) if id in titles else ""
        return Link(titles.get(id) or spell_id(id), url)

    def kpi(self, address: str) -> Link:
        """Return a KPI as a link: its address, or its id alone where only one has it."""
        if address not in self.kpis:
            found = [known for known in self.kpis if known.endswith(f"/{address}")]
            address = found[0] if len(found) == 1 else address
        name = self.kpis.get(address)
        return Link(name or spell_id(address.rpartition("/")[2]), f"#{anchor_of(address)}" if name else "")


def index_journey(desk: Desk, journey: Journey) -> Index:
    """Return the index of a journey."""
    titles: dict[str, str] = {}
    for stage in journey.stages:
        titles[stage.id] = stage.title
        for touchpoint in stage.touchpoints:
            titles[touchpoint.id] = touchpoint.title
            titles.update({pain.id: strip_markup(pain.text) for pain in touchpoint.pains})
            titles.update({gain.id: strip_markup(gain.text) for gain in touchpoint.gains})
    for opportunity in journey.opportunities:
        titles[opportunity.id] = opportunity.title
        for action in opportunity.actions:
            titles[action.id] = strip_markup(action.text)
    for insight in journey.insights:
        titles[insight.id] = strip_markup(insight.data or insight.text)
    for evidence in journey.evidence:
        titles[evidence.id] = evidence.title
    for loop in journey.feedback_loops:
        titles[loop.id] = loop.text or spell_id(loop.id)
    for exit_ in journey.exits:
        titles[exit_.id] = exit_.title
    titles.pop("", None)
    kpis = {owned.address: name_kpi(desk.portfolio, owned.kpi) for owned in kpis_of(journey)}
    return Index(desk, journey, titles, kpis)
