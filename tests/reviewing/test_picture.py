"""The picture of a review: every text has its room, nothing in it is active, both appearances are there."""

import pytest

from journeymap.model import Portfolio
from journeymap.reviewing import Dossier, Options
from journeymap.reviewing.journeys import review_journeys
from journeymap.reviewing.picture import draw_journey, draw_review, write_review_svg
from journeymap.themes.theme import DARK, LIGHT
from tests.rendering.charts import fitting
from tests.rendering.flow import test_fit as flow_fitting
from tests.rendering.hostile_strings import HOSTILE_STRINGS
from tests.rendering.inspecting import faults_in
from tests.rendering.rewriting import rewrite
from tests.rendering.samples import SAMPLES, Sample
from tests.reviewing.reviews import compare_story, make_story
from tests.reviewing.worlds import HEAD, STAGES, compare, compile_world, edit


def without_every_third(sample: Sample) -> Portfolio:
    """Return a sample without each third touchpoint, the one before it happier, and the stages turned."""
    stages = []
    for stage in sample.journey.stages:
        kept = [each for number, each in enumerate(stage.touchpoints) if number % 3 != 2]
        if kept:
            glad = tuple(emotion._replace(score=2) for emotion in kept[0].emotions)
            kept[0] = kept[0]._replace(emotions=glad)
        stages.append(stage._replace(touchpoints=tuple(reversed(kept))))
    journey = sample.journey._replace(stages=tuple(stages))
    others = [each for each in sample.portfolio.journeys if each.id != journey.id]
    return sample.portfolio._replace(journeys=(journey, *others))


def pairs(sample: Sample) -> list[Dossier]:
    """Return a sample compared with less of it, both ways round, in its own language."""
    less = without_every_third(sample)
    options = Options(lang=sample.journey.lang or sample.portfolio.workspace.lang)
    return [compare(sample.portfolio, less, options), compare(less, sample.portfolio, options)]


@pytest.mark.parametrize("name", SAMPLES)
def test_texts_have_their_room_in_every_script(name: str) -> None:
    """Nothing is clipped, covered or pushed out, whatever the journey."""
    for dossier in pairs(SAMPLES[name]()):
        drawing = draw_review(dossier, theme=LIGHT)
        assert fitting.misfits(drawing) == []
        assert flow_fitting.misfits(drawing) == []


@pytest.mark.parametrize("first", range(0, 60, 6))
def test_hostile_texts_have_their_room_and_do_nothing(first: int) -> None:
    """Each attack stands in every field, and is a text and nothing else."""

    def write(mark: str) -> str:
        return f"{HOSTILE_STRINGS[(int(mark[1:-1]) + first) % 60]} {mark}"

    dossier = pairs(rewrite(SAMPLES["retailer"](), write).sample)[0]
    assert fitting.misfits(draw_review(dossier, theme=LIGHT)) == []
    assert faults_in(write_review_svg(dossier).encode()) == []


@pytest.mark.parametrize("dossier", [make_story(), compare_story(), edit()], ids=["made", "real", "empty"])
def test_it_stands_alone_in_light_and_dark(dossier: Dossier) -> None:
    """It has a title and a description, no reference to anything, and follows the reader's preference."""
    svg = write_review_svg(dossier)
    assert faults_in(svg.encode()) == []
    assert "@media (prefers-color-scheme: dark)" in svg
    assert "var(" not in svg
    assert fitting.misfits(draw_review(dossier, theme=DARK)) == []


def test_it_tells_the_story_without_being_seen() -> None:
    """Title and description say what the picture shows."""
    svg = write_review_svg(make_story())
    assert "Journey map review: 1 breaking, 2 warnings, 8 info" in svg
    assert "Mira feels better at Pay on one page" in svg.partition("<desc")[2].partition("</desc>")[0]


def test_scores_stand_at_what_changed() -> None:
    """Both scores are written where a feeling changed, the last one where a touchpoint is gone."""
    written = [line for text in draw_review(make_story(), theme=LIGHT).texts for line in text.lines]
    assert written.count("−2 → +1") == 1
    assert written.count("+1 → +2") == 2
    assert written.count("−1") == 2


def test_more_journeys_than_fit_are_counted() -> None:
    """A picture of everything would be read by nobody."""
    others = {f"o{n}": HEAD.replace("id: visit", f"id: o{n}") + STAGES for n in range(8)}
    drawing = draw_review(compare(compile_world(), compile_world(**others)), theme=LIGHT)
    assert ("and 2 more journeys",) in [text.lines for text in drawing.texts]


def test_a_journey_without_touchpoints_is_only_a_title() -> None:
    """Where nothing stands side by side there are words and no plot."""
    bare = "journeymap: 1\nkind: journey\nid: bare\ntitle: Bare\nstages: [{id: one, title: One}]\n"
    dossier = compare(compile_world(), compile_world(bare=bare))
    drawing = draw_review(dossier, theme=LIGHT)
    assert ("Bare",) in [text.lines for text in drawing.texts]
    (review,) = review_journeys(dossier)
    assert draw_journey(dossier, review, theme=LIGHT).texts == ()
