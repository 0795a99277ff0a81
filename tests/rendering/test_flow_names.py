"""Names of nodes: safe in every diagram's language, and the same when other steps come and go."""

import difflib
import re

from hypothesis import given
from hypothesis import strategies as st

from journeymap.rendering.exchange.d2 import write_d2
from journeymap.rendering.exchange.mermaid import write_flowchart
from journeymap.rendering.exchange.plantuml import write_plantuml
from journeymap.rendering.flow.dot import write_dot
from journeymap.rendering.flow.names import Names
from tests.rendering.samples import SAMPLES


@given(st.lists(st.text()))
def test_names_are_plain_and_differ(ids: list[str]) -> None:
    """Whatever the ids are, a name has a prefix, and no two are alike."""
    names = Names()
    given_names = [names.name("t", id) for id in ids]

    assert all(re.fullmatch(r"t_[a-z0-9_]*", name) for name in given_names)
    assert len(set(given_names)) == len(ids)


def test_a_new_step_changes_few_lines() -> None:
    """A touchpoint more in the middle of a journey leaves the lines about the others as they are."""
    portfolio, journey = SAMPLES["retailer"]()
    stage = journey.stages[1]
    new = stage.touchpoints[0]._replace(id="new-step", title="New", next=None)
    grown = stage._replace(touchpoints=(stage.touchpoints[0], new, *stage.touchpoints[1:]))
    changed = journey._replace(stages=(journey.stages[0], grown, *journey.stages[2:]))
    for write in (write_d2, write_flowchart, write_plantuml, write_dot):
        before, after = (
            str(made if isinstance(made := write(portfolio, one), str) else made.text).splitlines()
            for one in (journey, changed)
        )
        lines = [line for line in difflib.ndiff(before, after) if line[0] in "+-"]
        told = [line for line in lines if not re.match(r"[+-] (%%|#|'|  linkStyle)", line)]

        assert len(told) <= 16, (write, told)
