"""Baselines on disk: the same bytes from wherever the program runs, and nothing half-written."""

from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.programs import run_journeymap
from tests.suppressing import HEAD

NAME = "journeymap-baseline.yaml"
STAGES = f"{HEAD}stages:\n  - id: s\n    title: S\n    touchpoints:\n      - id: t\n        title: T\n"
PIGEON = f"{STAGES}        channel: pigeon\n"
CASES = sorted({path.parent for path in (ROOT / "tests" / "cases").rglob("journeymap.y*ml")})
LONE = sorted(
    path for path in (ROOT / "tests" / "cases").rglob("*.yaml") if path.parent.parent.name == "cases"
)


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """Return a workspace with a known weak spot in each of two folders, and one that no id names."""
    put(tmp_path, "shop/journeymap.yaml", "journeymap: 1\ntitle: W\n")
    put(tmp_path, "shop/web/a.journey.yaml", PIGEON)
    put(tmp_path, "shop/b.journey.yaml", PIGEON.replace("id: a", "id: b"))
    put(tmp_path, "shop/web/c.persona.yaml", "journeymap: 1\nid: c\ntitle: C\ngoals: [Quick, no queue]\n")
    return tmp_path / "shop"


def put(folder: Path, name: str, text: str) -> None:
    """Write a file, and the folders around it."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")


def check(cwd: Path, *words: str) -> tuple[int, str]:
    """Return the exit code and the lines of a check."""
    outcome = run_journeymap("check", "--today", "2026-11-01", "--output-format", "concise", *words, cwd=cwd)
    return outcome.code, outcome.stdout


@pytest.mark.parametrize(
    ("cwd", "words"),
    [
        ("", ["shop"]),
        ("shop", []),
        ("shop", ["b.journey.yaml", "web", "journeymap.yaml"]),
        ("shop/web", [".."]),
        ("shop/web", ["../journeymap.yaml", "../b.journey.yaml", "a.journey.yaml", "c.persona.yaml"]),
        ("elsewhere/deep", ["../../shop"]),
    ],
)
def test_the_bytes_do_not_hang_on_the_folder(shop: Path, cwd: str, words: list[str]) -> None:
    """Whatever folder the program runs in and however files are named, the baseline is the same."""
    check(shop, "--write-baseline")
    expected = (shop / NAME).read_bytes()
    (shop / NAME).unlink()
    folder = shop.parent / cwd
    folder.mkdir(parents=True, exist_ok=True)
    check(folder, *words, "--write-baseline")
    assert (shop / NAME).read_bytes() == expected
    assert expected.count(b"      - ") == 3
    for where, named in ((shop, []), (shop / "web", []), (shop / "web", [".."]), (shop.parent, ["shop"])):
        assert check(where, *named, "--fail-on", "info") == (0, "")


def test_overrides_do_not_hang_on_the_folder(shop: Path) -> None:
    """A level that is set for a path holds for those as well who work in that folder."""
    put(
        shop,
        "journeymap.yaml",
        "journeymap: 1\ntitle: W\n"
        'checks: {overrides: [{paths: ["web/**"], rules: {undeclared-channel: off, split-text: off}}]}\n',
    )
    for cwd, words in ((shop, ["web"]), (shop / "web", []), (shop.parent, ["shop/web"])):
        assert check(cwd, *words) == (0, "")


def test_fingerprints_do_not_hang_on_the_folder(shop: Path) -> None:
    """A finding has one name from wherever it is looked at, in a workspace and outside of any."""
    import json

    put(shop.parent, "lone/x.journey.yaml", "journeymap: 1\nkind: journey\ntitle: X\nstages: [{title: S}]\n")

    def names(cwd: Path, path: str) -> list[str]:
        printed = run_journeymap("check", path, "--output-format", "json", cwd=cwd).stdout
        return [each["fingerprint"] for each in json.loads(printed)["diagnostics"]]

    for folder, path in ((shop, "web"), (shop.parent / "lone", "x.journey.yaml")):
        seen = [names(cwd, str((folder / path).relative_to(cwd))) for cwd in (folder, shop.parent)]
        assert seen[0]
        assert seen[0] == seen[1]


def test_a_part_is_noted_and_the_rest_stays(shop: Path) -> None:
    """Who checks a folder notes what is in it; entries of other files are not touched."""
    assert check(shop, "web/a.journey.yaml", "--write-baseline") == (0, "")
    assert [line.split(":")[0] for line in check(shop)[1].splitlines()] == [
        "b.journey.yaml",
        "web/c.persona.yaml",
    ]
    check(shop, "b.journey.yaml", "--write-baseline")
    assert [line.split(":")[0] for line in check(shop)[1].splitlines()] == ["web/c.persona.yaml"]
    check(shop, "--select", "split-text", "--write-baseline")
    assert check(shop) == (0, "")


def test_only_what_was_asked_for_is_counted(shop: Path) -> None:
    """Who checks one file hears of what is silenced in it, and not in the others."""
    check(shop, "--write-baseline")
    printed = run_journeymap("check", "b.journey.yaml", cwd=shop).stdout
    assert printed == "no problems in 1 file (1 suppressed)\n"


def test_files_that_are_gone_are_forgotten(shop: Path) -> None:
    """The entries of a file that is no longer there go with the next writing or pruning."""
    check(shop, "--write-baseline")
    (shop / "b.journey.yaml").unlink()
    before = (shop / NAME).read_bytes()
    assert check(shop, "--fail-on", "warning")[0] == 1
    check(shop, "--prune-baseline")
    pruned = (shop / NAME).read_bytes()
    (shop / NAME).write_bytes(before)
    check(shop, "--write-baseline")
    assert (shop / NAME).read_bytes() == pruned
    assert b"b.journey.yaml" not in pruned


def test_a_broken_file_keeps_its_entries(shop: Path) -> None:
    """While a file cannot be read, neither writing nor pruning gives up what is known of it."""
    check(shop, "--write-baseline")
    before = (shop / NAME).read_bytes()
    put(shop, "b.journey.yaml", "journeymap: 1\n  - [")
    for option in ("--prune-baseline", "--write-baseline"):
        assert check(shop, option)[0] == 1
        assert (shop / NAME).read_bytes() == before


def test_pruning_never_adds(shop: Path) -> None:
    """What is new stays new, whatever is taken out."""
    check(shop, "--write-baseline")
    put(shop, "b.journey.yaml", PIGEON.replace("id: a", "id: b").replace("pigeon", "parrot"))
    assert "parrot" in check(shop, "--prune-baseline")[1]
    assert (shop / NAME).read_text().count("      - ") == 2


def test_a_link_is_not_written_through(shop: Path) -> None:
    """A baseline that is a link is refused, and what it leads to stays as it is."""
    put(shop.parent, "target.yaml", "mine\n")
    (shop / NAME).symlink_to(shop.parent / "target.yaml")
    outcome = run_journeymap("check", "--write-baseline", cwd=shop)
    assert outcome.code == 2
    assert (shop.parent / "target.yaml").read_text() == "mine\n"
    assert sorted(path.name for path in shop.iterdir()) == ["b.journey.yaml", NAME, "journeymap.yaml", "web"]


def test_a_baseline_that_cannot_be_read_is_said(shop: Path) -> None:
    """A folder in its place is no baseline, and no check either."""
    (shop / NAME).mkdir()
    outcome = run_journeymap("check", cwd=shop)
    assert outcome.code == 2
    assert f"cannot read `{NAME}`" in outcome.stderr


def test_building_does_not_ask_the_baseline(shop: Path) -> None:
    """What is known to be weak is a matter of checks; a site is built in spite of a broken baseline."""
    put(shop, NAME, "no baseline at all\n")
    assert run_journeymap("build", "--output", "site", cwd=shop).code == 0


def test_what_comes_in_alone_is_not_judged(tmp_path: Path) -> None:
    """Standard input may belong to a workspace that nobody sees: no comment in it is called unused."""
    text = f"{STAGES}        # journeymap: ignore[undeclared-channel] known\n"
    assert run_journeymap("check", "-", cwd=tmp_path, stdin=text.encode()).stdout == "no problems in 1 file\n"
    put(tmp_path, "a.journey.yaml", text)
    assert "unused-suppression" in check(tmp_path)[1]


@pytest.mark.parametrize("case", [*CASES, *LONE], ids=lambda case: f"{case.parent.name}/{case.name}")
def test_every_case_can_be_noted(case: Path, tmp_path: Path) -> None:
    """Once written, a baseline leaves only what none may hold, and a second writing changes nothing."""
    from shutil import copy, copytree

    from journeymap.rules import KNOWN

    if case.is_dir():
        copytree(case, tmp_path, dirs_exist_ok=True)
    else:
        copy(case, tmp_path)
        put(tmp_path, "journeymap.yaml", "journeymap: 1\ntitle: W\n")
    (tmp_path / NAME).unlink(missing_ok=True)
    written = run_journeymap("check", "--today", "2026-11-01", "--write-baseline", cwd=tmp_path)
    assert written.code in (0, 1)
    code, lines = check(tmp_path)
    left = {line.partition("[")[2].partition("]")[0] for line in lines.splitlines()}
    assert all(not KNOWN[rule].is_silenceable for rule in left)
    assert code == (1 if " error[" in lines else 0)
    before = (tmp_path / NAME).read_bytes() if (tmp_path / NAME).exists() else b""
    run_journeymap("check", "--today", "2026-11-01", "--write-baseline", cwd=tmp_path)
    assert ((tmp_path / NAME).read_bytes() if (tmp_path / NAME).exists() else b"") == before
