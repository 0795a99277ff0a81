"""The states that a folder has been through, one after the other: the commits of the main line.

A merge is one step there, whatever happened on the branch that came in. What a tag names begins behind
the tag before it.
"""

from typing import Final

from journeymap.history.commits import MOST, NoHistory, write_utc_day
from journeymap.history.git import ask_git, check_revision, read_git
from journeymap.named_tuples import NamedTuple

EMPTY: Final = ""
"""The state before the first commit."""
_TAG: Final = "%(refname:short)%00%(objectname)%00%(*objectname)"


class Step(NamedTuple):
    """A commit that changed a folder, and the one before it, which is empty where the history begins.

    ``day`` is when it came into this branch, in UTC, ``tag`` the first one that holds it, if there is any.
    """

    id: str
    before: str
    day: str
    subject: str
    tag: str = ""
    tag_day: str = ""


def read_mainline(
    folder: str, patterns: tuple[str, ...] = (".",), revision: str = "HEAD", since: str = ""
) -> tuple[Step, ...]:
    """Return the steps of files of some names in a folder up to a revision, latest first.

    Those that ``since`` knows are left out.
    """
    bounds = (check_revision(revision), *([f"^{check_revision(since)}"] if since else []))
    log = ask_git(
        folder,
        *("log", "-z", "--first-parent", f"--max-count={MOST}", "--no-color", "--encoding=UTF-8"),
        *("--format=%H%x00%P%x00%ct%x00%s", "--ignore-submodules=all", "--no-ext-diff", "--no-textconv"),
        *("--no-patch", "--end-of-options", *bounds, "--", *patterns),
    )
    fields = log.rstrip("\0").split("\0") if log else []
    records = [fields[begin : begin + 4] for begin in range(0, len(fields) - 3, 4)]
    shallow = ask_git(folder, "rev-parse", "--is-shallow-repository").strip() == "true"
    names = _name_commits(folder, bounds, [id for id, *_ in records])
    return tuple(
        Step(id, parents.split(" ")[0], write_utc_day(int(seconds or 0)), subject, *names.get(id, ("", "")))
        for id, parents, seconds, subject in records
        # A clone that begins in the middle knows nothing of what its first commit changed.
        if parents or not shallow
    )


def find_parents(folder: str, commits: tuple[str, ...]) -> dict[str, str]:
    """Return the first parent of each commit, empty for one that begins the history."""
    if not commits:
        return {}
    given = "".join(f"{check_revision(id)}\n" for id in commits).encode("ascii")
    answer = read_git(folder, "rev-list", "--no-walk=unsorted", "--parents", "--stdin", given=given)
    lines = (line.split(" ") for line in answer.decode("ascii").splitlines())
    return {id: parents[0] if parents else EMPTY for id, *parents in lines}


def _name_commits(folder: str, bounds: tuple[str, ...], wanted: list[str]) -> dict[str, tuple[str, str]]:
    """Return the earliest tag that holds each commit with the tag's day; what no tag holds is not there."""
    tags: dict[str, str] = {}
    for line in ask_git(
        folder, "for-each-ref", "--sort=v:refname", f"--format={_TAG}", "refs/tags"
    ).splitlines():
        name, own, peeled = line.split("\0")
        tags.setdefault(peeled or own, name)
    if not tags:
        return {}
    chain = ask_git(
        folder,
        *("log", "--first-parent", f"--max-count={MOST}", "--format=%H %ct", "--no-color"),
        *("--end-of-options", *bounds, "--"),
    )
    found: dict[str, tuple[str, str]] = {}
    latest = ("", "")
    known = set(wanted)
    for line in chain.splitlines():
        id, _, seconds = line.partition(" ")
        if id in tags:
            latest = (tags[id], write_utc_day(int(seconds or 0)))
        if id in known:
            found[id] = latest
    return found


__all__ = ["EMPTY", "NoHistory", "Step", "find_parents", "read_mainline"]
