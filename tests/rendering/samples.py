"""Journeys that every form has to carry: many scripts, many personas, many touchpoints, hardly any.

Each is compiled from YAML as a user's would be. ``SAMPLES`` loads them by name.
"""

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from journeymap.compiling import compile_files
from journeymap.diagnostics import Severity
from journeymap.model import Journey, Portfolio
from tests.conftest import ROOT

FOLDER = Path(__file__).with_name("sample_files")
RETAILER = ROOT / "examples" / "online-retailer"

_FEELINGS = ("curious", "hopeful", "unsure", "annoyed", "furious", "relieved", "calm", "delighted")
_SCORES = (0, 1, -0.5, -1, -2, 0.5, 1, 2)


class Sample(NamedTuple):
    """A journey, and the portfolio it lives in."""

    portfolio: Portfolio
    journey: Journey


def load_file(name: str) -> Sample:
    """Return the sample of a file that stands alone."""
    path = FOLDER / f"{name}.journey.yaml"
    return _sample([(path.name, path.read_bytes())])


def load_retailer(journey: str) -> Sample:
    """Return a journey of the online retailer's workspace."""
    files = [(path.relative_to(RETAILER).as_posix(), path.read_bytes()) for path in RETAILER.rglob("*.yaml")]
    return _sample(files, journey)


def load_sixty() -> Sample:
    """Return a journey of sixty touchpoints in six stages, with branches, loops, exits and shares."""
    lines = [
        "journeymap: 1",
        "kind: journey",
        "id: sixty",
        "title: A long way home, in sixty steps",
        "state: current",
        "owner: relocation-team",
        "reviewed: 2026-07-01",
        "goal: Live in the new flat.",
        "personas: [{id: mover, title: First-time mover}]",
        "exits:",
        "  - {id: stays, title: Stays where they are, outcome: lost}",
        "  - {id: next-year, title: Tries again next year, outcome: deferred}",
        "stages:",
    ]
    for stage, name in enumerate(("Dreaming", "Searching", "Viewing", "Signing", "Moving", "Settling in")):
        lines += [f"  - id: s{stage}", f"    title: {name}", f"    goal: Be done with {name.lower()}."]
        lines.append("    touchpoints:")
        for step in range(10):
            lines += _step(10 * stage + step, f"{name} step {step + 1}")
    lines.append("opportunities:")
    for number in range(3, 60, 7):
        value, effort = number % 5 + 1, number % 4 + 1
        lines += [
            f"  - id: o{number}",
            f"    title: Make step {number + 1} shorter",
            f"    addresses: [p{number}]",
            f"    customer_value: {value}",
            f"    business_value: {6 - value}",
            f"    effort: {effort}",
            "    status: idea",
            "    owner: relocation-team",
        ]
    return _sample([("sixty.journey.yaml", "\n".join([*lines, ""]).encode())])


def _step(number: int, title: str) -> list[str]:
    score, feeling = _SCORES[number % 8], _FEELINGS[number % 8]
    confidence = "researched" if number % 3 else "assumed"
    lines = [
        f"      - id: t{number}",
        f"        title: {title}",
        f"        channel: {('web', 'phone', 'branch', 'email')[number % 4]}",
        f"        action: Does what step {number + 1} of the way home asks for.",
        f"        emotion: {{score: {score}, feeling: {feeling}, confidence: {confidence}}}",
    ]
    if number % 7 == 3:
        lines.append(
            f"        pains: [{{id: p{number}, text: Step {number + 1} takes long, severity: high}}]"
        )
    if number % 11 == 5:
        lines.append("        moment_of_truth: true")
    if number % 9 == 4 and number > 8:
        lines += [
            "        next:",
            f"          - {{to: t{number + 1}, when: goes on, share: 0.7}}",
            f"          - {{to: t{number - 4}, when: starts over, share: 0.15}}",
            "          - {exit: stays}",
        ]
    elif number % 13 == 6 and number < 57:
        lines.append(f"        next: [{{to: t{number + 1}}}, {{to: t{number + 3}, when: in a hurry}}]")
    return lines


SAMPLES: Mapping[str, Callable[[], Sample]] = {
    "retailer": cache(lambda: load_retailer("first-purchase")),
    "overlay": cache(lambda: load_retailer("first-purchase-2027")),
    "blueprint": cache(lambda: load_file("blueprint")),
    "sixty": cache(load_sixty),
    "three-personas": cache(lambda: load_file("three-personas")),
    "arabic": cache(lambda: load_file("arabic")),
    "japanese": cache(lambda: load_file("japanese")),
    "german": cache(lambda: load_file("german")),
    "emoji": cache(lambda: load_file("emoji")),
    "tiny": cache(lambda: load_file("tiny")),
}
"""Name → what loads the sample, once."""


def _sample(files: list[tuple[str, bytes]], journey: str = "") -> Sample:
    if not journey:
        library = FOLDER / "shared.library.yaml"
        files = [*files, (library.name, library.read_bytes())]
    compilation = compile_files(files)
    faults = [each for each in compilation.diagnostics if each.severity is Severity.ERROR]
    assert not faults, [fault.message for fault in faults]
    found = compilation.portfolio.journey(journey) if journey else compilation.portfolio.journeys[0]
    assert found is not None
    return Sample(compilation.portfolio, found)
