"""A revision that is not here: the command that brings it, and running it for those who ask."""

import re
from typing import Final

from journeymap.history.commits import NoHistory
from journeymap.history.git import SILENT, ask_git, read_git
from journeymap.history.objects import Repository, find_commit
from journeymap.named_tuples import NamedTuple

_COMMIT: Final = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_SHORT_COMMIT: Final = re.compile(r"[0-9a-f]{7,39}")
_STEPS: Final = re.compile(r"[~^]|@\{")
"""What leads from a commit to others: how many have to be there cannot be told."""
_NAME: Final = re.compile(r"[^\s~^:?*\[\\@+-][^\s~^:?*\[\\]*")
"""A name that may stand in what is fetched, and means nothing more there."""
_MOST_NAMES: Final = 500


class Fetch(NamedTuple):
    """A way to get a revision: the words behind ``git``, and the name it has afterwards."""

    words: tuple[str, ...]
    name: str

    @property
    def command(self) -> str:
        """The command as it is typed."""
        from shlex import join

        return join(("git", *self.words))


def resolve_commit(repository: Repository, revision: str, *, fetches: bool = False) -> str:
    """Return the id of a commit; one that is not here is fetched if that was asked for, else told."""
    found = find_commit(repository, revision)
    if found:
        return found
    fetch = _plan_fetch(repository, revision)
    if not fetches or fetch is None:
        raise _tell_missing(repository, revision, fetch)
    try:
        read_git(
            repository.folder,
            *(*fetch.words[:1], "--quiet", "--no-tags", "--no-recurse-submodules", *fetch.words[1:]),
            connects=True,
        )
    except NoHistory as error:
        raise NoHistory(f"`{revision}` could not be fetched: {error}", fetch.command) from None
    found = find_commit(repository, fetch.name)
    if found:
        return found
    raise NoHistory(f"`{revision}` is not there after `{fetch.command}`", "`git log` shows what is")


def find_parting(repository: Repository, one: str, other: str, *, fetches: bool = False) -> str:
    """Return the last commit that two commits have in common, from which both went on."""
    try:
        return ask_git(repository.folder, "merge-base", one, other).strip()
    except NoHistory as error:
        if SILENT not in str(error):
            raise
    reason = f"{one[:7]} and {other[:7]} have no commit in common"
    if not repository.is_shallow:
        raise NoHistory(reason, "name both sides: then they are compared as they are")
    remotes = ask_git(repository.folder, "remote").split()
    words = ("fetch", "--unshallow", *remotes[:1])
    if not fetches:
        raise NoHistory(
            f"{reason} in this repository, which begins in the middle of its history",
            Fetch(words, "").command,
            *(("or add `--fetch`, and it is done for you",) if remotes else ()),
        )
    read_git(repository.folder, *words[:1], "--quiet", *words[1:], connects=True)
    return find_parting(repository._replace(is_shallow=False), one, other)


def _plan_fetch(repository: Repository, revision: str) -> Fetch | None:
    """Return what would bring a revision here, nothing where nobody has it."""
    remotes = ask_git(repository.folder, "remote").split()
    if not remotes:
        return None
    named, _, rest = revision.removeprefix("refs/remotes/").partition("/")
    remote = named if rest and named in remotes else "origin" if "origin" in remotes else remotes[0]
    if _STEPS.search(revision) or _SHORT_COMMIT.fullmatch(revision):
        words = ("fetch", "--unshallow", remote) if repository.is_shallow else ("fetch", remote)
        return Fetch(words, revision)
    if not _NAME.fullmatch(revision):
        return None
    depth = ("--depth=1",) if repository.is_shallow else ()
    if remote == named:
        tracked = f"refs/remotes/{remote}/{rest}"
        return Fetch(("fetch", *depth, remote, f"+refs/heads/{rest}:{tracked}"), tracked)
    return Fetch(("fetch", *depth, remote, revision), "FETCH_HEAD")


def _tell_missing(repository: Repository, revision: str, fetch: Fetch | None) -> NoHistory:
    if revision in ("HEAD", "@"):
        return NoHistory(
            "nothing is committed here yet", "commit first, or name another revision or a folder"
        )
    reason = f"there is no commit `{revision}` in this repository"
    steps = list(_suggest(repository, revision))
    if fetch:
        reason += ", which begins in the middle of its history" if repository.is_shallow else ""
        steps.append(fetch.command)
        if fetch.name not in (revision, f"refs/remotes/{revision}"):
            steps.append(f"after that it is called `{fetch.name}`")
        steps.append("or add `--fetch`, and it is done for you")
    elif repository.is_shallow:
        steps.append("git fetch --unshallow")
    elif not steps:
        steps.append("`git branch --all` and `git tag` list what there is")
    return NoHistory(reason, *steps)


def _suggest(repository: Repository, revision: str) -> tuple[str, ...]:
    """Return the one sentence that proposes the branch or tag nearest to a name."""
    from journeymap.suggesting import closest

    places = ("refs/heads", "refs/tags", "refs/remotes")
    names = ask_git(
        repository.folder, "for-each-ref", f"--count={_MOST_NAMES}", "--format=%(refname:short)", *places
    ).splitlines()
    same = [name for name in names if name.rpartition("/")[2] == revision]
    near = same[0] if same else None if _COMMIT.fullmatch(revision) else closest(revision, names)
    return (f"did you mean `{near}`?",) if near else ()
