"""Tables in git: what changes in one cell changes one line, in Markdown and in CSV."""

import difflib
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.model import Journey
from journeymap.rendering import FORMS, Request
from journeymap.rendering.tables.csv_text import write_csv
from journeymap.rendering.tables.markdown_text import write_markdown
from journeymap.rendering.tables.table import Column, Table
from tests.rendering.samples import SAMPLES

WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=30)
ROWS = st.lists(st.tuples(WORDS, st.integers(), WORDS), min_size=1, max_size=8)


def changed_lines(before: str, after: str) -> tuple[list[str], list[str]]:
    """Return the lines that only one of two texts has."""
    lines = list(difflib.ndiff(before.split("\n"), after.split("\n")))
    return [line for line in lines if line[0] == "-"], [line for line in lines if line[0] == "+"]


def _change_focus(journey: Journey) -> Journey:
    first, *rest = journey.stages
    return journey._replace(stages=(first._replace(focus="Something else altogether, and longer"), *rest))


def _change_insight(journey: Journey) -> Journey:
    first, *rest = journey.insights
    return journey._replace(insights=(first._replace(action="Do | it"), *rest))


def _change_target(journey: Journey) -> Journey:
    stages = list(journey.stages)
    for index, stage in enumerate(stages):
        for place, touchpoint in enumerate(stage.touchpoints):
            if touchpoint.kpis:
                kpi = touchpoint.kpis[0]._replace(target=123_456.5)
                changed = touchpoint._replace(kpis=(kpi, *touchpoint.kpis[1:]))
                touchpoints = (*stage.touchpoints[:place], changed, *stage.touchpoints[place + 1 :])
                stages[index] = stage._replace(touchpoints=touchpoints)
                return journey._replace(stages=tuple(stages))
    raise AssertionError


def _change_example(journey: Journey) -> Journey:
    opportunity = next(each for each in journey.opportunities if each.actions)
    action = opportunity.actions[0]._replace(example="=1+1 @somebody")
    changed = opportunity._replace(actions=(action, *opportunity.actions[1:]))
    return journey._replace(
        opportunities=tuple(changed if each is opportunity else each for each in journey.opportunities)
    )


@pytest.mark.parametrize(
    ("table", "change"),
    [
        ("stages", _change_focus),
        ("insights", _change_insight),
        ("touchpoints", _change_target),
        ("actions", _change_example),
    ],
)
@pytest.mark.parametrize("format", ["md", "csv"])
def test_one_field_of_the_model_is_one_line(
    format: str, table: str, change: Callable[[Journey], Journey]
) -> None:
    """A table of a real journey differs in one line when one field of the model has changed."""
    sample = SAMPLES["retailer"]()
    before, after = (
        FORMS["table"][format](Request(sample.portfolio, journey, table=table)).content.decode()
        for journey in (sample.journey, change(sample.journey))
    )
    gone, come = changed_lines(before, after)

    assert len(gone) == len(come) == 1


@given(ROWS, st.data())
def test_one_cell_is_one_line(rows: list[tuple[str, int, str]], data: st.DataObject) -> None:
    """Whatever a table holds, another text or number in one cell leaves all other lines as they were."""
    table = Table("t", "T", (Column("A"), Column("N", numeric=True), Column("B")), tuple(rows))
    place = data.draw(st.integers(0, len(rows) - 1))
    text, number, other = rows[place]
    changed = data.draw(
        st.sampled_from([(text + "x", number, other), (text, number + 1, other), (text, number, "y" + other)])
    )
    after = table._replace(rows=(*rows[:place], changed, *rows[place + 1 :]))
    for write in (write_markdown, write_csv):
        lines, others = write(table).split("\n"), write(after).split("\n")
        assert len(lines) == len(others)
        assert sum(one != two for one, two in zip(lines, others, strict=True)) == 1
