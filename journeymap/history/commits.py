"""Commits of a folder as values: who changed which files when, each file under the name it has now."""

import re
from collections.abc import Iterator
from typing import Final

from journeymap.named_tuples import NamedTuple

MOST: Final = 5_000
"""How many commits are read: years of work on a workspace, and an answer within seconds."""

_UNIX_EPOCH: Final = 719_163
"""The first of January 1970 as a number of days."""
_DAY: Final = 86_400
_FIELDS: Final = ("%H", "%P", "%at", "%aN", "%s")
_FORMAT: Final = "format:" + "%x00".join(_FIELDS) + "%x00"
_STATUS: Final = re.compile(r"[A-Z][0-9]*")


class NoHistory(Exception):  # noqa: N818 - it says what there is not
    """That there is nothing to read, with the reason in words and what may be done about it."""

    def __init__(self, reason: str, *steps: str) -> None:
        super().__init__(reason)
        self.steps = steps


class Commit(NamedTuple):
    """One change: its id, its day in UTC as ISO text, who made it, what it says, and the files it touched.

    ``files`` are paths below the folder that was asked about, as they are called today.
    """

    id: str
    day: str
    author: str
    subject: str
    files: tuple[str, ...] = ()


class History(NamedTuple):
    """The commits of a folder, latest first; ``is_cut`` says that there are older ones which are not here."""

    commits: tuple[Commit, ...] = ()
    is_cut: bool = False


def read_history(folder: str, revision: str = "HEAD") -> History:
    """Return the commits that touched a folder, up to a revision.

    A clone that begins in the middle shows its first commit as if that had made every file: it is
    left out. Merges change nothing by themselves.
    """
    from journeymap.history.git import ask_git, check_revision

    shallow = ask_git(folder, "rev-parse", "--is-shallow-repository").strip() == "true"
    answer = ask_git(
        folder,
        "log",
        "-z",
        f"--max-count={MOST}",
        f"--format={_FORMAT}",
        *("--name-status", "--find-renames", "--relative", "--no-merges", "--no-color", "--encoding=UTF-8"),
        *("--no-ext-diff", "--no-textconv", "--ignore-submodules=all"),
        "--end-of-options",
        check_revision(revision),
        "--",
        ".",
    )
    return _read_log(answer, shallow=shallow)


def _read_log(answer: str, *, shallow: bool) -> History:
    commits: list[Commit] = []
    names: dict[str, str] = {}
    count = 0
    for (id, parents, seconds, author, subject), changes in _records(answer):
        count += 1
        if shallow and not parents:
            continue
        day = write_utc_day(int(seconds or 0))
        commits.append(Commit(id, day, author.strip(), subject, _follow(changes, names)))
    return History(tuple(commits), is_cut=shallow or count >= MOST)


def _records(answer: str) -> Iterator[tuple[list[str], list[tuple[str, ...]]]]:
    """Yield the fields of each commit with its changes: a status and a path, or two where it was renamed.

    Nothing that an author writes can hold the sign between the fields, and none of them is taken for
    what it is not: a change begins with a status, a commit with its id.
    """
    fields = iter(answer.split("\0"))
    head = next(fields, "").lstrip("\n")
    while head:
        record = [head, *(next(fields, "") for _ in _FIELDS[1:])]
        changes: list[tuple[str, ...]] = []
        head = ""
        for field in fields:
            status = field.lstrip("\n")
            if _STATUS.fullmatch(status):
                changes.append((status, *(next(fields, "") for _ in range(2 if status[0] in "RC" else 1))))
            elif status:
                head = status
                break
        yield record, changes


def _follow(changes: list[tuple[str, ...]], names: dict[str, str]) -> tuple[str, ...]:
    """Return the files of a commit by their names of today.

    ``names`` holds the later name of each file; renames are met on the way back, the latest first.
    """
    found: list[str] = []
    for status, *paths in changes:
        now = names.get(paths[-1], paths[-1])
        if status[0] == "R":
            names[paths[0]] = now
        found.append(now)
    return tuple(dict.fromkeys(found))


def write_utc_day(seconds: int) -> str:
    """Return the day of a time in seconds as ISO text; outside of the calendar it is the nearest there is."""
    from datetime import date

    number = _UNIX_EPOCH + seconds // _DAY
    return date.fromordinal(min(max(number, 1), date.max.toordinal())).isoformat()
