"""Links to ids that things once had still arrive."""

import re

from journeymap.compiling import Compilation
from journeymap.model import Evidence, Exit, Gain, Journey, Kpi, Metric, Opportunity, Pain, Stage, Touchpoint
from journeymap.model.journey import Move
from journeymap.site import build_site
from journeymap.site.journey.former import list_former_ids
from tests.site.samples import make_portfolio

JOURNEY = Journey(
    "j",
    "J",
    (
        Stage(
            "s",
            "S",
            aliases=("was-s",),
            touchpoints=(
                Touchpoint(
                    "t",
                    "T",
                    aliases=("was-t", "s"),
                    pains=(Pain("Slow", "p", aliases=("was-p",)),),
                    gains=(Gain("Kind", "g", aliases=("was-g",)),),
                    kpis=(Kpi("k", "csat", aliases=("was-k",)),),
                ),
                Touchpoint("u", "U"),
            ),
        ),
    ),
    exits=(Exit("e", "E", aliases=("was-e",)),),
    opportunities=(Opportunity(id="o", title="O", aliases=("was-o",)),),
    evidence=(Evidence("v", "V", aliases=("was-v",)),),
    moved=(Move("both", ("t", "u")), Move("was-t", ("u",)), Move("nowhere", ())),
)


def test_every_former_id_belongs_to_one_thing_of_today() -> None:
    """Aliases and moves are gathered; an id in use and one already taken are left out."""
    found = {now: ids for now, ids in list_former_ids(JOURNEY).items() if "__" not in now}

    assert found == {
        "s": ("was-s",),
        "t": ("was-t", "both"),
        "p": ("was-p",),
        "g": ("was-g",),
        "e": ("was-e",),
        "o": ("was-o",),
        "v": ("was-v",),
    }


def test_a_kpi_is_found_by_every_name_of_it_and_its_owner() -> None:
    """Its address is made of two ids, and either of them may have been another one."""
    assert set(list_former_ids(JOURNEY)["t__k"]) == {
        "t__was-k",
        "was-t__k",
        "was-t__was-k",
        "s__k",
        "s__was-k",
    }


def test_former_ids_are_anchors_on_the_page() -> None:
    """Each stands on the page once, inside what it became."""
    portfolio = make_portfolio()
    library = portfolio.library._replace(metrics={"csat": Metric("csat", "Satisfaction")})
    site = build_site(Compilation(portfolio._replace(journeys=(JOURNEY,), library=library), (), {}))
    text = site["journeys/j/index.html"].content.decode()
    anchors = re.findall(r'<span class="once" id="([^"]+)"></span>', text)

    assert len(anchors) == len(set(anchors))
    wanted = {id for ids in list_former_ids(JOURNEY).values() for id in ids}
    assert set(anchors) == wanted
    assert re.search(r'<summary>.*?id="was-t".*?</summary>', text, re.DOTALL)
