"""Texts in Mermaid: written so that a diagram shows them as they are, whatever Mermaid would read in them.

Mermaid's entity codes, such as ``#35;`` for ``#``, are decoded after everything that could take a
character for syntax: the grammar, Markdown, icons, formulas. What a character means differs by the place,
and so does what is encoded; everything else stays readable. Of each match the last character is encoded.
"""

import re

from journeymap.rendering.metrics import one_line

_ALWAYS = '"#:;\N{LATIN SMALL LIGATURE FL}\N{PILCROW SIGN}'
"""Syntax everywhere, and the letters that Mermaid itself puts in place of ``#`` and ``;`` in between."""
_EDGES = r"^[^\S ]|[^\S ]$|\N{ZERO WIDTH NO-BREAK SPACE}"
"""Blanks that are trimmed from the ends of a text, though they are a part of it."""
_PERCENT = r"^%|%(?=%)|(?<=%)%"
"""What could begin a comment or a directive."""
_MARKDOWN = r"^-|^\d+[.)](?=\s|$)|www\."
"""What begins a list, a line or a link, besides the characters that are never left alone in a label."""

_APART = re.compile(r"\\(?=n)|\$(?=\$)|:(?=fa-)|[\N{LATIN SMALL LIGATURE FL}\N{PILCROW SIGN}]")
"""What Mermaid reads in a node even after decoding, when it meets what follows: ``\\n``, formulas, icons."""
_NOTHING = "<b></b>"
"""What keeps two characters of a label apart without showing."""

_LABEL = re.compile(rf"[{_ALWAYS}$&*+<=>@\[\\\]^_`{{|}}~]|{_PERCENT}|{_EDGES}|{_MARKDOWN}", re.IGNORECASE)
_TITLE = re.compile(rf"[{_ALWAYS}&<=>]|{_PERCENT}|{_EDGES}")
_TASK = re.compile(
    rf"[{_ALWAYS}<]|{_PERCENT}|{_EDGES}|^(?:j(?=ourney)|t(?=itle)|s(?=ection)|a(?=cctitle|ccdescr))",
    re.IGNORECASE,
)
_ACTOR = re.compile(rf"[{_ALWAYS},]|<(?=br)|^_|{_PERCENT}|{_EDGES}", re.IGNORECASE)


def write_label(text: str) -> str:
    """Return one line of a flowchart's label, which Mermaid would otherwise read as Markdown and HTML."""
    return _LABEL.sub(_encode_in_label, one_line(text))


def write_title(text: str) -> str:
    """Return a diagram's title or description, which Mermaid would otherwise clean as HTML."""
    return _encode(_TITLE, text)


def write_task(text: str) -> str:
    """Return the name of a task or section of a journey: one must not begin like a statement."""
    return _encode(_TASK, text)


def write_actor(text: str) -> str:
    """Return one name of a list of actors.

    Mermaid breaks long names between any two characters, codes included: as little as possible is encoded.
    """
    return _encode(_ACTOR, text)


def write_comment(text: str) -> str:
    """Return a comment, in which nothing can begin a directive."""
    return f"%% {re.sub('%(?=%)', '% ', one_line(text))}"


def _encode(special: re.Pattern[str], text: str) -> str:
    return special.sub(_encode_last, one_line(text))


def _encode_last(match: re.Match[str]) -> str:
    return f"{match[0][:-1]}#{ord(match[0][-1])};"


def _encode_in_label(match: re.Match[str]) -> str:
    apart = _APART.match(match.string, match.end() - 1)
    return _encode_last(match) + (_NOTHING if apart else "")
