"""Reports of ``check`` for CI systems: which are written, where to, and what they never change."""

import json
from pathlib import Path

import pytest

from journeymap.reporting import CI_REPORTERS, REPORTERS
from tests.programs import Outcome, run_journeymap
from tests.reporting.ci.platforms import read_commands, read_gitlab, read_junit, read_rdjson, read_sarif

BROKEN = "journeymap: 1\nid: shop\ntitle: 🛒 Shop\nreviewed: 2026/10/1\nstages:\n- {id: a, titel: A}\n"
FINE = "journeymap: 1\nid: fine\ntitle: Fine\nstages:\n- {id: a, title: A}\n"
TODAY = ("--today", "2026-11-01")
ON_GITHUB = {"GITHUB_ACTIONS": "true"}


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """Return a folder in a repository with one broken journey and a good one."""
    (tmp_path / ".git").mkdir()
    folder = tmp_path / "maps"
    folder.mkdir()
    (folder / "shop.journey.yaml").write_text(BROKEN, encoding="utf-8")
    (folder / "fine.journey.yaml").write_text(FINE, encoding="utf-8")
    return folder


def check(folder: Path, *words: str, **environ: str) -> Outcome:
    """Run a check in a folder on a day that is always the same."""
    return run_journeymap("check", *TODAY, *words, cwd=folder, environ=environ)


@pytest.mark.parametrize("format", [*REPORTERS, *CI_REPORTERS])
def test_the_exit_code_is_the_same_in_each_format(workspace: Path, format: str) -> None:
    """A format is a way to say it, not another opinion."""
    for words in ((), ("--fail-on", "none"), ("--exit-zero",), ("--allow-empty",)):
        plain = check(workspace, *words)
        assert check(workspace, "--output-format", format, *words).code == plain.code
        assert check(workspace, "-o", f"{format}=report", *words).code == plain.code
        (workspace / "report").unlink()


def test_paths_are_those_of_the_repository(workspace: Path) -> None:
    """Wherever the program runs, a file has the path that a reviewer sees."""
    path = "maps/shop.journey.yaml"
    for folder in (workspace, workspace.parent):
        results = read_sarif(check(folder, "--output-format", "sarif").stdout)["results"]
        uris = {each["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for each in results}
        assert uris == {path}
        issues = read_gitlab(check(folder, "--output-format", "gitlab").stdout)
        assert {each["location"]["path"] for each in issues} == {path}
        diagnostics = read_rdjson(check(folder, "--output-format", "rdjson").stdout)
        assert {each["location"]["path"] for each in diagnostics} == {path}
        suites = read_junit(check(folder, "--output-format", "junit").stdout)
        assert [suite.get("name") for suite in suites] == ["maps/fine.journey.yaml", path]
        commands = read_commands(check(folder, "--output-format", "github").stdout)
        assert {each.properties["file"] for each in commands} == {path}


def test_fingerprints_do_not_depend_on_where_the_program_runs(workspace: Path) -> None:
    """An alert stays the same alert."""
    here, above = (
        read_sarif(check(folder, "--output-format", "sarif").stdout)["results"]
        for folder in (workspace, workspace.parent)
    )
    assert [each["partialFingerprints"] for each in here] == [each["partialFingerprints"] for each in above]


def test_links_are_followed_and_what_is_outside_stays_a_path(workspace: Path) -> None:
    """A link leads to the file that is reviewed; no path begins outside of the repository."""
    (workspace / "linked.journey.yaml").symlink_to("shop.journey.yaml")
    inner = workspace / "inner"
    (inner / ".git").mkdir(parents=True)
    for words, path in (
        (("linked.journey.yaml",), "maps/shop.journey.yaml"),
        (("../shop.journey.yaml",), "shop.journey.yaml"),
    ):
        folder = inner if words[0].startswith("..") else workspace
        issues = read_gitlab(check(folder, *words, "--output-format", "gitlab").stdout)
        assert {each["location"]["path"] for each in issues} == {path}


def test_without_a_repository_the_system_says_where_it_begins(tmp_path: Path) -> None:
    """A checkout without its history has a folder of its own, and else the folder is its own root."""
    folder = tmp_path / "work" / "maps"
    folder.mkdir(parents=True)
    (folder / "shop.journey.yaml").write_text(BROKEN, encoding="utf-8")
    for environ, path in (
        ({"CI_PROJECT_DIR": str(tmp_path / "work")}, "maps/shop.journey.yaml"),
        ({"GITHUB_WORKSPACE": str(tmp_path / "elsewhere")}, "shop.journey.yaml"),
        ({}, "shop.journey.yaml"),
    ):
        issues = read_gitlab(check(folder, "--output-format", "gitlab", **environ).stdout)
        assert {each["location"]["path"] for each in issues} == {path}


def test_several_reports_are_written_in_one_run(workspace: Path) -> None:
    """Files and standard output get what was asked for, each whole."""
    outcome = check(workspace, "-o", "sarif=out/check.sarif", "-o", "gitlab=cq.json", "-o", "text=-")
    assert outcome.code == 1
    assert outcome.stdout == check(workspace).stdout
    assert outcome.stderr == "wrote out/check.sarif\nwrote cq.json\n"
    assert read_sarif((workspace / "out/check.sarif").read_text())["results"]
    assert read_gitlab((workspace / "cq.json").read_text())
    again = check(workspace, "-o", "sarif=out/check.sarif")
    assert (again.stdout, again.stderr) == ("", "unchanged: out/check.sarif\n")


def test_a_format_for_standard_output_goes_beside_files(workspace: Path) -> None:
    """Who names both gets both."""
    outcome = check(workspace, "--output-format", "concise", "-o", "json=check.json")
    assert outcome.stdout == check(workspace, "--output-format", "concise").stdout
    assert json.loads((workspace / "check.json").read_text())["format"] == "journeymap-check/1"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("-o", "sarif"), "`-o sarif` does not say both format and file"),
        (("-o", "sarif="), "does not say both format and file"),
        (("-o", "sarrif=x"), "did you mean `sarif`?"),
        (("-o", "sarif=-", "-o", "text=-"), "standard output takes one report"),
        (("-o", "sarif=-", "--output-format", "full"), "standard output takes one report"),
        (("-o", "sarif=shop.journey.yaml"), "would be written over what people write by hand"),
        (("-o", "sarif=x.yaml"), "would be written over what people write by hand"),
        (("-o", "sarif=x", "-o", "json=./x"), "are one file"),
        (("-o", "sarif=."), "is a folder"),
        (("-o", "sarif=shop.journey.yaml/x"), "is a file, not a folder"),
        (("-o", "sarif=x", "--diff"), "writes no report"),
    ],
)
def test_wrong_outputs_are_refused_before_anything_is_written(
    workspace: Path, words: tuple[str, ...], message: str
) -> None:
    """A mistake in one output writes none of them, and mends no file either."""
    before = {path: path.read_bytes() for path in workspace.iterdir()}
    for more in ((), ("--fix",)):
        if "--diff" in words and more:
            continue
        outcome = check(workspace, *words, *more)
        assert outcome.code == 2
        assert message in " ".join(outcome.stderr.split())
        assert outcome.stdout == ""
    assert {path: path.read_bytes() for path in workspace.iterdir()} == before


def test_nothing_is_half_written(workspace: Path) -> None:
    """Where one file cannot be written none is; the findings are still said, and the run has failed."""
    (workspace / "link.json").symlink_to("elsewhere.json")
    outcome = check(workspace, "-o", "sarif=a.sarif", "-o", "gitlab=link.json", "-o", "text=-")
    assert outcome.code == 2
    assert "cannot write all of the files: `link.json` is a symbolic link" in outcome.stderr
    assert not (workspace / "a.sarif").exists()
    assert outcome.stdout == check(workspace).stdout


@pytest.mark.parametrize(
    ("environ", "format"),
    [
        (ON_GITHUB, "github"),
        ({"GITLAB_CI": "true"}, "gitlab"),
        ({}, "full"),
        ({"GITHUB_ACTIONS": "0"}, "full"),
    ],
)
def test_auto_is_what_the_system_around_reads(workspace: Path, environ: dict[str, str], format: str) -> None:
    """One command line serves every build server."""
    outcome = check(workspace, "--output-format", "auto", **environ)
    assert outcome.stdout == check(workspace, "--output-format", format).stdout
    assert check(workspace, "-o", "auto=-", **environ).stdout == outcome.stdout


def test_github_shows_what_people_read_after_its_annotations(workspace: Path) -> None:
    """The log holds commands first and then the report, with nothing in it that is a command."""
    text = check(workspace, "--output-format", "github").stdout
    plain = check(workspace).stdout
    assert text.endswith(plain)
    assert read_commands(plain) == []
    assert len(read_commands(text)) == len(text.removesuffix(plain).splitlines())


def test_later_steps_get_counts_and_nothing_else(workspace: Path, tmp_path: Path) -> None:
    """What GitHub keeps for later steps are numbers, and only where annotations go to the log."""
    outputs = tmp_path / "outputs"
    outputs.write_text("before=1\n")
    named = {**ON_GITHUB, "GITHUB_OUTPUT": str(outputs)}
    check(workspace, "-o", "github=log.txt", **named)
    check(workspace, **named)
    assert outputs.read_text() == "before=1\n"
    outcome = check(workspace, "--output-format", "auto", **named)
    kept = dict(line.split("=") for line in outputs.read_text().splitlines()[1:])
    assert set(kept) == {"errors", "warnings", "infos"}
    assert int(kept["errors"]) == sum(each.name == "error" for each in read_commands(outcome.stdout)) > 0
    gone = check(workspace, "--output-format", "github", **ON_GITHUB, GITHUB_OUTPUT=str(tmp_path))
    assert gone.code == outcome.code
    assert "the counts cannot be noted for later steps" in gone.stderr


def test_no_report_for_people_commands_the_build_server(tmp_path: Path) -> None:
    """On GitHub every line is made harmless, on both streams, in whatever format."""
    name = "::error ::x.journey.yaml"
    (tmp_path / name).write_text(BROKEN.replace("🛒 Shop", "'##[error]x'").replace("titel", '"::group::x"'))
    for words in ((), ("--output-format", "concise"), ("--output-format", "json"), (" ::error::gone",)):
        outcome = check(tmp_path, *words, **ON_GITHUB)
        assert read_commands(outcome.stdout) == []
        assert read_commands(outcome.stderr) == []


def test_what_comes_in_can_be_reported(workspace: Path) -> None:
    """Standard input has the name that it is given, in the place where the program runs."""
    outcome = run_journeymap(
        *("check", *TODAY, "-", "--stdin-filename", "new.journey.yaml", "--output-format", "gitlab"),
        cwd=workspace,
        stdin=BROKEN.encode(),
    )
    assert {each["location"]["path"] for each in read_gitlab(outcome.stdout)} == {"maps/new.journey.yaml"}


def test_what_is_left_after_fixing_is_reported(workspace: Path) -> None:
    """A report beside ``--fix`` holds what was not mended; mended standard input keeps its stream."""
    outcome = check(workspace, "--fix", "-o", "gitlab=cq.json")
    left = read_gitlab((workspace / "cq.json").read_text())
    assert "ambiguous-scalar" not in {each["check_name"] for each in left}
    assert "fixed 1 finding in 1 file" in outcome.stderr
    mended = run_journeymap(
        "check", *TODAY, "--fix", "-", "--output-format", "gitlab", cwd=workspace, stdin=BROKEN.encode()
    )
    assert mended.stdout.startswith("journeymap: 1\n")
    assert read_gitlab(mended.stderr[: mended.stderr.rindex("]") + 1])


def test_a_check_of_nothing_writes_no_file(tmp_path: Path) -> None:
    """A wrong path must not close what is open; who expects nothing gets the empty report."""
    for more in ((), ("--fix",)):
        outcome = check(tmp_path, "-o", "sarif=check.sarif", *more)
        assert outcome.code == 3
        assert list(tmp_path.iterdir()) == []
    assert check(tmp_path, "-o", "sarif=check.sarif", "--allow-empty").code == 0
    assert read_sarif((tmp_path / "check.sarif").read_text())["results"] == []


def test_a_run_that_could_not_read_everything_says_so(workspace: Path) -> None:
    """What is not among the results of such a run may still be there."""
    for words, is_sound in (
        (("shop.journey.yaml",), True),
        (("shop.journey.yaml", "gone.journey.yaml"), False),
    ):
        run = read_sarif(check(workspace, *words, "--output-format", "sarif").stdout)
        assert run["invocations"][0]["executionSuccessful"] is is_sound


def test_it_is_the_same_however_often_it_is_asked(workspace: Path) -> None:
    """The bytes of each report depend on the files alone."""
    for format in CI_REPORTERS:
        one = check(workspace, "--output-format", format, "shop.journey.yaml", "fine.journey.yaml")
        two = check(workspace, "--output-format", format, "fine.journey.yaml", "shop.journey.yaml")
        assert one == two
        assert str(workspace) not in one.stdout
