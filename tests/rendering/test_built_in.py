"""Built-in channels and phases speak the language of their page; what a workspace writes stays as it is."""

import json

import pytest

from journeymap.building.vocabulary import DEFAULT_CHANNELS, DEFAULT_PHASES, empty_library
from journeymap.model import Channel, Journey, Persona, Phase, Portfolio, Stage, Touchpoint, Workspace
from journeymap.rendering import FORMS, Request
from journeymap.rendering.built_in import TITLES, entitle, name_channel, name_phase
from journeymap.rendering.map.words import write_sample
from journeymap.rendering.naming import write_count
from journeymap.rendering.templating import marked_in, translate
from journeymap.source import Place

EXPECTED = {
    "de": ("Suchmaschine", "Entscheidung"),
    "es": ("Buscador", "Decisión"),
    "pt-BR": ("Busca", "Decisão"),
}


def make_portfolio(lang: str) -> Portfolio:
    """Return a journey through a built-in channel and phase, in a workspace that declares neither."""
    touchpoint = Touchpoint("t", "T", channels=("search",))
    stage = Stage("s", "S", phase="decision", touchpoints=(touchpoint,))
    journey = Journey("j", "J", (stage,), personas=("p",))
    personas = {"p": Persona("p", "P", channels=("search",))}
    return Portfolio(Workspace(lang=lang), empty_library(), personas, (journey,))


def test_the_titles_are_those_of_the_builder() -> None:
    """Every channel and phase that the language knows has a title in the catalogues, and nothing else has."""
    assert {each.id: each.title for each in (*DEFAULT_CHANNELS, *DEFAULT_PHASES)} == {
        id: translate(title, lang="en") for id, title in TITLES.items()
    }


@pytest.mark.parametrize("lang", EXPECTED)
@pytest.mark.parametrize(
    ("form", "format"), [("map", "svg"), ("flow", "svg"), ("map", "mmd"), ("flow", "dot")]
)
def test_a_picture_names_a_built_in_channel_in_its_language(lang: str, form: str, format: str) -> None:
    """Maps and flows say the channel as readers of the page do."""
    portfolio = make_portfolio(lang)
    drawn = FORMS[form][format](Request(portfolio, portfolio.journeys[0])).content.decode()

    if (form, format) != ("map", "mmd"):
        assert EXPECTED[lang][0] in drawn
    assert "Search" not in drawn


@pytest.mark.parametrize("lang", EXPECTED)
def test_tables_name_built_in_channels_and_phases_in_their_language(lang: str) -> None:
    """Cells and headers of tables, and the heat map of all journeys, say them as readers do."""
    channel, phase = EXPECTED[lang]
    portfolio = make_portfolio(lang)
    tables = FORMS["table"]["md"](Request(portfolio, portfolio.journeys[0])).content.decode()
    heat = FORMS["heatmap"]["md"](Request(portfolio)).content.decode()

    assert channel in tables
    assert "Search" not in tables
    assert phase in heat
    assert "Decision" not in heat


def test_the_exported_model_keeps_its_words() -> None:
    """Machines read the same JSON whatever language people read."""
    models = []
    for lang in ("en", "de"):
        portfolio = make_portfolio(lang)
        models.append(json.loads(FORMS["model"]["json"](Request(portfolio, portfolio.journeys[0])).content))

    assert "Suchmaschine" not in json.dumps(models[1])
    assert models[0]["journey"] == models[1]["journey"]


def test_what_a_workspace_writes_is_not_translated() -> None:
    """A declared channel keeps its title, also where it is the same as ours; another title is never ours."""
    at = Place("journeymap.yaml", ("channels", 0))

    assert entitle(Channel("search", "Search", at=at), lang="de") == "Search"
    assert entitle(Channel("search", "Google"), lang="de") == "Google"
    assert entitle(Phase("decision", "Decision", at=at), lang="de") == "Decision"


def test_languages_without_a_catalogue_and_unknown_ids_have_words_too() -> None:
    """Without a translation titles stay English, and what nobody declared is its id in words."""
    portfolio = make_portfolio("fr")

    assert name_channel(portfolio, "search", lang="fr") == "Search"
    assert name_channel(portfolio, "fax-line", lang="de") == "Fax line"
    assert name_phase(portfolio, "decision", lang="en") == "Decision"
    assert name_phase(portfolio, "after-care", lang="de") == "After care"


def test_a_word_with_two_meanings_has_two_translations() -> None:
    """A text that is marked in a context is translated in it, and stays itself in English."""
    text = marked_in("opportunity", "Action")

    assert translate(text, lang="en") == "Action"
    assert translate(text, lang="de") == "Maßnahme"
    assert translate("Action", lang="de") == "Aktion"


@pytest.mark.parametrize(
    ("lang", "small", "large"),
    [
        ("en", "4,100", "41,000"),
        ("de", "4.100", "41.000"),
        ("es", "4100", "41\N{NARROW NO-BREAK SPACE}000"),
        ("pt-BR", "4.100", "41.000"),
    ],
)
def test_counts_are_written_in_groups(lang: str, small: str, large: str) -> None:
    """Thousands stand apart as the language writes them, on their own and in a sentence."""
    assert write_count(4100, lang=lang) == small
    assert write_count(41000, lang=lang) == large
    assert large in write_sample("survey", 41000, lang=lang)
    assert write_count(410, lang=lang) == "410"
