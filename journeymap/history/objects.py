"""The files of a commit as git keeps them: names and contents, without a checkout and without a filter.

Names are bytes in git and text here, as Python names files: what is not UTF-8 survives and shows. A link
and another repository are no files: they are named, and nobody follows them.
"""

import hashlib
import os
from collections.abc import Iterable, Mapping
from typing import Final

from journeymap.history.commits import NoHistory
from journeymap.history.git import ask_git, check_revision, read_git
from journeymap.named_tuples import NamedTuple

_LINK: Final = b"120000"
_MODULE: Final = b"160000"
_SHA1_LETTERS: Final = 40
_NO_COMMIT: Final = ("without a word", "Needed a single revision", "expected commit type")
"""What git answers where a name stands for nothing, or for something else."""


class Repository(NamedTuple):
    """Where a repository was found: ``folder`` was asked, and is ``prefix`` as seen from the top.

    ``up`` leads from the folder to the top. One that is ``shallow`` begins in the middle of its history.
    """

    folder: str
    prefix: str = ""
    up: str = ""
    is_shallow: bool = False


class Listing(NamedTuple):
    """The files of a commit: path to id of the content. Links and other repositories are only named."""

    files: Mapping[str, str]
    links: tuple[str, ...] = ()
    modules: tuple[str, ...] = ()


def find_repository(folder: str) -> Repository:
    """Return the repository that a folder lies in."""
    questions = ("--is-inside-work-tree", "--is-shallow-repository", "--show-cdup", "--show-prefix")
    try:
        answer = os.fsdecode(read_git(folder, "rev-parse", *questions))
    except NoHistory as error:
        if "bare" in str(error):
            raise _tell_bare() from None
        if "dubious ownership" in str(error):
            raise NoHistory(
                "the repository belongs to another user, and git does not trust it",
                "run `git config --global --add safe.directory` with its folder",
            ) from None
        raise
    inside, shallow, up, prefix = answer.removesuffix("\n").split("\n", 3)
    if inside != "true":
        raise _tell_bare()
    return Repository(folder, prefix.rstrip("/"), up, shallow == "true")


def find_commit(repository: Repository, revision: str) -> str | None:
    """Return the id of the commit that a revision names, nothing where there is none here."""
    name = f"{check_revision(revision)}^{{commit}}"
    try:
        return ask_git(
            repository.folder, "rev-parse", "--verify", "--quiet", "--end-of-options", name
        ).strip()
    except NoHistory as error:
        # Quiet about what is not there, git still says why it cannot look.
        if any(words in str(error) for words in _NO_COMMIT):
            return None
        raise


def list_files(repository: Repository, commit: str, *, connects: bool = False) -> Listing:
    """Return the files of a commit. A name that no file on disk can have is left out."""
    answer = _read(repository, "ls-tree", "-r", "-z", "--full-tree", commit, connects=connects)
    files: dict[str, str] = {}
    links, modules = [], []
    for record in answer.split(b"\0")[:-1]:
        head, _, name = record.partition(b"\t")
        mode, _, id = head.split(b" ", 2)
        path = os.fsdecode(name)
        if not {"", ".", "..", ".git"}.isdisjoint(path.lower().split("/")):
            continue
        if mode == _LINK:
            links.append(path)
        elif mode == _MODULE:
            modules.append(path)
        else:
            files[path] = id.decode("ascii")
    return Listing(files, tuple(links), tuple(modules))


def read_contents(
    repository: Repository, ids: Iterable[str], *, most: int, most_in_all: int, connects: bool = False
) -> dict[str, bytes | None]:
    """Return what some ids stand for; nothing for content of more than ``most`` bytes, which stays unread.

    A clone that left contents behind has them only if it may connect.
    """
    asked = list(dict.fromkeys(ids))
    sizes = _measure(repository, asked, connects=connects)
    fitting = [id for id in asked if sizes[id] <= most]
    if sum(sizes[id] for id in fitting) > most_in_all:
        raise NoHistory(f"its files hold more than {most_in_all:,} bytes")
    found: dict[str, bytes | None] = dict.fromkeys(asked)
    if not fitting:
        return found
    answer = _read(repository, "cat-file", "--batch", given=_lines(fitting), connects=connects)
    view, begin = memoryview(answer), 0
    for id in fitting:
        begin = answer.index(b"\n", begin) + 1
        found[id] = bytes(view[begin : begin + sizes[id]])
        begin += sizes[id] + 1
    return found


def identify(content: bytes, like: str) -> str:
    """Return the id that git gives to a content, in the form of another id."""
    name = "sha1" if len(like) == _SHA1_LETTERS else "sha256"
    found = hashlib.new(name, b"blob %d\0" % len(content), usedforsecurity=False)
    found.update(content)
    return found.hexdigest()


def _measure(repository: Repository, ids: list[str], *, connects: bool) -> dict[str, int]:
    """Return how many bytes each content has, before any is read."""
    if not ids:
        return {}
    answer = _read(repository, "cat-file", "--batch-check", given=_lines(ids), connects=connects)
    sizes: dict[str, int] = {}
    for id, line in zip(ids, answer.decode("ascii", "replace").splitlines(), strict=True):
        _, kind, *size = line.split(" ")
        if kind != "blob":
            raise _tell_left_behind()
        sizes[id] = int(size[0])
    return sizes


def _read(repository: Repository, *arguments: str, given: bytes = b"", connects: bool) -> bytes:
    """Return what git answers; a clone that is not whole says so in words of ours."""
    try:
        return read_git(repository.folder, *arguments, given=given, connects=connects)
    except NoHistory:
        if not connects and _is_partial(repository):
            raise _tell_left_behind() from None
        raise


def _is_partial(repository: Repository) -> bool:
    """Say whether a clone has left things at the place it came from."""
    try:
        return bool(ask_git(repository.folder, "config", "--get-regexp", r"^remote\..*\.promisor$"))
    except NoHistory:
        return False


def _tell_bare() -> NoHistory:
    return NoHistory(
        "this is the inside of a repository, or one without files",
        "run it in a clone, or in a folder that `git worktree add` makes",
    )


def _tell_left_behind() -> NoHistory:
    return NoHistory(
        "this clone left contents of files behind",
        "`--fetch` lets git load them; or clone without `--filter`",
    )


def _lines(ids: list[str]) -> bytes:
    return "".join(f"{id}\n" for id in ids).encode("ascii")
