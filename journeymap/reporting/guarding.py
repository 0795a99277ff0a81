"""Text that no build server takes for a command.

GitHub's server reads what a program prints: a line that begins with ``::`` is a command, and one in the
older form, ``##[...]``, wherever in a line it stands; others know ``##vso[...]`` and ``##teamcity[...]``.
Three colons and a blank are no command but our own arrow to another file.
"""

import re

_COMMAND = re.compile(r"^((?:[^\S\n]|\x1b\[[0-9;]*m)*)(?!::: ):(?=:)", re.MULTILINE)
_OLD_COMMAND = re.compile(r"##(?=[A-Za-z]*\[)")


def guard(text: str) -> str:
    """Return a text in which no line is a command; a blank keeps its signs apart."""
    return _OLD_COMMAND.sub("## ", _COMMAND.sub(r"\1: ", text))


def guard_json(text: str) -> str:
    """Return JSON in which no line is a command; who reads it gets every sign as it was."""
    return re.sub(r"#(?=#[A-Za-z]*\[)", r"\\u0023", text)
