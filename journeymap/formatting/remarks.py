"""How a comment is written."""

from typing import Final

_GLUED: Final = frozenset(" \t#!-=*~+_:/|")
"""What may follow a `#` directly: blanks, rulers, `#!`, and lines of YAML that were commented out."""


def spell_remark(text: str) -> str:
    """Return a comment with a blank after its `#`, where words begin there."""
    return text if text[1:2] in _GLUED or text == "#" else f"# {text[1:]}"


def word_remark(text: str) -> str:
    """Return what a comment says, whatever blanks follow its `#`."""
    return text[1:].strip()
