"""A commit is planned like a disk with the same files, whatever they are called and wherever they lie."""

import stat
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeymap.artifacts import MANIFEST
from journeymap.history.objects import Listing
from journeymap.workspace import Plan, find_workspaces
from journeymap.workspace.trees import Tree

FOLDERS = ("maps", "a b", ".hidden", "node_modules", "größe", "sub")
FILES = (
    "journeymap.yaml",
    "journeymap.yml",
    "a.journey.yaml",
    "b.persona.yaml",
    "c.library.yml",
    "d.yaml",
    "e.txt",
    MANIFEST,
)

paths = st.tuples(st.lists(st.sampled_from(FOLDERS), max_size=3), st.sampled_from(FILES)).map(
    lambda parts: "/".join((*parts[0], parts[1]))
)


def plain(plan: Plan) -> Plan:
    """Return a plan without what tells a disk from a commit."""
    return plan._replace(groups=tuple(group._replace(beside=None) for group in plan.groups))


@given(st.lists(paths, max_size=12), paths, st.lists(st.sampled_from(FOLDERS), max_size=2))
def test_a_commit_is_planned_like_a_disk(written: list[str], asked: str, inside: list[str]) -> None:
    """The same workspaces, lone files, paths and problems, for the whole, for a folder and for a file."""
    with TemporaryDirectory() as name:
        top = Path(name).resolve()
        (top / ".git").mkdir()
        for path in written:
            (top / path).parent.mkdir(parents=True, exist_ok=True)
            (top / path).touch()
        tree = Tree(top, Listing(dict.fromkeys(written, "0" * 40)))
        cwd = str(top.joinpath(*inside))

        for place in (top, (top / asked).parent, top / asked):
            if (top / asked).exists() or place == top:
                seen = find_workspaces([str(place)], cwd)
                assert plain(find_workspaces([str(place)], cwd, disk=tree)) == plain(seen)


def test_a_tree_knows_files_folders_and_nothing_else(tmp_path: Path) -> None:
    """A folder is there because of its files; what the commit does not hold is not, though on disk."""
    (tmp_path / "b.yaml").touch()
    tree = Tree(tmp_path, Listing({"x/y/a.yaml": "1"}, ("x/link.journey.yaml", "x/link.txt"), ("x/module",)))

    assert stat.S_ISREG(tree.mode_of(tmp_path / "x/y/a.yaml"))
    assert stat.S_ISDIR(tree.mode_of(tmp_path / "x/y"))
    assert stat.S_ISDIR(tree.mode_of(tmp_path / "x"))
    assert stat.S_ISDIR(tree.mode_of(tmp_path))
    for name in ("b.yaml", "x/z", "x/y/a.yaml/b"):
        with pytest.raises(FileNotFoundError):
            tree.mode_of(tmp_path / name)
    assert tree.is_link(tmp_path / "x/link.txt")
    assert not tree.is_link(tmp_path / "x/module")
    assert tree.look(tmp_path / "nowhere", is_asked=False) == ([], [])
    tree.leave_out([tmp_path / "x"])
    assert set(tree.left_out) == {tmp_path / "x/link.journey.yaml", tmp_path / "x/module"}
    tree.left_out.clear()
    tree.leave_out([tmp_path / "y"])
    assert tree.left_out == {}
