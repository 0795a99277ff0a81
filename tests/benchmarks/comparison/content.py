"""What the journey says that every tool is given, read from what `journeymap render` writes."""

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from tests.conftest import ROOT

WORKSPACE = ROOT / "examples" / "online-retailer"
JOURNEY = "first-purchase"


class Step(NamedTuple):
    """A touchpoint in words."""

    id: str
    stage: str
    title: str
    action: str
    channels: tuple[str, ...]
    feelings: tuple[str, ...]
    pains: tuple[str, ...]


class Content(NamedTuple):
    """A journey in words, and the texts that generators of ours write of it."""

    title: str
    summary: str
    stages: Mapping[str, str]
    steps: tuple[Step, ...]
    ways: tuple[tuple[str, str, str], ...]
    systems: Mapping[str, str]
    mermaid_journey: str
    mermaid_flow: str
    tables: str

    @property
    def phrases(self) -> Mapping[str, tuple[str, ...]]:
        """Return what a reader has to find on the page: titles, feelings, pains."""
        return {
            "titles": tuple(step.title for step in self.steps),
            "feelings": tuple(dict.fromkeys(word for step in self.steps for word in step.feelings)),
            "pains": tuple(pain for step in self.steps for pain in step.pains),
        }


def read_content(folder: Path) -> Content:
    """Render the journey as text into a folder, and return what it says."""
    names = ("journey.json", "journey.mmd", "flow.mmd", "tables.md")
    outputs = [word for name in names for word in ("-o", str(folder / name))]
    subprocess.run(
        [sys.executable, "-m", "journeymap", "render", JOURNEY, *outputs, "--color", "never"],
        cwd=WORKSPACE,
        check=True,
        capture_output=True,
    )
    told = json.loads((folder / "journey.json").read_text(encoding="utf-8"))
    journey = told["journey"]
    texts = [(folder / name).read_text(encoding="utf-8") for name in names[1:]]
    return Content(
        journey["title"],
        journey["summary"],
        {stage["id"]: stage["title"] for stage in journey["stages"]},
        tuple(_read_steps(told)),
        tuple(_read_ways(journey)),
        {system["id"]: system["title"] for system in told["systems"]},
        *texts,
    )


def _read_steps(told: Mapping[str, Any]) -> Iterator[Step]:
    channels = {channel["id"]: channel["title"] for channel in told["channels"]}
    for stage in told["journey"]["stages"]:
        for one in stage["touchpoints"]:
            feelings = [
                word
                for emotion in one.get("emotions", [])
                for word in emotion.get("feelings", [emotion.get("feeling")])
                if word
            ]
            yield Step(
                one["id"],
                stage["id"],
                one["title"],
                one.get("action", ""),
                tuple(channels[each] for each in one.get("channels", [])),
                tuple(dict.fromkeys(feelings)),
                tuple(pain["text"] for pain in one.get("pains", [])),
            )


def _read_ways(journey: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    order = [one for stage in journey["stages"] for one in stage["touchpoints"]]
    for one, after in zip(order, [*order[1:], None], strict=True):
        ways = one.get("next")
        if ways is None and after is not None:
            yield one["id"], after["id"], ""
        for way in ways or []:
            if "to" in way:
                yield one["id"], way["to"], way.get("when", "")
