"""The search of the pages, run by Node.js: the same script, asked without a page."""

import json
import shutil
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from journeymap.resources import templates_path
from journeymap.site.searching.entries import Entry
from journeymap.site.searching.index_file import write_index


class Answer(NamedTuple):
    """What the script made of a file and some queries: ``found`` has the numbers of entries for each."""

    kinds: list[str]
    entries: list[list[Any]]
    found: list[list[int]]
    marked: list[list[tuple[str, bool]]]
    polluted: int


class Searcher:
    """A process that answers until it is closed."""

    def __init__(self) -> None:
        node = shutil.which("node")
        assert node, "there is no Node.js to search with; .ci/test installs it"
        core = templates_path() / "site" / "script" / "search_core.js"
        command = [node, str(Path(__file__).with_name("ask.cjs")), str(core)]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def ask(
        self,
        entries: Iterable[Entry],
        queries: Sequence[str] = (),
        marks: Sequence[tuple[str, str]] = (),
        *,
        at_once: int = 0,
    ) -> Answer:
        """Return what is found among entries; the index takes all of them, or so many, ``at_once``."""
        pipe, answers = self._process.stdin, self._process.stdout
        assert pipe
        assert answers
        question = {
            "file": write_index(entries),
            "queries": list(queries),
            "marks": list(marks),
            "at_once": at_once,
        }
        pipe.write(json.dumps(question) + "\n")
        pipe.flush()
        return Answer(**json.loads(answers.readline()))

    def find(self, titles: Sequence[str], query: str) -> list[str]:
        """Return the titles that a query finds among touchpoints, best first."""
        entries = [Entry("touchpoint", title, f"journeys/{n}/") for n, title in enumerate(titles)]
        return [titles[number] for number in self.ask(entries, [query]).found[0]]

    def close(self) -> None:
        """End the process."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.close()
        self._process.wait(10)
        self._process.stdout.close()
