"""The summary of a run: what it holds at most is known, and what is too much is dropped without a word."""

import re
from pathlib import Path

from surroundings import Run

MOST = 1_000_000
"""Bytes in the summary of a step; the platform drops a whole one that is larger than 1 MiB."""
_CUT = "\n\n*The rest is too long for a summary.*\n"


def add_to_summary(run: Run, text: str) -> None:
    """Add Markdown to the summary of this step, cut between two lines where it is too much."""
    target = run.environ.get("GITHUB_STEP_SUMMARY")
    if not target:
        return
    path = Path(target)
    left = MOST - (path.stat().st_size if path.exists() else 0)
    content = shorten(text, left)
    if len(content.encode()) <= left:
        with path.open("a", encoding="utf-8", newline="\n") as file:
            file.write(content)


def shorten(text: str, most: int) -> str:
    """Return a text of at most so many bytes, cut at the end of a line; a fence that was open is closed."""
    content = text.encode()
    if len(content) <= most:
        return text
    room = max(0, most - len(_CUT.encode()) - 200)
    kept = content[:room].rpartition(b"\n")[0].decode("utf-8", "ignore")
    opened = re.findall(r"^(`{3,})", kept, re.MULTILINE)
    close = f"\n{opened[-1]}" if len(opened) % 2 else ""
    folds = kept.count("<details>") - kept.count("</details>")
    return f"{kept}{close}{chr(10) * 2 + '</details>' if folds > 0 else ''}{_CUT}"


def fence(text: str) -> str:
    """Return a text as a block that nothing in it can end."""
    runs = re.findall(r"`+", text)
    ticks = "`" * max([3, *(len(each) + 1 for each in runs)])
    return f"{ticks}text\n{text.rstrip()}\n{ticks}"
