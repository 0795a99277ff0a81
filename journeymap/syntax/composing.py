"""Text to parser nodes, under guard: the one module that knows the YAML library.

libyaml composes recursively and dies of deep nesting, so depth and number of nodes are counted before
each descent, in the same pass. Nothing is resolved or constructed here: an implicit tag is None.
"""

import re
from typing import Any, TypeAlias

import yaml
from yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode

from journeymap.named_tuples import NamedTuple
from journeymap.syntax.limits import Limits

try:
    from yaml._yaml import CParser

    class _FastParser(CParser):
        """libyaml's parser, with room for the three hooks that it calls for each node."""

except ImportError:  # pragma: no cover # PyYAML was built without libyaml
    _FastParser = None  # type: ignore[assignment,misc]

__all__ = ["CollectionNode", "MappingNode", "Node", "ScalarNode", "SequenceNode", "Stumble", "compose_nodes"]

_BLANKS = r"(?:[ \t\r\n]+|#[^\r\n]*)*+"
_BETWEEN_NODES = re.compile(rf"{_BLANKS}(?:[:?-](?=[ \t\r\n])|[,:])?{_BLANKS}")

TOO_DEEP = "too deep"
TOO_MANY = "too many nodes"


class Stumble(NamedTuple):
    """Where the parser gave up: its own words and offsets, for this room only and never for a user."""

    problem: str
    at: int
    context: str = ""
    opened: int = 0


Composed: TypeAlias = Node | Stumble | None


class _ExceededError(Exception):
    """A guard stopped the parser."""


def compose_nodes(text: str, limits: Limits, *, pure: bool = False) -> Composed:
    """Return the root node, None for a text without content, or where the parser stumbled."""
    parser = _open_parser(text, pure=pure)
    path: list[CollectionNode | None] = []
    depth, left = limits.depth, limits.nodes

    # Closures on the instance are a third faster than methods, and run twice for each node.
    def descend(parent: CollectionNode | None, index: Node | int | None) -> None:
        nonlocal left
        path.append(parent)
        left -= 1
        if left < 0:
            raise _ExceededError(TOO_MANY, _find_next(text, parent, index))
        if len(path) > depth:
            raise _ExceededError(TOO_DEEP, _find_next(text, parent, index))

    parser.descend_resolver = descend
    parser.ascend_resolver = path.pop
    parser.resolve = _leave_unresolved
    try:
        root: Node | None = parser.get_single_node()
    except _ExceededError as stop:
        return Stumble(*stop.args)
    except yaml.MarkedYAMLError as error:
        return _describe(error)
    return root


def _open_parser(text: str, *, pure: bool) -> Any:
    if _FastParser is None or pure:
        from journeymap.syntax.pure_parser import PureParser

        return PureParser(text)
    return _FastParser(text)


def _find_next(text: str, parent: CollectionNode | None, index: Node | int | None) -> int:
    """Return where the node begins that the parser is about to compose; it does not tell."""
    if parent is None:
        return 0
    before: Any = index if isinstance(index, Node) else parent.value[-1] if parent.value else None
    if isinstance(before, tuple):
        before = before[1]
    at: int = parent.start_mark.index + bool(parent.flow_style) if before is None else before.end_mark.index
    found = _BETWEEN_NODES.match(text, at)
    return found.end() if found else at


def _leave_unresolved(_kind: object, _value: object, _implicit: object) -> None:
    return None


def _describe(error: yaml.MarkedYAMLError) -> Stumble:
    at = error.problem_mark or error.context_mark
    opened = error.context_mark or at
    return Stumble(
        error.problem or "",
        at.index if at else 0,
        error.context or "",
        opened.index if opened else 0,
    )
