"""A careless author: any values written down in any style that the language takes, comments everywhere.

The hand that chooses is a ``random.Random``; Hypothesis gives one that shrinks.
"""

import json
import re
from random import Random
from typing import Any

LETTERS = re.compile(r"[A-Za-z][A-Za-z ]*[A-Za-z]|[A-Za-z]{2,}")
REMARKS = (
    "# a remark", "#glued", "#!shebang", "#", "##", "# 'quote\" [bracket {brace", "# key: value", "#  - item",
    "# 😀 wide 字", "#\ttab", "# journeymap: 1", "# ends in blanks  ", "#---",
)  # fmt: skip
NO_PLAIN = frozenset(["yes", "no", "on", "off", "true", "false", "null", "y", "n"])


class Scribe:
    """One author with one hand."""

    def __init__(self, hand: Random, *, remarks: bool = True) -> None:
        self.hand = hand
        self.remarks = remarks
        # Behind a block text, blank lines and comments as deep as it is would be more of it.
        self.block_column = 0
        self.last_aside = ""

    def write_file(self, data: dict[str, Any]) -> str:
        """Return a file that holds the data."""
        hand = self.hand
        head = hand.choice(["", "", "", "---\n", "%YAML 1.2\n---\n", "# first\n\n", "--- # marked\n", "\n\n"])
        tail = hand.choice(
            ["", "", "\n\n", "...\n", "# last\n", "... # end\n# very last\n", "  # deep last\n"]
        )
        if hand.random() < 0.05:
            body = self.flow(data, 0) + self.aside() + "\n"
        else:
            body = "\n".join(self.mapping(data, 0)) + "\n"
        tail = "# last\n" if self.block_column else tail
        text = head + body + tail
        if not tail and hand.random() < 0.2:
            text = text.rstrip("\n")
        return text.replace("\n", "\r\n") if hand.random() < 0.2 else text

    def mapping(self, data: dict[str, Any], indent: int) -> list[str]:
        """Return the lines of a block mapping."""
        items = list(data.items())
        if self.hand.random() < 0.5:
            self.hand.shuffle(items)
        lines: list[str] = []
        for key, value in items:
            lines += self.below(lines)
            lines += self.above(indent)
            if self.hand.random() < 0.03:
                lines.append(f"{' ' * indent}? {self.key(key)}{self.aside()}")
                lines += self.value(f"{' ' * indent}:", value, indent)
            else:
                gap = self.hand.choice(["", "", "", " "])
                lines += self.value(f"{' ' * indent}{self.key(key)}{gap}:", value, indent)
        return lines

    def sequence(self, items: list[Any], indent: int) -> list[str]:
        """Return the lines of a block sequence."""
        lines: list[str] = []
        for item in items:
            lines += self.below(lines)
            lines += self.above(indent)
            dash = f"{' ' * indent}-"
            if isinstance(item, dict) and item and self.hand.random() < 0.6:
                step = self.hand.choice([2, 2, 3, 4])
                body = self.mapping(item, indent + step)
                if not body[0].strip() or body[0].lstrip().startswith("#"):
                    lines += [dash + self.aside(), *body]
                else:
                    lines += [dash + " " * (step - 1) + body[0][indent + step :], *body[1:]]
            else:
                lines += self.value(dash, item, indent)
        return lines

    def value(self, head: str, value: Any, indent: int) -> list[str]:
        """Return the lines of an entry from its head on."""
        hand = self.hand
        if isinstance(value, str):
            return self.text(head, value, indent)
        if isinstance(value, (dict, list)) and value and hand.random() < 0.6:
            own = indent + hand.choice([1, 2, 2, 4])
            if isinstance(value, list):
                own = indent if head.endswith(":") and hand.random() < 0.3 else own
                return [head + self.aside(), *self.sequence(value, own)]
            return [head + self.aside(), *self.mapping(value, own)]
        if value is None:
            return [head + hand.choice(["", " null", " ~"]) + self.aside()]
        start = head + self.gap(indent)
        return [*f"{start}{self.flow(value, indent + 1)}{self.aside()}".split("\n")]

    def gap(self, indent: int) -> str:
        """Return what stands between a head and its value."""
        if self.hand.random() < 0.9:
            return self.hand.choice([" ", " ", "  "])
        return self.aside() + "\n" + " " * (indent + self.hand.choice([1, 2, 3]))

    def text(self, head: str, text: str, indent: int) -> list[str]:
        """Return the lines of an entry whose value is a text."""
        hand = self.hand
        if text.strip(" \n") and text.isprintable() | ("\n" in text) and hand.random() < 0.3:
            block = self.block(text, indent)
            if block:
                return [head + " " + block[0] + self.aside(), *block[1:]]
        spelled = self.spell(text)
        words = spelled.split(" ")
        if len(words) > 2 and "  " not in spelled and "\\" not in spelled and hand.random() < 0.2:
            cut = hand.randrange(1, len(words))
            margin = " " * (indent + hand.choice([1, 2, 3]))
            first, second = " ".join(words[:cut]), " ".join(words[cut:])
            if not second.startswith("#"):
                return [f"{head} {first}", f"{margin}{second}{self.aside()}"]
        return f"{head}{self.gap(indent)}{spelled}{self.aside()}".split("\n")

    def block(self, text: str, indent: int) -> list[str]:
        """Return the header and lines of a literal block; nothing where the text does not allow one."""
        body = text.rstrip("\n")
        ends = len(text) - len(body)
        if not body or any(not (line.isprintable()) for line in body.split("\n")):
            return []
        margin = self.hand.choice([1, 2, 4])
        mark = str(margin) if body.startswith((" ", "\n")) or self.hand.random() < 0.2 else ""
        chomp = "-" if not ends else "" if ends == 1 else "+"
        lines = [" " * (indent + margin) + line if line else "" for line in body.split("\n")]
        self.block_column = indent + margin
        return [f"|{mark}{chomp}", *lines, *[""] * (ends - 1)]

    def key(self, key: str) -> str:
        """Return a key."""
        if re.fullmatch("[a-z_]+", key) and key not in NO_PLAIN and self.hand.random() < 0.9:
            return key
        return "".join(map(escape, json.dumps(key, ensure_ascii=False)))

    def spell(self, text: str) -> str:
        """Return a text on one line."""
        is_plain = LETTERS.fullmatch(text) and text.lower() not in NO_PLAIN and "  " not in text
        style = self.hand.choice(["plain", "single", "double"])
        if style == "plain" and is_plain:
            return text
        if style != "double" and text.isprintable():
            return "'" + text.replace("'", "''") + "'"
        quoted = json.dumps(text, ensure_ascii=False)
        return "".join(map(escape, quoted)) if self.hand.random() < 0.9 else "".join(map(escape_all, quoted))

    def flow(self, value: Any, indent: int) -> str:
        """Return a value in brackets, perhaps over several lines."""
        if isinstance(value, dict):
            parts = [f"{self.key(key)}: {self.flow(each, indent)}" for key, each in value.items()]
            return "{" + self.join(parts, indent) + "}"
        if isinstance(value, list):
            return "[" + self.join([self.item(each, indent) for each in value], indent) + "]"
        if isinstance(value, str):
            return self.spell(value)
        return "null" if value is None else json.dumps(value)

    def item(self, value: Any, indent: int) -> str:
        """Return an item of a list in brackets: a single pair needs no braces of its own."""
        if isinstance(value, dict) and len(value) == 1 and self.hand.random() < 0.3:
            ((key, each),) = value.items()
            return f"{self.key(key)}: {self.flow(each, indent)}"
        return self.flow(value, indent)

    def join(self, parts: list[str], indent: int) -> str:
        """Return the parts of a collection with what stands between them."""
        text = self.between(indent)
        for index, part in enumerate(parts):
            is_last = index == len(parts) - 1
            comma = "" if is_last and self.hand.random() < 0.8 else ","
            text += part + self.hand.choice(["", "", " "]) + comma + self.between(indent)
        return text

    def between(self, indent: int) -> str:
        """Return blanks, or a line break with or without comments."""
        if self.hand.random() < 0.85:
            return self.hand.choice(["", " ", " "])
        lines = self.above(indent) if self.hand.random() < 0.5 else []
        return "\n".join([self.aside(), *lines, " " * (indent + 1)])

    def above(self, indent: int) -> list[str]:
        """Return blank lines and comments that stand alone."""
        lines = []
        while self.hand.random() < 0.25:
            if self.remarks and self.hand.random() < 0.6:
                column = max(0, indent + self.hand.choice([0, 0, 0, -2, -4, 1, 2, 3, 6]))
                if self.block_column:
                    column = min(column, self.block_column - 1)
                self.block_column = 0
                lines.append(" " * column + self.hand.choice(REMARKS))
            elif not self.block_column:
                lines.append(self.hand.choice(["", "", "  "]))
        self.block_column = 0
        return lines

    def below(self, lines: list[str]) -> list[str]:
        """Return a comment in the column of the one at the end of the last line, or nothing."""
        last, remark = lines[-1] if lines else "", self.last_aside.strip()
        if not remark or self.block_column or not last.endswith(self.last_aside) or self.hand.random() > 0.2:
            return []
        return [" " * (len(last) - len(self.last_aside.lstrip())) + self.hand.choice(REMARKS)]

    def aside(self) -> str:
        """Return a comment at the end of a line, or nothing."""
        if self.remarks and self.hand.random() < 0.15:
            self.last_aside = self.hand.choice([" ", "  ", "          "]) + self.hand.choice(REMARKS)
            return self.last_aside
        return self.hand.choice(["", "", "", " "])


def escape(character: str) -> str:
    """Return a character as it may stand between double quotes."""
    return character if character.isprintable() else f"\\U{ord(character):08x}"


def escape_all(character: str) -> str:
    """Return a character as an escape where it is not ASCII."""
    return character if character.isascii() else f"\\U{ord(character):08x}"
