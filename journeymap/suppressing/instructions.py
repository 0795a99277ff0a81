"""What a comment tells the checks: which rules it silences, how far, and why.

A comment that only mentions journeymap is left in peace; one that tries to silence something and is not
written right is told how.
"""

import re
from typing import Final

from journeymap.named_tuples import NamedTuple
from journeymap.suggesting import closest

IGNORE: Final = "ignore"
IGNORE_FILE: Final = "ignore-file"

_RIGHT: Final = re.compile(
    r"#[ \t]*journeymap[ \t]*:[ \t]*(?P<verb>ignore-file|ignore)[ \t]*\[(?P<names>[^\[\]]*)\](?P<reason>.*)"
)
_NAME: Final = re.compile(r"[^\s,]+(?:[ \t]+[^\s,]+)*")
_ATTEMPT: Final = re.compile(
    r"#[ \t]*journeymap\b[ \t]*[:,-]?[ \t]*(?P<verb>[a-z]+(?:[-_ ](?:file|next|line))*)[ \t]*(?P<rest>.*)",
    re.I,
)
_WORD: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")
_VERBS_OF_OTHERS: Final = frozenset(
    ["allow", "disable", "exclude", "except", "mute", "noqa", "nolint", "off", "silence", "skip", "suppress"]
)
_ENDINGS: Final = re.compile(r"[-_ ](?:file|next|line)", re.I)


class Named(NamedTuple):
    """A name in the brackets of a comment, and where it begins in the comment."""

    name: str
    at: int


class Instruction(NamedTuple):
    """A comment that silences rules: on the lines it speaks of, or in its whole file.

    ``inside`` is where the brackets open and close in the comment, both exclusive of the brackets.
    """

    names: tuple[Named, ...]
    reason: str
    whole_file: bool
    inside: tuple[int, int]


class Misfit(NamedTuple):
    """A comment that tries to silence something in vain: what is wrong with it, and the rules it mentions."""

    problem: str
    verb: str
    mentioned: tuple[str, ...] = ()


def read_instruction(comment: str) -> Instruction | Misfit | None:
    """Return what a comment tells the checks, or nothing when it speaks to people only."""
    right = _RIGHT.fullmatch(comment)
    if right is None:
        return _read_attempt(comment)
    start, end = right.span("names")
    names = tuple(Named(name[0], name.start()) for name in _NAME.finditer(comment, start, end))
    if not names:
        return Misfit("there is no rule between the brackets", right["verb"])
    reason = right["reason"].strip().lstrip("-\N{EN DASH}\N{EM DASH}: ").rstrip()
    return Instruction(names, reason, right["verb"] == IGNORE_FILE, (start, end))


def _read_attempt(comment: str) -> Misfit | None:
    attempt = _ATTEMPT.fullmatch(comment)
    if attempt is None:
        return None
    verb, rest = attempt["verb"].lower(), attempt["rest"]
    bare = _ENDINGS.sub("", verb)
    mentioned = tuple(_WORD.findall(rest))
    is_ours = closest(bare, (IGNORE,)) is not None
    # Words of other programs are words of English, too: alone they do not tell.
    is_of_others = bare in _VERBS_OF_OTHERS and (mentioned or not rest)
    if not (is_ours or is_of_others or rest.startswith("[")):
        return None
    meant = IGNORE_FILE if "file" in verb else IGNORE
    if verb != meant:
        return Misfit(f"`{verb}` is not a word that it knows", meant, mentioned)
    if not rest.startswith(("[", "(", "{")):
        return Misfit("the rules are not in brackets", meant, mentioned)
    if not rest.startswith("[") or "]" not in rest:
        return Misfit("the brackets are not `[` and `]`", meant, mentioned)
    return Misfit("it does not begin with `# journeymap:`", meant, mentioned)
