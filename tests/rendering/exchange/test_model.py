"""The compiled journey as JSON: whole, valid, the same every time, and without what is not to be seen."""

import json
import math
import re
from collections.abc import Iterator, Mapping
from typing import Any, Literal, Union, get_args, get_origin

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.compiling import compile_files
from journeymap.model import Branch, Image, Journey, Library, Persona, Portfolio, Stage, Touchpoint, Workspace
from journeymap.model.visibility import visible_to
from journeymap.rendering.exchange.document import Document
from journeymap.rendering.exchange.model import write_model
from journeymap.resources import schema_path
from journeymap.source import Place
from tests.conftest import ROOT, match_golden
from tests.generating.journey_schema import fields_of, name_of, reachable, write_journey_schema
from tests.rendering.samples import SAMPLES

SCHEMA = json.loads(schema_path("journey-output").read_text(encoding="utf-8"))
NOBODY = Library({}, {}, {}, {}, {}, {}, {}, {}, {})


def strict(schema: Any) -> Any:
    """Return a schema that takes no property that it does not name."""
    if isinstance(schema, list):
        return [strict(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    known = {key: strict(each) for key, each in schema.items()}
    return {**known, "additionalProperties": False} if isinstance(schema.get("required"), list) else known


STRICT = jsonschema.Draft202012Validator(strict(SCHEMA))


def examples() -> Iterator[tuple[Portfolio, Journey]]:
    """Yield every journey of the examples."""
    for folder in sorted(path for path in (ROOT / "examples").iterdir() if path.is_dir()):
        files = [(path.relative_to(folder).as_posix(), path.read_bytes()) for path in folder.rglob("*.yaml")]
        portfolio = compile_files(files).portfolio
        yield from ((portfolio, journey) for journey in portfolio.journeys)


def test_the_schema_is_what_the_model_says() -> None:
    """Properties and their order come from the types, descriptions from where a field is declared."""
    match_golden(schema_path("journey-output"), write_journey_schema())
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_the_schema_names_every_field_that_a_journey_can_have() -> None:
    """No field of any class that can be reached from a journey is missing, but the place it was written."""
    assert Journey in reachable(Document)
    for owner in {Journey, *reachable(Journey)}:
        named = list(SCHEMA["$defs"][name_of(owner)]["properties"])
        assert named == [field for field in owner._fields if field != "at"]  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", SAMPLES)
def test_every_sample_is_valid(name: str) -> None:
    """Each sample is valid, and says nothing that the schema does not know."""
    sample = SAMPLES[name]()
    text = write_model(sample.portfolio, sample.journey)
    STRICT.validate(json.loads(text))
    assert text == write_model(sample.portfolio, sample.journey)
    assert text.endswith("}\n")


def test_every_example_is_valid() -> None:
    """Each journey of the examples is valid, also for the public, and names no folder of this machine."""
    found = list(examples())
    assert len(found) > 5
    for portfolio, journey in found:
        text = write_model(portfolio, journey)
        STRICT.validate(json.loads(text))
        assert str(ROOT) not in text
        for shown in visible_to(portfolio, "public").journeys:
            STRICT.validate(json.loads(write_model(visible_to(portfolio, "public"), shown)))


def full(hint: Any, deep: int = 0) -> Any:
    """Return a value of a type in which every field holds something; what holds itself does so only once."""
    origin, parts = get_origin(hint), get_args(hint)
    if hint is Place:
        return Place("/srv/secret/place.yaml")
    if hasattr(hint, "_fields"):
        return hint(**{name: full(each, deep + 1) for name, each in all_fields(hint).items()})
    if origin is Literal:
        return next(value for value in parts if value)
    if origin is tuple:
        return tuple(full(part, deep) for part in parts if part is not Ellipsis)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return {"key": "value"}
    if origin in {Union, type(int | None)}:
        return full(next(part for part in parts if part is not type(None)), deep)
    return {str: "text", bool: True, int: 1, float: 1.0}[hint]


def all_fields(owner: type) -> dict[str, Any]:
    """Return the types of a class's fields, the place included."""
    places = {"at": Place} if "at" in owner._fields else {}  # type: ignore[attr-defined]
    return {**fields_of(owner), **places}


def test_every_field_of_the_model_is_written() -> None:
    """A journey in which everything says something loses nothing, so that a new field cannot be forgotten."""
    journey = full(Journey)
    data = json.loads(write_model(Portfolio(Workspace(), NOBODY, {}, (journey,)), journey))["journey"]
    assert_whole(journey, data)
    assert "/srv" not in json.dumps(data)


def assert_whole(value: Any, data: Any) -> None:
    """Assert that data holds every field of a value, in order, at any depth."""
    if hasattr(value, "_fields"):
        assert list(data) == list(fields_of(type(value)))
        for name in data:
            assert_whole(getattr(value, name), data[name])
    elif isinstance(value, tuple):
        assert len(value) == len(data)
        for part, shown in zip(value, data, strict=True):
            assert_whole(part, shown)
    else:
        assert data == value


def journey_saying(text: str) -> Journey:
    """Return a journey that has a text in many of its fields."""
    touchpoint = Touchpoint("t", text, summary=text, motivations=(text,), fields={"lane": text, text: [text]})
    return Journey("j", text, (Stage("s", text, touchpoints=(touchpoint,)),), trigger=text)


def written(journey: Journey, workspace: Workspace | None = None) -> tuple[str, dict[str, Any]]:
    """Return the JSON of a journey alone, as text and as data."""
    text = write_model(Portfolio(workspace or Workspace(), NOBODY, {}, (journey,)), journey)
    return text, json.loads(text)["journey"]


UNSEEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")


@given(st.text(st.characters(codec="utf-8"), min_size=1))
def test_hostile_texts_come_back_unchanged(text: str) -> None:
    """Whatever a text is, a JSON reader has it again, and nothing in the file steers a terminal."""
    raw, data = written(journey_saying(text))
    touchpoint = data["stages"][0]["touchpoints"][0]
    assert [data["title"], data["trigger"], touchpoint["summary"], *touchpoint["motivations"]] == [text] * 4
    assert touchpoint["fields"] == {"lane": text, text: [text]}
    assert not UNSEEN.search(raw)
    STRICT.validate(json.loads(raw))


@pytest.mark.parametrize("text", ["\ud800", "a\udfffb", "\U000e0041", "\x1b[31m", "\u202eabc", '"\\u0022'])
def test_what_cannot_be_seen_is_escaped(text: str) -> None:
    """Half pairs, tags, escapes and controls of direction are there, as escapes of JSON."""
    raw, data = written(journey_saying(text))
    assert data["title"] == text
    assert raw.encode()


def test_what_holds_nothing_is_left_out_and_an_empty_end_is_not() -> None:
    """The journey goes on where ``next`` is missing, and ends where it is empty."""
    touchpoints = (Touchpoint("a", ""), Touchpoint("b", "B", next=(), fields={"n": "", "m": None}))
    _, data = written(Journey("j", "J", (Stage("s", "S", touchpoints=touchpoints),)))
    first, last = data["stages"][0]["touchpoints"]
    assert first == {"id": "a", "title": "", "type": "contact", "moment_of_truth": False}
    assert last["next"] == []
    assert last["fields"] == {"n": "", "m": None}


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (0.1 + 0.2, 0.3),
        (2.0, 2),
        (-0.0, 0),
        (1e300, 1e300),
        (10**30, 10**30),
        (math.inf, None),
        (math.nan, None),
    ],
)
def test_numbers_are_as_people_type_them(number: float, expected: float | None) -> None:
    """No dust of binary fractions, no idle decimals, and nothing that is no number."""
    raw, data = written(Journey("j", "J", fields={"n": number}))
    assert data["fields"]["n"] == expected
    assert type(data["fields"]["n"]) is type(expected)
    assert "NaN" not in raw
    assert "Infinity" not in raw


@pytest.mark.parametrize(
    ("src", "file", "root", "expected"),
    [
        ("shop/img/a.png", "shop/j.journey.yaml", "", "img/a.png"),
        ("/srv/shop/img/a.png", "/srv/shop/j.journey.yaml", "", "img/a.png"),
        ("../ws/img/a.png", "../ws/sub/j.journey.yaml", "../ws", "img/a.png"),
        ("/elsewhere.png", "j.journey.yaml", "", "/elsewhere.png"),
        ("https://example.org/a.png", "j.journey.yaml", "", "https://example.org/a.png"),
        ("img/a.png", "j.journey.yaml", "", "img/a.png"),
    ],
)
def test_pictures_are_named_from_the_workspace(src: str, file: str, root: str, expected: str) -> None:
    """It makes no difference from where the compiler was called, or where the workspace is."""
    workspace = Workspace(root=root, declared=bool(root))
    people = (Persona("p", "P", image=Image(src)),)
    journey = Journey("j", "J", local_personas=people, at=Place(file))
    assert written(journey, workspace)[1]["local_personas"][0]["image"]["src"] == expected


SECRET = """\
journeymap: 1
kind: journey
id: open
title: Open
visibility: public
personas: [{id: hidden-person, title: XSECRET, visibility: internal}, {id: seen, title: Seen}]
owner: team-one
stages:
  - id: a
    title: A
    touchpoints:
      - {id: t, title: T, channel: web, emotion: {score: 1}, systems: [sys],
         pains: [{id: p, text: XSECRET, visibility: internal}]}
      - {id: u, title: XSECRET, channel: web, visibility: internal}
opportunities: [{id: o, title: XSECRET, visibility: internal, addresses: [p]}]
exits: [{id: x, title: XSECRET, visibility: internal}]
"""
SHARED = """\
journeymap: 1
kind: library
teams: [{id: team-one, title: Team one}]
systems: [{id: sys, title: XSECRET, visibility: internal}]
"""


def test_the_public_gets_nothing_internal() -> None:
    """What is internal leaves no byte in the file of the public, and stands in ours."""
    files = [("open.journey.yaml", SECRET.encode()), ("s.library.yaml", SHARED.encode())]
    portfolio = compile_files(files).portfolio
    public = visible_to(portfolio, "public")
    assert write_model(portfolio, portfolio.journeys[0]).count("XSECRET") >= 6
    text = write_model(public, public.journeys[0])
    assert "XSECRET" not in text
    assert "hidden-person" not in text
    assert '"title": "Team one"' in text


def test_the_document_stands_alone() -> None:
    """Every persona, channel, team, system and metric that the journey names is in it, and no other."""
    portfolio, journey = SAMPLES["retailer"]()
    data = json.loads(write_model(portfolio, journey))
    used = {channel for touchpoint in journey.touchpoints() for channel in touchpoint.channels}
    used |= {channel for persona in portfolio.personas_of(journey) for channel in persona.channels}
    assert used <= {each["id"] for each in data["channels"]}
    assert journey.owner in {each["id"] for each in data["teams"]}
    assert set(journey.personas) <= {each["id"] for each in data["personas"]}
    assert {"returns"} <= {each["id"] for each in data["journeys"]}
    assert "loyalty" not in {each["id"] for each in data["journeys"]}
    metrics = {kpi.metric for touchpoint in journey.touchpoints() for kpi in touchpoint.kpis}
    assert metrics <= {each["id"] for each in data["metrics"]}
    assert all(
        each["owner"] in {team["id"] for team in data["teams"]} for each in data["systems"] if "owner" in each
    )


def test_what_was_worked_out_is_there() -> None:
    """Scores, moments, paths, ends, confidence and opportunities stand beside the journey."""
    portfolio, journey = SAMPLES["retailer"]()
    derived = json.loads(write_model(portfolio, journey))["derived"]
    assert derived["moments"] == {"peak": "unboxing", "pit": "checkout", "end": "review"}
    assert derived["canonical_score"] == derived["score"] == 0.5
    assert [each["id"] for each in derived["stages"]] == [stage.id for stage in journey.stages]
    assert [each["id"] for each in derived["touchpoints"]] == [each.id for each in journey.touchpoints()]
    assert math.isclose(sum(end["probability"] for end in derived["ends"]), 1, abs_tol=1e-6)
    assert 0 < derived["completion"] < 1
    assert derived["confidence"]["known"] <= derived["confidence"]["total"]
    assert len(derived["opportunities"]) == len(journey.opportunities)
    assert derived["main"]["touchpoints"][0] == next(iter(journey.touchpoints())).id


def test_a_journey_that_never_ends_has_a_path_without_an_end() -> None:
    """Where everybody goes round in circles, the document says so and is valid."""
    ring = (Touchpoint("a", "A"), Touchpoint("b", "B", next=(Branch(to="a"),)))
    journey = Journey("j", "J", (Stage("s", "S", touchpoints=ring),))
    data = json.loads(write_model(Portfolio(Workspace(), NOBODY, {}, (journey,)), journey))
    STRICT.validate(data)
    assert data["derived"]["main"] == {"touchpoints": ["a", "b"], "probability": 1, "exact": True}
    assert data["derived"]["endless"] == ["a", "b"]


def test_an_empty_journey_has_hardly_any_values() -> None:
    """Where nothing is known nothing is made up."""
    portfolio = Portfolio(Workspace(), NOBODY, {}, (Journey("j", "J"),))
    data = json.loads(write_model(portfolio, portfolio.journeys[0]))
    STRICT.validate(data)
    assert data["derived"] == {"confidence": {"known": 0, "total": 0}}
    assert list(data) == ["format", "format_version", "workspace", "journey", "derived"]


def test_the_file_is_in_utf_8_with_one_thing_on_a_line() -> None:
    """A person reads the texts of any language in a diff, and a change of one text is one line."""
    portfolio, journey = SAMPLES["japanese"]()
    changed = journey._replace(title="新しい")
    before, after = (write_model(portfolio, each).splitlines() for each in (journey, changed))
    assert [line for line in after if line not in before] == ['    "title": "新しい",']
