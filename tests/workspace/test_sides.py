"""The two sides of a comparison, from real repositories: what is read, what is left out, what is refused."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from journeymap.building import Memory
from journeymap.history.fetching import resolve_commit
from journeymap.history.objects import find_repository, identify, list_files, read_contents
from journeymap.syntax import Limits
from journeymap.workspace import find_workspaces, pairing
from journeymap.workspace.pairing import Pair, compile_sides
from journeymap.workspace.sides import ON_DISK, Side, Unloadable, find_sides
from tests.history.repositories import Repository

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="the names are not possible there")


def journey(id: str, title: str = "Borrow a book") -> str:
    """Return a small journey."""
    return f"""\
journeymap: 1
kind: journey
id: {id}
title: {title}
stages:
  - id: find
    title: Find
    touchpoints:
      - {{id: desk, title: Asks at the desk}}
"""


SETTINGS = "journeymap: 1\nkind: workspace\ntitle: Library\n"


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """Make a repository with one workspace in a folder, committed on main."""
    made = Repository(tmp_path / "repository")
    made.commit(
        "Start",
        {
            "maps/journeymap.yaml": SETTINGS,
            "maps/borrow.journey.yaml": journey("borrow"),
            "maps/sub/return.journey.yaml": journey("return", "Bring it back"),
            "README.md": "nothing of ours",
        },
    )
    return made


def sides(folder: Path, base: str, head: str | None = None, **options: bool) -> tuple[Side, Side]:
    """Find both sides as if the program ran in a folder."""
    return find_sides(base, head, str(folder), **options)


def files(side: Side) -> list[str]:
    """Return the files of a side as shown."""
    return [file.path for group in side.plan.groups for file in group.files]


def titles(pairs: tuple[Pair, ...]) -> list[tuple[list[str], list[str]]]:
    """Return the titles of the journeys of each pair on both sides."""
    return [
        (
            [each.title for each in pair.base.compilation.portfolio.journeys] if pair.base else [],
            [each.title for each in pair.head.compilation.portfolio.journeys] if pair.head else [],
        )
        for pair in pairs
    ]


def refusal(folder: Path, base: str, head: str | None = None, **options: bool) -> tuple[str, str, str]:
    """Return which side is refused, why, and what may be done."""
    with pytest.raises(Unloadable) as caught:
        compile_sides(*sides(folder, base, head, **options))
    return caught.value.role, str(caught.value), "\n".join(caught.value.steps)


def test_a_commit_has_the_files_that_the_disk_has(repository: Repository) -> None:
    """Both sides are grouped alike and show the same paths, wherever the program runs."""
    for place in (".", "maps", "maps/sub"):
        before, after = sides(repository.folder / place, "main")

        assert files(before) == files(after)
        assert [group._replace(files=(), beside=None) for group in before.plan.groups] == [
            group._replace(files=()) for group in after.plan.groups
        ]
        assert (before.name, after.name) == ("main", ON_DISK)
    assert files(before) == ["../borrow.journey.yaml", "../journeymap.yaml", "return.journey.yaml"]


def test_files_on_disk_are_the_head(repository: Repository) -> None:
    """What was changed, added and removed since the commit shows, committed or not."""
    (repository.folder / "maps/borrow.journey.yaml").write_text(journey("borrow", "Borrow two"))
    (repository.folder / "maps/new.journey.yaml").write_text(journey("new", "New"))
    (repository.folder / "maps/sub/return.journey.yaml").unlink()

    pairs = compile_sides(*sides(repository.folder, "HEAD"))

    assert titles(pairs) == [(["Borrow a book", "Bring it back"], ["Borrow two", "New"])]


def test_two_commits_are_compared_without_the_disk(repository: Repository) -> None:
    """Branches, tags, ids of commits and steps back name sides; what is on disk is not looked at."""
    repository.git("tag", "v1")
    first = repository.git("rev-parse", "HEAD").strip()
    repository.git("checkout", "--quiet", "-b", "feature/two")
    repository.commit("Change", {"maps/borrow.journey.yaml": journey("borrow", "Borrow two")})
    (repository.folder / "maps/borrow.journey.yaml").write_text("[")

    for base, head in (
        ("main", "feature/two"),
        ("v1", "HEAD"),
        (first[:10], "refs/heads/feature/two"),
        ("HEAD~1", "@"),
    ):
        pairs = compile_sides(*sides(repository.folder, base, head))
        assert titles(pairs) == [(["Borrow a book", "Bring it back"], ["Borrow two", "Bring it back"])]


def test_a_detached_head_is_a_side(repository: Repository) -> None:
    """Build servers check out commits, not branches."""
    repository.git("checkout", "--quiet", "--detach")

    assert titles(compile_sides(*sides(repository.folder, "HEAD")))[0][0] == [
        "Borrow a book",
        "Bring it back",
    ]


def test_a_path_in_a_revision_begins_at_the_top(repository: Repository) -> None:
    """``main:maps`` is what git means by it; one that begins with a dot begins where the program runs."""
    for folder, base in (
        (".", "main:maps"),
        ("maps/sub", "main:maps"),
        ("maps", "main:./"),
        ("maps/sub", "main:../"),
    ):
        before, after = sides(repository.folder / folder, base)
        assert files(before) == files(after)
        assert len(files(before)) == 3
    before, after = sides(repository.folder, "main:maps/borrow.journey.yaml")
    assert [group.asked for group in before.plan.groups] == [{"maps/borrow.journey.yaml"}]
    assert [group.asked for group in after.plan.groups] == [{"maps/borrow.journey.yaml"}]


def test_the_top_of_a_revision_is_a_place(repository: Repository) -> None:
    """``main:`` is everything, and a colon in braces belongs to the revision."""
    assert len(files(sides(repository.folder / "maps", "main:")[0])) == 3
    with_colon = "main@{2099-01-01 10:00:00}"
    assert len(files(sides(repository.folder / "maps", with_colon)[0])) == 3


def test_a_revision_means_the_place_of_the_other_side(repository: Repository) -> None:
    """``diff main maps`` compares the folder with the same folder, also from elsewhere."""
    before, after = sides(repository.folder.parent, "main", "repository/maps")

    assert files(before) == files(after)
    assert files(before)[0] == "repository/maps/borrow.journey.yaml"
    before, after = sides(repository.folder, "main:maps/sub", "HEAD")
    assert after.location == repository.folder.resolve() / "maps/sub"


def test_a_path_that_exists_wins(repository: Repository) -> None:
    """A folder of the name of a branch is the folder; the branch has a longer name."""
    repository.git("branch", "maps")

    assert sides(repository.folder, "maps")[0].commit == ""
    assert sides(repository.folder, "refs/heads/maps")[0].commit != ""


def test_two_folders_need_no_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Folders and files are compared anywhere; workspaces are found by their place in them."""
    monkeypatch.setenv("PATH", "")
    for name, title in (("old", "Before"), ("new", "After")):
        folder = tmp_path / name / "maps"
        folder.mkdir(parents=True)
        (folder / "journeymap.yaml").write_text(SETTINGS)
        (folder / "a.journey.yaml").write_text(journey("a", title))

    assert titles(compile_sides(*sides(tmp_path, "old", "new"))) == [(["Before"], ["After"])]
    assert titles(compile_sides(*sides(tmp_path, "old/maps/a.journey.yaml", "new/maps/a.journey.yaml"))) == [
        (["Before"], ["After"])
    ]
    assert titles(compile_sides(*sides(tmp_path / "new", "../old"))) == [(["Before"], ["After"])]


def test_without_git_a_revision_is_refused(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    """That git is missing is said, not that nothing changed."""
    monkeypatch.setenv("PATH", "")

    assert refusal(repository.folder, "main") == (
        "base",
        "git is not installed",
        "there is no file or folder `main`, and revisions need git",
    )


def test_outside_of_a_repository_a_revision_is_refused(tmp_path: Path) -> None:
    """A misspelt folder is named as such."""
    (tmp_path / "new").mkdir()
    role, reason, steps = refusal(tmp_path, "olds", "new")

    assert role == "base"
    assert reason == "`olds` is neither a file nor a folder, and there is no git repository here"
    assert "two folders" in steps


@pytest.mark.parametrize(
    "word", ["--output=pwned", "--upload-pack=touch pwned", "-p", "--", "--git-dir=x:maps"]
)
def test_what_looks_like_an_option_is_none(repository: Repository, word: str) -> None:
    """No name of a side becomes an option of git, on either side, fetched or not."""
    for base, head in ((word, None), ("main", word)):
        for fetches in (False, True):
            role, reason, _ = refusal(repository.folder, base, head, fetches=fetches)
            assert "is no name of a revision" in reason
            assert role == ("base" if head is None else "head")
    assert not list(repository.folder.rglob("pwned*"))


@pytest.mark.parametrize("word", ["", ":maps", ":/Start", "a\0b", "{", "ma\nin"])
def test_what_names_nothing_is_refused(repository: Repository, word: str) -> None:
    """The index, a search for words and what no name can hold are no sides."""
    assert refusal(repository.folder, word)[0] == "base"


def test_standard_input_is_no_side(repository: Repository) -> None:
    """One file without its workspace says too little."""
    assert "no side" in refusal(repository.folder, "main", "-")[1]


def test_a_path_that_a_revision_does_not_have_is_refused(repository: Repository) -> None:
    """A misspelt path is no empty side, for then everything would be new."""
    role, reason, steps = refusal(repository.folder, "main:map")

    assert (role, reason) == ("base", "there is no `map` in `main`")
    assert "git ls-tree" in steps


def test_an_unborn_branch_has_nothing_to_compare(tmp_path: Path) -> None:
    """A repository without commits says so."""
    made = Repository(tmp_path / "empty")
    (made.folder / "a.journey.yaml").write_text(journey("a"))

    assert refusal(made.folder, "HEAD")[1] == "nothing is committed here yet"
    assert "no commit `main`" in refusal(made.folder, "main")[1]


def test_a_misspelt_branch_is_suggested(repository: Repository) -> None:
    """The nearest branch, tag or branch of a remote is proposed."""
    repository.git("branch", "release")
    repository.git("update-ref", "refs/remotes/origin/trunk", "HEAD")

    assert "did you mean `release`?" in refusal(repository.folder, "relaese")[2]
    assert "did you mean `origin/trunk`?" in refusal(repository.folder, "trunk")[2]


def clone(repository: Repository, to: Path, *options: str) -> Path:
    """Clone a repository as a server would give it."""
    subprocess.run(
        ["git", "clone", "--quiet", *options, f"file://{repository.folder}", str(to)],
        check=True,
        capture_output=True,
        env={**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"},
    )
    return to


def test_a_shallow_clone_says_what_to_fetch(repository: Repository, tmp_path: Path) -> None:
    """Branches, ids and steps back that are not here each have their command; nothing runs by itself."""
    old = repository.git("rev-parse", "HEAD").strip()
    repository.git("branch", "stable")
    repository.commit("Next", {"maps/borrow.journey.yaml": journey("borrow", "Next")})
    shallow = clone(repository, tmp_path / "shallow", "--depth=1")

    for name, command in (
        ("origin/stable", "git fetch --depth=1 origin +refs/heads/stable:refs/remotes/origin/stable"),
        ("stable", "git fetch --depth=1 origin stable\nafter that it is called `FETCH_HEAD`"),
        (old, f"git fetch --depth=1 origin {old}"),
        ("HEAD~1", "git fetch --unshallow origin"),
        (old[:9], "git fetch --unshallow origin"),
    ):
        role, reason, steps = refusal(shallow, name)
        assert (role, command in steps, "`--fetch`" in steps) == ("base", True, True), name
        assert "begins in the middle" in reason


@pytest.mark.parametrize("name", ["origin/stable", "stable", "HEAD~1", "v1", None])
def test_what_is_missing_is_fetched_on_request(
    repository: Repository, tmp_path: Path, name: str | None
) -> None:
    """With the option the very same comparison works, from a clone that had only the last commit."""
    old = repository.git("rev-parse", "HEAD").strip()
    repository.git("branch", "stable")
    repository.git("tag", "v1")
    repository.git("config", "uploadpack.allowAnySHA1InWant", "true")
    repository.commit("Next", {"maps/borrow.journey.yaml": journey("borrow", "Next")})
    shallow = clone(repository, tmp_path / "shallow", "--depth=1", "--no-tags")

    pairs = compile_sides(*sides(shallow, name or old, fetches=True))

    assert titles(pairs) == [(["Borrow a book", "Bring it back"], ["Next", "Bring it back"])]


def test_what_cannot_be_fetched_is_said(repository: Repository, tmp_path: Path) -> None:
    """A server that is away, or does not have it, is no reason to compare with nothing."""
    full = clone(repository, tmp_path / "full")
    assert "could not be fetched" in refusal(full, "origin/nothing", fetches=True)[1]
    assert "is not there after" in refusal(full, "main~7", fetches=True)[1]
    assert "no commit" in refusal(repository.folder, "nothing", fetches=True)[1]
    assert "no commit" in refusal(full, "what?", fetches=True)[1]
    subprocess.run(
        ["git", "remote", "rename", "origin", "upstream"], cwd=full, check=True, capture_output=True
    )
    assert "git fetch upstream nothing" in refusal(full, "nothing")[2]


def test_a_clone_without_contents_says_so(repository: Repository, tmp_path: Path) -> None:
    """Contents that were left behind are loaded on request only; until then there is nothing to compare."""
    repository.git("config", "uploadpack.allowFilter", "true")
    repository.git("config", "uploadpack.allowAnySHA1InWant", "true")
    repository.commit("Next", {"maps/borrow.journey.yaml": journey("borrow", "Next")})
    partial = clone(repository, tmp_path / "partial", "--filter=blob:none")

    role, reason, steps = refusal(partial, "HEAD~1")
    assert (role, reason) == ("base", "this clone left contents of files behind")
    assert "--fetch" in steps
    pairs = compile_sides(*sides(partial, "HEAD~1", fetches=True), connects=True)
    assert titles(pairs)[0][0] == ["Borrow a book", "Bring it back"]


def test_a_repository_without_files_is_refused(repository: Repository, tmp_path: Path) -> None:
    """The inside of a repository, and one that is nothing else, cannot be a place to compare."""
    bare = clone(repository, tmp_path / "bare.git", "--bare")

    assert "without files" in refusal(bare, "main")[1]
    assert "without files" in refusal(repository.folder / ".git", "main")[1]


def test_a_second_worktree_is_a_repository(repository: Repository, tmp_path: Path) -> None:
    """What `git worktree add` makes has a file where others have a folder."""
    repository.git("worktree", "add", "--quiet", str(tmp_path / "second tree"), "-b", "second")
    (tmp_path / "second tree/maps/borrow.journey.yaml").write_text(journey("borrow", "Second"))

    pairs = compile_sides(*sides(tmp_path / "second tree", "main"))

    assert titles(pairs) == [(["Borrow a book", "Bring it back"], ["Second", "Bring it back"])]


def test_repositories_within_are_left_out_on_both_sides(repository: Repository, tmp_path: Path) -> None:
    """A submodule, its path with blanks, is compared in its own folder, and named where it is left out."""
    other = Repository(tmp_path / "other")
    other.commit("Start", {"own.journey.yaml": journey("own", "Own")})
    repository.git(
        *("-c", "protocol.file.allow=always", "submodule", "--quiet", "add"),
        *(str(other.folder), "maps/my sub module"),
    )
    repository.commit("Submodule", {})
    folder = repository.folder / "maps/my sub module"
    (folder / "own.journey.yaml").write_text(journey("own", "Changed"))

    before, after = sides(repository.folder, "main")
    assert titles(compile_sides(before, after)) == [(["Borrow a book", "Bring it back"],) * 2]
    left_out = (("maps/my sub module", "repository of its own"),)
    assert before.list_left_out(str(repository.folder)) == left_out
    assert after.list_left_out(str(repository.folder)) == left_out
    assert titles(compile_sides(*sides(repository.folder, "HEAD", "maps/my sub module"))) == [
        (["Own"], ["Changed"])
    ]


@posix_only
def test_links_are_left_out_on_both_sides(repository: Repository) -> None:
    """A link is no file of a commit, so it is none on the disk it is compared with."""
    (repository.folder / "maps/linked.journey.yaml").symlink_to("hidden.txt")
    repository.commit("Link", {"maps/hidden.txt": journey("linked", "Linked")})

    before, after = sides(repository.folder, "main")
    assert files(before) == files(after)
    left_out = (("maps/linked.journey.yaml", "link"),)
    assert before.list_left_out(str(repository.folder)) == left_out
    assert after.list_left_out(str(repository.folder)) == left_out
    assert "maps/linked.journey.yaml" in files(sides(repository.folder, "maps", "maps")[0])
    role, reason, _ = refusal(repository.folder, "main:maps/linked.journey.yaml")
    assert (role, "there is no" in reason) == ("base", True)


@posix_only
def test_a_folder_reached_through_a_link_is_the_folder(repository: Repository, tmp_path: Path) -> None:
    """Who runs the program in a link, or names one, sees the same files on both sides."""
    (tmp_path / "link").symlink_to(repository.folder / "maps")

    for folder, head in (
        (tmp_path / "link", None),
        (tmp_path, "link"),
        (tmp_path, "link/borrow.journey.yaml"),
    ):
        before, after = sides(folder, "main", head)
        assert files(before) == files(after)
        assert len(files(before)) == 3


@posix_only
@pytest.mark.parametrize(
    "name", ["two words", "emoji 🛒 Größe", "-dash", "tab\there", "quo\"te'", "new\nline", "ü:x"]
)
def test_any_name_of_a_file_is_read(repository: Repository, name: str) -> None:
    """Blanks, signs, letters of all kinds and what looks like an option stay what they are."""
    repository.commit("Odd", {f"maps/{name}/{name}.journey.yaml": journey("odd", "Odd")})
    (repository.folder / f"maps/{name}/{name}.journey.yaml").write_text(journey("odd", "Odder"))

    before, after = sides(repository.folder, "main")
    assert files(before) == files(after)
    assert ("Odd" in titles(compile_sides(before, after))[0][0]) is True
    before, after = sides(repository.folder / "maps" / name, "main")
    assert [group.asked for group in before.plan.groups] == [{f"{name}.journey.yaml"}]


@posix_only
def test_a_name_that_is_no_text_is_read(repository: Repository) -> None:
    """Names are bytes in git; those that are not UTF-8 are the same on both sides."""
    name = os.fsdecode(b"caf\xe9.journey.yaml")
    try:
        (repository.folder / "maps" / name).write_text(journey("cafe", "Café"))
    except OSError:
        pytest.skip("this disk takes no such name")
    repository.commit("Odd", {})

    before, after = sides(repository.folder, "main")
    assert files(before) == files(after)
    assert f"maps/{name}" in files(before)


@posix_only
def test_a_folder_that_is_no_text_is_a_place(repository: Repository) -> None:
    """The prefix of the current folder may hold any bytes as well."""
    folder = repository.folder / os.fsdecode(b"caf\xe9")
    try:
        folder.mkdir()
    except OSError:
        pytest.skip("this disk takes no such name")
    (folder / "a.journey.yaml").write_text(journey("a"))
    repository.commit("Odd", {})

    before, after = sides(folder, "main")
    assert files(before) == files(after) == ["a.journey.yaml"]


def test_names_that_no_disk_has_are_left_out(repository: Repository) -> None:
    """A tree made by hand may hold a path that leads out; nobody follows it."""
    blob = repository.git("hash-object", "-w", "maps/borrow.journey.yaml").strip()
    record = b"100644 %s\0" + bytes.fromhex(blob)
    for name in (b"..", b".git", b"."):
        inner = subprocess.run(
            ["git", "hash-object", "-w", "--literally", "-t", "tree", "--stdin"],
            cwd=repository.folder,
            input=record.replace(b"%s", b"x.journey.yaml"),
            capture_output=True,
            check=True,
        ).stdout.strip()
        outer = subprocess.run(
            ["git", "hash-object", "-w", "--literally", "-t", "tree", "--stdin"],
            cwd=repository.folder,
            input=b"40000 " + name + b"\0" + bytes.fromhex(inner.decode()),
            capture_output=True,
            check=True,
        ).stdout.strip()
        commit = repository.git("commit-tree", "-m", "Evil", outer.decode()).strip()
        assert list_files(find_repository(str(repository.folder)), commit).files == {}


def test_the_repository_may_lie_below_the_folder(repository: Repository) -> None:
    """From above, the place that is named says which repository is meant."""
    (repository.folder / "maps/borrow.journey.yaml").write_text(journey("borrow", "Changed"))

    pairs = compile_sides(*sides(repository.folder.parent, "main", "repository"))

    assert titles(pairs)[0][1] == ["Changed", "Bring it back"]
    assert "no git repository" in refusal(repository.folder.parent, "main")[1]


def test_a_place_outside_of_the_repository_leaves_the_revision_here(
    repository: Repository, tmp_path: Path
) -> None:
    """``diff main ../export`` compares the current folder of main with the export."""
    export = tmp_path / "export"
    export.mkdir()
    (export / "journeymap.yaml").write_text(SETTINGS)
    (export / "borrow.journey.yaml").write_text(journey("borrow", "Exported"))

    pairs = compile_sides(*sides(repository.folder / "maps", "main", "../../export"))

    assert titles(pairs) == [(["Borrow a book", "Bring it back"], ["Exported"])]


def test_the_surroundings_lead_nowhere_else(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A hook's or somebody's variables do not choose another repository."""
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_COMMON_DIR"):
        monkeypatch.setenv(name, str(tmp_path / "elsewhere"))
    monkeypatch.setenv("GIT_PREFIX", "sub/")

    assert len(files(sides(repository.folder / "maps", "main")[0])) == 3


def test_built_sites_and_hidden_folders_are_skipped_on_both_sides(repository: Repository) -> None:
    """What was built from journeys is none of them, and hidden folders hold none."""
    from journeymap.artifacts import MANIFEST

    repository.commit(
        "Site",
        {
            f"maps/site/{MANIFEST}": "x",
            "maps/site/copy.journey.yaml": journey("copy"),
            "maps/.hidden/a.journey.yaml": journey("a"),
            "maps/node_modules/b/b.journey.yaml": journey("b"),
            "maps/.c.journey.yaml": journey("c"),
        },
    )

    before, after = sides(repository.folder, "main")
    assert files(before) == files(after)
    assert not any("copy" in path or "hidden" in path or "modules" in path for path in files(before))


def test_lone_files_are_compared_one_by_one(repository: Repository) -> None:
    """A file without a workspace has its counterpart at the same place."""
    repository.commit(
        "Lone", {"one.journey.yaml": journey("one", "One"), "two.journey.yaml": journey("two", "Two")}
    )
    (repository.folder / "one.journey.yaml").write_text(journey("one", "Other"))
    (repository.folder / "two.journey.yaml").unlink()

    pairs = compile_sides(*sides(repository.folder, "HEAD"))

    assert titles(pairs) == [
        (["Borrow a book", "Bring it back"],) * 2,
        (["One"], ["Other"]),
        (["Two"], []),
    ]
    assert titles(compile_sides(*sides(repository.folder, "HEAD", "one.journey.yaml"))) == [
        (["One"], ["Other"])
    ]


def test_a_renamed_file_has_its_counterpart(repository: Repository) -> None:
    """Journeys are known by their ids: a file under another name is not another journey."""
    repository.commit("Lone", {"one.journey.yaml": journey("one", "One")})
    repository.git("mv", "one.journey.yaml", "uno.journey.yaml")
    repository.git("mv", "maps/borrow.journey.yaml", "maps/sub/lend.journey.yaml")

    pairs = compile_sides(*sides(repository.folder, "HEAD"))

    assert sorted(titles(pairs)) == [
        (["Borrow a book", "Bring it back"],) * 2,
        (["One"], ["One"]),
    ]


def test_a_renamed_workspace_has_its_counterpart(repository: Repository) -> None:
    """A folder under another name is compared with the one that had its journeys."""
    repository.git("mv", "maps", "journeys")

    assert titles(compile_sides(*sides(repository.folder, "HEAD"))) == [
        (["Borrow a book", "Bring it back"],) * 2
    ]


def test_another_workspace_has_none(repository: Repository) -> None:
    """One that shares no journey is new, and the other one gone."""
    repository.git("mv", "maps", "gone")
    repository.commit("Gone", {})
    repository.git("rm", "--quiet", "-r", "gone")
    (repository.folder / "fresh").mkdir()
    (repository.folder / "fresh/journeymap.yaml").write_text(SETTINGS)
    (repository.folder / "fresh/a.journey.yaml").write_text(journey("a", "A"))

    assert titles(compile_sides(*sides(repository.folder, "HEAD"))) == [
        ([], ["A"]),
        (["Borrow a book", "Bring it back"], []),
    ]


def test_files_that_become_a_workspace_are_one_before(repository: Repository) -> None:
    """Settings put beside journeys do not make them new."""
    repository.commit(
        "Lone", {"free/a.journey.yaml": journey("a", "A"), "free/b.journey.yaml": journey("b", "B")}
    )
    (repository.folder / "free/journeymap.yaml").write_text(SETTINGS)

    assert titles(compile_sides(*sides(repository.folder / "free", "HEAD"))) == [(["A", "B"], ["A", "B"])]


def test_a_place_that_is_new_is_empty_before(repository: Repository) -> None:
    """A folder or file that the base does not have is no error; its workspace is compared all the same."""
    (repository.folder / "maps/fresh").mkdir()
    (repository.folder / "maps/fresh/new.journey.yaml").write_text(journey("new", "New"))
    (repository.folder / "other").mkdir()
    (repository.folder / "other/o.journey.yaml").write_text(journey("o", "O"))

    for folder in ("maps/fresh", "maps/fresh/new.journey.yaml"):
        before, after = sides(repository.folder, "HEAD", folder)
        assert titles(compile_sides(before, after)) == [
            (["Borrow a book", "Bring it back"], ["Borrow a book", "New", "Bring it back"])
        ]
        assert [group.asked for group in before.plan.groups] == [frozenset()]
    assert titles(compile_sides(*sides(repository.folder / "other", "HEAD"))) == [([], ["O"])]


def test_a_file_that_is_too_large_is_said(repository: Repository) -> None:
    """A commit may hold more than is read; neither is it read nor taken for nothing."""
    repository.commit("Large", {"maps/large.journey.yaml": journey("large") + "#" * 5_000})
    (pair,) = compile_sides(*sides(repository.folder, "HEAD", "HEAD"), limits=Limits(bytes=4_000))

    for half in pair:
        assert half is not None
        assert [each.rule for each in half.compilation.diagnostics] == ["too-large"]
        assert half.journeys == {"borrow", "return"}


def test_too_much_in_all_is_refused(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    """A workspace has a limit in a commit, too."""
    monkeypatch.setattr(pairing, "WORKSPACE_BYTES", 100)

    assert "more than 100 bytes" in refusal(repository.folder, "main", "main")[1]


def test_what_did_not_change_is_neither_read_nor_compiled_twice(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only the contents that the disk does not have are read, and other journeys are the same objects."""
    (repository.folder / "maps/borrow.journey.yaml").write_text(journey("borrow", "Changed"))
    asked: list[str] = []

    def note(repository: object, ids: object, **options: object) -> dict[str, bytes | None]:
        asked.extend(wanted := list(ids))  # type: ignore[call-overload]
        return read_contents(repository, wanted, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(pairing, "read_contents", note)
    (pair,) = compile_sides(*sides(repository.folder, "HEAD"))

    assert len(asked) == 1
    assert pair.base is not None
    assert pair.head is not None
    old, new = (half.compilation.portfolio.journeys for half in (pair.base, pair.head))
    assert old[1] is new[1]
    assert old[0] is not new[0]


@pytest.mark.parametrize("form", ["sha1", "sha256"])
def test_contents_have_the_ids_that_git_gives(tmp_path: Path, form: str) -> None:
    """Both kinds of repository know a content by the hash of its length and itself."""
    folder = tmp_path / form
    subprocess.run(["git", "init", "--quiet", f"--object-format={form}", str(folder)], check=True)
    (folder / "a").write_bytes(b"caf\xe9\0\r\n")
    id = subprocess.run(
        ["git", "hash-object", "-w", "a"], cwd=folder, capture_output=True, check=True, text=True
    ).stdout.strip()

    assert identify(b"caf\xe9\0\r\n", id) == id
    assert read_contents(find_repository(str(folder)), [id], most=10, most_in_all=10) == {
        id: b"caf\xe9\0\r\n"
    }
    assert read_contents(find_repository(str(folder)), [id], most=3, most_in_all=10) == {id: None}
    assert read_contents(find_repository(str(folder)), [], most=3, most_in_all=10) == {}


def test_a_memory_of_another_workspace_changes_nothing(repository: Repository) -> None:
    """Both ways of compiling come to the same portfolio."""
    (repository.folder / "maps/borrow.journey.yaml").write_text(journey("lend", "Changed"))
    (pair,) = compile_sides(*sides(repository.folder, "HEAD"))
    (alone,) = compile_sides(*sides(repository.folder, "HEAD", "HEAD"))

    assert pair.base is not None
    assert alone.base is not None
    assert pair.base.compilation.portfolio == alone.base.compilation.portfolio
    assert Memory().opened == {}


def test_an_owner_that_git_does_not_trust_is_said(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In containers the files often are somebody else's; the command that helps is named."""
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    from journeymap.history import git

    kept = git._surroundings
    monkeypatch.setattr(
        git,
        "_surroundings",
        lambda environ, **options: {**kept(environ, **options), "GIT_TEST_ASSUME_DIFFERENT_OWNER": "1"},
    )

    role, reason, steps = refusal(repository.folder, "main")
    assert (role, "another user" in reason, "safe.directory" in steps) == ("base", True, True)


def test_a_commit_is_found_by_its_name(repository: Repository) -> None:
    """A tag with words of its own stands for its commit; a file's content is none."""
    repository.git("tag", "-a", "v2", "-m", "Two")
    found = find_repository(str(repository.folder))

    assert resolve_commit(found, "v2") == repository.git("rev-parse", "HEAD").strip()
    assert "no commit" in refusal(repository.folder, repository.git("rev-parse", "HEAD:README.md").strip())[1]


def test_a_shallow_clone_without_its_origin_says_what_is_left(repository: Repository, tmp_path: Path) -> None:
    """Where nobody knows what to fetch from, the history is what can be asked for."""
    repository.commit("Next", {})
    shallow = clone(repository, tmp_path / "shallow", "--depth=1")
    subprocess.run(["git", "remote", "remove", "origin"], cwd=shallow, check=True)

    assert "git fetch --unshallow" in refusal(shallow, "HEAD~1")[2].splitlines()


def test_a_broken_repository_is_no_empty_side(repository: Repository) -> None:
    """An object that is gone is said, whether it is a folder or the content of a file."""
    for name in ("HEAD:maps/borrow.journey.yaml", "HEAD:maps"):
        id = repository.git("rev-parse", name).strip()
        (repository.folder / ".git/objects" / id[:2] / id[2:]).unlink()
        role, reason, _ = refusal(repository.folder, "main", "main")
        assert (role, bool(reason)) == ("head" if "borrow" in name else "base", True)


def test_approvals_are_no_journeys(repository: Repository) -> None:
    """Named by hand, the file says who reads it."""
    path = repository.folder / "maps/journeymap-approvals.yaml"
    path.write_text("journeymap: 1\nkind: approvals\napprovals: []\n")

    plan = find_workspaces([str(path)], str(repository.folder))
    assert plan.problems == (f"`{path}` holds approvals: `journeymap diff` reads it with its workspace",)
    assert path.name not in " ".join(files(sides(repository.folder, "main")[1]))
