"""A scenario: one text file that holds files, command lines, and what each of them must answer.

The file begins with a sentence that says what it shows. Then come sections, each headed by a line such as
``======= file shop.journey.yaml``: the files that are there, and ``run`` with a command line (and ``stdin``
before it where something comes in), followed by the ``code``, ``stdout`` and ``stderr`` that belong to it.
"""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.programs import Outcome, run_journeymap

HEADING = re.compile(r"^======= (\w+)(?: (.+))?\n", re.MULTILINE)
FOLDER = Path(__file__).parent / "scenarios"


class Section(NamedTuple):
    """A headed part of a scenario."""

    kind: str
    name: str
    text: str


class Scenario(NamedTuple):
    """What a scenario's file says, without the answers."""

    sentence: str
    inputs: tuple[Section, ...]

    @property
    def command_lines(self) -> tuple[str, ...]:
        """The command lines in order."""
        return tuple(section.text.strip() for section in self.inputs if section.kind == "run")


def read_scenario(path: Path) -> Scenario:
    """Return the scenario of a file."""
    text = path.read_text(encoding="utf-8")
    sentence, *parts = HEADING.split(text)
    sections = [Section(*part) for part in zip(parts[::3], parts[1::3], parts[2::3], strict=True)]
    inputs = tuple(section for section in sections if section.kind in {"file", "stdin", "run"})
    return Scenario(sentence, inputs)


def play(scenario: Scenario, folder: Path) -> Iterator[tuple[str, Outcome]]:
    """Put the files of a scenario into a folder, run its command lines there, and yield what each left."""
    stdin = b""
    for section in scenario.inputs:
        if section.kind == "file":
            target = folder / section.name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(section.text, encoding="utf-8", newline="")
        elif section.kind == "stdin":
            stdin = section.text.encode()
        else:
            line = section.text.strip()
            yield line, run_journeymap(*shlex.split(line)[1:], cwd=folder, stdin=stdin)
            stdin = b""


def write_scenario(scenario: Scenario, outcomes: list[Outcome]) -> str:
    """Return the scenario's file with the answers that were given."""
    parts = [scenario.sentence]
    remaining = iter(outcomes)
    for kind, name, text in scenario.inputs:
        parts.append(f"======= {kind} {name}\n{text}" if name else f"======= {kind}\n{text}")
        if kind == "run":
            outcome = next(remaining)
            parts.append(f"======= code\n{outcome.code}\n")
            parts += [
                f"======= {stream}\n{shown}"
                for stream, shown in (("stdout", outcome.stdout), ("stderr", outcome.stderr))
                if shown
            ]
    return "".join(parts)
