"""Which files are meant, which belong together, and what is said about them."""

import os
from pathlib import Path

import pytest

from journeymap.artifacts import MANIFEST
from journeymap.compiling import Compilation
from journeymap.syntax import Limits
from journeymap.workspace import Plan, compile_workspaces, find_workspaces
from journeymap.workspace.loading import compile_group
from tests.building.maps import LIBRARY, WORKSPACE, journey_text


@pytest.fixture
def disk(tmp_path: Path) -> Path:
    """Return a folder with a workspace, one nested in it, lone files, and much that is not meant."""
    write(tmp_path, ".git/HEAD", "ref")
    write(tmp_path, "shop/journeymap.yaml", WORKSPACE)
    write(tmp_path, "shop/all.library.yaml", LIBRARY)
    write(tmp_path, "shop/journeys/a.journey.yaml", journey_text("owner: shop-team"))
    write(tmp_path, "shop/journeys/b.journey.yml", journey_text("owner: nobody").replace("id: shop", "id: b"))
    write(tmp_path, "shop/nested/journeymap.yml", WORKSPACE)
    write(tmp_path, "shop/nested/c.journey.yaml", journey_text("owner: nobody"))
    write(tmp_path, "shop/.hidden/d.journey.yaml", "not read")
    write(tmp_path, "shop/node_modules/e.journey.yaml", "not read")
    write(tmp_path, "shop/site/f.journey.yaml", "not read")
    write(tmp_path, f"shop/site/{MANIFEST}", "{}")
    write(tmp_path, "shop/notes.yaml", "kind: nothing of ours\n")
    write(tmp_path, "lone/x.journey.yaml", journey_text())
    write(tmp_path, "lone/z.persona.yaml", "journeymap: 1\nkind: persona\nid: z\ntitle: Z\n")
    return tmp_path


def write(folder: Path, name: str, text: str) -> Path:
    """Write a file, and the folders around it."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def shown(plan: Plan) -> list[tuple[str, list[str], list[str]]]:
    """Return each group as (root, its files, those asked for)."""
    return [(group.root, [file.path for file in group.files], sorted(group.asked)) for group in plan.groups]


def findings(*compilations: Compilation) -> list[str]:
    """Return the findings of compilations as ``file: rule``."""
    return [f"{each.primary.file}: {each.rule}" for one in compilations for each in one.diagnostics]


def test_a_folder_is_walked(disk: Path) -> None:
    """Workspaces are found with their files, nested ones apart, and lone files each by itself."""
    plan = find_workspaces([], str(disk))
    shop = [
        "shop/all.library.yaml",
        "shop/journeymap.yaml",
        "shop/journeys/a.journey.yaml",
        "shop/journeys/b.journey.yml",
    ]
    nested = ["shop/nested/c.journey.yaml", "shop/nested/journeymap.yml"]

    assert shown(plan) == [
        ("", ["lone/x.journey.yaml"], ["lone/x.journey.yaml"]),
        ("", ["lone/z.persona.yaml"], ["lone/z.persona.yaml"]),
        ("shop", shop, shop),
        ("shop/nested", nested, nested),
    ]
    assert plan.problems == ()
    assert findings(*compile_workspaces(plan)) == [
        "shop/journeys/b.journey.yml: unknown-id",
        "shop/nested/c.journey.yaml: unknown-id",
    ]


def test_one_file_is_compiled_with_its_workspace(disk: Path) -> None:
    """The library is there, and only what is asked for is reported."""
    good = compile_workspaces(find_workspaces(["shop/journeys/a.journey.yaml"], str(disk)))
    bad = compile_workspaces(find_workspaces(["journeys/b.journey.yml"], str(disk / "shop")))

    assert findings(*good) == []
    assert good[0].asked == ("shop/journeys/a.journey.yaml",)
    assert [each.id for each in good[0].portfolio.journeys] == ["b", "shop"]
    assert findings(*bad) == ["journeys/b.journey.yml: unknown-id"]
    assert bad[0].portfolio.workspace.root == "."


def test_paths_are_shown_from_the_current_folder(disk: Path) -> None:
    """A subfolder asks for its own files; files above are shown with dots."""
    plan = find_workspaces([".", "../../lone/x.journey.yaml"], str(disk / "shop" / "journeys"))

    assert shown(plan) == [
        (
            "..",
            ["../all.library.yaml", "../journeymap.yaml", "a.journey.yaml", "b.journey.yml"],
            ["a.journey.yaml", "b.journey.yml"],
        ),
        ("", ["../../lone/x.journey.yaml"], ["../../lone/x.journey.yaml"]),
    ]


def test_the_order_of_paths_does_not_matter(disk: Path) -> None:
    """The same plan comes of the same paths in any order, also when they are said twice."""
    paths = ["lone", "shop/nested", "shop/journeys/a.journey.yaml"]

    assert find_workspaces(paths, str(disk)) == find_workspaces([*reversed(paths), "lone"], str(disk))


def test_settings_are_always_reported(disk: Path) -> None:
    """What is wrong in the workspace's settings concerns whoever asks for any of its files."""
    write(disk, "shop/journeymap.yaml", WORKSPACE + "emotion_scale: {min: 3, max: 1}\n")
    asked = find_workspaces(["shop/journeys/a.journey.yaml"], str(disk))

    assert findings(*compile_workspaces(asked)) == ["shop/journeymap.yaml: impossible-scale"]


def test_a_finding_that_touches_the_file_is_reported(disk: Path) -> None:
    """A clash that is reported elsewhere is shown to both sides."""
    write(disk, "shop/journeys/z.journey.yaml", journey_text())
    asked = find_workspaces(["shop/journeys/a.journey.yaml"], str(disk))

    assert findings(*compile_workspaces(asked)) == ["shop/journeys/z.journey.yaml: duplicate-id"]


def test_the_repository_is_the_last_folder_looked_into(disk: Path) -> None:
    """A workspace around the repository is none of its business."""
    write(disk, "shop/.git/HEAD", "ref")
    (disk / "shop/journeymap.yaml").rename(disk / "journeymap.yaml")

    assert [group.root for group in find_workspaces(["shop/journeys"], str(disk)).groups] == ["", ""]


def test_a_file_named_by_hand_may_have_any_yaml_name(disk: Path) -> None:
    """A file that says its kind needs no suffix; in a folder only the suffixes count."""
    write(disk, "shop/extra.yaml", journey_text("owner: nobody").replace("id: shop", "id: extra"))
    plan = find_workspaces(["shop/extra.yaml", "shop/notes.yaml"], str(disk))

    assert findings(*compile_workspaces(plan)) == [
        "shop/extra.yaml: unknown-id",
        "shop/notes.yaml: unknown-kind",
    ]


def test_what_is_asked_for_by_name_is_read_wherever_it_is(disk: Path) -> None:
    """A hidden folder or a built site is skipped in walks, not when it is named."""
    assert shown(find_workspaces(["shop/.hidden"], str(disk)))[0][2] == ["shop/.hidden/d.journey.yaml"]
    assert shown(find_workspaces(["shop/site"], str(disk)))[0][2] == ["shop/site/f.journey.yaml"]


def test_an_ending_may_be_in_capitals(disk: Path) -> None:
    """What some systems write in capitals is the same kind of file, in a folder and by name."""
    write(disk, "lone/Loud.Journey.YAML", journey_text("owner: nobody"))

    for paths in (["lone"], ["lone/Loud.Journey.YAML"]):
        compilations = compile_workspaces(find_workspaces(paths, str(disk)))
        assert findings(*compilations) == ["lone/Loud.Journey.YAML: unknown-id"]


def test_wrong_paths_are_problems(disk: Path) -> None:
    """What cannot be compiled is said in one line each; the rest still is compiled."""
    write(disk, "README.md", "# Read me")
    os.mkfifo(disk / "pipe.journey.yaml")
    (disk / "dangling.journey.yaml").symlink_to("nowhere")
    paths = ["nothing", "README.md", "pipe.journey.yaml", "dangling.journey.yaml", "a\0b", "x" * 300, "lone"]
    plan = find_workspaces(paths, str(disk))

    assert plan.problems == (
        "`nothing` does not exist",
        "`README.md` is not a YAML file: its name ends neither in .yaml nor in .yml",
        "`pipe.journey.yaml` is neither a file nor a folder",
        "`dangling.journey.yaml` is a link that leads nowhere",
        "cannot read `a\0b`: embedded null byte",
        f"cannot read `{'x' * 300}`: file name too long",
    )
    assert [group.files[0].path for group in plan.groups] == ["lone/x.journey.yaml", "lone/z.persona.yaml"]


def test_nothing_found_is_an_empty_plan(tmp_path: Path) -> None:
    """A folder without files of the language is no problem and no group."""
    plan = find_workspaces(["."], str(tmp_path))

    assert plan.is_empty
    assert plan.problems == ()
    assert compile_workspaces(plan) == ()


def test_links_stay_in_the_workspace(disk: Path) -> None:
    """A link to a folder is not followed, one out of the workspace is refused, a second name is left out."""
    write(disk, "outside.journey.yaml", "secret")
    (disk / "shop/folder").symlink_to(disk / "lone")
    (disk / "shop/out.journey.yaml").symlink_to(disk / "outside.journey.yaml")
    (disk / "shop/twice.journey.yaml").symlink_to("journeys/a.journey.yaml")
    (disk / "shop/named.journey.yaml").symlink_to("notes.yaml")
    (disk / "shop/same.journey.yaml").symlink_to("notes.yaml")
    plan = find_workspaces(["shop"], str(disk))

    assert plan.problems == ("`shop/out.journey.yaml` is a link out of its workspace",)
    assert [path for _, paths, _ in shown(plan) for path in paths if "journeys" not in path] == [
        "shop/all.library.yaml",
        "shop/journeymap.yaml",
        "shop/named.journey.yaml",
        "shop/nested/c.journey.yaml",
        "shop/nested/journeymap.yml",
    ]


def test_standard_input_stands_alone(disk: Path) -> None:
    """A dash is the given text under the given name, beside whatever else is asked for."""
    stdin = ("stdin.journey.yaml", journey_text("owner: nobody").encode())
    plan = find_workspaces(["-", "-"], str(disk / "shop"), stdin=stdin)
    nameless = find_workspaces(["-"], str(disk))

    assert findings(*compile_workspaces(plan)) == ["stdin.journey.yaml: unknown-id"]
    assert shown(nameless) == [("", ["stdin"], ["stdin"])]


def test_a_file_is_read_only_as_far_as_needed(disk: Path) -> None:
    """A file over the limit is a finding, and not read whole."""
    big = write(disk, "lone/big.journey.yaml", journey_text())
    with big.open("r+b") as opened:
        opened.truncate(3_000_000_000)
    (compilation,) = compile_workspaces(find_workspaces(["lone/big.journey.yaml"], str(disk)))

    assert findings(compilation) == ["lone/big.journey.yaml: too-large"]


def test_a_workspace_has_a_limit_too(disk: Path) -> None:
    """Beyond the limit of a workspace nothing more is read, and that is said."""
    plan = find_workspaces(["shop/journeys"], str(disk))
    (compilation,) = compile_workspaces(plan, workspace_bytes=1000)

    assert compilation.unread == ("workspace `shop` holds more than 1,000 bytes of journeys",)


def test_a_file_that_cannot_be_read_is_said(disk: Path) -> None:
    """A file that is gone, changed into something else, or leads out since the plan was made is unread."""
    plan = find_workspaces(["shop/journeys", "lone"], str(disk))
    (disk / "shop/journeys/a.journey.yaml").unlink()
    (disk / "shop/journeys/b.journey.yml").unlink()
    (disk / "shop/journeys/b.journey.yml").symlink_to(disk / "lone/x.journey.yaml")
    (disk / "lone/z.persona.yaml").unlink()
    os.mkfifo(disk / "lone/z.persona.yaml")
    unread = [each.unread for each in compile_workspaces(plan)]

    assert unread == [
        (),
        ("cannot read `lone/z.persona.yaml`: it is not a regular file",),
        (
            "cannot read `shop/journeys/a.journey.yaml`: no such file or directory",
            "cannot read `shop/journeys/b.journey.yml`: it is a link out of its workspace",
        ),
    ]


def test_a_folder_that_cannot_be_read_is_a_problem(disk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that the system hides is named, the others are still walked."""
    scandir = os.scandir

    def refuse(folder: Path) -> "os._ScandirIterator[str]":
        if folder.name == "journeys":
            raise PermissionError(13, "Permission denied")
        return scandir(str(folder))

    monkeypatch.setattr(os, "scandir", refuse)
    plan = find_workspaces(["shop"], str(disk))

    assert plan.problems == ("cannot read folder `shop/journeys`: permission denied",)
    assert [group.root for group in plan.groups] == ["shop", "shop/nested"]


def test_our_own_mistakes_are_always_reported(disk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A mistake of this program is reported whatever was asked for."""
    from journeymap import compiling

    def fail(*_: object, **__: object) -> None:
        raise ValueError("planted")

    monkeypatch.setattr(compiling, "build_portfolio", fail)
    (group,) = find_workspaces(["shop/journeys/b.journey.yml"], str(disk)).groups

    assert findings(compile_group(group, Limits())) == ["shop/all.library.yaml: internal-error"]


def test_a_path_on_another_drive_is_shown_whole(disk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no relative path leads, the absolute one is shown."""

    def refuse(path: Path, start: Path) -> str:
        raise ValueError("path is on mount 'D:', start on mount 'C:'")

    monkeypatch.setattr(os.path, "relpath", refuse)
    (group,) = find_workspaces(["lone/x.journey.yaml"], str(disk)).groups

    assert group.files[0].path == (disk / "lone/x.journey.yaml").as_posix()
