"""What overlays and shared touchpoints multiply stays within bounds."""

import pytest

from journeymap.building import budget
from journeymap.building.budget import count_values
from tests.building.maps import LIBRARY, compile_maps, found, journey_text, places

OVERLAY = """\
journeymap: 1
kind: journey
id: {id}
extends: shop
changes: [{{set: basket, fields: {{title: x}}}}]
"""


def test_values_are_counted() -> None:
    """A list or mapping counts, and so does all in it."""
    assert count_values({"a": [1, {"b": None}], "c": "text"}) == 6


def test_overlays_may_not_take_over_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first overlay beyond the limit is an error, once for all; those before it are built."""
    monkeypatch.setattr(budget, "INHERITED", 2 * count_values_of_base())
    overlays = [OVERLAY.format(id=id) for id in ("one", "two", "three", "four")]
    compilation = compile_maps(journey_text(), *overlays)

    assert [rule for rule, _ in found(compilation)] == ["too-many-values"]
    assert places(compilation) == ["j3.journey.yaml:4:10"]
    assert [journey.id for journey in compilation.portfolio.journeys] == ["one", "shop", "two"]


def test_shared_facts_may_not_be_repeated_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """A touchpoint that goes beyond the limit is an error at its `uses`."""
    monkeypatch.setattr(budget, "INHERITED", 10)
    compilation = compile_maps(journey_text("uses: basket-page"), a__library__yaml=LIBRARY)

    assert [rule for rule, _ in found(compilation)] == ["too-many-values"]
    assert places(compilation) == ["j0.journey.yaml:11:15"]


def count_values_of_base() -> int:
    """Return how many values the extended journey holds."""
    journey = {"journeymap": 1, "kind": "journey", "id": "shop", "title": "Shop"}
    touchpoints = [
        {"id": "basket", "title": "Basket"},
        {"id": "checkout", "title": "Checkout", "pains": [{"id": "late-cost", "text": "Late"}]},
    ]
    stage = {"id": "decision", "title": "Decision", "touchpoints": touchpoints}
    return count_values({**journey, "stages": [stage]})
