"""What places are called, in sentences and in entity paths."""

from typing import Any

import pytest

from journeymap.entities import name_entity, name_step
from journeymap.schema.naming import explain_invisible, name_place, quote, quote_exactly
from journeymap.source import Pointer

JOURNEY: dict[str, Any] = {
    "id": "repair",
    "kpis": ["nps", {"metric": "nps", "target": 3}],
    "stages": [
        {"id": "wait", "emotion": {"by": {"rider": {"score": 3}}}, "touchpoints": [{"title": "The call"}, 7]},
        {"id": "Not An Id"},
        {"id": "a\n"},
    ],
    "feedback_loops": [{}],
    "changes": [{"add": "feedback-loop", "item": {"id": "cards"}}, {"add": 3, "item": {}}, {"set": "a"}],
}


@pytest.mark.parametrize(
    ("pointer", "name"),
    [
        ((), "journey `repair`"),
        (("title",), "`title` of journey `repair`"),
        (("kpis", 0), "`kpis` of journey `repair`"),
        (("kpis", 1, "target"), "`target` of KPI `nps`"),
        (("stages", 0), "stage `wait`"),
        (("stages", 0, "emotion", "by", "rider", "score"), "`emotion.by.rider.score` of stage `wait`"),
        (("stages", 0, "touchpoints", 0, "id"), "`id` of touchpoint `The call`"),
        (("stages", 0, "touchpoints", 1), "`touchpoints` of stage `wait`"),
        (("stages", 0, "touchpoints", 5, "id"), "`touchpoints.id` of stage `wait`"),
        (("stages", 1), "stage `Not An Id`"),
        (("feedback_loops", 0), "feedback loop 1 of journey `repair`"),
        (("changes", 0), "change 1 of journey `repair`"),
        (("changes", 0, "item", "text"), "`text` of feedback loop `cards`"),
        (("changes", 1, "item"), "the item of change 2 of journey `repair`"),
    ],
)
def test_places_have_names(pointer: Pointer, name: str) -> None:
    """A place is named from the innermost thing that has a name."""
    assert name_place(JOURNEY, "journey", pointer) == name


@pytest.mark.parametrize(
    ("pointer", "entity", "step"),
    [
        ((), "journey:repair", ""),
        (("kpis", 1, "target"), "journey:repair/kpi:nps", "target"),
        (("stages", 0, "emotion"), "journey:repair/stage:wait", "emotion"),
        (("stages", 0, "touchpoints", 0, "id"), "journey:repair/stage:wait", "touchpoints[0].id"),
        (("stages", 1, "id"), "journey:repair", "stages[1].id"),
        (("stages", 2, "id"), "journey:repair", "stages[2].id"),
        (("changes", 0, "item", "text"), "journey:repair/feedback-loop:cards", "text"),
    ],
)
def test_entities_are_paths_of_ids(pointer: Pointer, entity: str, step: str) -> None:
    """A path holds ids alone; what is below the last of them is a step."""
    assert name_entity(JOURNEY, "journey", pointer) == entity
    assert name_step(JOURNEY, "journey", pointer) == step


@pytest.mark.parametrize(
    ("kind", "data", "pointer", "name", "entity"),
    [
        ("persona", {"title": "Rider"}, ("id",), "`id` of persona `Rider`", "persona"),
        ("persona", {}, (), "the persona", "persona"),
        ("library", {"metrics": [{"id": "nps"}]}, ("metrics", 0), "metric `nps`", "library/metric:nps"),
        (
            "library",
            {"title": "Ours", "touchpoints": [{"id": "desk"}]},
            ("touchpoints", 0, "owner"),
            "`owner` of touchpoint `desk`",
            "library/shared-touchpoint:desk",
        ),
        ("workspace", {"title": "Ours"}, ("lang",), "`lang` of the workspace", "workspace"),
        (
            "workspace",
            {"connections": {"cards": {}}},
            ("connections", "cards", "type"),
            "`type` of connection `cards`",
            "workspace",
        ),
        ("journey", [], (), "the journey", "journey"),
    ],
)
def test_every_kind_of_file_has_names(kind: str, data: Any, pointer: Pointer, name: str, entity: str) -> None:
    """Personas go by their own name, libraries and workspaces by their kind."""
    assert name_place(data, kind, pointer) == name
    assert name_entity(data, kind, pointer) == entity


@pytest.mark.parametrize(
    ("text", "quoted"),
    [("a", "`a`"), ("a\n  b", "`a b`"), ("`x`", "`'x'`"), ("y" * 41, "`" + "y" * 39 + "…`"), ("", "``")],
)
def test_quoted_texts_stay_on_one_short_line(text: str, quoted: str) -> None:
    """Line breaks, backticks and length do not leave the sentence."""
    assert quote(text) == quoted


def test_words_show_what_nobody_sees() -> None:
    """A key or id that only differs by an invisible character is shown with it, and the hint names it."""
    assert quote_exactly("ow\u200bner") == "`ow\\u200bner`"
    assert quote_exactly("\u00a0tags\n x") == "`\\u00a0tags x`"
    assert quote_exactly("\U000e0041") == "`\\U000e0041`"
    assert explain_invisible("ow\u200bner") == (
        "it holds an invisible character, U+200B; delete the word and type it again",
    )
    assert explain_invisible("größe") == ()
