"""Style sheets and scripts without what only their authors need: comments, indentation, blanks.

Names stay as they are, so that what a reader's browser shows can be found in the source.
"""

import re

_STRING = re.compile(r'("[^"\n]*"|\([^()]*\))')
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def pack_style(text: str) -> str:
    """Return a style sheet that means the same in fewer letters; texts in it stay as they are."""
    parts = _STRING.split(_COMMENT.sub("", text))
    return "".join(part if index % 2 else _squeeze(part) for index, part in enumerate(parts)).strip() + "\n"


def pack_script(text: str) -> str:
    """Return a script without indentation, empty lines and lines that are comments."""
    lines = (line.strip() for line in text.splitlines())
    return "".join(f"{line}\n" for line in lines if line and not line.startswith("//"))


def _squeeze(part: str) -> str:
    spaced = re.sub(r"\s+", " ", part)
    return re.sub(r" ?([{};,]) ?|(:) (?=\S|$)", r"\1\2", spaced).replace(";}", "}")
