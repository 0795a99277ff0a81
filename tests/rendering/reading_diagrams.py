"""The texts of finished diagrams, as the tools that draw them understand them: each asked once for many."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from tests.rendering.exchange.outside import Understood, compile_d2, draw_plantuml, read_mermaid


def read_diagrams(format: str, contents: Sequence[bytes]) -> list[list[str]]:
    """Return the texts of each diagram; fail where the tool does not accept one."""
    ask, read = DIAGRAM_READERS[format]
    answers = ask({str(number): content.decode() for number, content in enumerate(contents)})
    assert [answer for answer in answers.values() if "error" in answer] == []
    return [list(read(answer)) for answer in answers.values()]


def _read_mermaid(answer: Any) -> Iterator[str]:
    yield answer["name"]
    yield answer["description"]
    if answer["type"] == "journey":
        yield answer["title"]
        yield from answer["sections"]
        for task in answer["tasks"]:
            yield task["task"]
            yield from task["people"]
        return
    yield from answer["nodes"].values()
    yield from answer["groups"].values()
    yield from (text for *_, text in answer["edges"])


def _read_d2(answer: Any) -> Iterator[str]:
    yield from answer["shapes"].values()
    yield from (label for *_, label in answer["edges"])


def _read_plantuml(answer: Any) -> Iterator[str]:
    # PlantUML draws its errors as pictures; a long label is several texts.
    drawn = "".join(answer)
    assert "PlantUML version" not in drawn, answer[-1]
    yield drawn


DIAGRAM_READERS: Mapping[
    str, tuple[Callable[[Mapping[str, str]], Understood], Callable[[Any], Iterator[str]]]
] = {
    "mmd": (read_mermaid, _read_mermaid),
    "d2": (compile_d2, _read_d2),
    "puml": (draw_plantuml, _read_plantuml),
}
"""Format → the tool that understands it, and where the texts are in its answer."""
