"""What commits changed for the customer, below each of them on the page of changes."""

from journeymap.artifacts import ArtifactSet
from journeymap.compiling import Compilation
from journeymap.diffing import Change, Entity, Fact, Level
from journeymap.model import Portfolio
from journeymap.site import Options
from journeymap.site.build import build_leaves
from journeymap.site.changes.chapter import build_changes
from journeymap.source import Place
from tests.site.changes.sites import HISTORY, content_of, portfolio_of, small

COMMIT = "a" * 40


def change(message: str, level: Level = Level.INFO) -> Change:
    """Return a change of a journey in words."""
    entity = Entity("journey", "journey:a", "A", "a")
    return Change(Fact("title-changed", entity), level, "wording", "value", "change", message)


def page_of(*changes: Change, lang: str = "en") -> str:
    """Return the page of a workspace whose first commit changed something."""
    portfolio: Portfolio = portfolio_of(small("a", at=Place("maps/a.yaml")))
    portfolio = portfolio._replace(workspace=portfolio.workspace._replace(lang=lang))
    options = Options(history=HISTORY, told={COMMIT: changes})
    site = ArtifactSet(build_leaves(Compilation(portfolio, (), {}), options, (build_changes,)))
    return content_of(site, "changes/index.html")


def test_a_few_are_told_and_the_others_counted() -> None:
    """Three sentences stand below a commit, with the word for the level where it weighs."""
    weights = (Level.BREAKING, Level.WARNING, Level.INFO, Level.INFO, Level.INFO, Level.DETAIL)
    page = page_of(*(change(f"number {number} changed", level) for number, level in enumerate(weights)))

    assert '<li class="told-breaking"><span class="told-word">breaking</span> number 0 changed</li>' in page
    assert '<li class="told-warning"><span class="told-word">warning</span> number 1 changed</li>' in page
    assert '<li class="told-info">number 2 changed</li>' in page
    assert "number 3" not in page
    assert ">and 2 more<" in page


def test_wording_alone_is_not_told() -> None:
    """A commit that only rewords has no list below it, nor has one that changed nothing."""
    assert "event-told" not in page_of(change("a text was reworded", Level.DETAIL))
    assert "event-told" not in page_of()


def test_names_stand_out_and_stay_texts() -> None:
    """A name between two signs is marked, an odd sign belongs to a text, and markup is shown as it is."""
    page = page_of(change("the journey `<b>Shop</b>` is titled `A ` B` now"), change("an odd ` sign"))

    assert 'the journey <b dir="auto">&lt;b&gt;Shop&lt;/b&gt;</b> is titled' in page
    assert "an odd ` sign" in page


def test_sentences_in_another_language_say_so() -> None:
    """On a page in another language the sentences are marked as English, for those who hear them."""
    assert '<ul class="event-told">' in page_of(change("it changed"))
    assert '<ul class="event-told" lang="en">' in page_of(change("it changed"), lang="de")
