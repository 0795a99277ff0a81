"""Plain data written down in every style that people use, comments in awkward places included."""

import re
from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from journeymap.syntax.writing import write_flow, write_scalar

Draw = Callable[[st.SearchStrategy[Any]], Any]


class _Layout:
    def __init__(self, draw: Draw) -> None:
        self._draw = draw
        self._comments = 0

    def one_of(self, *choices: Any) -> Any:
        return self._draw(st.sampled_from(choices))

    def rarely(self) -> bool:
        return bool(self._draw(st.integers(0, 5)) == 5)

    def comment(self) -> str:
        self._comments += 1
        return f"# c{self._comments}"

    def trailing(self) -> str:
        return f"  {self.comment()}" if self.rarely() else ""

    def lines_between(self, indent: int) -> list[str]:
        """Return blank lines and comments, never deeper than the entries around them."""
        lines = []
        while self.rarely():
            lines.append(" " * self.one_of(0, indent) + self.comment() if self.one_of(True, False) else "")
        return lines

    def write(self, value: Any, indent: int) -> list[str]:
        """Return the lines of a block collection."""
        entries = value.items() if isinstance(value, dict) else ((None, item) for item in value)
        lines = []
        for key, entry in entries:
            lines += self.lines_between(indent)
            head = f"{self.scalar(key)}:" if key is not None else "-"
            lines += self.entry(" " * indent + head, entry, indent, is_item=key is None)
        return lines

    def entry(self, head: str, value: Any, indent: int, *, is_item: bool) -> list[str]:
        if not isinstance(value, dict | list):
            return self.single(head, value, indent)
        if not value or self.one_of(True, False):
            lines = self.flow(value, indent + 2)
            return (
                [f"{head} {lines[0]}", *lines[1:-1], f"{lines[-1]}{self.trailing()}"]
                if len(lines) > 1
                else [f"{head} {lines[0]}{self.trailing()}"]
            )
        if is_item:
            deeper = indent + self.one_of(2, 4)
            lines = self.write(value, deeper)
            if lines[0].strip() and not lines[0].lstrip().startswith("#") and self.one_of(True, False):
                return [head + lines[0][indent + 1 :], *lines[1:]]
            return [f"{head}{self.trailing()}", *lines]
        deeper = indent + (self.one_of(0, 2, 4) if isinstance(value, list) else self.one_of(2, 4))
        return [f"{head}{self.trailing()}", *self.write(value, deeper)]

    def single(self, head: str, value: Any, indent: int) -> list[str]:
        if value is None:
            return [f"{head}{self.one_of('', ' ~', ' null')}{self.trailing()}"]
        if isinstance(value, str) and self.one_of(True, False):
            block = self.block_text(head, value, indent)
            if block:
                return block
        return [f"{head} {self.scalar(value)}{self.trailing()}"]

    def block_text(self, head: str, value: str, indent: int) -> list[str]:
        body = value.rstrip("\n")
        if (
            not body
            or body != value[: len(body)]
            or re.search(r"(?:\A|\n)[ \n]|[^\n ] *\n?\Z(?<= )", body)
            or body[0] in " \n"
        ):
            return []
        left = len(value) - len(body)
        chomp = "-" if left == 0 else "" if left == 1 else "+"
        pad = " " * (indent + 2)
        lines = [pad + line if line else "" for line in body.split("\n")] + [""] * max(0, left - 1)
        return [f"{head} |{chomp}{self.trailing()}", *lines]

    def scalar(self, value: Any, *, in_flow: bool = False) -> str:
        if isinstance(value, str):
            style = self.one_of("least", "single", "double")
            if style == "single" and value.isprintable():
                return "'" + value.replace("'", "''") + "'"
            if style == "double" and value.isprintable():
                return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
        return write_scalar(value, in_flow=in_flow)

    def flow(self, value: Any, indent: int) -> list[str]:
        """Return a collection in brackets, on one line or an entry a line."""
        if isinstance(value, dict):
            parts = [f"{self.scalar(key, in_flow=True)}: {self.inner(entry)}" for key, entry in value.items()]
            opener, closer = "{", "}"
        else:
            parts, (opener, closer) = [self.inner(entry) for entry in value], "[]"
        comma = "," if parts and self.rarely() else ""
        if not parts or self.one_of(True, False):
            return [f"{opener}{', '.join(parts)}{comma}{closer}"]
        lines = [f"{opener}{self.trailing()}"]
        for i, part in enumerate(parts):
            lines += [" " * indent + line.strip() if line else line for line in self.lines_between(indent)]
            lines.append(" " * indent + part + (comma if i == len(parts) - 1 else ",") + self.trailing())
        return [*lines, " " * indent + closer]

    def inner(self, value: Any) -> str:
        return write_flow(value) if isinstance(value, dict | list) else self.scalar(value, in_flow=True)


def lay_out(data: dict[str, Any], draw: Draw) -> str:
    """Return data as the text of a document, each choice of style drawn."""
    layout = _Layout(draw)
    lines = [*layout.write(data, 0), *layout.lines_between(0)]
    line_break = layout.one_of("\n", "\r\n")
    return str(line_break.join(lines) + layout.one_of(line_break, ""))
