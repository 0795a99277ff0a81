r"""The parser where libyaml is missing: PyYAML's own, brought to libyaml's reading of the same text.

PyYAML ends an unquoted text at `?` inside brackets, refuses tabs between tokens, takes half characters
(`"\ud800"`) and reads `[a:, b]`; libyaml does not. A differential test holds the two together.
"""

from typing import Any

from yaml.composer import Composer
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner, ScannerError
from yaml.tokens import ScalarToken

_BREAKS = "\r\n"
_BLANKS = " \t"
_END = "\0"


class PureParser(Reader, Scanner, Parser, Composer):
    """Composes nodes with libyaml's reading of tabs, question marks and colons."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)
        Composer.__init__(self)

    def check_directive(self) -> bool:
        """Whether a directive begins here: never, for the frame of a document is checked before."""
        return False

    def scan_to_next_token(self) -> None:
        """Move past blanks, comments and line breaks; a tab is a blank where it is no indentation."""
        while True:
            while self.peek() == " " or (
                self.peek() == "\t" and (self.flow_level or not self.allow_simple_key)
            ):
                self.forward()
            if self.peek() == "#":
                while self.peek() not in _BREAKS + _END:
                    self.forward()
            if not self._scan_break():
                return
            if not self.flow_level:
                self.allow_simple_key = True

    def scan_plain(self) -> ScalarToken:
        """Return the unquoted text that begins here, its lines folded."""
        start = end = self.get_mark()
        indent = self.indent + 1
        text, gap = "", ""
        folded = False
        while self.peek() != "#" and not self._at_document_marker():
            length = self._measure_plain(start)
            if not length:
                break
            text += gap + self.prefix(length)
            self.forward(length)
            end = self.get_mark()
            self.allow_simple_key = folded = False
            gap, folded = self._scan_gap(indent, start)
            if not gap or (not self.flow_level and self.column < indent):
                break
        if folded:
            self.allow_simple_key = True
        return ScalarToken(text, plain=True, start_mark=start, end_mark=end)

    def scan_flow_scalar_non_spaces(self, double: Any, start_mark: Any) -> Any:
        """Return the next parts of a quoted text; half a character is no part of any."""
        try:
            chunks = super().scan_flow_scalar_non_spaces(double, start_mark)
        except ValueError:  # an escape beyond U+10FFFF
            chunks = ["\ud800"]
        if any("\ud800" <= character <= "\udfff" for chunk in chunks for character in chunk):
            problem = "found invalid Unicode character escape code"
            raise ScannerError("while scanning a double-quoted scalar", start_mark, problem, self.get_mark())
        return chunks

    def scan_block_scalar_indentation(self) -> Any:
        """Return the indentation of a block text; a tab is no part of one."""
        start = self.get_mark()
        found = super().scan_block_scalar_indentation()
        if self.peek() == "\t":
            problem = "found a tab character where an indentation space is expected"
            raise ScannerError("while scanning a block scalar", start, problem, self.get_mark())
        return found

    def _scan_break(self) -> str:
        line_break: str = self.scan_line_break()  # type: ignore[no-untyped-call]
        return line_break

    def _measure_plain(self, start: Any) -> int:
        length = 0
        while True:
            character = self.peek(length)
            if character in _BLANKS + _BREAKS + _END:
                return length
            if self.flow_level and character in ",[]{}":
                return length
            if character == ":":
                after = self.peek(length + 1)
                if after in _BLANKS + _BREAKS + _END:
                    return length
                if self.flow_level and after in ",?[]{}":
                    self.forward(length)
                    problem = "found unexpected ':'"
                    raise ScannerError("while scanning a plain scalar", start, problem, self.get_mark())
            length += 1

    def _scan_gap(self, indent: int, start: Any) -> tuple[str, bool]:
        blanks = ""
        breaks: list[str] = []
        while self.peek() in _BLANKS + _BREAKS:
            if self.peek() in _BREAKS:
                breaks.append(self._scan_break())
            elif not breaks:
                blanks += self.peek()
                self.forward()
            elif self.peek() == "\t" and self.column < indent:
                problem = "found a tab character that violates indentation"
                raise ScannerError("while scanning a plain scalar", start, problem, self.get_mark())
            else:
                self.forward()
        if not breaks:
            return blanks, False
        return "".join(breaks[1:]) or " ", True

    def _at_document_marker(self) -> bool:
        return (
            self.column == 0 and self.prefix(3) in {"---", "..."} and self.peek(3) in _BLANKS + _BREAKS + _END
        )
