"""Bytes to text: only UTF-8 of a bounded size without control characters comes through.

Knows nothing of YAML, except that its 1.1 and 1.2 readers disagree about three line separators.
"""

import re

from journeymap.diagnostics import Diagnostic, Edit, Fix
from journeymap.source import SourceFile
from journeymap.syntax.faults import CONTROL_CHARACTER, NOT_UTF_8, TOO_LARGE
from journeymap.syntax.limits import Limits

_BOM = b"\xef\xbb\xbf"

# The longer marks first: a UTF-32 mark begins like the UTF-16 one.
_FOREIGN_MARKS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)

# U+0085, U+2028 and U+2029 end a line for libyaml and are ordinary text in YAML 1.2, so a comment that
# holds one hides code from some readers. U+FEFF is invisible. Tab and line breaks are welcome.
_REFUSED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")

_NAMES = {
    "\x00": "the NUL character",
    "\x1b": "an escape character",
    "\x7f": "a delete character",
    "\x85": "the line break U+0085",
    "\u2028": "the line separator U+2028",
    "\u2029": "the paragraph separator U+2029",
    "\ufeff": "a byte order mark inside the text",
}

_BREAKS = "\x0b\x0c\x85\u2028\u2029"
_EXCERPT = 2_000


def decode_text(path: str, content: bytes, limits: Limits) -> tuple[SourceFile, tuple[Diagnostic, ...]]:
    """Return the text of a file; with a diagnostic, the text is only good for showing its place."""
    if len(content) > limits.bytes:
        source = SourceFile(path, content[:_EXCERPT].decode("utf-8", "replace"))
        return source, (_find_size(source, len(content), limits),)
    encoding = _recognise_encoding(content)
    if encoding:
        source = SourceFile(path, content[:_EXCERPT].decode(encoding, "replace"))
        return source, (_find_encoding(source, encoding),)
    # The mark is dropped rather than decoded, so that offset 0 is the first character of the map.
    content = content.removeprefix(_BOM)
    try:
        source = SourceFile(path, content.decode("utf-8"))
    except UnicodeDecodeError as error:
        return _find_bad_byte(path, content, error)
    refused = _REFUSED.search(source.text)
    return source, ((_find_control(source, refused),) if refused else ())


def _recognise_encoding(content: bytes) -> str:
    for mark, encoding in _FOREIGN_MARKS:
        if content.startswith(mark):
            return encoding
    # Without a mark, every second byte of ASCII text in UTF-16 is NUL; four bytes settle it.
    match [byte == 0 for byte in content[:4]]:
        case [False, True, False, True]:
            return "UTF-16-LE"
        case [True, False, True, False]:
            return "UTF-16-BE"
        case [False, True, True, True]:
            return "UTF-32-LE"
        case [True, True, True, False]:
            return "UTF-32-BE"
    return ""


def _find_size(source: SourceFile, size: int, limits: Limits) -> Diagnostic:
    return TOO_LARGE.found(
        f"the file has {size:,} bytes, more than the {limits.bytes:,} that are read",
        source.span(0, 0),
        help=("split the journey and join the parts with `expand`, or move shared entries to a library",),
    )


def _find_encoding(source: SourceFile, encoding: str) -> Diagnostic:
    name = encoding[:6]
    return NOT_UTF_8.found(
        f"the file is encoded in {name}, not in UTF-8",
        source.span(0, 0),
        help=("save the file again and choose UTF-8 as its encoding",),
        args=(name,),
    )


def _find_bad_byte(
    path: str, content: bytes, error: UnicodeDecodeError
) -> tuple[SourceFile, tuple[Diagnostic, ...]]:
    byte = content[error.start : error.start + 1]
    at = len(content[: error.start].decode("utf-8"))
    source = SourceFile(path, content.decode("utf-8", "replace"))
    advice = "save the file again and choose UTF-8 as its encoding"
    guess = byte.decode("cp1252", "ignore")
    if guess:
        advice += f" (in Windows-1252 this byte is `{guess}`)"
    diagnostic = NOT_UTF_8.found(
        f"byte 0x{byte[0]:02X} is not valid UTF-8 here",
        source.span(at, at + 1),
        label="this byte",
        help=(advice,),
        args=(f"{byte[0]:02X}",),
    )
    return source, (diagnostic,)


def _remove_control(source: SourceFile, refused: re.Match[str]) -> Fix:
    """Return the fix that deletes a character; words that it parted stay apart."""
    edit = Edit(source.span(refused.start(), refused.end()), " " if refused[0] in _BREAKS else "")
    title = "replace it with a blank" if edit.text else "delete the character"
    return Fix(title, (edit,), safe=False)


def _find_control(source: SourceFile, refused: re.Match[str]) -> Diagnostic:
    character = refused[0]
    code = f"U+{ord(character):04X}"
    advice = f'write it as an escape in double quotes, "\\u{ord(character):04x}", if the text needs it'
    return CONTROL_CHARACTER.found(
        f"{_NAMES.get(character, f'the control character {code}')} stands in the file",
        source.span(refused.start(), refused.end()),
        label=f"{code} is here",
        help=("delete the character; it often comes along when text is pasted", advice),
        fixes=(_remove_control(source, refused),),
        args=(code,),
    )
